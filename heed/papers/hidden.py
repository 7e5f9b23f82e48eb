"""What a paper carries beside its current text, and what a reading of it yields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from heed.papers.blocks import Document
from heed.papers.limits import Kind


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that does not show when the paper is read or printed."""

    text: str
    author: str = ""
    on: str = ""

    def to_json(self) -> dict[str, str]:
        """What is known of it."""
        known = {"text": self.text, "author": self.author, "on": self.on}
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

    def to_json(self) -> dict[str, object]:
        """As reading.md has it, with insertions, embedded files and links beside."""
        return {
            "tracked_deletions": [each.to_json() for each in self.tracked_deletions],
            "tracked_insertions": [each.to_json() for each in self.tracked_insertions],
            "comments": [each.to_json() for each in self.comments],
            "hidden_text": [each.to_json() for each in self.hidden_text],
            "metadata": dict(self.metadata),
            "embedded": list(self.embedded),
            "external_links": list(self.external_links),
            "active": list(self.active),
        }


NOTHING_HIDDEN = Hidden()


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper that was read: what it says, and what was hidden in it."""

    document: Document
    hidden: Hidden = NOTHING_HIDDEN
    kind: Kind = Kind.TXT
