"""A referral that tells of two incidents, taken apart: each child, each adult and each
section stays, goes, or stands in both. Nothing here reads a database."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from heed.papers.questions import section as section_called
from heed.referrals.checking import FLAG, doubts_in
from heed.referrals.paging import numbers_in
from heed.referrals.said import PART

STAYS, GOES, BOTH = "stays", "goes", "both"
PEOPLE = {"child": "children", "adult": "adults"}
# A section of the form, and what is read of it.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "incident": ("incident", "circumstances"),
    "criteria": ("criteria",),
    "agency": ("agencies",),
    "working": ("joint_working_concern",),
    "key_date": ("key_dates",),
    "other": (
        "parallel",
        "cross_border",
        "notes",
        "consent",
        "handling",
        "media_interest",
    ),
}
ELSEWHERE = "elsewhere-"
AS_TYPED = "as typed"
NAMES = ("given", "family", "name")
NOBODY_KNOWS = (None, "", "unknown", [], {})


@dataclass(frozen=True)
class Said:
    """What a referral says: as it was typed, as it was understood, and where somebody
    lives who must not be found. `renamed` is how each part, and each doubt, of what it
    was taken from is called here; `unsaid` are the doubts that no page says."""

    answers: dict
    reading: dict
    withheld: dict
    renamed: Mapping[str, str] = field(default_factory=dict)
    unsaid: Collection[str] = ()


@dataclass(frozen=True)
class Part:
    """One thing that stays, goes or stands in both. `name` is a code: `child-2`,
    `incident`."""

    name: str
    label: str


@dataclass(frozen=True)
class Offered:
    """One thing of which is asked where it belongs: a part, a paper, what was added."""

    kind: str
    name: str
    label: str

    @property
    def field(self) -> str:
        return f"{self.kind}-{self.name}"


def parts_of(said: Said) -> list[Part]:
    """Everything of which a person says where it belongs. Who may be at risk, what the
    lead said and what could not be read stand in both, whatever is chosen."""
    found = [Part(one.name, one.label) for who in PEOPLE for one in _people(said, who)]
    return found + [
        Part(slug, section_called(slug).title)
        for slug in SECTIONS
        if _says_something(said, slug)
    ]


@dataclass(frozen=True)
class _Person:
    """A child or an adult as they were read, as they were typed, or both: where nothing
    leaves a doubt that the two are one."""

    name: str
    label: str
    read: dict | None = None
    number: int | None = None


def _people(said: Said, who: str) -> Iterator[_Person]:
    """Everybody who was read; and what was typed, by itself where it cannot be told of
    whom it was read: two names may stand in one box, and a box may name nobody."""
    read = said.reading.get(PEOPLE[who], [])
    numbers = numbers_in(said.answers, who)
    typed = [_typed(said.answers, who, number) for number in numbers]
    are_one = len(typed) == len(read) and all(map(_is_the_same, typed, read))
    for place, person in enumerate(read, 1):
        label = f"{who.capitalize()} {place}{_called(person)}"
        number = numbers[place - 1] if are_one else None
        yield _Person(f"{who}-{place}", label, person, number)
    for place, number in enumerate([] if are_one else numbers, 1):
        label = f"{who.capitalize()} {place} {AS_TYPED}{_called(typed[place - 1])}"
        yield _Person(f"{who}-typed-{place}", label, number=number)


def _typed(answers: dict, who: str, number: int) -> dict:
    return {
        name: str(answers.get(f"{who}.{number}.{name}") or "")
        for name in (*NAMES, "relationship")
    }


def _is_the_same(typed: dict, read: dict) -> bool:
    """Whether somebody was typed and read by the same names, or each time by none."""
    one, other = _names(typed), _names(read)
    return one == other or bool(one and one < other)


def _names(person: dict) -> set[str]:
    said = " ".join(filter(None, (person.get(name) for name in NAMES)))
    return set(re.findall(r"\w+", said.casefold()))


def _called(person: dict) -> str:
    names = [person.get(name) for name in NAMES]
    said = " ".join(filter(None, names)) or person.get("relationship")
    return f": {said}" if said else ""


def _says_something(said: Said, slug: str) -> bool:
    if any(key.startswith(f"{slug}.") for key in said.answers):
        return True
    read = [said.reading.get(name) for name in SECTIONS[slug]]
    told = [[*one.values()] if isinstance(one, dict) else [one] for one in read]
    return any(value not in NOBODY_KNOWS for values in told for value in values)


def split(said: Said, chosen: Mapping[str, str]) -> tuple[Said, Said]:
    """What stays, and what goes into a referral of its own."""
    names = [part.name for part in parts_of(said)]
    stays = {name for name in names if chosen.get(name, BOTH) != GOES}
    goes = {name for name in names if chosen.get(name, BOTH) != STAYS}
    return _only(said, stays), _only(said, goes)


def _only(said: Said, names: Iterable[str]) -> Said:
    """What a referral says, with these parts of it alone."""
    kept = set(names)
    gone = {s for s in SECTIONS if s not in kept and _says_something(said, s)}
    renamed = {slug: slug for slug in SECTIONS if slug not in gone}
    out: set[str] = {f"{slug}." for slug in gone}
    left_out = set(gone)
    reading = dict(said.reading)
    for slug in gone:
        for name in SECTIONS[slug]:
            reading.pop(name, None)
    for who, several in PEOPLE.items():
        here = []
        for one in _people(said, who):
            if one.name not in kept:
                out |= {f"{who}.{one.number}."} if one.number else set()
                left_out.add(one.name)
            elif one.read is not None:
                here.append(one.read)
                renamed[one.name] = f"{who}-{len(here)}"
        reading[several] = here
    prefixes = tuple(out)
    reading = _called_anew(reading, renamed, left_out)
    return Said(
        answers={k: v for k, v in said.answers.items() if not k.startswith(prefixes)},
        reading=reading,
        withheld=_kept_apart(said.withheld, renamed, prefixes),
        renamed=renamed | _doubts_anew(said, reading, renamed, left_out),
    )


def _kept_apart(
    withheld: dict, renamed: Mapping[str, str], out: tuple[str, ...]
) -> dict:
    """Every address that is withheld, wherever its person went: what came with it, and
    stands in both, may tell it."""
    made: dict = {}
    for key, where in withheld.items():
        typed_here = "." in key and not key.startswith(out)
        made[renamed.get(key) or (key if typed_here else f"{ELSEWHERE}{len(made)}")] = (
            where
        )
    return made


def _doubts_anew(
    said: Said, reading: dict, renamed: Mapping[str, str], left_out: Collection[str]
) -> dict[str, str]:
    """How each doubt is called here: they are counted, and some have gone."""
    shown = {"hides_where": bool(said.withheld), "unsaid": said.unsaid}
    here = doubts_in(reading, **shown)
    made = {}
    for flag, key in doubts_in(said.reading, **shown):
        for same in _flags([flag], renamed, left_out):
            found = [n for n, (one, _) in enumerate(here) if one == same]
            if found:
                made[key] = here.pop(found[0])[1]
    return made


def _called_anew(
    reading: dict, renamed: Mapping[str, str], left_out: Collection[str]
) -> dict:
    """A reading whose people are counted from one again, wherever they are named."""
    made = dict(reading)
    made["children"] = [
        child | {"ref": f"child-{place}"}
        for place, child in enumerate(reading.get("children", []), 1)
    ]
    made["adults"] = [
        adult | {"to": _those(adult["to"], renamed)} if "to" in adult else adult
        for adult in reading.get("adults", [])
    ]
    if "flags" in reading:
        made["flags"] = [*_flags(reading["flags"], renamed, left_out)]
    if safety := reading.get("immediate_safety"):
        whom = _those(safety.get("children", []), renamed)
        made["immediate_safety"] = safety | {"children": whom}
    return made


def item_in(renamed: Mapping[str, str], item: str) -> str:
    """How a thing that was checked is called in one of the two: a doubt by its key,
    anything else by the part of which it is; "" where it is not."""
    part, dot, name = item.partition(".")
    if item.startswith(FLAG):
        return renamed.get(item, "")
    here = _called_in(renamed, part)
    return f"{here}{dot}{name}" if here else ""


def _called_in(renamed: Mapping[str, str], part: str) -> str:
    """What stands in no section stands in both."""
    slug = part.partition("-")[0]
    if part in renamed or PART[slug].is_person:
        return renamed.get(part, "")
    section = PART[slug].section
    return part if section in renamed or section not in SECTIONS else ""


def _those(refs: Iterable[str], renamed: Mapping[str, str]) -> list[str]:
    return [renamed[ref] for ref in refs if ref in renamed]


def _flags(
    flags: Iterable[dict], renamed: Mapping[str, str], left_out: Collection[str]
) -> Iterator[dict]:
    """The doubts about what is here; those about the whole referral stay with it."""
    for flag in flags:
        part, dot, name = (flag.get("where") or "").partition(".")
        if part in renamed:
            yield flag | {"where": f"{renamed[part]}{dot}{name}"}
        elif part not in left_out:
            yield flag
