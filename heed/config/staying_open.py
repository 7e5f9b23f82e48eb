"""Casework's database stays open from one request to the next: whoever opens a file of
SQLite reads first of hundreds of tables what they are, and a server of PostgreSQL
starts a process.

An open file is left as soon as another stands in its place: `heed restore` sets the old
one aside, and nobody may read it, or write to it, any more."""

from pathlib import Path

from django.core.signals import request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created


def _file_of(connection: BaseDatabaseWrapper) -> tuple[int, int] | None:
    """Which file stands where a database lies; None where it is no file of ours."""
    if connection.vendor != "sqlite":
        return None
    try:
        found = Path(connection.settings_dict["NAME"]).stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def note_file(*, connection: BaseDatabaseWrapper, **_words) -> None:
    """Remember which file was opened."""
    connection.heed_opened = _file_of(connection)  # type: ignore[attr-defined]


def leave_what_was_set_aside(*, kept=connections, **_words) -> None:
    """Close what is open of a file that stands no more where it stood."""
    for connection in kept.all(initialized_only=True):
        opened = getattr(connection, "heed_opened", None)
        if connection.connection is None or connection.in_atomic_block:
            continue
        if opened is not None and opened != _file_of(connection):
            connection.close()


def keep_open() -> None:
    """Look at the beginning of each request whether what is open is still in place."""
    connection_created.connect(note_file)
    request_started.connect(leave_what_was_set_aside)
