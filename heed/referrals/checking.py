"""What was understood of a referral, one thing at a time, so that a person can say of
each whether it is right. Nothing here reads a database."""

import copy
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from heed.referrals.asked import Asked, Kind, Part
from heed.referrals.said import ASKED, CHILD, LEAD, PART, PARTS, UNREAD
from heed.referrals.understanding import SAYS_NOTHING, WHERE_SOMEBODY_IS

FLAG = "flag."
FOLDED = 400
WHOLE = "About the whole referral"
CALLED_OTHERWISE = {
    "died": "date_of_death",
    "ethnicity": "ethnicity_verbatim",
    "nhs_number": "identifiers",
}


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

    @property
    def is_sure(self) -> bool:
        """Whether it may be called right together with others."""
        return bool(self.asked) and not self.flags and not self.asked.by_itself

    @property
    def is_long(self) -> bool:
        """Whether it is folded up, so that what follows is not far below."""
        return len(self.read) > FOLDED

    @property
    def part(self) -> str:
        """With what it is answered by one press: a person, or a matter."""
        part = self.key.partition(".")[0]
        slug = part.partition("-")[0]
        return part if slug in PART and PART[slug].is_person else slug


def items_of(reading: dict, *, hides_where: bool, numbers: Callable) -> list[Item]:
    """Everything that a person is asked to check, whether a child is at risk and the
    people first. `numbers` gives the numbers under which the children, or the adults,
    stand in the form."""
    doubted = {_item_of(flag) for flag in reading.get("flags", [])}
    found = [i for part in PARTS for i in _of_part(part, reading, numbers, doubted)]
    if hides_where:
        found = [item for item in found if not tells_where(item.key)]
    return _flagged(found, reading.get("flags", []))


def tells_where(key: str) -> bool:
    """Whether an item says where somebody lives or is."""
    return key.rpartition(".")[2] in WHERE_SOMEBODY_IS


def _of_part(
    part: Part, reading: dict, numbers: Callable, doubted: Collection[str]
) -> Iterable[Item]:
    """What is said of a matter, and what is doubted because it is not said."""
    if not part.several:
        said = (reading.get(part.read_as) or {}) if part.read_as else {}
        said = said | _alone(part, reading)
        yield from _items(part, part.slug, part.title, said, doubted)
        return
    places = numbers(part.section) if part.section else []
    for number, said in enumerate(_each(part, reading), 1):
        title = f"{part.title} {number}" if part.is_person else part.title
        place = places[number - 1] if number <= len(places) else number
        key = f"{part.slug}-{number}"
        yield from _items(part, key, title, said, doubted, number, place)


def _alone(part: Part, reading: dict) -> dict:
    """What stands in a reading by itself, and in no part of it."""
    alone = [each.name for each in part.asked if each.alone or not part.read_as]
    said = {name: reading.get(name) for name in alone}
    if isinstance(said.get("attachments"), list):  # of an email: they stand beside it
        del said["attachments"]
    return said


def _each(part: Part, reading: dict) -> list[dict]:
    """What was read of each of several; of questions with an answer, both."""
    said = reading.get(part.read_as) or []
    if isinstance(said, dict):
        return [{"label": label, "answer": answer} for label, answer in said.items()]
    return said


def _items(
    part: Part,
    key: str,
    title: str,
    said: dict,
    doubted: Collection[str],
    number: int = 0,
    place: int = 0,
) -> Iterable[Item]:
    for each in part.asked:
        value = said.get(each.name)
        stays = each.always or f"{key}.{each.name}" in doubted
        if value in SAYS_NOTHING and not stays:
            continue
        read = each.in_words(value)
        if each.beside and said.get(each.beside):
            read = f"{read} (typed: {said[each.beside]})"
        yield Item(
            key=f"{key}.{each.name}",
            label=_label(part, each, said, number),
            group=title,
            read=read,
            typed=said.get(each.beside) or each.typed(value),
            question=_question(part, each, place),
            asked=each,
        )


def _label(part: Part, asked: Asked, said: dict, number: int) -> str:
    label = said.get("label") or asked.label
    return label if part.is_person or not number else f"{number}. {label}"


def _question(part: Part, asked: Asked, place: int) -> str:
    """The key of the question of our own form that asks this."""
    asks = asked.question or asked.name
    if "." in asks or not part.section:
        return asks
    numbered = place and part.section != "other"
    return f"{part.section}.{place}.{asks}" if numbered else f"{part.section}.{asks}"


def _flagged(items: list[Item], flags: list[dict]) -> list[Item]:
    """The items with what is doubtful in each; a doubt about none of them is an item
    of its own."""
    known = {item.key for item in items}
    by_item: dict[str, list[str]] = {}
    for flag in flags:
        by_item.setdefault(_item_of(flag), []).append(flag["why"])
    alone = [
        Item(key=key, label=_whose(flag) + flag["why"], group=WHOLE, read="")
        for flag, key in _doubts(known, flags)
    ]
    marked = [replace(item, flags=tuple(by_item.get(item.key, ()))) for item in items]
    return [*alone, *marked]


