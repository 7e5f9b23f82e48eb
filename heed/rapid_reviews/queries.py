"""What is shown of a rapid review."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.cases.queries import children_of, family_of, safety_actions_of
from heed.cases.sheets import last_sheet
from heed.incidents.queries import standing_notification
from heed.partnership.one_look import asked_once
from heed.partnership.queries import organisations_of
from heed.rapid_reviews.models import (
    AgencyAnswer,
    AgencyRequest,
    Confirmation,
    Meeting,
    PanelLetter,
    RapidReview,
    ScrutinyComment,
    Submission,
    Told,
    ViewOnReview,
)
from heed.rulebook.contents import SUBMISSION, Part, gaps, is_told
from heed.rulebook.criteria.records import DR_3
from heed.rulebook.outcomes import HOLDS_A_LOCAL_REVIEW
from heed.rulebook.roles import SEATS
from heed.vault.codes import hashed_link

# Parts that the partners' decision fills, and that nobody writes beside it.
DECIDED_ELSEWHERE = frozenset({"decision", "national_view", "sign_off"})
# Parts of which the case knows something: what is written stands under it.
KNOWN_FROM_THE_CASE = frozenset(
    {"notification", "children", "family", "agencies", "safety_actions"}
)


@asked_once
def rapid_review_of(case: Case) -> RapidReview | None:
    """The rapid review of a case, once it is opened."""
    return rows_of(RapidReview, case).first()


def rapid_review_or_404(case: Case) -> RapidReview:
    """The rapid review of a case; Http404 before it is opened."""
    found = rapid_review_of(case)
    if found is None:
        raise Http404
    return found


def decided_on_a_local_review(case: Case) -> date | None:
    """The day on which the three partners decided to hold a local review; None where
    they have not, or have decided otherwise since."""
    found = rapid_review_of(case)
    if found is None or found.decided_outcome not in HOLDS_A_LOCAL_REVIEW:
        return None
    return found.decided_on


@asked_once
def requests_of(case: Case) -> list[AgencyRequest]:
    """Who was asked in a case, and how each stands."""
    return list(rows_of(AgencyRequest, case).select_related("organisation"))


def overdue_requests_in(cases, *, on: date) -> list[AgencyRequest]:
    """The requests in any of these cases that were to be answered by this day and are
    not: one look, however many they are."""
    found = AgencyRequest.objects.filter(
        case__in=cases, due_on__lte=on, state__in=AgencyRequest.WAITING
    )
    return list(found.select_related("organisation", "case__partnership"))


def latest_answer(request: AgencyRequest) -> AgencyAnswer | None:
    """What an organisation answered last."""
    return request.answers.last()


def who_can_be_asked(case: Case, *, on) -> list:
    """The agencies of the partnership that have no open request in this case."""
    asked = {
        request.organisation_id for request in requests_of(case) if request.is_open
    }
    return [
        each for each in organisations_of(case.partnership, on) if each.pk not in asked
    ]


def request_by_link(token: str) -> AgencyRequest:
    """The request behind a link. Raises Http404, as for any address that leads nowhere,
    when it was taken back or never was."""
    found = AgencyRequest._base_manager.filter(link_hash=hashed_link(token))
    request = get_object_or_404(found.select_related("organisation", "partnership"))
    if request.state in {AgencyRequest.State.REVOKED, AgencyRequest.State.REFUSED}:
        raise Http404
    return request


def own_request_for(person, public_id: str, *, at) -> AgencyRequest:
    """A request to an organisation whose safeguarding lead somebody is; else
    Http404."""
    found = AgencyRequest.objects.open_to(person, at=at)
    return get_object_or_404(
        found.select_related("organisation", "partnership", "case"),
        public_id=public_id,
    )


def answers_to_sign_off(person, *, at) -> list[AgencyRequest]:
    """The requests to organisations led by somebody, whose last answer is not signed
    off yet."""
    found = AgencyRequest.objects.open_to(person, at=at).filter(
        closed_at=None, answered_at__isnull=False
    )
    asked = found.select_related("organisation").order_by("due_on")
    return [
        request
        for request in asked
        if (last := request.answers.last()) and last.signed_off_at is None
    ]


@asked_once
def views_on_review(case: Case) -> list[dict]:
    """Each of the three seats with its latest view on a review, or none yet."""
    latest = {
        view.seat: view for view in rows_of(ViewOnReview, case).select_related("person")
    }
    return [
        {"seat": seat, "label": label, "view": latest.get(seat)}
        for seat, label in SEATS.items()
    ]


def views_are_sealed(case: Case) -> bool:
    """Whether the views stay sealed until all three are in, as the partnership has it;
    who has given one is always shown."""
    if not case.partnership.independent_first_views:
        return False
    if meetings_of(case):
        return False
    return not all(row["view"] for row in views_on_review(case))


def scrutiny_of(case: Case) -> list[ScrutinyComment]:
    """What the scrutineer said about a case, the latest first."""
    return list(rows_of(ScrutinyComment, case).order_by("-given_at"))


@asked_once
def meetings_of(case: Case) -> list[Meeting]:
    """The meetings held in a case."""
    return list(rows_of(Meeting, case))


@asked_once
def confirmations_of(rapid_review: RapidReview) -> list[dict]:
    """Each of the three seats with what it answered to the decision now proposed."""
    found = rows_of(Confirmation, rapid_review.case).filter(
        rapid_review=rapid_review, round=rapid_review.round
    )
    given = {each.seat: each for each in found.select_related("person")}
    return [
        {"seat": seat, "label": label, "given": given.get(seat)}
        for seat, label in SEATS.items()
    ]


@asked_once
def submissions_of(case: Case) -> list[Submission]:
    """What went to the Panel, version by version."""
    found = rows_of(Submission, case)
    return list(found.select_related("as_sent", "proof_file"))


@asked_once
def panel_letters_of(case: Case) -> list[PanelLetter]:
    """What the Panel answered."""
    return list(rows_of(PanelLetter, case).select_related("letter_file"))


@asked_once
def told_in(case: Case) -> list[Told]:
    """Which national bodies were told what, and when."""
    found = rows_of(Told, case)
    return list(found.select_related("proof_file", "answer_file"))


@asked_once
def filled_parts(rapid_review: RapidReview) -> set[str]:
    """The parts of the submission that have something to say."""
    case = rapid_review.case
    parts = (rapid_review.parts or {}).items()
    written = {slug for slug, words in parts if is_told(slug, words)}
    known = {
        "notification": standing_notification(case),
        "children": children_of(case),
        "family": family_of(case),
        "agencies": requests_of(case),
        "safety_actions": safety_actions_of(case),
        "decision": last_sheet(case, DR_3) and rapid_review.proposed_outcome,
        "national_view": rapid_review.national_view,
        "sign_off": all(row["given"] for row in confirmations_of(rapid_review)),
    }
    return written | {slug for slug, there in known.items() if there}


def missing_parts(rapid_review: RapidReview) -> tuple[Part, ...]:
    """The parts that are missing, the essential ones first."""
    return gaps(filled_parts(rapid_review))


def parts_to_write(rapid_review: RapidReview) -> list[dict]:
    """The parts that people write here, each with its words so far."""
    written, filled = rapid_review.parts or {}, filled_parts(rapid_review)
    return [
        {
            "part": part,
            "words": written.get(part.slug, ""),
            "known": part.slug in filled & KNOWN_FROM_THE_CASE,
        }
        for part in SUBMISSION
        if part.slug not in DECIDED_ELSEWHERE
    ]


def part_or_404(slug: str) -> Part:
    """A part of the submission that people write; Http404 for any other."""
    for part in SUBMISSION:
        if part.slug == slug and slug not in DECIDED_ELSEWHERE:
            return part
    raise Http404
