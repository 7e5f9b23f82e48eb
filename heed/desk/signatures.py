"""Which signatures of a person are outstanding in a case. The rulebook says whose they
are; here stands only whether they were given."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from heed.cases.access import standing_for, standings_of, why_not
from heed.cases.deadlines import running_deadline
from heed.incidents.queries import last_decision, views_on_notification
from heed.publications.queries import (
    answers_on,
    last_scan,
    papers_of_case,
    publication_of,
    shown_text_or_404,
    valid_approvals,
)
from heed.rapid_reviews.queries import confirmations_of, rapid_review_of
from heed.reviews.queries import latest_report, signatures_of, waiting_changes
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE, REPORT_DUE
from heed.rulebook.language import Stage

APPROVERS_NEEDED = 2


@dataclass(frozen=True)
class Owed:
    """A signature that a case waits for."""

    what: str
    url: str
    due_on: date | None = None


def signatures_owed(case, person, *, at) -> list[Owed]:
    """The views, decisions and signatures that this person owes in a case now."""
    standings = standings_of(person, case, at=at)
    return [
        Owed(what, reverse(page, args=[case.public_id]), _due(case, clock))
        for step, page, what, clock, waits in OWED
        if why_not(step, case, person, at=at, standings=standings) is None
        and waits(case, person, standing_for(step, case, person, at=at).seat)
    ]


def _due(case, clock) -> date | None:
    running = running_deadline(case, clock) if clock else None
    return running.due_on if running else None


def _view_is_missing(case, person, seat) -> bool:
    return case.stage == Stage.UNDER_CONSIDERATION and any(
        row["seat"] == seat and row["view"] is None
        for row in views_on_notification(case)
    )


def _all_views_are_given(case, person, seat) -> bool:
    given = all(row["view"] for row in views_on_notification(case))
    waits = case.stage == Stage.UNDER_CONSIDERATION
    return waits and given and last_decision(case) is None


def _notification_is_to_be_sent(case, person, seat) -> bool:
    return case.stage == Stage.NOTIFICATION_DECIDED


def _decision_waits(case, person, seat) -> bool:
    review = rapid_review_of(case)
    if review is None or not review.proposed_outcome:
        return False
    return any(
        row["seat"] == seat and row["given"] is None for row in confirmations_of(review)
    )


def _change_waits(case, person, seat) -> bool:
    return bool(waiting_changes(case))


def _report_is_unsigned(case, person, seat) -> bool:
    report = latest_report(case)
    return report is not None and any(
        row["seat"] == seat and row["given"] is None for row in signatures_of(report)
    )


def _approval_is_missing(case, person, seat) -> bool:
    publication = publication_of(case)
    if publication is None or publication.planned_on is None:
        return False
    return any(_wants_approval_of(paper, person) for paper in papers_of_case(case))


def _wants_approval_of(paper, person) -> bool:
    scan = last_scan(paper)
    if scan is None:
        return False
    given = valid_approvals(paper, shown_text_or_404(paper).content_hash)
    is_mine = {person.pk, person.organisation_id} & {
        mark for each in given for mark in (each.person_id, each.organisation_id)
    }
    return len(given) < APPROVERS_NEEDED and not is_mine


def _answer_on_publication_waits(case, person, seat) -> bool:
    publication = publication_of(case)
    return publication is not None and any(
        row["seat"] == seat and row["given"] is None for row in answers_on(publication)
    )


def _withdrawal_waits(case, person, seat) -> bool:
    found = publication_of(case)
    return bool(
        found
        and found.withdrawn_at
        and not found.withdrawal_confirmed_at
        and found.withdrawn_by_id != person.pk
    )


# step, its page, what is said of it, the clock that it stops, whether it waits
OWED = (
    (
        process.GIVE_VIEW_ON_NOTIFICATION,
        "view_on_notification",
        "Say whether your body would notify",
        NOTIFICATION_DUE,
        _view_is_missing,
    ),
    (
        process.DECIDE_ON_NOTIFICATION,
        "decide_on_notification",
        "Decide whether to notify: all three views are given",
        NOTIFICATION_DUE,
        _all_views_are_given,
    ),
    (
        process.RECORD_NOTIFICATION,
        "record_notification",
        "Send the notification, and record when",
        NOTIFICATION_DUE,
        _notification_is_to_be_sent,
    ),
    (
        process.CONFIRM_DECISION,
        "confirm_decision",
        "Confirm the decision for your body, or dissent",
        RAPID_REVIEW_DUE,
        _decision_waits,
    ),
    (
        process.ACCEPT_CHANGE,
        "report_changes",
        "Answer the changes to your report",
        None,
        _change_waits,
    ),
    (
        process.CONFIRM_REPORT,
        "confirm_report",
        "Sign the report for your body, or dissent",
        None,
        _report_is_unsigned,
    ),
    (
        process.ANSWER_ON_PUBLICATION,
        "answer_on_publication",
        "Answer for your body how to publish",
        REPORT_DUE,
        _answer_on_publication_waits,
    ),
    (
        process.APPROVE_PUBLICATION,
        "approve_publication",
        "Approve what is to be published",
        None,
        _approval_is_missing,
    ),
    (
        process.CONFIRM_WITHDRAWAL,
        "confirm_withdrawal",
        "Confirm that a page was rightly withdrawn",
        None,
        _withdrawal_waits,
    ),
)
