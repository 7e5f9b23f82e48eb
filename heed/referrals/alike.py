"""When two referrals may be about the same child, or the same event: what is compared,
how much each likeness weighs, and how it is said. Nothing here reads a database."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from heed.referrals.understanding import day_of
from heed.vault.blind import name_parts

Likeness = tuple[str, object]
"""A kind of mark, and the value of ours that another has too."""

# Parts of names that many people share and that tell nobody apart.
NOT_TELLING = {
    *("van", "von", "der", "den", "de", "la", "le", "du", "da", "di", "al", "el", "ul"),
    *("bin", "binti", "ibn", "bint", "abu", "st", "mc", "baby", "boy", "girl", "child"),
    *("unborn", "infant", "unknown", "not", "known"),
}
ENOUGH = 3  # a name and what sounds like another; a name and a day; a day and a place
EXACT, INITIAL, SOUNDS_ALIKE, A_DAY_OR_PLACE, A_NUMBER = 2, 1, 1, 2, 10


def marks_of(reading: dict) -> dict[str, list]:
    """What a referral is found by: of all its children, and the day it happened."""
    children = reading.get("children", [])
    found: dict[str, list] = {}
    for child in children:
        for kind, values in asked_of(child).items():
            found.setdefault(kind, []).extend(values)
    found["happened"] = _days([(reading.get("incident") or {}).get("date")])
    for kind in ("name", "sound", "born", "address", "nhs_number"):
        found.setdefault(kind, [])
    return found


def asked_of(child: dict) -> dict[str, list]:
    """What is compared of one child, by the kind of mark."""
    said = [child.get("given"), child.get("family"), child.get("possible_family")]
    words = [*name_words(filter(None, [*said, *(child.get("aka") or [])]))]
    number = (child.get("identifiers") or {}).get("nhs_number")
    return {
        "name": words,
        "sound": words,
        "born": _days([child.get("dob")]),
        "address": [child["address"]] if child.get("address") else [],
        "nhs_number": [number] if number else [],
    }


def name_words(names: Iterable[str]) -> Iterable[str]:
    """The words of names that tell people apart, each once; a name with a hyphen is
    one word, so that a family's double name alone is no likeness of two children."""
    seen = set()
    for name in names:
        for word in name.split():
            parts = frozenset(name_parts(word)) - NOT_TELLING
            if parts and parts not in seen:
                seen.add(parts)
                yield word


def _days(written: Iterable[dict | None]) -> list:
    return [day for day in map(day_of, written) if day]


@dataclass(frozen=True)
class Alike:
    """How much two have in common, and what, in words that tell none of it."""

    weight: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def is_enough(self) -> bool:
        return self.weight >= ENOUGH

    @property
    def why(self) -> str:
        return "; ".join(self.reasons)


def likeness(shared: Iterable[Likeness]) -> Alike:
    """What the marks that two have in common amount to."""
    shared = set(shared)
    named = {value for kind, value in shared if kind == "name"}
    sound = {value for kind, value in shared if kind == "sound"} - named
    kinds = Counter(kind for kind, _ in shared)
    weight = sum(INITIAL if len(str(word)) == 1 else EXACT for word in named)
    weight += SOUNDS_ALIKE * len(sound)
    reasons = [*_of_names(len(named), len(sound))]
    for kind, counts, words in BESIDE_NAMES:
        if kinds[kind]:
            weight += counts
            reasons.append(words)
    return Alike(weight, tuple(reasons))


BESIDE_NAMES = (
    ("nhs_number", A_NUMBER, "the same NHS number"),
    (
        "born",
        A_DAY_OR_PLACE,
        "the same date of birth, or its day and month the other way round",
    ),
    ("address", A_DAY_OR_PLACE, "the same address or postcode"),
    ("happened", A_DAY_OR_PLACE, "the same day of the incident"),
)


def _of_names(named: int, sound: int) -> Iterable[str]:
    if named > 1:
        yield "names that are the same"
    elif named:
        yield "one name that is the same"
    if sound:
        yield "a name that sounds alike" if sound == 1 else "names that sound alike"
