"""Which signatures of a person are outstanding in cases. The rulebook says whose they
are; here stands only whether they were given. The database says in which cases one may
wait; each kind is then a look or two over those, however many they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from heed import clock
from heed.cases.access import standing_for, standings_in, why_not
from heed.cases.models import Case, Deadline
from heed.cases.queries import way_of
from heed.cases.seen import opened_to
from heed.desk import may_wait
from heed.incidents.models import NotificationDecision, PartnerView
from heed.partnership.known_words import known
from heed.partnership.prepared import Prepared
from heed.partnership.queries import seats_everywhere
from heed.publications.models import (
    AnswerOnPublication,
    Approval,
    Paper,
    Publication,
    Scan,
)
from heed.publications.queries import kinds_to_publish
from heed.publications.signed import valid_approvals
from heed.publications.texts import text_of
from heed.rapid_reviews.models import Confirmation, RapidReview
from heed.reviews.models import Change, ReportVersion, Signature
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE, REPORT_DUE
from heed.rulebook.language import Seat, Stage
from heed.rulebook.process.stages import FINISHED
from heed.rulebook.roles import READS_THE_CASE

APPROVERS_NEEDED = 2
AT_ONCE = 200  # cases of which it is worked out whether a signature waits
# Cases in which somebody could sign, by their ids, each with the seat for which.
Could = Mapping[UUID, tuple[Case, str]]


@dataclass(frozen=True)
class Owed:
    """A signature that a case waits for."""

    case: Case
    what: str
    url: str
    due_on: date | None = None


def cases_that_may_wait(person, *, at) -> list[Case]:
    """The open cases in which one of these signatures may wait for this person, as far
    as the database can say: the longest open first, and no more than are worked out."""
    held = seats_everywhere(person, clock.london_date(at))
    roles, seats = {role for _, role, _ in held}, {seat for *_, seat in held if seat}
    opened = opened_to(person, READS_THE_CASE, at=at)
    if not opened or not any(step.by & roles for step, *_ in OWED):
        return []
    places, who = opened
    shape = way_of(person), frozenset(roles), frozenset(seats)
    return _that_may_wait(*shape, places=places, **who)


@Prepared
def _that_may_wait(among, roles: frozenset, seats: frozenset, *, places, **who):
    wanted = Q(pk__in=())
    for step, *_, may in OWED:
        if step.by & roles:
            wanted |= Q(stage__in=step.at - FINISHED) & may(seats)
    cases = Case.objects.filter(wanted).opened_in(places, among=among, **who)
    return cases.select_related("partnership").order_by("opened_at", "id")[:AT_ONCE]


class Begun:
    """What has begun of publishing these cases: asked once, and of few is anything."""

    def __init__(self, cases: Iterable[Case], *, at):
        self._cases, self.at = cases, at

    @cached_property
    def _publications(self) -> list[Publication]:
        return list(known(Publication).filter(case__in=self._cases))

    def of(self, could: Could) -> list[Publication]:
        """Those of the cases in which somebody could sign."""
        return [each for each in self._publications if each.case_id in could]


def signatures_owed(person, *, at, cases: Iterable[Case] | None = None) -> list[Owed]:
    """The views, decisions and signatures that this person owes now, in these cases or
    in all that are open, what has waited longest first."""
    cases = list(cases_that_may_wait(person, at=at) if cases is None else cases)
    standings, begun = standings_in(cases, person, at=at), Begun(cases, at=at)
    found = []
    for step, page, what, due_by, waiting, _ in OWED:
        could = {}
        for case in cases:
            held = standings[case.pk]
            if why_not(step, case, person, at=at, standings=held) is None:
                standing = standing_for(step, case, person, at=at, standings=held)
                could[case.pk] = case, standing.seat
        found += [
            (could[pk][0], page, what, due_by)
            for pk in (waiting(could, person, begun) if could else ())
        ]
    due = _due({case.pk for case, *_ in found})
    turn = {case.pk: number for number, case in enumerate(cases)}
    found.sort(key=lambda owed: turn[owed[0].pk])
    return [
        Owed(
            case,
            what,
            reverse(page, args=[case.public_id]),
            due.get((case.pk, due_by.slug)) if due_by else None,
        )
        for case, page, what, due_by in found
    ]


def _due(case_ids: set[UUID]) -> dict[tuple[UUID, str], date | None]:
    """By when what runs in these cases is due, by case and clock."""
    running = known(Deadline).filter(
        spine_id__in=case_ids, met_on=None, superseded_at=None
    )
    latest_first = running.order_by("-due_on", "-started_at")
    found = latest_first.values_list("spine_id", "clock", "due_on")
    return {(case_id, clock): due_on for case_id, clock, due_on in found}


def _by_case(pairs) -> dict[UUID, set[str]]:
    """Who has signed in which case, by seat."""
    found: dict[UUID, set[str]] = {}
    for case_id, seat in pairs:
        found.setdefault(case_id, set()).add(seat)
    return found


def _not_among(could: Could, ids, given: Mapping[UUID, set[str]]) -> list[UUID]:
    """Of these cases, those in which the seat itself has not signed."""
    return [
        pk
        for pk, (_, seat) in could.items()
        if pk in ids and seat and seat not in given.get(pk, ())
    ]


def _considered(could: Could) -> dict[UUID, tuple[Case, str]]:
    now = Stage.UNDER_CONSIDERATION
    return {pk: each for pk, each in could.items() if each[0].stage == now}


def _views_given(case_ids) -> dict[UUID, set[str]]:
    views = known(PartnerView).filter(case__in=[*case_ids]).order_by()
    return _by_case(views.values_list("case_id", "seat"))


def _view_is_missing(could: Could, person, begun: Begun) -> list[UUID]:
    considered = _considered(could)
    return _not_among(considered, considered, _views_given(considered))


def _all_views_are_given(could: Could, person, begun: Begun) -> list[UUID]:
    considered = _considered(could)
    given, every = _views_given(considered), {seat.value for seat in Seat}
    complete = [pk for pk in considered if given.get(pk, set()) >= every]
    decided = NotificationDecision.objects.filter(case__in=complete).order_by()
    done = set(decided.values_list("case_id", flat=True))
    return [pk for pk in complete if pk not in done]


def _notification_is_to_be_sent(could: Could, person, begun: Begun) -> list[UUID]:
    decided = Stage.NOTIFICATION_DECIDED
    return [pk for pk, (case, _) in could.items() if case.stage == decided]


def _decision_waits(could: Could, person, begun: Begun) -> list[UUID]:
    reviews = known(RapidReview).filter(case__in=[*could]).exclude(proposed_outcome="")
    proposed = set(reviews.values_list("case_id", flat=True))
    given = (
        known(Confirmation)
        .filter(rapid_review__case__in=proposed, round=F("rapid_review__round"))
        .order_by()
    )
    signed = _by_case(given.values_list("rapid_review__case_id", "seat"))
    return _not_among(could, proposed, signed)


def _change_waits(could: Could, person, begun: Begun) -> list[UUID]:
    waits = known(Change).filter(case__in=[*could], answer=Change.Answer.WAITING)
    return list(set(waits.order_by().values_list("case_id", flat=True)))


def _report_is_unsigned(could: Could, person, begun: Begun) -> list[UUID]:
    versions = known(ReportVersion).filter(case__in=[*could]).order_by("number")
    latest = dict(versions.values_list("case_id", "pk"))
    given = known(Signature).filter(report__in=[*latest.values()]).order_by()
    signed = _by_case(given.values_list("report__case_id", "seat"))
    return _not_among(could, latest, signed)


def _approval_is_missing(could: Could, person, begun: Begun) -> list[UUID]:
    planned = [each for each in begun.of(could) if each.planned_on]
    papers = _scanned(publications=tuple(each.pk for each in planned))
    wanted = [
        paper for paper in papers if paper.kind in kinds_to_publish(paper.publication)
    ]
    approved: dict[UUID, list[Approval]] = {}
    for each in known(Approval).filter(paper__in=wanted):
        approved.setdefault(each.paper_id, []).append(each)
    return list(
        {
            paper.case_id
            for paper in wanted
            if _wants_approval_of(
                paper, approved.get(paper.pk, []), person, at=begun.at
            )
        }
    )


@Prepared
def _scanned(*, publications: tuple):
    """The papers of these publications that were scanned for names."""
    scans = Scan.objects.filter(paper=OuterRef("pk"))
    papers = Paper.objects.filter(Exists(scans), publication__id__in=publications)
    return papers.select_related("publication", "case", "document")


def _wants_approval_of(paper: Paper, given: list[Approval], person, *, at) -> bool:
    """Which approvals count is a matter of the text as it stands now. It is put
    together where it makes a difference: where there would be enough of them, or one
    of this person or body."""
    if _is_short_of(given, person):
        return True
    text = text_of(paper)
    return text is not None and _is_short_of(
        valid_approvals(paper, text.content_hash, at=at), person
    )


def _is_short_of(given: list[Approval], person) -> bool:
    bodies = {each.organisation_id for each in given}
    mine = {person.pk, person.organisation_id}
    theirs = bodies | {each.person_id for each in given}
    return len(bodies) < APPROVERS_NEEDED and not mine & theirs


def _answer_on_publication_waits(could: Could, person, begun: Begun) -> list[UUID]:
    found = [each for each in begun.of(could) if each.proposed_decision]
    given = (
        known(AnswerOnPublication)
        .filter(publication__in=found, round=F("publication__round"))
        .order_by()
    )
    signed = _by_case(given.values_list("publication__case_id", "seat"))
    proposed = {each.case_id for each in found}
    return _not_among(could, proposed, signed)


def _withdrawal_waits(could: Could, person, begun: Begun) -> list[UUID]:
    return [
        each.case_id
        for each in begun.of(could)
        if each.withdrawn_at
        and not each.withdrawal_confirmed_at
        and each.withdrawn_by_id != person.pk
    ]


# step, its page, what is said of it, the clock that it stops, whether it waits, and in
# which cases it may
OWED = (
    (
        process.GIVE_VIEW_ON_NOTIFICATION,
        "view_on_notification",
        "Say whether your body would notify",
        NOTIFICATION_DUE,
        _view_is_missing,
        may_wait.lack_a_view,
    ),
    (
        process.DECIDE_ON_NOTIFICATION,
        "decide_on_notification",
        "Decide whether to notify: all three views are given",
        NOTIFICATION_DUE,
        _all_views_are_given,
        may_wait.be_complete,
    ),
    (
        process.RECORD_NOTIFICATION,
        "record_notification",
        "Send the notification, and record when",
        NOTIFICATION_DUE,
        _notification_is_to_be_sent,
        may_wait.be_to_send,
    ),
    (
        process.CONFIRM_DECISION,
        "confirm_decision",
        "Confirm the decision for your body, or dissent",
        RAPID_REVIEW_DUE,
        _decision_waits,
        may_wait.lack_a_confirmation,
    ),
    (
        process.ACCEPT_CHANGE,
        "report_changes",
        "Answer the changes to your report",
        None,
        _change_waits,
        may_wait.have_a_change,
    ),
    (
        process.CONFIRM_REPORT,
        "confirm_report",
        "Sign the report for your body, or dissent",
        None,
        _report_is_unsigned,
        may_wait.lack_a_signature,
    ),
    (
        process.ANSWER_ON_PUBLICATION,
        "answer_on_publication",
        "Answer for your body how to publish",
        REPORT_DUE,
        _answer_on_publication_waits,
        may_wait.be_published,
    ),
    (
        process.APPROVE_PUBLICATION,
        "approve_publication",
        "Approve what is to be published",
        None,
        _approval_is_missing,
        may_wait.be_published,
    ),
    (
        process.CONFIRM_WITHDRAWAL,
        "confirm_withdrawal",
        "Confirm that a page was rightly withdrawn",
        None,
        _withdrawal_waits,
        may_wait.be_published,
    ),
)
