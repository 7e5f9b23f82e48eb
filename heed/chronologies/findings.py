"""What rests on rows of a chronology is kept above: in the rapid review, in the local
review. Who keeps it says here what it is called, and where it is read."""

from collections.abc import Callable
from dataclasses import dataclass

from heed.cases.models import Case


@dataclass(frozen=True)
class Kind:
    """A kind of finding: how it is called, and who tells of one."""

    label: str
    told: Callable


@dataclass(frozen=True)
class Told:
    """A finding as a page of a chronology shows it, and the page of its case on which
    it is read: the name of an address."""

    label: str
    words: str
    page: str


KINDS: dict[str, Kind] = {}


def rests_on_rows(kind: str, *, label: str, told: Callable) -> None:
    """Say, when Django starts, what a kind of finding is called, and who tells of those
    of a case: a callable (case, keys) that gives each key its Told."""
    KINDS[kind] = Kind(label, told)


def label_of(kind: str) -> str:
    """How a kind of finding is called."""
    return KINDS[kind].label if kind in KINDS else "a finding"


def told_in(case: Case, kind: str, keys: set[str]) -> dict[str, Told]:
    """The findings of one kind by their keys; nothing where nobody keeps such."""
    return KINDS[kind].told(case, keys) if kind in KINDS else {}
