"""The container of old Office files, read by its own directory and within limits.

A compound file is a small disk in a file: sectors, chains of sectors, a tree of names.
Every chain is held to the number of sectors that there are, so that a file that bites
its own tail ends as a damaged one.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from heed.papers.packages import damaged

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_IN_THE_HEADER = 109
_SHIFTS = (9, 12)
_NO_SECTOR = 0xFFFFFFFA
_NOBODY = 0xFFFFFFFF
_ENTRY = 128
_MOST_ENTRIES = 20_000
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in the directory: a stream with a size, or a storage of others."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(frozen=True)
class Container:
    """A compound file whose header makes sense."""

    data: bytes
    sector: int
    small: int
    cutoff: int
    table: tuple[int, ...]
    starts: tuple[int, int]
    """Where the directory and the table of small sectors begin."""

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every stream and storage by its path, as "ObjectPool/_1/Contents"."""
        found: dict[str, Entry] = {}
        seen: set[int] = set()
        waiting = [(self._every_entry[0].child, "")]
        while waiting:
            number, folder = waiting.pop()
            if number >= len(self._every_entry) or number in seen:
                continue
            seen.add(number)
            entry = self._every_entry[number]
            path = f"{folder}{entry.name}"
            if entry.kind in {_STORAGE, _STREAM}:
                found.setdefault(path, entry)
            waiting += [(entry.left, folder), (entry.right, folder)]
            if entry.kind == _STORAGE:
                waiting.append((entry.child, f"{path}/"))
        return found

    def has(self, path: str) -> bool:
        """Whether there is a stream or storage of this path."""
        return path in self.entries

    def read(self, path: str) -> bytes:
        """A whole stream, or nothing where there is none. Refused when damaged."""
        entry = self.entries.get(path)
        if entry is None or entry.kind != _STREAM:
            return b""
        if entry.size >= self.cutoff:
            return self._joined(entry.start)[: entry.size]
        wide = 1 << self.small
        numbers = _chain(entry.start, self._small_table)
        whole = self._small_stream
        return b"".join(whole[n * wide : (n + 1) * wide] for n in numbers)[: entry.size]

    @cached_property
    def _every_entry(self) -> list[Entry]:
        directory = self._joined(self.starts[0])[: _ENTRY * _MOST_ENTRIES]
        made = [
            _entry(directory[at : at + _ENTRY])
            for at in range(0, len(directory) - _ENTRY + 1, _ENTRY)
        ]
        if not made or made[0].kind != _ROOT:
            raise damaged()
        return made

    @cached_property
    def _small_table(self) -> tuple[int, ...]:
        return _numbers(self._joined(self.starts[1]))

    @cached_property
    def _small_stream(self) -> bytes:
        return self._joined(self._every_entry[0].start)

    def _joined(self, start: int) -> bytes:
        numbers = _chain(start, self.table)
        return b"".join(_sector(self.data, self.sector, n) for n in numbers)


def container(data: bytes) -> Container:
    """The compound file in these bytes. Raises Refused when it is damaged."""
    if not data.startswith(SIGNATURE) or len(data) < _HEADER:
        raise damaged()
    sector, small = struct.unpack_from("<HH", data, 30)
    if sector not in _SHIFTS or small > sector:
        raise damaged()
    directory, _, cutoff, small_table = struct.unpack_from("<IIII", data, 48)
    table: list[int] = []
    for number in _table_sectors(data, sector):
        table += _numbers(_sector(data, sector, number))
    return Container(
        data, sector, small, cutoff, tuple(table), (directory, small_table)
    )


def _table_sectors(data: bytes, sector: int) -> Iterator[int]:
    """The sectors of the table, as the header and its continuations list them."""
    most = len(data) >> sector
    listed = list(struct.unpack_from(f"<{_IN_THE_HEADER}I", data, 76))
    more = struct.unpack_from("<I", data, 68)[0]
    for _ in range(most):
        if more >= _NO_SECTOR:
            break
        *numbers, more = _numbers(_sector(data, sector, more))
        listed += numbers
    there = [number for number in listed if number < _NO_SECTOR]
    if len(there) > most + 1:
        raise damaged()
    yield from there


def _sector(data: bytes, sector: int, number: int) -> bytes:
    at = (number + 1) << sector
    if at >= len(data):
        raise damaged()
    return data[at : at + (1 << sector)].ljust(1 << sector, b"\x00")


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(start: int, table: tuple[int, ...]) -> Iterator[int]:
    number = start
    for _ in range(len(table)):
        if number >= _NO_SECTOR:
            return
        if number >= len(table):
            raise damaged()
        yield number
        number = table[number]
    if number < _NO_SECTOR:
        raise damaged()


def _entry(raw: bytes) -> Entry:
    length, kind = struct.unpack_from("<HB", raw, 64)
    left, right, child = struct.unpack_from("<III", raw, 68)
    start, size = struct.unpack_from("<II", raw, 116)
    name = raw[: min(max(length - 2, 0), 64)].decode("utf-16-le", "replace")
    return Entry(name, kind, left, right, child, start, size)
