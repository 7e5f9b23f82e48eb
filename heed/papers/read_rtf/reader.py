"""Follows the signs of a rich text file."""

import codecs
from collections.abc import Callable

from heed.papers.active import FETCHES_TEMPLATE, HOLDS_OBJECTS, asks_of
from heed.papers.blocks import Run
from heed.papers.flat import DEEPEST_HEADING, Edge
from heed.papers.hidden import Found
from heed.papers.links import address_in
from heed.papers.read_rtf.gathering import Gathering
from heed.papers.read_rtf.state import GONE, SKIPPED, Rows
from heed.papers.read_rtf.tokens import BYTE, CLOSE, OPEN, TEXT, WORD, tokens
from heed.papers.read_rtf.vocabulary import (
    ABOUT,
    ABOUT_NAMES,
    BOXES,
    GONE_FOR_GOOD,
    LINK,
    MARGINS,
    NUMBERS,
    ON_OR_OFF,
    OPENS,
    SIGNS,
    UNSEEN,
    is_story,
    letter,
    whole,
)

_DEEPEST = 500
_TICKED = 1


class RtfReader(Gathering):
    """Reads one file. `found` is what stands beside its text."""

    def read(self, data: bytes) -> None:
        """Take in the whole file."""
        for kind, word, number in tokens(data):
            if kind == BYTE or (kind == TEXT and self._skip):
                self._take_bytes(word)
                continue
            if kind == TEXT:
                self._bytes += word
                continue
            self._flush()
            if kind == OPEN:
                self._open()
            elif kind == CLOSE:
                self._close()
            elif kind == WORD:
                self._word(word.decode("latin-1"), number)
        self._flush()
        for name in list(self._runs):
            self._end_line(name, "")

    # Groups

    def _open(self) -> None:
        self._star = False
        if len(self._states) < _DEEPEST:
            self._states.append(self._state)
            self._state = self._state.copied()
        else:
            self._states.append(self._state)

    def _close(self) -> None:
        self._star = False
        left = self._state
        if self._states:
            self._state = self._states.pop()
        if left.goes_to != self._state.goes_to:
            self._left(left.goes_to)

    def _left(self, name: str) -> None:
        """A destination ended: what was said in it is taken up."""
        if is_story(name):
            self._end_line(name, "")
            return
        if name == "comment author":
            return
        said = whole("".join(self._said.pop(name, [])))
        taken = _TAKEN_UP.get(name)
        if taken:
            taken(self, said)
        elif name.startswith("about "):
            self._keep_about(name.removeprefix("about "), said.strip())

    def _keep_about(self, name: str, said: str) -> None:
        if said:
            self.found.metadata[ABOUT_NAMES.get(name, name)] = said

    def _instruction(self, said: str) -> None:
        if link := LINK.match(said):
            self.found.links[link[1]] = None
            # The result of the field is a group beside this one.
            self._state.link = address_in(link[1])
        self.found.active.update(dict.fromkeys(asks_of(said)))
        if "FORMCHECKBOX" in said.upper():
            state = self._box if self._box in {0, 1} else self._usual_box
            # A program that lost the state when it saved the file says none: nor do we.
            self._say({0: "☐", 1: "☒"}.get(state if state is not None else -1, ""))
        self._box = self._usual_box = None

    def _comment(self, said: str) -> None:
        author = "".join(self._said.pop("comment author", [])).strip()
        if said.strip():
            self.found.comments.append(Found(said.strip(), author))

    def _template(self, said: str) -> None:
        if "://" in said or said.strip().startswith("\\\\"):
            self.found.active[FETCHES_TEMPLATE] = None
            self.found.links[said.strip()] = None

    def _reviser(self, said: str) -> None:
        self._authors += [each.strip() for each in said.split(";")[:-1]]

    def _object(self, said: str) -> None:
        self.found.embedded.append(said.strip() or "object")
        self.found.active[HOLDS_OBJECTS] = None

    # Words

    def _word(self, word: str, number: int | None) -> None:
        if word == "*":
            self._star = True
            return
        star, self._star = self._star, False
        if self._destination(word, star=star):
            return
        if self._state.goes_to == SKIPPED:
            return
        if word in ON_OR_OFF:
            setattr(self._state, ON_OR_OFF[word], number != 0)
        elif word in NUMBERS:
            setattr(self._state, NUMBERS[word], number or 0)
        elif word in _DOES:
            _DOES[word](self, number)
        elif word in SIGNS:
            self._say(SIGNS[word])

    def _destination(self, word: str, *, star: bool) -> bool:
        """Whether the word says where the text of its group goes."""
        state = self._state
        if state.goes_to == GONE:
            return True
        if word == "objdata":
            self.found.active[HOLDS_OBJECTS] = None
        if word == "footnote":
            self._open_note()
        elif word == "ftnalt":
            number = len(self.notes)
            self.notes[-1:] = [("endnote", str(number))] if number else []
        elif goes_to := self._goes_to(word, star=star):
            state.goes_to = goes_to
            state.in_table = state.in_table and not is_story(goes_to)
        else:
            return False
        return True

    def _goes_to(self, word: str, *, star: bool) -> str:
        if word in GONE_FOR_GOOD:
            return GONE
        if word in OPENS:
            return OPENS[word]
        if word in MARGINS:
            return "margins"
        if word in ABOUT and self._state.goes_to == "info":
            return f"about {word}"
        if word in BOXES:
            self.boxes += 1
            return f"box {self.boxes}"
        unseen = (star and word != "nesttableprops") or word in UNSEEN
        return SKIPPED if unseen else ""

    def _open_note(self) -> None:
        number = len(self.notes) + 1
        self.notes.append(("footnote", str(number)))
        link = f"#footnote-{number}"
        self._runs[self._state.goes_to].append(Run(str(number), link=link))
        self._state.goes_to, self._state.in_table = f"note {number}", False

    def _font(self, number: int | None) -> None:
        self._state.font = number or 0

    def _default_font(self, number: int | None) -> None:
        self._state.font = self._usual_font = number or 0

    def _plain(self, number: int | None) -> None:
        self._state.plain()
        self._state.font = self._usual_font

    def _charset(self, number: int | None) -> None:
        self._fonts[self._state.font] = number or 0

    def _ansi(self, number: int | None) -> None:
        self._codepage = _known(f"cp{number}")

    def _unicode(self, number: int | None) -> None:
        self._skip = self._state.skip
        self._say(letter((number or 0) % 0x10000))

    # Tables

    def _paragraph(self, number: int | None) -> None:
        self._end_line(self._state.goes_to, "")

    def _cell(self, number: int | None) -> None:
        self._in_table(1)
        self._end_line(self._state.goes_to, "cell")

    def _inner_cell(self, number: int | None) -> None:
        self._in_table(2)
        self._end_line(self._state.goes_to, "cell")

    def _row(self, number: int | None) -> None:
        state = self._state
        kept = state.in_table, state.depth
        state.in_table, state.depth = True, 1
        self._end_line(state.goes_to, "row", self._rows[1])
        state.in_table, state.depth = kept

    def _inner_row(self, number: int | None) -> None:
        self._in_table(2)
        self._end_line(self._state.goes_to, "row", self._rows[self._state.in_tables])

    def _in_table(self, least: int) -> None:
        state = self._state
        state.in_table = True
        state.depth = 1 if least == 1 else max(state.depth, least)

    def _define_row(self, number: int | None) -> None:
        self._rows[self._row_depth()] = Rows()

    def _row_depth(self) -> int:
        return self._state.in_tables if self._state.depth > 1 else 1

    def _edge(self, number: int | None) -> None:
        rows = self._rows[self._row_depth()]
        rows.edges.append(Edge(number or 0, rows.goes_on, rows.goes_down))
        rows.goes_on = rows.goes_down = False

    def _mark_row(self, name: str) -> None:
        setattr(self._rows[self._row_depth()], name, True)

    def _outline(self, number: int | None) -> None:
        level = (number or 0) + 1
        self._state.level = level if level <= DEEPEST_HEADING else 0

    def _list(self, number: int | None) -> None:
        self._state.listed = max(self._state.listed, 0) if number else -1

    def _list_level(self, number: int | None) -> None:
        self._state.listed = min(number or 0, 8)

    def _ticked(self, number: int | None) -> None:
        self._box = number

    def _usually_ticked(self, number: int | None) -> None:
        self._usual_box = number


