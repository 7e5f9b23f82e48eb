"""What was understood of a referral, one thing at a time, so that a person can say of
each whether it is right. Nothing here reads a database."""

import copy
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from heed.papers.dates import read_date
from heed.referrals.templatetags.referral_words import CRITERIA, PLACES, written_date
from heed.rulebook.children import STATUS

Choices = Mapping[str, str]
ABUSE = ("known", "suspected", "known_or_suspected", "no", "unknown")
OUTCOME = ("died", "seriously_harmed", "neither", "unknown")
NOT_SAID = "Not stated"


@dataclass(frozen=True)
class Asked:
    """One thing that a referral may say. `always` stands on the page unsaid too."""

    name: str
    label: str
    always: bool = False
    is_date: bool = False
    is_list: bool = False
    choices: Choices = field(default_factory=dict)


OF_A_CHILD = (
    Asked("given", "First names", always=True),
    Asked("family", "Last name", always=True),
    Asked("aka", "Also known as", is_list=True),
    Asked("role", "Place in what happened", choices=PLACES),
    Asked("status", "How the child is", always=True, choices=STATUS),
    Asked("dob", "Date of birth", always=True, is_date=True),
    Asked("edd", "Day when the baby is due", is_date=True),
    Asked("date_of_death", "Date of death", is_date=True),
    Asked("sex", "Sex"),
    Asked("ethnicity_verbatim", "Ethnic group"),
    Asked("address", "Address"),
    Asked("school", "School or nursery"),
)
OF_AN_ADULT = (
    Asked("name", "Name", always=True),
    Asked("relationship", "Relationship", always=True),
    Asked("dob", "Date of birth", is_date=True),
)
OF_WHAT_HAPPENED = (
    Asked("date", "When it happened", always=True, is_date=True),
    Asked("place", "Where"),
    Asked("area", "Area"),
)
OF_THE_CRITERIA = (
    Asked(
        "abuse_or_neglect",
        "Abuse or neglect",
        always=True,
        choices={each: CRITERIA[each] for each in ABUSE},
    ),
    Asked(
        "outcome",
        "What became of the child",
        always=True,
        choices={each: CRITERIA[each] for each in OUTCOME},
    ),
)
FLAG = "flag."
CALLED_OTHERWISE = {"died": "date_of_death", "ethnicity": "ethnicity_verbatim"}
TYPED_AS = {"ethnicity_verbatim": "ethnicity"}


@dataclass(frozen=True)
class Item:
    """One thing as it was understood. `key` is a code and holds no word of it; `typed`
    are the words from which it was read, `question` the answer of the form in which
    they stand."""

    key: str
    label: str
    group: str
    read: str
    typed: str = ""
    question: str = ""
    asked: Asked | None = None
    flags: tuple[str, ...] = ()

    @property
    def is_flag(self) -> bool:
        return self.asked is None

    @property
    def field(self) -> str:
        """Its name in a form and an address within the page."""
        return self.key.replace(".", "-")


def items_of(reading: dict, *, hides_where: bool, numbers: Callable) -> list[Item]:
    """Everything that a person is asked to check, the people first. `numbers` gives the
    numbers under which the children, or the adults, stand in the form."""
    found = [*_people("child", reading.get("children", []), OF_A_CHILD, numbers)]
    found += _people("adult", reading.get("adults", []), OF_AN_ADULT, numbers)
    for part, title, asked in (
        ("incident", "What happened", OF_WHAT_HAPPENED),
        ("criteria", "The criteria", OF_THE_CRITERIA),
    ):
        found += _items(part, title, reading.get(part) or {}, asked, part)
    if hides_where:
        found = [item for item in found if not item.key.endswith(".address")]
    return _flagged(found, reading.get("flags", []))


def _people(who: str, said: list[dict], asked, numbers) -> Iterable[Item]:
    places = numbers(who)
    for place, person in enumerate(said):
        number = places[place] if place < len(places) else place + 1
        title = f"{who.capitalize()} {place + 1}"
        yield from _items(f"{who}-{place + 1}", title, person, asked, f"{who}.{number}")


def _items(part: str, title: str, said: dict, asked, question: str) -> Iterable[Item]:
    for each in asked:
        value = said.get(each.name)
        if value or each.always:
            yield Item(
                key=f"{part}.{each.name}",
                label=each.label,
                group=title,
                read=in_words(each, value),
                typed=_typed(each, value),
                question=f"{question}.{TYPED_AS.get(each.name, each.name)}",
                asked=each,
            )


