"""What waits for a person, and for when."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse

from heed.cases.queries import cases_of, next_deadline, waiting_for_declaration
from heed.desk.models import CalendarFeed
from heed.rulebook.process import STAGES


@dataclass(frozen=True)
class Work:
    """One thing that waits for somebody: what, of which case, since or until when."""

    what: str
    about: str
    url: str
    due_on: date | None = None


def my_work(person, *, at) -> list[Work]:
    """Everything that waits for this person, what is due first on top."""
    found = [*_declarations(person, at)]
    return sorted(
        found, key=lambda work: (work.due_on is None, work.due_on or date.max)
    )


def _declarations(person, at) -> list[Work]:
    return [
        Work(
            "Say whether you have an interest in this case",
            case.reference,
            reverse("declaration", args=[case.public_id]),
        )
        for case in waiting_for_declaration(person, at=at)
    ]


@dataclass(frozen=True)
class CaseRow:
    """A case as a line of the list."""

    case: object
    stage: str
    deadline: object


def my_cases(person, *, at) -> list[CaseRow]:
    """The cases that a person may open, each with its stage and its next deadline."""
    return [
        CaseRow(case, STAGES[case.stage].label, next_deadline(case, at=at))
        for case in cases_of(person, at=at)
    ]


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
