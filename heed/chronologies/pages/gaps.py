"""The gaps of a case: which rule, between which days, shown by which rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.chronologies import queries
from heed.chronologies.numbers import as_cited
from heed.chronologies.pages.asking import READ, cleared_here
from heed.chronologies.queries import Told
from heed.chronologies.queries.gaps import day_of_incident, never_asked, rules_of
from heed.chronologies.silences import Silence, rows_that_name, silences
from heed.papers.chronologies.gaps import Rule
from heed.partnership.policies import opens_for, policy_at
from heed.partnership.queries import roles_everywhere

HEADINGS = {
    "not_seen": "The child was not seen",
    "not_alone_or_heard": "Seen, and not alone or heard",
    "not_said_if_alone": "Not said whether alone or heard",
    "not_brought": "Not brought, again and again",
    "no_answer": "A referral without an answer",
    "last_contacts": "The last contacts before the incident",
}
SHORT = 120


@dataclass(frozen=True)
class Cited:
    """A row by which something is shown, and the way to it."""

    number: str
    url: str
    agency: str
    words: str = ""


@dataclass(frozen=True)
class Under:
    """What was found under one rule."""

    heading: str
    rule: str
    found: list[tuple]


def of_gaps(request, case: Case) -> dict:
    """The gaps of the rows that this person may read, rule by rule; and the agencies
    that nobody has asked. It is a reading of the whole chronology."""
    case_pages.note_read(request, case, READ, case)
    top = case_pages.banner(request, case)
    cleared = cleared_here(request, case)
    whole = queries.composite_of(case, queries.Sought(), cleared=cleared, whole=True)
    found = gaps_of(case, whole.rows)
    named = top["names_on"]
    return top | {
        "under": [
            _under(rule, found, named=named) for rule in rules_of(case.partnership)
        ],
        "hidden": whole.hidden,
        "undated": whole.undated,
        "not_asked": _not_asked(request, case, whole.rows, named=named),
        "may_choose": _may_choose(request),
    }


def gaps_of(case: Case, rows: Sequence[Told]) -> list[Silence]:
    """The gaps of the rows of a case that somebody may read, by the days that its
    partnership has chosen."""
    rules = rules_of(case.partnership)
    return silences(rows, rules=rules, incident=day_of_incident(case))


def _under(rule: Rule, found: Sequence[Silence], *, named: bool) -> Under:
    mine = [each for each in found if each.gap.kind == rule.kind]
    said = rule.words.format(days=rule.days, times=rule.times)
    rows = [(each.gap, _cited(each.rows, named=named)) for each in mine]
    return Under(HEADINGS[rule.kind], said, rows)


def _cited(rows: Iterable[Told], *, named: bool) -> list[Cited]:
    base = reverse("chronology_row", args=["_"]).removesuffix("_/")
    return [
        Cited(
            as_cited(row.number),
            f"{base}{row.public_id}/",
            row.told_by,
            _short(row.words.get("event", "")) if named else "",
        )
        for row in rows
    ]


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT].rstrip()} …"


def _not_asked(request, case: Case, rows: list[Told], *, named: bool) -> dict:
    """The agencies that nobody asked: those that rows name first, with the rows."""
    found = [
        (each.name, _cited(rows_that_name(rows, each.name), named=named))
        for each in never_asked(case, at=request.at)
    ]
    return {
        "named": [(name, cited) for name, cited in found if cited],
        "others": [name for name, cited in found if not cited],
    }


def _may_choose(request) -> bool:
    held = roles_everywhere(request.person, clock.london_date(request.at))
    return opens_for(policy_at("gap_days"), held, request.person.partnership_id)
