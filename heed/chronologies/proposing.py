"""Who is named in the rows and is in no key: to be put in, or looked at. Nothing here
reads a database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from heed.chronologies.naming import texts_in
from heed.chronologies.numbers import as_cited
from heed.chronologies.queries import Told
from heed.deidentify.folding import words_of
from heed.deidentify.naming import Naming


@dataclass(frozen=True)
class Escaped:
    """A place at which somebody is named whom the key does not know."""

    name: str
    role: str
    row: Told

    @property
    def number(self) -> str:
        """The number of its row, as people cite it."""
        return as_cited(self.row.number)


@dataclass
class Proposed:
    """Somebody who is named beside their work: by what role, how they are written, in
    which rows."""

    role: str
    names: list[str]
    rows: list[Decimal] = field(default_factory=list)

    @property
    def value(self) -> str:
        """By which the page asks for them: role and longest name."""
        return f"{self.role}|{self.names[0]}"

    @property
    def label(self) -> str:
        """As the page names them."""
        numbers = ", ".join(map(as_cited, self.rows[:SHOWN]))
        more = " and more" if len(self.rows) > SHOWN else ""
        return f"{self.role}: {' or '.join(self.names)} (row {numbers}{more})"


SHOWN = 5


@dataclass(frozen=True)
class CalledSo:
    """What the key calls somebody stands in rows as they were typed: an agency numbers
    its own people, and may mean somebody else."""

    called: str
    agency: str
    rows: list[str]


def called_so_in(rows: Iterable[Told], called: Iterable[str]) -> list[CalledSo]:
    """Where agencies themselves call somebody what the key calls somebody, by agency;
    of the rows the first."""
    known = {
        each: re.compile(rf"\b{re.escape(each)}\b", re.IGNORECASE) for each in called
    }
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        said = "\n".join(texts_in(row.words))
        for each, form in known.items():
            if form.search(said):
                found.setdefault((each, row.told_by), []).append(as_cited(row.number))
    return [CalledSo(*whose, numbers[:SHOWN]) for whose, numbers in found.items()]


def escaped_in(rows: Iterable[Told], naming: Naming) -> list[Escaped]:
    """Every place at which somebody may still be named: with names off nobody is
    called there."""
    return [
        Escaped(each.text, each.role, row)
        for row in rows
        for text in texts_in(row.words)
        for each in naming.unknown_in(text)
    ]


def proposed_of(escaped: Iterable[Escaped]) -> list[Proposed]:
    """Of those who are named beside their work each once, in the order of the rows: "A.
    Ormond" is Ada Ormond, where both are of one role."""
    people: list[Proposed] = []
    for each in escaped:
        if not each.role:
            continue
        known = next((p for p in people if _is_one(p, each)), None)
        if known is None:
            people.append(Proposed(each.role, [each.name], [each.row.number]))
            continue
        if each.name not in known.names:
            known.names = sorted([*known.names, each.name], key=len, reverse=True)
        if each.row.number not in known.rows:
            known.rows.append(each.row.number)
    return people


def _is_one(person: Proposed, escaped: Escaped) -> bool:
    if person.role != escaped.role:
        return False
    other = words_of(escaped.name)
    return any(_may_be(words_of(name), other) for name in person.names)


def _may_be(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two ways of writing a name may be one person's: the same family name,
    and first names that are the same, an initial, or left out."""
    if one[-1] != other[-1]:
        return False
    firsts = zip(one[:-1], other[:-1], strict=False)
    return all(_begins(a, b) for a, b in firsts)


def _begins(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or (len(shorter) == 1 and longer.startswith(shorter))
