"""What a paper carries beside its current text, and what a reading of it yields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Self

from heed.papers.blocks import Document
from heed.papers.limits import Kind


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that does not show when the paper is read or printed."""

    text: str
    author: str = ""
    on: str = ""
    where: str = ""
    """Where it stands and why it does not show, if that can be said."""

    def to_json(self) -> dict[str, str]:
        """What is known of it."""
        known = {"text": self.text, "author": self.author, "on": self.on}
        known |= {"where": self.where}
        return {name: value for name, value in known.items() if value}


@dataclass(frozen=True, slots=True)
class Beside:
    """Words of a part that no page shows as they stand there, such as the data of a
    chart. A `label` has no sentences: the name of a bookmark, a property."""

    kind: str
    text: str
    label: bool = False

    def to_json(self) -> dict[str, object]:
        """What it is, and what it says."""
        known = {"kind": self.kind, "text": self.text, "label": self.label}
        return {name: value for name, value in known.items() if value}


@dataclass(frozen=True, slots=True)
class Hidden:
    """What was hidden in a paper. Deleted text is not current text."""

    tracked_deletions: tuple[Found, ...] = ()
    tracked_insertions: tuple[Found, ...] = ()
    comments: tuple[Found, ...] = ()
    hidden_text: tuple[Found, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    embedded: tuple[str, ...] = ()
    external_links: tuple[str, ...] = ()
    active: tuple[str, ...] = ()
    """What would act by itself where a program let it, each in a sentence."""
    beside: tuple[Beside, ...] = ()
    unread: tuple[str, ...] = ()
    """The parts that could not be read, or "part: why". Nobody knows what they hold."""
    doubts: tuple[str, ...] = ()
    """What the reading guessed of the whole paper, each in a sentence for a person."""

    def to_json(self) -> dict[str, object]:
        """As reading.md has it, and the other parts that do not show."""
        return {
            "tracked_deletions": [each.to_json() for each in self.tracked_deletions],
            "tracked_insertions": [each.to_json() for each in self.tracked_insertions],
            "comments": [each.to_json() for each in self.comments],
            "hidden_text": [each.to_json() for each in self.hidden_text],
            "metadata": dict(self.metadata),
            "embedded": list(self.embedded),
            "external_links": list(self.external_links),
            "active": list(self.active),
            "beside": [each.to_json() for each in self.beside],
            "unread": list(self.unread),
            "doubts": list(self.doubts),
        }

    @classmethod
    def from_json(cls, said: Mapping[str, Any] | None) -> Self:
        """What was hidden, from what a reading of the paper kept."""
        said = said or {}
        lists = ("tracked_deletions", "tracked_insertions", "comments", "hidden_text")
        words = ("embedded", "external_links", "active", "unread", "doubts")
        found: dict[str, Any] = {
            n: tuple(Found(**each) for each in said.get(n, ())) for n in lists
        }
        return cls(
            **found,
            **{name: tuple(said.get(name, ())) for name in words},
            metadata=MappingProxyType(dict(said.get("metadata", {}))),
            beside=tuple(Beside(**each) for each in said.get("beside", ())),
        )


NOTHING_HIDDEN = Hidden()


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper that was read: what it says, and what was hidden in it."""

    document: Document
    hidden: Hidden = NOTHING_HIDDEN
    kind: Kind = Kind.TXT
