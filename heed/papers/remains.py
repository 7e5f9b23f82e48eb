"""What the readers of older and other files leave: searched as words, or unread."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from heed.papers.blocks import leaves
from heed.papers.hidden import Beside, Reading
from heed.papers.limits import Kind
from heed.papers.markup import lines_of, parsed
from heed.papers.ole import container
from heed.papers.packages import opened
from heed.papers.picture_metadata.words import strings_in
from heed.papers.rest_of_package import Rest

PICTURES = "its pictures and drawings: files of this kind keep them out of reach"
_WORD = re.compile(r"\w+")
_READ = ("content.xml", "styles.xml", "meta.xml")
_PICTURES_OF_WORD = "Data"
_SIGNS = re.compile(r"\\'([0-9a-f]{2})|\\[a-z]+-?\d* ?|[{}\r\n]|[0-9a-fA-F]{40,}")
_MOST = 2_000_000


def of_a_package(reading: Reading, data: bytes) -> Reading:
    """The reading of an OpenDocument file, with the rest of its package."""
    package = opened(data)
    rest = Rest(package)
    known = _known(reading)
    for name in _READ[:2]:
        if name in package.names:
            lines = _unknown(lines_of(parsed(package.read(name))), known)
            rest.say(f"words without a place in {name}", "\n".join(lines))
    rest.sweep(_READ, reading.hidden.embedded)
    if data[package.end :].strip(b"\x00"):
        rest.unread.append("what follows the end of the file")
    return _with(reading, rest.beside, rest.unread)


def of_old_word(reading: Reading, data: bytes) -> Reading:
    """The reading of an old Word file, with whatever else in it are letters: it keeps
    what was deleted, and pictures that no one here can open."""
    ole = container(data)
    has_pictures = ole.has(_PICTURES_OF_WORD) and ole.read(_PICTURES_OF_WORD).strip(
        b"\0"
    )
    return _of_bytes(reading, strings_in(data), has_pictures=bool(has_pictures))


def of_rich_text(reading: Reading, data: bytes) -> Reading:
    """The reading of a rich text file, with what stands between its signs."""
    said = _SIGNS.sub(_letter, data.decode("latin-1"))
    return _of_bytes(reading, said, has_pictures=b"\\pict" in data)


def _letter(sign: re.Match[str]) -> str:
    if sign[1]:
        return bytes.fromhex(sign[1]).decode("cp1252", "replace")
    return "\n" if sign[0] in "{}" else ""


def _of_bytes(reading: Reading, said: str, *, has_pictures: bool) -> Reading:
    lines = "\n".join(_unknown(said.splitlines(), _known(reading)))
    unread = [PICTURES] if has_pictures else []
    if len(lines) > _MOST:
        return _with(reading, [], [*unread, "remains: more than can be searched"])
    beside = [Beside("remains in the file", lines, label=True)] if lines else []
    return _with(reading, beside, unread)


def _with(reading: Reading, beside: list[Beside], unread: list[str]) -> Reading:
    known = reading.hidden
    hidden = replace(
        known, beside=(*known.beside, *beside), unread=(*known.unread, *unread)
    )
    return replace(reading, hidden=hidden)


def _known(reading: Reading) -> set[str]:
    """Every word that was read."""
    hidden = reading.hidden
    said = [words for _, words in leaves(reading.document.blocks)]
    said += [words for _, words in leaves(reading.document.margins)]
    told = (*hidden.comments, *hidden.tracked_deletions, *hidden.hidden_text)
    said += [word for each in told for word in (each.text, each.author, each.on)]
    said += hidden.metadata.values()
    return set(_WORD.findall("\n".join(said)))


def _unknown(lines: Iterable[str], known: set[str]) -> Iterator[str]:
    """The lines in which a word stands that nothing else says, each once."""
    for line in dict.fromkeys(lines):
        if set(_WORD.findall(line)) - known:
            yield line.strip()


OF_KIND = {
    Kind.ODT: of_a_package,
    Kind.ODS: of_a_package,
    Kind.DOC: of_old_word,
    Kind.RTF: of_rich_text,
}
