"""The zip packages that Word and OpenDocument files are, opened within limits."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from heed.papers.refusals import Reason, Refused

MOST_MEMBERS = 2_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
MOST_DIRECTORY = 1024 * MOST_MEMBERS
"""Room for the names of all members, so that the directory itself is no bomb."""
SMALL = 1024 * 1024
"""One member below this size may be all blanks: it can do no harm."""

_END = b"PK\x05\x06"
_LONGEST_END = 65_557
_LOCAL_HEADER = 30
_UNSAFE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|[\x00-\x1f]")
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_EMBEDDED = re.compile(r"^(word|xl)/embeddings/|^Object |^ObjectReplacements/")
"""Where Word keeps the data of a chart as a whole workbook. We never open these."""


@dataclass(frozen=True)
class Package:
    """An opened zip package whose directory keeps the limits."""

    zip: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo]
    end: int
    """Where its last record ends. What stands after it anybody may have put there."""

    @property
    def names(self) -> frozenset[str]:
        """The names of its members."""
        return frozenset(self.members)

    def read(self, name: str) -> bytes:
        """One member unpacked. Raises KeyError when missing, Refused when damaged."""
        member = self.members[name]
        try:
            with self.zip.open(member) as stream:
                return stream.read(member.file_size)
        except _DAMAGE as wrong:
            raise damaged() from wrong

    def starts(self, name: str) -> bytes:
        """The first four bytes of one member."""
        try:
            with self.zip.open(self.members[name]) as stream:
                return stream.read(4)
        except _DAMAGE as wrong:
            raise damaged() from wrong


_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
)


def damaged() -> Refused:
    """What is said of a file that is cut short or broken."""
    return Refused(
        "The file is damaged or was cut short on its way. Please send it again.",
        Reason.DAMAGED,
    )


def opened(data: bytes) -> Package:
    """The package in these bytes. Raises Refused when it breaks a limit."""
    end = _check_directory(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as wrong:
        raise damaged() from wrong
    members = archive.infolist()
    _check_members(members, len(data))
    found = {member.filename: member for member in members}
    package = Package(archive, found, end)
    if len(package.members) != len(members):
        raise damaged()
    _check_no_zip_inside(package)
    return package


def _check_directory(data: bytes) -> int:
    """Look at the last record before `zipfile` reads a directory of any size; where
    that record stands."""
    at = data.rfind(_END, max(0, len(data) - _LONGEST_END))
    if at < 0 or len(data) < at + 22:
        raise damaged()
    members, directory = struct.unpack("<HI", data[at + 10 : at + 16])
    if members > MOST_MEMBERS or directory > MOST_DIRECTORY:
        raise Refused(
            f"The file is a package of more than {MOST_MEMBERS:,} parts, which is not "
            "accepted. Please send the papers one by one.",
            Reason.TOO_MANY_MEMBERS,
        )
    return at + 22


def _check_members(members: list[zipfile.ZipInfo], size: int) -> None:
    if len(members) > MOST_MEMBERS:
        raise damaged()
    if any(_UNSAFE.search(member.orig_filename) for member in members):
        raise Refused(
            "The file names parts outside itself, which is not accepted. Please save "
            "it afresh and send that.",
            Reason.UNSAFE_NAMES,
        )
    if any(member.flag_bits & 1 for member in members):
        raise Refused(
            "The file is protected by a password. Please send a copy without one.",
            Reason.ENCRYPTED,
        )
    if _overlap(members, size):
        raise Refused(
            "Parts of the file lie over one another, which is not accepted. Please "
            "save it afresh as PDF and send that.",
            Reason.UNPACKS_TOO_LARGE,
        )
    total = sum(member.file_size for member in members)
    if total > MOST_UNPACKED or total > MOST_RATIO * size or any(map(_bomb, members)):
        raise Refused(
            "The file unpacks to far more than its size, which is not accepted. "
            "Please save it afresh as PDF and send that.",
            Reason.UNPACKS_TOO_LARGE,
        )


def _overlap(members: list[zipfile.ZipInfo], size: int) -> bool:
    """Whether one part's bytes are also another's: so a small bomb unfolds for ever."""
    begins = sorted((m.header_offset, m.compress_size) for m in members)
    ends = [at + _LOCAL_HEADER + packed for at, packed in begins]
    nexts = [*(at for at, _ in begins[1:]), size]
    return any(end > after for end, after in zip(ends, nexts, strict=False))


def _bomb(member: zipfile.ZipInfo) -> bool:
    packed = max(member.compress_size, 1)
    return member.file_size > SMALL and member.file_size > MOST_RATIO * packed


def _check_no_zip_inside(package: Package) -> None:
    for name in package.names:
        if _EMBEDDED.search(name) or name.endswith("/"):
            continue
        if package.starts(name) in _ZIP_STARTS:
            raise Refused(
                "The file holds another packed file, which is not accepted. Please "
                "send the papers one by one.",
                Reason.ZIP_IN_ZIP,
            )
