"""What a walk wrote into the casework database of the tests, kept and put back as rows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from django.db import connection, transaction

HEAD = "audit_head"
READS = re.compile(
    r"\s*(SELECT|WITH|PRAGMA|SAVEPOINT|RELEASE|ROLLBACK)\b", re.IGNORECASE
)
WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)"? ', re.IGNORECASE)

# For each walk that is being watched, the innermost last: the tables it wrote into.
_watched: list[set[str]] = []


@dataclass(frozen=True)
class Changes:
    """What happened to the rows of some tables, as their engine hands them over."""

    tables: frozenset[str] = frozenset()
    gone: dict[str, list] = field(default_factory=dict)
    changed: dict[str, list] = field(default_factory=dict)
    new: dict[str, object] = field(default_factory=dict)
    head: tuple = ()


def nothing_has_happened() -> bool:
    """Whether this transaction stands over the tables as the migrations left them."""
    return connection.in_atomic_block and not _asked(
        f"SELECT 1 FROM {HEAD} WHERE sequence > 0 "
        "UNION ALL SELECT 1 FROM partnership_partnership"
    )


def head_of_the_record() -> tuple:
    """The last entry of the record. No two walks have the same."""
    (head,) = _asked(f"SELECT sequence, link FROM {HEAD}")
    return head


def written_so_far() -> int | None:
    """How many rows were ever written here: where it has not grown, nobody wrote."""
    return getattr(connection.connection, "total_changes", None)


@contextmanager
def watched() -> Iterator[set[str]]:
    """The tables into which the block writes."""
    mine: set[str] = set()
    outermost = not _watched
    _watched.append(mine)
    try:
        if outermost:
            with connection.execute_wrapper(_look):
                yield mine
        else:
            yield mine
    finally:
        _watched.pop()
        _also_written(mine)


def _look(execute, sql, params, many, context):
    if not READS.match(sql):
        found = WRITES.match(sql)
        # What cannot be understood is no table, and what is not there is not kept.
        _watched[-1].add(found[1] if found else sql)
    return execute(sql, params, many, context)


def _also_written(tables) -> None:
    if _watched:
        _watched[-1].update(tables)


def are_tables(names: set[str]) -> bool:
    """Whether these can be kept and put back, all of them."""
    return all(_keys().get(name) for name in names)


def rows_of(tables: set[str]) -> dict[str, dict]:
    """The rows of these tables by their keys, in the order in which they were written.
    (SQLite. A column with a plus before it has no type: its values come as stored.)"""
    return {table: _rows_by_key(table) for table in sorted(tables)}


def _rows_by_key(table: str) -> dict:
    untyped = ", ".join(f'+"{name}"' for name in _columns(table))
    rows = connection.connection.execute(
        f'SELECT {untyped} FROM "{table}" ORDER BY rowid'
    )
    at = _columns(table).index(_keys()[table])
    return {row[at]: row for row in rows}


def changes_between(before: dict[str, dict], after: dict[str, dict]) -> Changes:
    """What has to be done to the one to get the other."""
    gone, changed, new = {}, {}, {}
    for table, rows in after.items():
        had = before[table]
        gone[table] = [(key,) for key in had if key not in rows]
        changed[table] = [
            (*row, key) for key, row in rows.items() if had.get(key, row) != row
        ]
        new[table] = [row for key, row in rows.items() if key not in had]
    return Changes(frozenset(after), gone, changed, new)


def written_into(tables: set[str]) -> Changes:
    """What stands in tables that were empty before. (PostgreSQL.)"""
    found = {table: _from_postgresql(table) for table in sorted(tables - {HEAD})}
    return Changes(frozenset(tables), new=found, head=head_of_the_record())


def put_back(kept: Changes) -> None:
    """Write it again. References are checked when the transaction ends."""
    _also_written(kept.tables)
    if connection.vendor == "sqlite":
        _into_sqlite(kept)
    else:
        _into_postgresql(kept)


def _into_sqlite(kept: Changes) -> None:
    write = connection.connection.executemany
    for table, rows in kept.gone.items():
        if rows:
            write(f'DELETE FROM "{table}" WHERE "{_keys()[table]}" = ?', rows)
    for table, rows in kept.changed.items():
        if rows:
            each = ", ".join(f'"{name}" = ?' for name in _columns(table))
            key = _keys()[table]
            write(f'UPDATE "{table}" SET {each} WHERE "{key}" = ?', rows)
    for table, rows in kept.new.items():
        if rows:
            places = ", ".join("?" * len(rows[0]))
            write(f'INSERT INTO "{table}" VALUES ({places})', rows)


# PostgreSQL: a table's rows in one piece, as it copies them itself.


def _from_postgresql(table: str) -> bytes:
    with connection.cursor() as cursor, cursor.copy(_copy(table, "TO STDOUT")) as out:
        return b"".join(out)


def _into_postgresql(kept: Changes) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in kept.new.items():
            with cursor.copy(_copy(table, "FROM STDIN")) as put:
                put.write(rows)
        cursor.execute(f"UPDATE {HEAD} SET sequence = %s, link = %s", kept.head)


def _copy(table: str, where: str) -> str:
    return f'COPY "{table}" {where} (FORMAT BINARY)'


def _asked(question: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


@cache
def _keys() -> dict[str, str]:
    """By which column each table tells its rows apart."""
    with connection.cursor() as cursor:
        found = connection.introspection
        return {
            table: found.get_primary_key_column(cursor, table)
            for table in found.table_names(cursor)
        }


@cache
def _columns(table: str) -> list[str]:
    return [
        name for (name,) in _asked(f'SELECT name FROM pragma_table_info("{table}")')
    ]
