"""Whether a chronology may be of another case: blind indexes answer, and say no more
than that."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from heed.cases.models import Case, Child
from heed.papers.chronologies.entries import Entry
from heed.vault.blind import Kind, name_parts
from heed.vault.queries import shared_with

MOST_ASKED = 400
NAMED = re.compile(r"\b[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){1,2}\b")
NHS_NUMBER = re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")


def may_be_of_another_case(case: Case, entries: Sequence[Entry]) -> bool:
    """Whether a child of another case of the partnership is named in full, or by an NHS
    number, and no child of this case is."""
    names = list(islice(_names(entries), MOST_ASKED))
    asked = {
        Kind.NAME: sorted({part for name in names for part in name}),
        Kind.NHS_NUMBER: list(islice(_numbers(entries), MOST_ASKED)),
    }
    found = shared_with(case.partnership_id, asked)
    surely = {row_id for row_id, said in found.items() if _is_somebody(said, names)}
    cases = set(Child.objects.filter(pk__in=surely).values_list("case_id", flat=True))
    return bool(cases) and case.pk not in cases


def _is_somebody(shared: set[tuple[str, object]], names: list[frozenset]) -> bool:
    """Two parts of one name, or a number; a first name alone is nobody."""
    if any(kind == Kind.NHS_NUMBER for kind, _ in shared):
        return True
    parts = {value for kind, value in shared if kind == Kind.NAME}
    return any(len(parts & name) > 1 for name in names)


def _names(entries: Iterable[Entry]) -> Iterable[frozenset[str]]:
    """The parts of each name of two words and more, once."""
    said: dict[frozenset[str], None] = {}
    for entry in entries:
        texts = (entry.child, entry.event, *entry.present)
        for name in (found for text in texts for found in NAMED.findall(text)):
            said.setdefault(frozenset(name_parts(name)))
    return said


def _numbers(entries: Iterable[Entry]) -> Iterable[str]:
    said: dict[str, None] = {}
    for entry in entries:
        said |= dict.fromkeys(NHS_NUMBER.findall(f"{entry.event} {entry.child}"))
    return said
