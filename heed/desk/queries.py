"""What the desk shows: my cases, what is due, whose calendar a secret opens."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.http import Http404
from django.urls import reverse

from heed import clock
from heed.cases.at_risk import cases_at_risk
from heed.cases.queries import (
    cases_of,
    next_deadlines,
    open_safety_of,
    running_deadlines,
)
from heed.cases.templatetags.case_words import time_left, tone
from heed.desk.models import CalendarFeed
from heed.learning.queries import actions_due_for
from heed.partnership.models import Partnership
from heed.rulebook.clocks import ACTION_DUE
from heed.rulebook.process import STAGES

SOON = timedelta(days=7)


@dataclass(frozen=True)
class CaseRow:
    """A case as a line of the list."""

    case: object
    stage: str
    deadline: object
    at_risk: bool = False


def my_cases(person, *, at) -> list[CaseRow]:
    """The cases that a person may open, each with its stage and its next deadline."""
    cases = cases_of(person, at=at)
    risky = {action.case_id for action in open_safety_of(person, at=at)}
    due = next_deadlines(cases, at=at)
    return [
        CaseRow(
            case,
            STAGES[case.stage].label,
            due.get(case.pk),
            at_risk=case.pk in risky,
        )
        for case in cases
    ]


@dataclass(frozen=True)
class DueRow:
    """Something that is due: of a case that one may open, or an action of one's own."""

    key: str
    day: date
    first_day: date
    name: str
    reference: str
    url: str
    case_url: str
    words: str
    tone: str
    force: str
    provisional: bool = False
    at_risk: bool = False


def due_for(person, *, at) -> list[DueRow]:
    """All that is due in the cases that a person may open, and the actions that are
    hers without the case that they come from; the earliest first."""
    clocks = running_deadlines(person, at=at)
    of_cases = {each.kept.pk for each in clocks}
    actions = [
        each
        for each in actions_due_for(person, at=at)
        if each.kept.deadline_id not in of_cases
    ]
    risky = cases_at_risk({each.kept.case_id for each in clocks})
    rows = [_of_clock(each, at, risky) for each in clocks]
    rows += [_of_action(each) for each in actions]
    return sorted(rows, key=lambda row: row.day)


def board_of(rows: list[DueRow], *, at) -> list[tuple[str, list[DueRow]]]:
    """The same under three headings: what is late, what is near, what comes later."""
    today = clock.london_date(at)

    def heading(row: DueRow) -> str:
        if row.day < today:
            return "Late"
        return "In the next seven days" if row.day <= today + SOON else "Later"

    return [(title, list(found)) for title, found in groupby(rows, key=heading)]


def _of_clock(shown, at, risky) -> DueRow:
    case = shown.kept.case
    return DueRow(
        key=str(shown.kept.pk),
        day=shown.counts_on,
        first_day=shown.kept.due_on,
        name=shown.name,
        reference=case.reference,
        url=reverse("deadline", args=[shown.kept.pk]),
        case_url=reverse("case", args=[case.public_id]),
        words=time_left(shown, at),
        tone=tone(shown),
        force=shown.clock.force,
        provisional=shown.kept.provisional,
        at_risk=case.pk in risky,
    )


def _of_action(shown) -> DueRow:
    days = (shown.target_on - shown.today).days
    late = f"{-days} day{'' if days == -1 else 's'} late"
    left = f"{days} day{'' if days == 1 else 's'} left" if days else "due today"
    return DueRow(
        key=str(shown.kept.deadline_id),
        day=shown.target_on,
        first_day=shown.first_due_on,
        name=f"Action {shown.kept.number}: complete the action",
        reference=shown.kept.case.reference,
        url=reverse("action", args=[shown.kept.public_id]),
        case_url="",
        words=late if shown.is_overdue else left,
        tone=shown.tone,
        force=ACTION_DUE.force,
    )


def owner_of_feed(secret: str):
    """The person whose calendar this secret opens. Raises Http404."""
    wanted = hashlib.sha256(secret.encode()).hexdigest()
    feed = (
        CalendarFeed.objects.select_related("person")
        .filter(secret_hash=wanted, ended_at=None, person__is_active=True)
        .first()
    )
    if feed is None:
        raise Http404
    return feed.person


def has_calendar_feed(person) -> bool:
    """Whether a person has a calendar feed now."""
    return CalendarFeed.objects.filter(person=person, ended_at=None).exists()


def partnership_of_page(page: str) -> Partnership:
    """The partnership whose published page this is; the first one where none is
    named."""
    named = [part for part in page.split("/") if part]
    found = Partnership.objects.filter(slug__in=named).first()
    return found or Partnership.objects.order_by("created_at").first()
