"""Who lives in the home, told in one answer: "Mum Jo Lark, 34. Sister Ava is 4"."""

import re
from dataclasses import replace
from datetime import date

from heed.papers.dates import read_date
from heed.papers.forms.answers import Answer, Answers
from heed.papers.forms.kin import is_child
from heed.papers.forms.names import people_in
from heed.papers.forms.told import NAME, Told, looks_like_name, people_told
from heed.papers.patterns import later

_GROWN = 18
_FATHER_UNKNOWN = later(
    r"\b(?:(?:birth |natural )?(?:dad|father)|children'?s (?:dad|father))\b"
    r"(?:'s)?[\s:,-]{1,3}(?:name |is |was |details |has |identity )*"
    r"(?:not |un)(?:been )?(?:known|named|stated|on (?:file|birth)|recorded|"
    r"given|identified|disclosed|listed)|"
    r"\b(?:not|n't) (?:know|have|got) (?:who |the name of )?"
    r"(?:the |his |her |their |childrens? )?(?:dad|father)\b|"
    r"\b(?:no|unknown|unnamed) (?:father|dad)\b(?! figure)|\bfather (?:is )?unknown\b",
    re.IGNORECASE,
)


def father_is_unknown(words: str) -> bool:
    """Whether words say that nobody knows, or names, the father."""
    return _FATHER_UNKNOWN.search(words.replace("’", "'")) is not None


def take_household(answers: Answers) -> None:
    """Adults, and brothers and sisters, of whom one answer tells."""
    given = answers.by_key.pop("household.told", None)
    if given is None:
        return
    given = replace(given, text=unbroken(given.text))
    found = take_people(answers, given.text, given.label)
    found += _take_own(answers, given)
    if not found:
        found = _only_names(answers, given)
    if not found:
        answers.unread.append(given)
        return
    for line in given.text.split("\n"):
        if "\n" in given.text and not people_told(line):
            answers.unread.append(Answer(line, given.label))


_BROKEN = later(r"(?<=[^\n]{60}[\w,])\n(?=[^\W\d])")


def unbroken(text: str) -> str:
    """Text whose lines were only broken by their width, as running text."""
    return _BROKEN.sub(" ", text)


_MINE = later(rf"\b[Mm]y (?P<rel>daughter|son)(?:[- ]in[- ]law)?,? (?P<name>{NAME})")
"""Of a household, as a grandparent tells of it: "My daughter Kirsty Lark"."""


def _take_own(answers: Answers, given: Answer) -> int:
    """A son or daughter of who writes, who is grown: the others of the home are told of
    beside them.
    """
    if not _GRAND.search(" ".join(answers.texts())):
        return 0
    known = first_names(answers, "child") | first_names(answers, "adult")
    found = 0
    for match in _MINE.finditer(given.text):
        if match["name"].split()[0].lower() in known:
            continue
        group = f"adult.{_next(answers, 'adult')}"
        answers.add(f"{group}.name", match["name"], given.label)
        related = f"{match['rel']} of the referrer"
        answers.add(f"{group}.relationship", related, given.label)
        found += 1
    return found


_GRAND = later(
    r"\b(?:I am|I.m|am) (?:his|her|their|the) (?:nan|nana|nanny|gran\w*|grand ?\w+)\b",
    re.IGNORECASE,
)


def take_people(answers: Answers, text: str, label: str = "") -> int:
    """Take everybody whom a text names beside how they are related; says how many."""
    known = first_names(answers, "child")
    near = read_date(answers.text("declaration.date")).day
    grown = first_names(answers, "adult")
    found = 0
    for told in people_told(text, of=frozenset(known)):
        first = told.name.split()[0].lower()
        if first in known:
            _add_to_child(answers, first, told)
        if first in known | grown:
            continue
        found += 1
        of_adults = re.search(r"adult|grown[ -]?up", label, re.IGNORECASE)
        young = not of_adults and not _is_grown(told, near)
        if is_child(told.relationship) and young:
            _take_child(answers, told, label)
        else:
            _take_adult(answers, told, label)
            if _OF_TWINS.search(text[: told.start]):
                group = f"adult.{_next(answers, 'adult') - 1}"
                answers.add(f"{group}.to", "twins", label)
    if father_is_unknown(text) and not _has_father(answers):
        number = _next(answers, "adult")
        answers.add(f"adult.{number}.relationship", "father", label)
        answers.add(f"adult.{number}.name", "Not known", label)
        found += 1
    return found