def _whose(flag: dict) -> str:
    """Of which child or adult a doubt is that is about nothing which is asked."""
    slug, _, number = (flag.get("where") or "").partition(".")[0].partition("-")
    is_person = slug in PART and PART[slug].is_person and number.isdigit()
    return f"{PART[slug].title} {number}: " if is_person else ""


def _item_of(flag: dict) -> str:
    """The key of the item of which a flag speaks."""
    part, _, name = (flag.get("where") or "").partition(".")
    if part == "key_dates":
        return f"key_date-{name}.date"
    if part == "referral_date":
        return "paper.referral_date"
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
    """Of which thing of a matter a flag speaks that names the matter alone."""
    return next((name for sign, name in ABOUT if flag.startswith(sign)), "")


ABOUT = (
    ("dob_", "dob"),
    ("surname_", "family"),
    ("sibling_unnamed", "given"),
    ("sex_not_stated", "sex"),
    ("nhs_number_", "identifiers"),
    ("father_unknown", "name"),
    ("safeguarding_lead_missing", "name"),
    ("immediate_safety_", "open_risk"),
    ("two_criteria_boxes", "boxes_ticked"),
    ("criteria_box_unclear", "boxes_unclear"),
)


# What a person says in its place


def as_it_stands(reading: dict, said: Mapping[str, str], *, near: date | None) -> dict:
    """What was understood, with what people put right. What was read is not changed;
    `said` are the words of the person by the key of the item."""
    made = copy.deepcopy(reading)
    for key, words in said.items():
        part, _, name = key.partition(".")
        asked = asked_by(key)
        holder = _holder(made, part, asked) if asked else None
        if asked and holder is not None:
            value = asked.value_of(words, near=near)
            holder[_name_in(made, part) or name] = value
    return made


def asked_by(key: str) -> Asked | None:
    """What an item asks; None for a doubt, and for what no referral says."""
    part, _, name = key.partition(".")
    return ASKED.get((part.partition("-")[0], name))


def _holder(reading: dict, slug: str, asked: Asked) -> dict | None:
    """Where in a reading a thing stands; None where nobody of that number is."""
    slug, _, number = slug.partition("-")
    part = PART[slug]
    if asked.alone or not part.read_as:
        return reading
    if not part.several:
        reading[part.read_as] = reading.get(part.read_as) or {}
        return reading[part.read_as]
    said = reading.get(part.read_as) or []
    place = int(number) - 1 if number.isdigit() else -1
    if not 0 <= place < len(said):
        return None
    return said if isinstance(said, dict) else said[place]


def _name_in(reading: dict, slug: str) -> str:
    """The name of an answer that stands under its own question; "" of any other."""
    slug, _, number = slug.partition("-")
    said = reading.get(PART[slug].read_as) if PART[slug].several else None
    return [*said][int(number) - 1] if isinstance(said, dict) else ""


def label_of(key: str) -> str:
    """What an item is about, as the page says it: "Child 1: date of birth"."""
    slug, _, number = key.partition(".")[0].partition("-")
    asked = asked_by(key)
    if asked is None:
        return ""
    title = PART[slug].title
    return f"{title} {number}: {asked.label.lower()}" if number else asked.label


def said_of(kept) -> str:
    """What a person put in place of what was read, in words."""
    asked = asked_by(kept.item)
    return asked.choices.get(kept.said, kept.said) if asked else kept.said or ""


# The whole of it, for a page that only shows it

KEPT_APART = ("Address", "Kept apart: it must be kept from somebody")
Groups = list[tuple[str, list[tuple[str, str]]]]


def in_groups(
    reading: dict, *, hides_where: bool, is_unit: bool, typed: bool, named: bool = True
) -> Groups:
    """What was understood, matter by matter: the label and the words of each thing.
    Who leads may be who referred, and stands here for the business unit alone. Long
    words that stand beside as they were typed are not said twice; where nobody is
    `named`, nothing is called unsaid."""
    found: dict[str, list[tuple[str, str]]] = {}
    for item in items_of(reading, hides_where=hides_where, numbers=lambda _: []):
        if item.asked is None or (item.part == LEAD.slug and not is_unit):
            continue
        twice = typed and item.asked.kind is Kind.LONG and item.part != UNREAD.slug
        if not twice and (named or item.read != item.asked.unsaid):
            found.setdefault(item.group, []).append((item.label, item.read))
    for title, rows in found.items():
        if hides_where and title.startswith(f"{CHILD.title} "):
            rows.append(KEPT_APART)
    return [*found.items()]
