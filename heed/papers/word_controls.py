"""Content controls: the places in a Word form where somebody writes or ticks."""

from collections.abc import Sequence
from itertools import count

from heed.papers.word_xml import Element, named, text_run, w

TICKED, EMPTY = "☒", "☐"
WRITE_HERE = "Write here"
LONGEST_NAME = 64
"""Word refuses a control whose name or tag is longer."""

BOX_FONT = "MS Gothic"


class Controls:
    """Makes controls, each with a number of its own in the document."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def text(self, tag: str, label: str) -> Element:
        """A place to write words, with as many lines as one likes."""
        about = self._about(tag, label)
        about.append(w("showingPlcHdr"))
        about.append(w("text", multiLine=1))
        return w("sdt", about, w("sdtContent", _placeholder()))

    def box(self, tag: str, label: str) -> Element:
        """A box to tick."""
        about = self._about(tag, label)
        about.append(
            w(
                "w14:checkbox",
                w("w14:checked", val=0),
                w("w14:checkedState", val=f"{ord(TICKED):04X}", font=BOX_FONT),
                w("w14:uncheckedState", val=f"{ord(EMPTY):04X}", font=BOX_FONT),
            )
        )
        return w("sdt", about, w("sdtContent", _sign(EMPTY)))

    def fixed(self, tag: str, label: str, words: str) -> Element:
        """Words that nobody is to change, such as the version of the form."""
        about = self._about(tag, label, lock="sdtContentLocked")
        about.append(w("text"))
        return w("sdt", about, w("sdtContent", text_run(words)))

    def _about(self, tag: str, label: str, lock: str = "sdtLocked") -> Element:
        return w(
            "sdtPr",
            w("alias", val=label[:LONGEST_NAME]),
            w("tag", val=tag[:LONGEST_NAME]),
            w("id", val=next(self._numbers)),
            w("lock", val=lock),
        )


def _placeholder() -> Element:
    return text_run(WRITE_HERE, w("rStyle", val="PlaceholderText"))


def _sign(sign: str) -> Element:
    fonts = w(
        "rFonts", ascii=BOX_FONT, hAnsi=BOX_FONT, eastAsia=BOX_FONT, hint="eastAsia"
    )
    return text_run(sign, fonts)


def controls_in(part: Element) -> dict[str, Element]:
    """The controls of a part of a document, by their tags."""
    found = {}
    for control in part.iter(named("sdt")):
        tag = control.find(f"{named('sdtPr')}/{named('tag')}")
        if tag is not None:
            found[str(tag.get(named("val")))] = control
    return found


def write_into(control: Element, words: str) -> None:
    """Put words into a text control, as a typist does."""
    about, content = _parts(control)
    for mark in about.findall(named("showingPlcHdr")):
        about.remove(mark)
    _replace(content, [text_run(words)])


def tick(control: Element) -> None:
    """Tick a box, as a typist does."""
    about, content = _parts(control)
    for state in about.iter(named("w14:checked")):
        state.set(named("w14:val"), "1")
    _replace(content, [_sign(TICKED)])


def _parts(control: Element) -> tuple[Element, Element]:
    about = control.find(named("sdtPr"))
    content = control.find(named("sdtContent"))
    if about is None or content is None:
        raise ValueError("This content control is not whole.")
    return about, content


def _replace(content: Element, runs: Sequence[Element]) -> None:
    for old in list(content):
        content.remove(old)
    content.extend(runs)
