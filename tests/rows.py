"""What stands in the casework database of the tests, kept and put back as rows."""

from dataclasses import dataclass
from functools import cache

from django.db import connection, transaction

# Written by the migrations, and changed by nothing that a walk does.
OF_THE_TABLES = {"django_migrations", "django_content_type", "auth_permission"}
HEAD = "audit_head"


@dataclass(frozen=True)
class Rows:
    """The rows of each table that has any, as its engine hands them over."""

    by_table: dict[str, object]
    head: tuple


def nothing_has_happened() -> bool:
    """Whether this transaction stands over the tables as the migrations left them."""
    return connection.in_atomic_block and not _asked(
        f"SELECT 1 FROM {HEAD} WHERE sequence > 0 "
        "UNION ALL SELECT 1 FROM partnership_partnership"
    )


def kept_rows() -> Rows:
    """Everything that was written since."""
    (head,) = _asked(f"SELECT sequence, link FROM {HEAD}")
    found = {table: _RAW[connection.vendor][0](table) for table in _tables()}
    return Rows({table: rows for table, rows in found.items() if rows}, head)


def put_back(kept: Rows) -> None:
    """Write these rows again. References are checked when the transaction ends."""
    write = _RAW[connection.vendor][1]
    with transaction.atomic():
        for table, rows in kept.by_table.items():
            write(table, rows)
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {HEAD} SET sequence = %s, link = %s", kept.head)


def _asked(question: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


@cache
def _tables() -> list[str]:
    return sorted(set(connection.introspection.table_names()) - OF_THE_TABLES - {HEAD})


# SQLite: rows as tuples. A column with a plus before it has no type, and so its values
# come as they are stored.


def _from_sqlite(table: str) -> list[tuple]:
    columns = _asked(f'SELECT name FROM pragma_table_info("{table}")')
    untyped = ", ".join(f'+"{name}"' for (name,) in columns)
    return connection.connection.execute(
        f'SELECT {untyped} FROM "{table}" ORDER BY rowid'
    ).fetchall()


def _into_sqlite(table: str, rows: list[tuple]) -> None:
    places = ", ".join("?" * len(rows[0]))
    connection.connection.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)


# PostgreSQL: a table's rows in one piece, as it copies them itself.


def _from_postgresql(table: str) -> bytes:
    if not _asked(f'SELECT 1 FROM "{table}" LIMIT 1'):
        return b""
    with connection.cursor() as cursor, cursor.copy(_copy(table, "TO STDOUT")) as out:
        return b"".join(out)


def _into_postgresql(table: str, rows: bytes) -> None:
    with connection.cursor() as cursor, cursor.copy(_copy(table, "FROM STDIN")) as put:
        put.write(rows)


def _copy(table: str, where: str) -> str:
    return f'COPY "{table}" {where} (FORMAT BINARY)'


_RAW = {
    "sqlite": (_from_sqlite, _into_sqlite),
    "postgresql": (_from_postgresql, _into_postgresql),
}
