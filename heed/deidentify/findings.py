"""What was found: where, how sure, of whom, why, and what to write instead."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from heed.deidentify.folding import words_alone


class Tier(StrEnum):
    """Confirmed: the register, a code, an exact date. Check: it could be."""

    CONFIRMED = "confirmed"
    CHECK = "check"


CLASSES = (
    *("name", "alias", "initials", "fuzzy_name", "dob", "date", "age", "address"),
    *("postcode", "place", "school", "identifier", "phone", "email", "professional"),
    *("rare_attribute", "combination", "searchable_quote", "pseudonym_inconsistent"),
    *("sex_revealed", "tracked_deletion", "comment", "hidden_text", "metadata"),
    *("alt_text", "file_name", "exif", "link_target", "header_footer", "text_box"),
    "footnote",
)

BODY = "body"
PLACES_AND_DAYS = frozenset({"place", "school", "date", "dob"})


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Finding:
    """`start` and `end` count characters of the plain text, and are None for what does
    not stand in it. `class_` is the container's where the place itself is the leak;
    `holds` is what was found in it. The id is made from case words: keep it sealed.
    Nobody changes one; to have Python see to it would cost a third of the making."""

    id: str
    tier: Tier
    class_: str
    holds: str
    text: str
    why: str
    person: str | None = None
    start: int | None = None
    end: int | None = None
    anchor: str = ""
    part: str = BODY
    suggest: str | None = None
    critical: bool = False
    of_somebody: bool = False
    """Whether the register holds it, of somebody who is not there by their work."""

    @property
    def place(self) -> str:
        """Where an exception for it would have to be made: the anchor, or the part."""
        return self.anchor or self.part

    @property
    def is_confirmed(self) -> bool:
        """Whether it bars publication until it is gone or excepted."""
        return self.tier is Tier.CONFIRMED

    @property
    def takes_two(self) -> bool:
        """Whether it stays only where people of two bodies sign: what surely
        identifies, and what may be somebody of the register."""
        return self.is_confirmed or self.of_somebody

    @property
    def is_shared(self) -> bool:
        """Whether it may be signed for all its places at once: a town, the own name of
        a school, or a day, which many share with somebody of the register. No name."""
        shared = self.of_somebody and self.holds in PLACES_AND_DAYS
        return shared and not (self.is_confirmed or self.critical)

    def as_json(self) -> dict[str, Any]:
        """The finding in the words of the command line's contract."""
        said: dict[str, Any] = {
            "id": self.id,
            "tier": self.tier.value,
            "class": self.class_,
            "person": self.person,
            "start": self.start,
            "end": self.end,
            "anchor": self.anchor or None,
            "part": self.part,
            "text": self.text,
            "why": self.why,
            "suggest": self.suggest,
            "critical": self.critical,
            "holds": self.holds if self.holds != self.class_ else None,
        }
        return {key: value for key, value in said.items() if value is not None}


def form_of(text: str) -> str:
    """The text as two findings of it are compared: folded words with single spaces."""
    return " ".join(words_alone(text))


class Ids:
    """Ids that a later version of the paper keeps: made of place, form and class, and
    counted where these are the same. Made from case words: to be kept sealed."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._forms: dict[str, str] = {}

    def next(self, place: str, text: str, class_: str) -> str:
        """The id of the next finding of this form and class in this place."""
        form = self._forms.get(text)
        if form is None:
            form = self._forms[text] = form_of(text)
        key = f"{place}|{form}|{class_}"
        count = self._seen[key] = self._seen.get(key, 0) + 1
        return sha256(f"{key}|{count}".encode()).hexdigest()[:16]


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each class, in the order of the classes."""
    counted = Counter(finding.class_ for finding in findings)
    return {name: counted[name] for name in CLASSES if counted[name]}


def unreadable(part: str, reason: str, class_: str = "hidden_text") -> Finding:
    """The open, confirmed finding for what could not be read: nobody knows what it
    holds, so it bars publication like a name would."""
    return Finding(
        id=Ids().next(part, "", class_),
        tier=Tier.CONFIRMED,
        class_=class_,
        holds=class_,
        text="",
        part=part,
        why=f"This part could not be checked: {reason}",
    )
