"""The version of the site: changed by every hand-over, asked for by every request.

Asking must cost next to nothing. SQLite counts its commits in the first bytes of its
file, so a request reads ten bytes and asks the database only when they have changed.
The bytes change while the writer holds the file for itself, hence before any reader
can see the old rows again. Elsewhere (PostgreSQL, WAL) one row is read.
"""

import os
import threading
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from time import monotonic
from typing import NamedTuple, TypeVar

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

ALIAS = "library"
ROW = "SELECT number, mark FROM library_siteversion"

# https://www.sqlite.org/fileformat.html: bytes 18 and 19 say whether commits go to a
# write-ahead log (2), bytes 24 to 27 count the commits.
HEADER_START, HEADER_LENGTH, WRITE_AHEAD_LOG = 18, 10, 2

A_MOMENT = 1.0
"""Seconds after which it is looked whether a copy has taken the file's place."""

Commits = tuple[int, bytes]
"""Which file, and the bytes of it that every commit changes."""


class Version(NamedTuple):
    """Two libraries may reach the same number; the mark tells them apart."""

    number: int
    mark: str

    def __str__(self) -> str:
        return f"{self.number}-{self.mark}"


def site_version() -> Version:
    """The version of everything that the public can see; (0, "") before the first."""
    connection = connections[ALIAS]
    try:
        return _row(connection)
    except connection.Database.Error:  # the server was restarted meanwhile
        connection.close()
        return _row(connection)


def _row(connection: BaseDatabaseWrapper) -> Version:
    connection.ensure_connection()
    rows = connection.connection.execute(ROW).fetchall()
    return Version(*rows[0]) if rows else Version(0, "")


class Glance:
    """Answers with the site's version; asks the database only after a commit."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inode, self._file = 0, -1
        self._looked = -A_MOMENT
        self._seen: Commits | None = None
        self._version = Version(0, "")

    def __call__(self) -> Version:
        commits = self._commits()
        if commits is None:
            return site_version()
        if commits != self._seen:
            with self._lock:
                # The file may be another one now; this connection may hold the old.
                connections[ALIAS].close()
                # The count was read before the row, so a later commit is seen later.
                self._version, self._seen = site_version(), commits
        return self._version

    def _commits(self) -> Commits | None:
        if monotonic() - self._looked > A_MOMENT and not self._look():
            return None
        header = os.pread(self._file, HEADER_LENGTH, HEADER_START)
        if len(header) < HEADER_LENGTH or header[0] == WRITE_AHEAD_LOG:
            return None
        return self._inode, header

    def _look(self) -> bool:
        """Whether there is a file; a copy that took its place is opened instead."""
        connection = connections[ALIAS]
        path = connection.settings_dict["NAME"]
        if connection.vendor != "sqlite" or connection.in_atomic_block:
            return False
        try:
            replaced = Path(path).stat().st_ino != self._inode
        except OSError:  # a database in memory
            return False
        if replaced:
            self._open(path)
        self._looked = monotonic()
        return True

    def _open(self, path: str) -> None:
        # Never closed while the file lives: closing any descriptor of a file drops the
        # locks that this process holds on it (fcntl), SQLite's own among them.
        with self._lock:
            new = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            inode = os.fstat(new).st_ino
            if inode == self._inode:  # another thread was first
                os.close(new)
                return
            old, self._file, self._inode = self._file, new, inode
            if old >= 0:
                os.close(old)


current_version = Glance()
"""The version of the site now, at the cost of reading ten bytes."""

Made = TypeVar("Made")


def once_a_version(make: Callable[[], Made]) -> Callable[[], Made]:
    """What `make` answers, asked again only when the site's version has changed."""
    kept: tuple[Version, Made] | None = None

    @wraps(make)
    def answer() -> Made:
        nonlocal kept
        version = current_version()
        if kept is None or kept[0] != version:
            kept = version, make()
        return kept[1]

    return answer