def in_words(asked: Asked, value) -> str:
    """What was understood, as the page says it."""
    if not value:
        return NOT_SAID
    if asked.is_date:
        return written_date(value)
    if asked.is_list:
        return ", ".join(value)
    return asked.choices.get(value, str(value))


def _typed(asked: Asked, value) -> str:
    if asked.is_date:
        return (value or {}).get("verbatim") or ""
    if asked.choices or not value:
        return ""
    return value[0] if asked.is_list else str(value)


def _flagged(items: list[Item], flags: list[dict]) -> list[Item]:
    """The items with what is doubtful in each; a doubt about none of them is an item
    of its own."""
    known = {item.key for item in items}
    by_item: dict[str, list[str]] = {}
    for flag in flags:
        by_item.setdefault(_item_of(flag), []).append(flag["why"])
    alone = [
        Item(key=key, label=flag["why"], group="About the whole referral", read="")
        for flag, key in _doubts(known, flags)
    ]
    marked = [replace(item, flags=tuple(by_item.get(item.key, ()))) for item in items]
    return [*alone, *marked]


def _item_of(flag: dict) -> str:
    """The key of the item of which a flag speaks."""
    part, _, name = (flag.get("where") or "").partition(".")
    name = name or _about(flag["name"])
    return f"{part}.{CALLED_OTHERWISE.get(name, name)}"


def _doubts(known: Iterable[str], flags: list[dict]) -> Iterable[tuple[dict, str]]:
    """The doubts about nothing that is asked, each with its key: they are counted."""
    alone = [flag for flag in flags if _item_of(flag) not in known]
    for place, flag in enumerate(alone, 1):
        yield flag, f"{FLAG}{place}.{flag['name']}"[:80]


def doubts_in(
    reading: dict, *, hides_where: bool, unsaid: Collection[str]
) -> list[tuple[dict, str]]:
    """The doubts of a reading that are answered by themselves, each with its key;
    `unsaid` are the names of those that no page says."""
    asked = items_of(reading, hides_where=hides_where, numbers=lambda _: [])
    known = {item.key for item in asked if not item.is_flag}
    said = [flag for flag in reading.get("flags", []) if flag["name"] not in unsaid]
    return [*_doubts(known, said)]


def _about(flag: str) -> str:
    """Of which thing of a child a flag speaks that names the child alone."""
    return next((name for sign, name in ABOUT if flag.startswith(sign)), "")


ABOUT = (("dob_", "dob"), ("surname_", "family"), ("sibling_unnamed", "given"))


# What a person says in its place


def as_it_stands(reading: dict, said: Mapping[str, str], *, near: date | None) -> dict:
    """What was understood, with what people put right. What was read is not changed;
    `said` are the words of the person by the key of the item."""
    made = copy.deepcopy(reading)
    for key, words in said.items():
        part, _, name = key.partition(".")
        asked = ASKED.get((part.partition("-")[0], name))
        holder = _holder(made, part)
        if asked and holder is not None:
            holder[name] = value_of(asked, words, near=near)
    return made


ASKED = {
    (who, each.name): each
    for who, asked in (
        ("child", OF_A_CHILD),
        ("adult", OF_AN_ADULT),
        ("incident", OF_WHAT_HAPPENED),
        ("criteria", OF_THE_CRITERIA),
    )
    for each in asked
}


def value_of(asked: Asked, words: str, *, near: date | None):
    """Words that a person typed as the value that a reading holds."""
    if asked.is_date:
        return read_date(words, near=near).to_json()
    if asked.is_list:
        return [each.strip() for each in words.split(",") if each.strip()]
    return words


def _holder(reading: dict, part: str) -> dict | None:
    who, _, number = part.partition("-")
    if who in {"incident", "criteria"}:
        reading[who] = reading.get(who) or {}
        return reading[who]
    people = reading.get("children" if who == "child" else "adults", [])
    place = int(number) - 1 if number.isdigit() else -1
    return people[place] if 0 <= place < len(people) else None


def label_of(key: str) -> str:
    """What an item is about, as the page says it: "Child 1: date of birth"."""
    part, _, name = key.partition(".")
    who, _, number = part.partition("-")
    asked = ASKED.get((who, name))
    if asked is None:
        return ""
    return (
        f"{who.capitalize()} {number}: {asked.label.lower()}" if number else asked.label
    )


def said_of(kept) -> str:
    """What a person put in place of what was read, in words."""
    part, _, name = kept.item.partition(".")
    asked = ASKED.get((part.partition("-")[0], name))
    return asked.choices.get(kept.said, kept.said) if asked else kept.said or ""
