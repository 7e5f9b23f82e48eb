"""What is gathered while a Word file is read: it stands beside the flow of the text."""

import re
from dataclasses import dataclass, field

from heed.papers.blocks import FormField
from heed.papers.hidden import Found
from heed.papers.read_docx.names import Element, w, words

_BETWEEN = re.compile(r"\n+")
NOTE_PLACES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


@dataclass
class Collected:
    """Fills up as the parts of one file are read."""

    deletions: list[Found] = field(default_factory=list)
    insertions: list[Found] = field(default_factory=list)
    hidden_text: list[Found] = field(default_factory=list)
    links: dict[str, None] = field(default_factory=dict)
    active: dict[str, None] = field(default_factory=dict)
    fields: list[FormField] = field(default_factory=list)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    """The marks of the notes that the text refers to, by place and id."""
    images: dict[str, bytes] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    """The parts whose pictures are kept in `images`."""
    unread: dict[str, None] = field(default_factory=dict)
    doubts: dict[str, None] = field(default_factory=dict)

    def deleted(self, change: Element) -> None:
        """Keep the words of a tracked deletion: they are not current text."""
        self._add(self.deletions, change)

    def inserted(self, change: Element) -> None:
        """Keep who inserted words that are current text now."""
        self._add(self.insertions, change)

    def hid(self, text: str) -> None:
        """Keep text that is formatted not to show, each stretch of it in one."""
        said = (each.strip("\n") for each in _BETWEEN.split(text))
        self.hidden_text += [Found(each) for each in said if each.strip()]

    def mark(self, place: str, number: str) -> str:
        """The mark of a note, in the order in which the text refers to them."""
        return self.notes.setdefault((place, number), str(len(self.notes) + 1))

    @staticmethod
    def _add(kept: list[Found], change: Element) -> None:
        text = words(change)
        if text.strip():
            author, on = change.get(w("author"), ""), change.get(w("date"), "")
            kept.append(Found(text, author, on))
