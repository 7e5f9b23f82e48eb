"""The text of an old Word file as lines: fields resolved, boxes ticked, what was
deleted or hidden set apart."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from heed.papers.active import asks_of
from heed.papers.blocks import Run
from heed.papers.flat import Line, joined, moment
from heed.papers.hidden import Found
from heed.papers.links import address_in
from heed.papers.read_doc import sprms
from heed.papers.read_doc.file import REVISERS, Stretch, WordFile, strings

_ENDS = "\r\x07\x0c"
_CELL = "\x07"
_BEGIN, _SPLIT, _FINISH, _PICTURE = "\x13", "\x14", "\x15", "\x01"
_SIGNS = str.maketrans(
    {"\x0b": "\n", "\x1e": "-", "\x1f": None, "\x02": None, "\x05": None, "\x08": None}
    | {chr(code): None for code in (0, 3, 4, 6, 14)}
)
_CUT = re.compile(rf"[{_ENDS}]|[{_BEGIN}{_SPLIT}{_FINISH}{_PICTURE}]")
_LINK = re.compile(r'^\s*HYPERLINK\s+"?([^"\s]+)', re.IGNORECASE)
_HEADINGS = range(1, 10)


@dataclass
class Gathered:
    """Fills up while the stories of one file are read."""

    file: WordFile
    deletions: list[Found] = field(default_factory=list)
    insertions: list[Found] = field(default_factory=list)
    hidden_text: list[Found] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    active: dict[str, None] = field(default_factory=dict)
    going_on: list[Found] | None = None
    """Where the text just before this one was kept: what follows is the same piece."""

    def __post_init__(self) -> None:
        self.revisers = strings(self.file.part(REVISERS))
        self.fields = self.file.ole.read("Data")

    def set_apart(self, text: str, said: sprms.Properties) -> bool:
        """Keep what is not current text; say whether it was kept."""
        if sprms.on(said, sprms.DELETED):
            self._keep(self.deletions, text, said, sprms.DELETED_BY, sprms.DELETED_ON)
            return True
        if sprms.on(said, sprms.HIDDEN):
            self._keep(self.hidden_text, text, {}, 0, 0)
            return True
        if sprms.on(said, sprms.INSERTED):
            by, when = sprms.INSERTED_BY, sprms.INSERTED_ON
            self._keep(self.insertions, text, said, by, when)
        else:
            self.going_on = None
        return False

    def _keep(
        self,
        kept: list[Found],
        text: str,
        said: sprms.Properties,
        by: int,
        when: int,
    ) -> None:
        if not text.strip() and self.going_on is not kept:
            return
        number = sprms.number(said, by)
        known = by in said and number < len(self.revisers)
        author = self.revisers[number] if known else ""
        found = Found(text, author, moment(sprms.number(said, when)))
        if self.going_on is kept and kept[-1].author == author:
            kept[-1] = replace(kept[-1], text=kept[-1].text + text)
        else:
            kept.append(found)
        self.going_on = kept

    def box(self, said: sprms.Properties) -> str:
        """What a form field shows: a box, ticked or not."""
        if sprms.PLACE_OF_DATA not in said:
            return ""
        at = sprms.number(said, sprms.PLACE_OF_DATA)
        return box_of(self.fields[at:])


_NAME_BEFORE_DATA = 0x44
_VERSION, _CHECK_BOX, _LEAST = 0xFFFFFFFF, 1, 10


def box_of(raw: bytes) -> str:
    """The box that these data of a form field describe, or ""."""
    if len(raw) < _NAME_BEFORE_DATA + 12:
        return ""
    size, head = struct.unpack_from("<IH", raw)
    data = raw[head:size]
    if len(data) < _LEAST or struct.unpack_from("<I", data)[0] != _VERSION:
        return ""
    bits = struct.unpack_from("<H", data, 4)[0]
    if bits & 3 != _CHECK_BOX:
        return ""
    state = bits >> 2 & 0x1F
    if state not in {0, 1}:
        # Nobody touched it: it shows what the form says it does at first.
        name = struct.unpack_from("<H", data, 10)[0]
        usual = data[10 + 2 + 2 * name + 2 :][:2]
        state = int.from_bytes(usual, "little")
    return "☒" if state == 1 else "☐"


def lines_of(
    file: WordFile, begin: int, end: int, gathered: Gathered
) -> Iterator[Line]:
    """The lines between two places of the text."""
    reader = _Reader(gathered)
    for stretch in file.stretches(begin, end):
        for text in _cut(stretch.text):
            if text in _ENDS:
                yield reader.line(text, stretch)
            else:
                reader.take(text, stretch)
    last = reader.line("\r", None)
    if last.runs:
        yield last


def _cut(text: str) -> Iterator[str]:
    """Words, and each sign that ends or begins something by itself."""
    at = 0
    for sign in _CUT.finditer(text):
        if sign.start() > at:
            yield text[at : sign.start()]
        yield sign[0]
        at = sign.end()
    if at < len(text):
        yield text[at:]


class _Reader:
    """Takes text until a line is full. Of a field it keeps what the field shows."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.runs: list[Run] = []
        self.fields: list[list[str]] = []
        """The instructions of the fields that are open, innermost last; with "" after
        them from where a field shows its result."""

    def take(self, text: str, stretch: Stretch) -> None:
        if text == _BEGIN:
            self.fields.append([])
        elif text == _SPLIT and self.fields:
            self._note(self.fields[-1])
            self.fields[-1].append("")
        elif text == _FINISH and self.fields:
            gone = self.fields.pop()
            if "" not in gone:
                self._note(gone)
        elif text == _PICTURE:
            self._say(self.gathered.box(stretch.said), stretch)
        elif self.fields and "" not in self.fields[-1]:
            self.fields[-1].append(text)
        else:
            self._say(text, stretch)

    def _note(self, instruction: list[str]) -> None:
        words = "".join(instruction)
        if link := _LINK.match(words):
            self.gathered.links[link[1]] = None
        self.gathered.active.update(dict.fromkeys(asks_of(words)))

    def _say(self, text: str, stretch: Stretch) -> None:
        shown = text.translate(_SIGNS)
        said = stretch.said
        if not shown or self.gathered.set_apart(shown, said):
            return
        struck = sprms.on(said, sprms.STRUCK) or sprms.on(said, sprms.STRUCK_TWICE)
        self.runs.append(
            Run(
                shown,
                bold=sprms.on(said, sprms.BOLD),
                italic=sprms.on(said, sprms.ITALIC),
                struck=struck,
                link=self._link(),
            )
        )

    def _link(self) -> str:
        words = ("".join(field) for field in reversed(self.fields))
        found = (link[1] for each in words if (link := _LINK.match(each)))
        return address_in(next(found, ""))

    def line(self, mark: str, stretch: Stretch | None) -> Line:
        """The line that ends here, with what is said of its paragraph."""
        runs, self.runs = joined(self.runs), []
        if stretch is None:
            return Line(runs)
        said = stretch.paragraph
        depth = sprms.number(said, sprms.DEPTH) or int(sprms.on(said, sprms.IN_TABLE))
        ends = _ends(mark, said, depth)
        listed = sprms.number(said, sprms.LIST_NUMBER)
        return Line(
            runs,
            level=stretch.style if stretch.style in _HEADINGS else 0,
            item=sprms.number(said, sprms.LIST_LEVEL) if listed else -1,
            depth=depth,
            ends=ends,
            edges=sprms.edges(said) if ends == "row" else (),
            heading=ends == "row" and sprms.on(said, sprms.HEADER_ROW),
        )


def _ends(mark: str, said: sprms.Properties, depth: int) -> str:
    if not depth:
        return ""
    if sprms.on(said, sprms.ROW_ENDS) and depth == 1:
        return "row"
    if sprms.on(said, sprms.INNER_ROW_ENDS):
        return "row"
    inner = depth > 1 and sprms.on(said, sprms.INNER_CELL_ENDS)
    return "cell" if inner or (mark == _CELL and depth == 1) else ""
