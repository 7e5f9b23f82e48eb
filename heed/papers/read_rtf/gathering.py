"""Gathers the text of a rich text file: its lines, and what stands beside them."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from heed.papers.blocks import Run
from heed.papers.flat import Line, joined, moment
from heed.papers.hidden import Found
from heed.papers.read_rtf.state import GONE, SKIPPED, Rows, State
from heed.papers.read_rtf.vocabulary import (
    CHARSETS,
    HEADING,
    SYMBOL_FONT,
    is_story,
    symbol,
    whole,
)


@dataclass
class Gathered:
    """What stands beside the text."""

    deletions: list[Found] = field(default_factory=list)
    insertions: list[Found] = field(default_factory=list)
    comments: list[Found] = field(default_factory=list)
    hidden_text: list[Found] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    embedded: list[str] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    active: dict[str, None] = field(default_factory=dict)


class Gathering:
    """`found` is what stands beside the text; `notes` and `boxes` are counted."""

    def __init__(self) -> None:
        self.found = Gathered()
        self.notes: list[tuple[str, str]] = []
        self.boxes = 0
        self._lines: dict[str, list[Line]] = defaultdict(list)
        self._runs: dict[str, list[Run]] = defaultdict(list)
        self._said: dict[str, list[str]] = defaultdict(list)
        self._state = State()
        self._states: list[State] = []
        self._rows: dict[int, Rows] = defaultdict(Rows)
        self._bytes = bytearray()
        self._codepage, self._usual_font = "cp1252", 0
        self._fonts: dict[int, int] = {}
        self._headings: dict[int, int] = {}
        self._authors: list[str] = []
        self._skip = 0
        self._star = False
        self._box: int | None = None
        self._usual_box: int | None = None
        self._apart: list[Found] | None = None

    def lines(self, name: str) -> list[Line]:
        """The lines of the body, of a note, or of the margins."""
        return self._lines[name]

    # Text

    def _take_bytes(self, raw: bytes) -> None:
        """Bytes, but for those that only repeat what was given as Unicode."""
        gone = min(self._skip, len(raw))
        self._skip -= gone
        self._bytes += raw[gone:]

    def _flush(self) -> None:
        self._skip = 0
        if not self._bytes:
            return
        raw, self._bytes = bytes(self._bytes), bytearray()
        charset = self._fonts.get(self._state.font, 1)
        if charset == SYMBOL_FONT:
            text = "".join(symbol(each) for each in raw)
        else:
            text = raw.decode(CHARSETS.get(charset, self._codepage), "replace")
        self._say(text)

    def _say(self, text: str) -> None:
        state = self._state
        name = state.goes_to
        if name in {SKIPPED, GONE} or not text:
            return
        if name == "styles":
            heading = HEADING.search(text)
            if heading:
                self._headings[state.style] = int(heading[1])
        elif not is_story(name):
            self._said[name].append(text)
        elif not self._set_apart(text):
            self._runs[name].append(
                Run(text, state.bold, state.italic, state.struck, state.link)
            )

    def _set_apart(self, text: str) -> bool:
        state, found = self._state, self.found
        if state.deleted:
            self._keep(found.deletions, text)
            return True
        if state.hidden:
            self._keep(found.hidden_text, text)
            return True
        if state.inserted:
            self._keep(found.insertions, text)
        else:
            self._apart = None
        return False

    def _keep(self, kept: list[Found], text: str) -> None:
        who = self._state.author
        author = self._authors[who] if 0 <= who < len(self._authors) else ""
        if self._apart is kept and kept[-1].author == author:
            kept[-1] = replace(kept[-1], text=kept[-1].text + text)
        elif text.strip():
            kept.append(Found(text, author, moment(self._state.revised % 2**32)))
            self._apart = kept

    # Lines

    def _end_line(self, name: str, ends: str, rows: Rows | None = None) -> None:
        if not is_story(name):
            self._said[name].append("\n")
            return
        state = self._state
        depth = state.in_tables if name == state.goes_to else 0
        runs = tuple(
            replace(run, text=whole(run.text))
            for run in joined(self._runs.pop(name, []))
        )
        if not runs and not ends and not depth:
            return
        level = state.level or self._headings.get(state.style, 0)
        if level:
            # The style of a heading is repeated in its letters: it is not their own.
            runs = joined([replace(run, bold=False) for run in runs])
        self._lines[name].append(
            Line(
                runs,
                level=level,
                item=state.listed,
                depth=max(depth, 1) if ends else depth,
                ends=ends,
                edges=tuple(rows.edges) if rows else (),
                heading=bool(rows and rows.heading),
            )
        )
