"""What a question is, and what a section of a form is."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a question is answered."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    """A date as people write it; part of a date, a range or “not known” will do."""
    EMAIL = "email"
    PHONE = "phone"
    ONE = "one"
    """One of the choices."""
    SOME = "some"
    """Any number of the choices."""
    FILES = "files"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    slug: str
    label: str
    help: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """`only_if` names another question of the section and the answers that open it."""

    slug: str
    label: str
    kind: Kind = Kind.LINE
    help: str = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    only_if: tuple[str, frozenset[str]] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """`each` is set where the section is asked once for every child, adult or date."""

    slug: str
    title: str
    help: str = ""
    questions: tuple[Question, ...]
    each: str = ""
    most: int = 1
    printed: int = 1
    """How many times a printed form asks it."""


def choices(**labels: str) -> tuple[Choice, ...]:
    """Choices from their slugs and labels."""
    return tuple(Choice(slug=slug, label=label) for slug, label in labels.items())


YES_NO = choices(yes="Yes", no="No")
YES_NO_UNKNOWN = choices(yes="Yes", no="No", not_known="Not known")
