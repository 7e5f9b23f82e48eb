"""Tables that keep what they hold: triggers refuse change, removal and replacement.

SQLite drops the triggers of a table silently when a migration rebuilds it, so they are
compared and made anew after every migration.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.core import checks
from django.db import connections, router

APPEND_ONLY: list[str] = ["audit.Entry"]


def keep_append_only(label: str) -> None:
    """Say that rows of a model (`cases.StepTaken`) are never changed nor removed."""
    if label not in APPEND_ONLY:
        APPEND_ONLY.append(label)


@dataclass(frozen=True)
class Trigger:
    """One trigger of one table, as it must stand."""

    table: str
    name: str
    sql: str


def make_triggers(using: str = "default", **_signal) -> None:
    """Make every trigger that is missing or altered."""
    connection = connections[using]
    with connection.cursor() as cursor:
        missing = _missing(connection, cursor)
        if missing and connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for trigger in missing:
            cursor.execute(_drop(connection, trigger))
            cursor.execute(trigger.sql)


def missing_triggers(using: str = "default") -> list[str]:
    """The names of triggers that do not stand as they must."""
    connection = connections[using]
    with connection.cursor() as cursor:
        return [trigger.name for trigger in _missing(connection, cursor)]


def triggers_stand(app_configs=None, databases=None, **options) -> list:
    """The system check of the triggers, for `check --database default`. A warning, so
    that `migrate`, which mends them, is not held up by it."""
    return [
        checks.Warning(
            f"The trigger {name} is missing: rows that must stay could be changed.",
            hint="`heed migrate` makes it anew. Find out who removed it.",
            id="audit.W001",
        )
        for using in databases or []
        if using == "default"
        for name in missing_triggers(using)
    ]


def _missing(connection, cursor) -> list[Trigger]:
    tables = set(connection.introspection.table_names(cursor))
    standing = _STANDING[connection.vendor](cursor)
    return [
        trigger
        for label in APPEND_ONLY
        for trigger in _triggers_of(apps.get_model(label), connection)
        if trigger.table in tables and trigger not in standing
    ]


def _triggers_of(model, connection) -> Iterator[Trigger]:
    if router.allow_migrate_model(connection.alias, model):
        yield from _WRITTEN[connection.vendor](model, model._meta.db_table)


def _drop(connection, trigger: Trigger) -> str:
    dropped = f'DROP TRIGGER IF EXISTS "{trigger.name}"'
    on_table = f' ON "{trigger.table}"' if connection.vendor == "postgresql" else ""
    return dropped + on_table


# SQLite. REPLACE removes the row in the way without asking a DELETE trigger unless
# recursive_triggers is on, so an insertion over a known row is refused by itself.


def _sqlite(model, table: str) -> Iterator[Trigger]:
    refusal = f"BEGIN SELECT RAISE(ABORT, '{table} keeps what it holds'); END"
    known = " OR ".join(
        f'EXISTS (SELECT 1 FROM "{table}" WHERE {_as_in_new_row(columns)})'  # noqa: S608
        for columns in _unique_columns(model)
    )
    for name, condition in {
        "update": f'BEFORE UPDATE ON "{table}"',
        "delete": f'BEFORE DELETE ON "{table}"',
        "replace": f'BEFORE INSERT ON "{table}" WHEN {known}',
    }.items():
        full = f"{table}_refuses_{name}"
        sql = f'CREATE TRIGGER "{full}" {condition} {refusal}'
        yield Trigger(table, full, sql)


def _as_in_new_row(columns: list[str]) -> str:
    return " AND ".join(f'"{column}" = NEW."{column}"' for column in columns)


def _unique_columns(model) -> Iterator[list[str]]:
    for field in model._meta.local_concrete_fields:
        if field.unique:
            yield [field.column]
    for constraint in model._meta.total_unique_constraints:
        yield [model._meta.get_field(name).column for name in constraint.fields]


def _standing_on_sqlite(cursor) -> set[Trigger]:
    cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE type='trigger'")
    return {Trigger(*row) for row in cursor.fetchall()}


# PostgreSQL. ENABLE ALWAYS holds in a replication session too.

POSTGRESQL_BODY = "BEGIN RAISE EXCEPTION '% keeps what it holds', TG_TABLE_NAME; END"
POSTGRESQL_FUNCTION = (
    "CREATE OR REPLACE FUNCTION heed_keeps_what_it_holds() RETURNS trigger "
    f"LANGUAGE plpgsql AS $${POSTGRESQL_BODY}$$"
)


def _postgresql(model, table: str) -> Iterator[Trigger]:
    for name, event in {
        "change": "BEFORE DELETE OR UPDATE {on} FOR EACH ROW",
        "truncate": "BEFORE TRUNCATE {on} FOR EACH STATEMENT",
    }.items():
        full = f"{table}_refuses_{name}"
        when = event.format(on=f'ON "{table}"')
        yield Trigger(
            table,
            full,
            f'CREATE TRIGGER "{full}" {when} '
            "EXECUTE FUNCTION heed_keeps_what_it_holds(); "
            f'ALTER TABLE "{table}" ENABLE ALWAYS TRIGGER "{full}"',
        )


def _standing_on_postgresql(cursor) -> set[Trigger]:
    cursor.execute(
        "SELECT relname, tgname FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid "
        "JOIN pg_proc p ON p.oid = tgfoid WHERE tgenabled = 'A' AND prosrc = %s "
        "AND proname = 'heed_keeps_what_it_holds' AND NOT tgisinternal",
        [POSTGRESQL_BODY],
    )
    standing = set(cursor.fetchall())
    return {
        trigger
        for label in APPEND_ONLY
        for model in [apps.get_model(label)]
        for trigger in _postgresql(model, model._meta.db_table)
        if (trigger.table, trigger.name) in standing
    }


_WRITTEN = {"sqlite": _sqlite, "postgresql": _postgresql}
_STANDING = {"sqlite": _standing_on_sqlite, "postgresql": _standing_on_postgresql}
