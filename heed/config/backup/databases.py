"""Copying a database while it is in use, and putting a copy in its place."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connections

from heed.config.one_sentence import CannotBeDone

ALIASES = {"casework": "default", "library": "library"}
WAITS = 60.0
MOST_OF_A_MESSAGE = 300


def vendor(name: str) -> str:
    """Which kind of database holds casework, or the library."""
    return connections[ALIASES[name]].vendor


def file_name(name: str) -> str:
    """What the copy of a database is called in a backup."""
    return f"{name}.sqlite3" if vendor(name) == "sqlite" else f"{name}.dump"


def sqlite_file(name: str) -> Path:
    """Where an SQLite database lies."""
    return Path(connections[ALIASES[name]].settings_dict["NAME"])


def copy(name: str, target: Path) -> None:
    """Copy a database as it stood at one moment. Work on it goes on; on SQLite a writer
    may wait until the copy is made."""
    if vendor(name) == "sqlite":
        _copy_sqlite(sqlite_file(name), target)
    else:
        _dump(name, target)


def _copy_sqlite(source: Path, target: Path) -> None:
    if not source.is_file():
        raise CannotBeDone(f"There is no database at {source}.")
    # In one step: a copy in steps begins anew at every write of another process.
    with (
        closing(sqlite3.connect(source, timeout=WAITS)) as original,
        closing(sqlite3.connect(target)) as copied,
    ):
        original.backup(copied)
        check_sqlite(copied, target.name)


def check_sqlite(connection: sqlite3.Connection, called: str) -> None:
    """Refuse a copy that SQLite itself finds fault with."""
    [answer] = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise CannotBeDone(f"{called} is damaged.")


def _dump(name: str, target: Path) -> None:
    words = ["--format=custom", "--no-owner", "--no-privileges", f"--file={target}"]
    _postgresql("pg_dump", name, *words)


def load_dump(name: str, source: Path) -> None:
    """Put a dump in the place of whatever a PostgreSQL database holds: all, or
    nothing."""
    _postgresql(
        "pg_restore",
        name,
        "--single-transaction",
        "--exit-on-error",
        "--clean",
        "--if-exists",
        "--no-owner",
        "--no-privileges",
        str(source),
    )


def _postgresql(program: str, name: str, *words: str) -> None:
    known = connections[ALIASES[name]].settings_dict
    # Beside the options, so that nobody sees the password in the list of processes.
    told = {
        "PGHOST": known["HOST"],
        "PGPORT": known["PORT"],
        "PGUSER": known["USER"],
        "PGPASSWORD": known["PASSWORD"],
    }
    environment = {
        **os.environ,
        **{name: value for name, value in told.items() if value},
    }
    try:
        done = subprocess.run(
            [program, f"--dbname={known['NAME']}", *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise CannotBeDone(
            f"{program} is not installed. It comes with PostgreSQL's client."
        ) from None
    if done.returncode:
        said = " ".join(done.stderr.split())[:MOST_OF_A_MESSAGE]
        raise CannotBeDone(f"{program} could not finish: {said}")


def holds_something(name: str) -> bool:
    """Whether a database has a table."""
    if vendor(name) != "sqlite":
        return bool(connections[ALIASES[name]].introspection.table_names())
    path = sqlite_file(name)
    return path.is_file() and path.stat().st_size > 0


def open_instead(name: str, path: Path) -> None:
    """From now on this process works with another SQLite file in a database's place."""
    alias = ALIASES[name]
    connections[alias].close()
    connections[alias].settings_dict["NAME"] = str(path)
