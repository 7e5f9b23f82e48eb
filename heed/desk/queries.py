"""What waits for a person, and for when."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.urls import reverse

from heed.cases.interests import interests_to_decide
from heed.cases.queries import (
    cases_of,
    families_kept_in_touch_with,
    families_not_recorded,
    next_deadline,
    waiting_for_declaration,
)
from heed.desk.models import CalendarFeed
from heed.partnership.models import Partnership
from heed.rapid_reviews import queries as rapid_reviews
from heed.referrals import queries as referrals
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
    found = [
        *_children_at_risk(person, at),
        *_referrals(person, at),
        *_drafts(person, at),
        *_emails(person, at),
        *_declarations(person, at),
        *_families(person, at),
        *_interests(person, at),
        *_answers_to_sign_off(person, at),
    ]
    return sorted(
        found, key=lambda work: (work.due_on is None, work.due_on or date.max)
    )


def _children_at_risk(person, at) -> list[Work]:
    return [
        Work(
            "A child may be at risk now",
            risk.referral.reference or "A draft",
            reverse("child_at_risk", args=[risk.public_id]),
        )
        for risk in referrals.children_at_risk(person, at=at)
    ]


def _referrals(person, at) -> list[Work]:
    return [
        Work(
            "Read this referral and decide what follows",
            referral.reference,
            reverse("referral", args=[referral.public_id]),
        )
        for referral in referrals.referrals_waiting(person, at=at)
    ]


def _drafts(person, at) -> list[Work]:
    return [
        Work(
            "Decide whether to refer",
            f"A draft from {draft.drafted_by.name}",
            reverse("draft", args=[draft.public_id]),
        )
        for draft in referrals.drafts_waiting_for(person, at=at)
    ]


def _emails(person, at) -> list[Work]:
    waiting = referrals.emails_waiting(person, at=at)
    if not waiting:
        return []
    what = "Emails that nobody could place"
    return [Work(what, f"{len(waiting)} waiting", reverse("emails"))]


def _declarations(person, at) -> list[Work]:
    return [
        Work(
            "Say whether you have an interest in this case",
            case.reference,
            reverse("declaration", args=[case.public_id]),
        )
        for case in waiting_for_declaration(person, at=at)
    ]


def _families(person, at) -> list[Work]:
    """The families that somebody keeps in touch with, and those whose record is not
    begun: that is work to do at every stage."""
    begin = families_not_recorded(person, at=at)
    alone = families_kept_in_touch_with(person, at=at)
    kept = [case for case in alone if case not in begin]
    return [
        Work(what, case.reference, reverse("family", args=[case.public_id]))
        for what, cases in {
            "Complete the family record": begin,
            "Keep in touch with the family": kept,
        }.items()
        for case in cases
    ]


def _interests(person, at) -> list[Work]:
    return [
        Work(
            "Decide on an interest that somebody declared",
            declaration.case.reference,
            reverse("interest", args=[declaration.public_id]),
        )
        for declaration in interests_to_decide(person, at=at)
    ]


def _answers_to_sign_off(person, at) -> list[Work]:
    return [
        Work(
            "Sign off your organisation's answer",
            request.organisation.name,
            reverse("own_request", args=[request.public_id]),
            request.due_on,
        )
        for request in rapid_reviews.answers_to_sign_off(person, at=at)
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


def partnership_of_page(page: str) -> Partnership:
    """The partnership whose published page this is; the first one where none is
    named."""
    named = [part for part in page.split("/") if part]
    found = Partnership.objects.filter(slug__in=named).first()
    return found or Partnership.objects.order_by("created_at").first()