_TAKEN_UP: dict[str, Callable[[RtfReader, str], None]] = {
    "instruction": RtfReader._instruction,
    "comment": RtfReader._comment,
    "template": RtfReader._template,
    "revisers": RtfReader._reviser,
    "object": RtfReader._object,
}
_DOES: dict[str, Callable[[RtfReader, int | None], None]] = {
    "pard": lambda reader, _: reader._state.new_paragraph(),
    "plain": RtfReader._plain,
    "par": RtfReader._paragraph,
    "sect": RtfReader._paragraph,
    "page": RtfReader._paragraph,
    "\n": RtfReader._paragraph,
    "\r": RtfReader._paragraph,
    "intbl": lambda reader, _: setattr(reader._state, "in_table", True),
    "cell": RtfReader._cell,
    "nestcell": RtfReader._inner_cell,
    "row": RtfReader._row,
    "nestrow": RtfReader._inner_row,
    "trowd": RtfReader._define_row,
    "cellx": RtfReader._edge,
    "clmrg": lambda reader, _: reader._mark_row("goes_on"),
    "clvmrg": lambda reader, _: reader._mark_row("goes_down"),
    "trhdr": lambda reader, _: reader._mark_row("heading"),
    "outlinelevel": RtfReader._outline,
    "ls": RtfReader._list,
    "ilvl": RtfReader._list_level,
    "f": RtfReader._font,
    "deff": RtfReader._default_font,
    "fcharset": RtfReader._charset,
    "ansicpg": RtfReader._ansi,
    "u": RtfReader._unicode,
    "ffres": RtfReader._ticked,
    "ffdefres": RtfReader._usually_ticked,
}


def _known(codepage: str) -> str:
    try:
        return str(codecs.lookup(codepage).name)
    except LookupError:
        return "cp1252"
