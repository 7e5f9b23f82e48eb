"""A referral that tells of two incidents, taken apart: each child, each adult and each
section stays, goes, or stands in both. Nothing here reads a database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from heed.papers.questions import section as section_called
from heed.referrals.paging import numbers_in

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
NOBODY_KNOWS = (None, "", "unknown", [], {})


@dataclass(frozen=True)
class Said:
    """What a referral says: as it was typed, as it was understood, and where somebody
    lives who must not be found. `renamed` is how each part of what it was taken from is
    called here."""

    answers: dict
    reading: dict
    withheld: dict
    renamed: Mapping[str, str] = field(default_factory=dict)


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
    may_go: bool = True

    @property
    def field(self) -> str:
        return f"{self.kind}-{self.name}"


def parts_of(said: Said) -> list[Part]:
    """Everything of which a person says where it belongs. Who may be at risk, what the
    lead said and what could not be read stand in both, whatever is chosen."""
    found = [
        Part(name, f"{who.capitalize()} {place}{_called(person)}")
        for who in PEOPLE
        for place, name, person in _people(said, who)
    ]
    return found + [
        Part(slug, section_called(slug).title)
        for slug in SECTIONS
        if _says_something(said, slug)
    ]


def _people(said: Said, who: str) -> Iterator[tuple[int, str, dict]]:
    """Place, name and reading of each child or adult; one who was typed and not
    understood is there too."""
    read = said.reading.get(PEOPLE[who], [])
    for place in range(1, max(len(read), len(numbers_in(said.answers, who))) + 1):
        yield place, f"{who}-{place}", read[place - 1] if place <= len(read) else {}


def _called(person: dict) -> str:
    names = [person.get("given"), person.get("family"), person.get("name")]
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
    reading = dict(said.reading)
    for slug in gone:
        for name in SECTIONS[slug]:
            reading.pop(name, None)
    for who, several in PEOPLE.items():
        numbers = numbers_in(said.answers, who)
        here = []
        for place, name, person in _people(said, who):
            if name in kept:
                renamed[name] = f"{who}-{len(here) + 1}"
                here.append(person)
            elif place <= len(numbers):
                out.add(f"{who}.{numbers[place - 1]}.")
        reading[several] = [person for person in here if person]
    prefixes = tuple(out)
    return Said(
        answers={k: v for k, v in said.answers.items() if not k.startswith(prefixes)},
        reading=_called_anew(reading, renamed),
        withheld=_kept_apart(said.withheld, renamed, prefixes),
        renamed=renamed,
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


def _called_anew(reading: dict, renamed: Mapping[str, str]) -> dict:
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
        made["flags"] = [*_flags(reading["flags"], renamed)]
    if safety := reading.get("immediate_safety"):
        whom = _those(safety.get("children", []), renamed)
        made["immediate_safety"] = safety | {"children": whom}
    return made


def _those(refs: Iterable[str], renamed: Mapping[str, str]) -> list[str]:
    return [renamed[ref] for ref in refs if ref in renamed]


def _flags(flags: Iterable[dict], renamed: Mapping[str, str]) -> Iterator[dict]:
    """The doubts about what is here; those about the whole referral stay with it."""
    for flag in flags:
        part, dot, name = (flag.get("where") or "").partition(".")
        if part in renamed:
            yield flag | {"where": f"{renamed[part]}{dot}{name}"}
        elif part.partition("-")[0] not in PEOPLE and part not in SECTIONS:
            yield flag
