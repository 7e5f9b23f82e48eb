"""What stands in one paragraph: runs, and the boxes and figures that hang on it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from heed.papers.active import asks_of
from heed.papers.blocks import Block, FormField, Note, Run, Runs, text_of
from heed.papers.read_docx.collected import NOTE_PLACES
from heed.papers.read_docx.controls import (
    box,
    control,
    is_placeholder,
    old_field,
    readable,
    symbol,
)
from heed.papers.read_docx.figures import figures
from heed.papers.read_docx.names import MC, Element, R, local, switched_on, w, words
from heed.papers.read_docx.white import on_paper

if TYPE_CHECKING:
    from heed.papers.read_docx.flow import Part

_FIELD_LINK = re.compile(r"(?:HYPERLINK|INCLUDE\w+|DDE(?:AUTO)?|LINK)\s+(.+)")


class Inline:
    """Reads the content of one paragraph, element by element."""

    def __init__(self, part: "Part", properties: Element | None = None) -> None:
        self.part = part
        self.paragraph = properties
        self.hid: list[str] = []
        self.beside: list[Block] = []
        self._runs: list[Run] = []
        self._manner = Run("")

    @property
    def runs(self) -> Runs:
        """What was read, with neighbours of the same manner joined."""
        joined: list[Run] = []
        for run in self._runs:
            if joined and replace(run, text="") == replace(joined[-1], text=""):
                joined[-1] = replace(run, text=joined[-1].text + run.text)
            else:
                joined.append(run)
        return tuple(joined)

    def read(self, element: Element) -> None:
        """Read all that stands in this element."""
        for child in element:
            read = _READERS.get(local(child))
            if read:
                read(self, child)

    def say(self, text: str) -> None:
        """Add words in the present manner."""
        if text:
            self._runs.append(replace(self._manner, text=readable(text)))

    @contextmanager
    def _in_manner(self, manner: Run) -> Iterator[None]:
        before, self._manner = self._manner, manner
        yield
        self._manner = before

    def _run(self, element: Element) -> None:
        properties = element.find(w("rPr"))
        styles = self.part.styles
        if styles.hides(properties, self.paragraph):
            self.hid.append(words(element))
            return
        if styles.is_white(properties, self.paragraph) and on_paper(element, styles):
            # It stays in the text, too: of what lies behind it nobody is sure.
            self.hid.append(words(element))
        else:
            self.hid.append("\n")
        manner = replace(
            self._manner,
            bold=switched_on(properties, "b"),
            italic=switched_on(properties, "i"),
            struck=switched_on(properties, "strike")
            or switched_on(properties, "dstrike"),
        )
        with self._in_manner(manner):
            self.read(element)

    def _text(self, element: Element) -> None:
        self.say(element.text or "")

    def _link(self, element: Element) -> None:
        relation = self.part.relations.get(element.get(f"{{{R}}}id", ""))
        target = relation.target if relation and relation.external else ""
        with self._in_manner(replace(self._manner, link=target)):
            self.read(element)

    def _inserted(self, element: Element) -> None:
        self.part.collected.inserted(element)
        self.read(element)

    def _deleted(self, element: Element) -> None:
        self.part.collected.deleted(element)
        self.hid.append("\n")

    def _either(self, element: Element) -> None:
        """Word writes newer things twice: read the first that is there."""
        for name in ("Choice", "Fallback"):
            chosen = element.find(f"{{{MC}}}{name}")
            if chosen is not None and len(chosen):
                self.read(chosen)
                return

    def _control(self, element: Element) -> None:
        named = control(element)
        content = element.find(w("sdtContent"))
        before = len(self._runs)
        if named.checked is not None:
            self.say(box(named.checked))
        elif content is not None and not named.empty:
            self.read(content)
        text = text_of(tuple(self._runs[before:]))
        if is_placeholder(text):
            del self._runs[before:]
            text = ""
        if named.tag or named.label:
            answer = named.items.get(text.strip(), text)
            self.part.collected.fields.append(
                FormField(named.tag, named.label, answer, named.checked)
            )

    def _field(self, element: Element) -> None:
        if element.get(w("fldCharType")) == "begin":
            self.say(old_field(element))

    def _simple_field(self, element: Element) -> None:
        self._asks(element.get(w("instr"), ""))
        self.read(element)

    def _asks(self, instruction: str) -> None:
        self.part.collected.active.update(dict.fromkeys(asks_of(instruction)))

    def _instruction(self, element: Element) -> None:
        self._asks(element.text or "")
        match = _FIELD_LINK.search(element.text or "")
        if match and "\\l" not in match[1]:
            self.part.collected.links[match[1].strip().strip('"')] = None

    def _note(self, element: Element) -> None:
        place, number = NOTE_PLACES[local(element)], element.get(w("id"), "")
        mark = self.part.collected.mark(place, number)
        with self._in_manner(replace(self._manner, link=f"#{place}-{number}")):
            self.say(mark)

    def _picture(self, element: Element) -> None:
        for content in element.iter(w("txbxContent")):
            blocks = tuple(self.part.blocks(content))
            if blocks:
                self.beside.append(Note(blocks, place="box"))
        self.beside += figures(element, self.part)

    def _formula(self, element: Element) -> None:
        self.say(
            "".join(each.text or "" for each in element.iter() if local(each) == "t")
        )


_READERS: dict[str, Callable[[Inline, Element], None]] = {
    "r": Inline._run,
    "t": Inline._text,
    "tab": lambda inline, _: inline.say("\t"),
    "ptab": lambda inline, _: inline.say("\t"),
    "br": lambda inline, _: inline.say("\n"),
    "cr": lambda inline, _: inline.say("\n"),
    "noBreakHyphen": lambda inline, _: inline.say("-"),
    "sym": lambda inline, element: inline.say(symbol(element)),
    "hyperlink": Inline._link,
    "ins": Inline._inserted,
    "moveTo": Inline._inserted,
    "del": Inline._deleted,
    "moveFrom": Inline._deleted,
    "sdt": Inline._control,
    "AlternateContent": Inline._either,
    "fldChar": Inline._field,
    "instrText": Inline._instruction,
    "fldSimple": Inline._simple_field,
    "footnoteReference": Inline._note,
    "endnoteReference": Inline._note,
    "drawing": Inline._picture,
    "pict": Inline._picture,
    "object": Inline._picture,
    "oMath": Inline._formula,
} | dict.fromkeys(
    (
        "smartTag",
        "customXml",
        "sdtContent",
        "dir",
        "bdo",
        "oMathPara",
        "ruby",
        "rubyBase",
    ),
    Inline.read,
)
