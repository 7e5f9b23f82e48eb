"""One thing that a referral may say: how it stands on a page, and how words that a
person types become what a reading holds."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from heed.papers.dates import read_date
from heed.papers.forms.nhs_numbers import checked
from heed.referrals.templatetags.referral_words import written_date
from heed.referrals.understanding import SAYS_NOTHING

Choices = Mapping[str, str]
NOT_SAID = "Not stated"
YES_NO = {"yes": "Yes", "no": "No"}


class Kind(StrEnum):
    """In which way a thing is said."""

    WORDS = "words"
    LONG = "long"
    DATE = "date"
    SEVERAL = "several"
    CHOICE = "choice"
    YES_OR_NO = "yes_or_no"
    NUMBERS = "numbers"
    CHILDREN = "children"
    NHS_NUMBER = "nhs_number"


@dataclass(frozen=True)
class Asked:
    """One thing that a referral may say. `always` stands on the page unsaid too;
    `question` is its name in the form on this website; `alone` is what belongs to no
    part of what was read; `between` stands between several, `beside` is the
    name of the words from which it was read; what is asked `by_itself` is not called
    right together with others."""

    name: str
    label: str
    kind: Kind = Kind.WORDS
    always: bool = False
    choices: Choices = field(default_factory=dict)
    question: str = ""
    alone: bool = False
    between: str = "; "
    beside: str = ""
    by_itself: bool = False
    unsaid: str = NOT_SAID

    def in_words(self, value) -> str:
        """What was understood, as the page says it."""
        if value in SAYS_NOTHING:
            return self.unsaid
        said = IN_WORDS.get(self.kind)
        if self.kind is Kind.SEVERAL:
            return self.between.join(value)
        return said(value) if said else self.choices.get(value, str(value))

    def typed(self, value) -> str:
        """The words of the paper from which it was read, where they are its own."""
        if value in SAYS_NOTHING:
            return ""
        match self.kind:
            case Kind.DATE:
                return value.get("verbatim") or ""
            case Kind.SEVERAL:
                return str(value[0])
            case Kind.NHS_NUMBER:
                return value.get("nhs_number") or ""
            case Kind.WORDS | Kind.LONG:
                return str(value)
        return ""

    def value_of(self, words: str, *, near: date | None):
        """Words that a person typed as the value that a reading holds."""
        match self.kind:
            case Kind.DATE:
                return read_date(words, near=near).to_json()
            case Kind.SEVERAL:
                several = re.split(rf"\n|{re.escape(self.between.strip())}", words)
                return [each.strip() for each in several if each.strip()]
            case Kind.YES_OR_NO:
                return {"yes": True, "no": False}.get(words)
            case Kind.NUMBERS:
                return [int(each) for each in re.findall(r"\d{1,3}", words)]
            case Kind.CHILDREN:
                return [f"child-{each}" for each in re.findall(r"\d{1,3}", words)]
            case Kind.NHS_NUMBER:
                return checked(words)
        return words


def _nhs_number(value: dict) -> str:
    said = value.get("nhs_number") or ""
    fits = value.get("nhs_check") == "valid"
    return said if fits else f"{said} (its last digit does not fit)"


IN_WORDS: Mapping[Kind, Callable] = {
    Kind.DATE: written_date,
    Kind.YES_OR_NO: lambda value: YES_NO["yes" if value else "no"],
    Kind.NUMBERS: lambda value: ", ".join(map(str, value)),
    Kind.CHILDREN: lambda value: ", ".join(
        each.replace("child-", "Child ") for each in value
    ),
    Kind.NHS_NUMBER: _nhs_number,
}


@dataclass(frozen=True)
class Part:
    """What is said of one matter, or of each of several: of each child, each agency.
    `read_as` is its name in what was read, `section` that of the form."""

    slug: str
    title: str
    asked: tuple[Asked, ...]
    read_as: str = ""
    section: str = ""
    several: bool = False
    is_person: bool = False
