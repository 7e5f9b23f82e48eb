"""What an old Word file carries beside its text: comments, properties, objects."""

import struct
from collections.abc import Iterator

from heed.papers.hidden import Found
from heed.papers.ole import Container
from heed.papers.read_doc.file import COMMENT_AUTHORS, COMMENTS, WordFile

_REFERENCE = 30
_SECTIONS = ("\x05SummaryInformation", "\x05DocumentSummaryInformation")
_NAMES = (
    {2: "title", 3: "subject", 4: "creator", 5: "keywords", 6: "description"}
    | {7: "template", 8: "lastModifiedBy", 12: "created", 13: "modified"},
    {2: "category", 14: "manager", 15: "company"},
)
_NARROW, _WIDE, _MOMENT = 30, 31, 64
_HEAD, _SECTION, _LEAST = 48, 8, 12
_EPOCH, _TICKS = 11_644_473_600, 10_000_000
_OBJECTS = ("ObjectPool/", "MsoDataStore/")


def comments(file: WordFile, story: tuple[int, int]) -> Iterator[Found]:
    """Each comment with the name or initials of who made it."""
    authors = _authors(file.part(COMMENT_AUTHORS))
    references = file.part(COMMENTS)
    count = max(len(references) - 4, 0) // (_REFERENCE + 4)
    begin, end = story
    words = "".join(each.text for each in file.stretches(begin, end))
    said = [each for each in words.split("\x05") if each.strip("\r\n\x00 ")]
    for number, text in enumerate(said):
        at = 4 * (count + 1) + _REFERENCE * number
        author = ""
        if number < count:
            size = min(struct.unpack_from("<H", references, at)[0], 9)
            initials = references[at + 2 : at + 2 + 2 * size]
            who = struct.unpack_from("<H", references, at + 20)[0]
            author = initials.decode("utf-16-le", "replace")
            author = authors[who] if who < len(authors) else author
        yield Found(text.strip("\r\n\x00 ").replace("\r", "\n"), author)


def _authors(raw: bytes) -> list[str]:
    found, at = [], 0
    while at + 2 <= len(raw):
        size = 2 * struct.unpack_from("<H", raw, at)[0]
        found.append(raw[at + 2 : at + 2 + size].decode("utf-16-le", "replace"))
        at += 2 + size
    return found


def metadata(ole: Container) -> dict[str, str]:
    """Who made the file, with what, when: as its two sets of properties say."""
    found: dict[str, str] = {}
    for path, names in zip(_SECTIONS, _NAMES, strict=True):
        found |= _properties(ole.read(path), names)
    return found


def _properties(raw: bytes, names: dict[int, str]) -> dict[str, str]:
    if len(raw) < _HEAD:
        return {}
    start = struct.unpack_from("<I", raw, 44)[0]
    section = raw[start:]
    if len(section) < _SECTION:
        return {}
    count = min(struct.unpack_from("<I", section, 4)[0], 100, (len(section) - 8) // 8)
    found = {}
    for number in range(count):
        which, at = struct.unpack_from("<II", section, 8 + 8 * number)
        said = _value(section[at:]) if which in names else ""
        if said:
            found[names[which]] = said
    return found


def _value(raw: bytes) -> str:
    if len(raw) < _LEAST:
        return ""
    kind, size = struct.unpack_from("<II", raw)
    if kind == _NARROW:
        return raw[8 : 8 + size].partition(b"\x00")[0].decode("cp1252", "replace")
    if kind == _WIDE:
        return raw[8 : 8 + 2 * size].decode("utf-16-le", "replace").partition("\x00")[0]
    if kind == _MOMENT:
        return _moment(struct.unpack_from("<Q", raw, 4)[0])
    return ""


def _moment(ticks: int) -> str:
    from datetime import UTC, datetime

    seconds = ticks / _TICKS - _EPOCH
    if not 0 < seconds < 2**32:
        return ""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def embedded(ole: Container) -> list[str]:
    """The objects that lie in the file, each once."""
    inside = (path for path in ole.entries if path.startswith(_OBJECTS))
    return list(dict.fromkeys("/".join(path.split("/")[:2]) for path in inside))
