"""When two referrals may be about the same child, or the same event: what is compared,
how much each likeness weighs, and how it is said. Nothing here reads a database."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from heed.referrals.understanding import day_of, days_of
from heed.vault.blind import (
    A_LONG_SPAN,
    A_SHORT_SPAN,
    Form,
    Kind,
    forms_of,
    houses,
    month_of,
    name_parts,
    span_of,
    streets,
    within,
)

A_DAY, MONTHS = timedelta(days=1), 12
Likeness = tuple[str, object]
"""A kind of mark, and the value of ours that another has too."""

# Parts of names that many people share and that tell nobody apart.
NOT_TELLING = {
    *("van", "von", "der", "den", "de", "la", "le", "du", "da", "di", "al", "el", "ul"),
    *("bin", "binti", "ibn", "bint", "abu", "st", "mc", "baby", "boy", "girl", "child"),
    *("unborn", "infant", "unknown", "not", "known"),
}
ENOUGH = 3  # a name and what sounds like another; a name and a day; a day and a place
EXACT, INITIAL, SOUNDS_ALIKE, A_DAY_OR_PLACE, NEARLY, A_NUMBER = 2, 1, 1, 2, 1, 10

# What two that have a mark in common have in common, the most telling first.
SAME_DAY = "the same day of the incident"
SWAPPED = "a day of the incident with its day and month the other way round"
ONE_OF_SEVERAL = "a day of the incident that is one of those that may be meant"
NEXT_DAY = "days of the incident that follow each other"
SOME_DAYS = "days of the incident that may be the same"
SAME_MONTH = "perhaps the same month of the incident"
SAME_PLACE = "the same address or postcode"
SAME_HOUSE = "an address with the same name of a house"
SAME_STREET = "the same street"
OF_DAYS_AND_PLACES = {
    SAME_DAY: A_DAY_OR_PLACE,
    SWAPPED: A_DAY_OR_PLACE,
    ONE_OF_SEVERAL: A_DAY_OR_PLACE,
    NEXT_DAY: NEARLY,
    SOME_DAYS: NEARLY,
    SAME_MONTH: NEARLY,
    SAME_PLACE: A_DAY_OR_PLACE,
    SAME_HOUSE: A_DAY_OR_PLACE,
    SAME_STREET: NEARLY,
}


def marks_of(reading: dict) -> dict[str, list]:
    """What a referral is found by: of all its children, and the day it happened."""
    children = reading.get("children", [])
    found: dict[str, list] = {}
    for child in children:
        for kind, values in asked_of(child).items():
            found.setdefault(kind, []).extend(values)
    found["happened"] = [*map(Form, _known_by(incident_date(reading)))]
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
        "address": places_asked(child["address"]) if child.get("address") else [],
        "nhs_number": [number] if number else [],
    }


def places_asked(address: str) -> list[Form]:
    """By what an address is looked for: the house, by its number or its name, or the
    street alone."""
    told = dict.fromkeys(forms_of(Kind.ADDRESS, address), SAME_PLACE)
    told |= dict.fromkeys(houses(address), SAME_HOUSE)
    told |= dict.fromkeys(streets(address), SAME_STREET)
    return [Form(form, tells) for form, tells in told.items()]


def incident_date(reading: dict) -> dict | None:
    """What stands where a referral says when it happened."""
    return (reading.get("incident") or {}).get("date")


def _known_by(written: dict | None) -> set[str]:
    """By what a date of an incident is found again, with the precision that it has."""
    if candidates := (written or {}).get("candidates"):
        return {f"perhaps {iso}" for iso in candidates}
    span = days_of(written)
    return span_of(*span) if span else set()


def days_asked(written: dict | None) -> list[Form]:
    """By what a date of an incident is looked for: the same day, day and month swapped,
    the day before and after, the days or the month in which it may lie."""
    told: dict[str, str] = {}
    for form, tells in _days_asked(written):
        told.setdefault(form, tells)
    return [Form(form, tells) for form, tells in told.items()]


def _days_asked(written: dict | None) -> Iterable[tuple[str, str]]:
    if candidates := (written or {}).get("candidates"):
        for iso in candidates:
            yield iso, ONE_OF_SEVERAL
            yield f"perhaps {iso}", ONE_OF_SEVERAL
    elif span := days_of(written):
        first, last = span
        yield from _of_one_day(first) if first == last else _of_some_days(first, last)


def _of_one_day(day: date) -> Iterable[tuple[str, str]]:
    yield day.isoformat(), SAME_DAY
    if day.day <= MONTHS:
        yield date(day.year, day.day, day.month).isoformat(), SWAPPED
    yield f"perhaps {day.isoformat()}", ONE_OF_SEVERAL
    for beside in (day - A_DAY, day + A_DAY):
        yield beside.isoformat(), NEXT_DAY
    yield within(day), SOME_DAYS
    yield month_of(day), SAME_MONTH


def _of_some_days(first: date, last: date) -> Iterable[tuple[str, str]]:
    """A year or so is no likeness, and is not looked for."""
    days = (last - first).days + 1
    if days > A_LONG_SPAN:
        return
    tells = SOME_DAYS if days <= A_SHORT_SPAN else SAME_MONTH
    for day in (first + A_DAY * n for n in range(days)):
        for form in (day.isoformat(), within(day), f"perhaps {day.isoformat()}"):
            yield form, tells
        yield month_of(day), SAME_MONTH


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
    for kind in ("address", "happened"):
        told = {value.tells for each, value in shared if each == kind}
        if best := next((words for words in OF_DAYS_AND_PLACES if words in told), ""):
            weight += OF_DAYS_AND_PLACES[best]
            reasons.append(best)
    return Alike(weight, tuple(reasons))


BESIDE_NAMES = (
    ("nhs_number", A_NUMBER, "the same NHS number"),
    (
        "born",
        A_DAY_OR_PLACE,
        "the same date of birth, or its day and month the other way round",
    ),
)


def _of_names(named: int, sound: int) -> Iterable[str]:
    if named > 1:
        yield "names that are the same"
    elif named:
        yield "one name that is the same"
    if sound:
        yield "a name that sounds alike" if sound == 1 else "names that sound alike"