_OF_TWINS = later(r"\btwins?['’]?s?['’]? $", re.IGNORECASE)
"""What stands before a parent of the twins alone: "Twins' dad"."""


def first_names(answers: Answers, section: str) -> set[str]:
    """The first names, in small letters, of everybody answered about in a section."""
    names = (
        answers.text(f"{section}.{n}.{part}")
        for n in answers.numbers(section)
        for part in ("name", "given")
    )
    return {
        person.given.split()[0].lower()
        for name in names
        for person in people_in(name)
        if person.given
    }


def _has_father(answers: Answers) -> bool:
    return any(
        re.fullmatch(
            r"(birth )?(father|dad)",
            answers.text(f"adult.{n}.relationship"),
            re.IGNORECASE,
        )
        for n in answers.numbers("adult")
        if not answers.text(f"adult.{n}.to")
    )


def _is_grown(told: Told, near: date | None) -> bool:
    born = read_date(told.dob, near=near).day if told.dob else None
    if born and near:
        return (near - born).days > _GROWN * 366
    years = re.search(r"\d+", told.age)
    return bool(
        years and int(years[0]) >= _GROWN and not re.search(r"month|mth|w", told.age)
    )


def _next(answers: Answers, section: str) -> int:
    return max([0, *answers.numbers(section)]) + 1


def _take_child(answers: Answers, told: Told, label: str) -> None:
    group = f"child.{_next(answers, 'child')}"
    answers.add(f"{group}.name", told.name, label)
    answers.add(f"{group}.role", "sibling", label)
    answers.add(f"{group}.dob", told.dob, label)
    answers.add(f"{group}.age_text", told.age, label)
    answers.add(f"{group}.address", told.home, label)


def _add_to_child(answers: Answers, first: str, told: Told) -> None:
    """The age, or the day of birth, of a child of whom only the name was known."""
    for number in answers.numbers("child"):
        said = answers.group("child", number)
        people = people_in(said.get("name", ""))
        own = people[0].given.lower().split() if len(people) == 1 else []
        if own[:1] == [first] and not (said.get("age_text") or said.get("dob")):
            answers.add(f"child.{number}.dob", told.dob)
            answers.add(f"child.{number}.age_text", told.age)


def _take_adult(answers: Answers, told: Told, label: str) -> None:
    group = f"adult.{_next(answers, 'adult')}"
    answers.add(f"{group}.name", told.name, label)
    answers.add(f"{group}.relationship", told.relationship, label)
    answers.add(f"{group}.dob", told.dob, label)
    answers.add(f"{group}.address", told.home, label)
    answers.add(f"{group}.to", told.to, label)


def _only_names(answers: Answers, given: Answer) -> int:
    """Parents of whom only the names stand there."""
    people = people_in(given.text)
    names = [f"{each.given} {each.family}".strip() for each in people]
    of_parents = re.search(r"parent|mother|father|mum|dad", given.label, re.IGNORECASE)
    if not names or not of_parents or not all(map(looks_like_name, names)):
        return 0
    for person, name in zip(people, names, strict=True):
        group = f"adult.{_next(answers, 'adult')}"
        answers.add(f"{group}.name", name, given.label)
        answers.add(f"{group}.relationship", "parent", given.label)
        answers.add(f"{group}.dob", person.date, given.label)
    return len(names)
