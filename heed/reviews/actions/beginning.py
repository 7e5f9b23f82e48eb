"""A local review begins: a reviewer who is independent, and terms that are agreed."""

from heed import clock
from heed.cases.access import is_excluded
from heed.cases.answering import SentFile
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import running_deadline
from heed.cases.models import AccessGrant, Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.correspondence.actions import post
from heed.partnership.letters import on_the_desk
from heed.rapid_reviews.actions import keep_told
from heed.rapid_reviews.models import Told
from heed.rapid_reviews.queries import decided_on_a_local_review
from heed.reviews.models import Appointment, Review, Terms
from heed.reviews.queries import standing_appointment
from heed.rulebook import process
from heed.rulebook.clocks import REPORT_DUE
from heed.rulebook.language import Role

NOT_DECIDED = (
    "The three partners have not decided to hold a local review. Put that decision "
    "before them: each answers for its own body, and six months run from the third "
    "answer."
)

OWN_DECLARATION = (
    "Whoever is proposed declares their own independence, signed in as themselves. "
    "What they declared on paper is recorded by somebody else."
)
DECLARED = ["worked_in_area", "knows_people", "declaration", "declared_at"]


def start_local_review(
    case: Case, *, reason: str, by, at, seen: Seen | None = None
) -> Review:
    """Start the local review that the three partners decided to hold. The six months
    run from the day of their decision."""
    decided = decided_on_a_local_review(case)
    running = running_deadline(case, REPORT_DUE)
    day = running.counted_from_on if running else decided
    with carrying_out(
        process.START_LOCAL_REVIEW,
        case,
        by=by,
        at=at,
        effective_on=day,
        reasons=reason,
        seen=seen,
    ) as it:
        if decided is None:
            raise Refused(NOT_DECIDED)
        return Review.objects.create(
            **belonging_to(it), started_at=at, decided_on=decided
        )


def propose_reviewer(
    case: Case, *, person, qualities: str, by, at, seen: Seen | None = None
) -> Appointment:
    """Propose a lead reviewer, and say how they meet what a reviewer must bring."""
    with carrying_out(
        process.PROPOSE_REVIEWER, case, by=by, at=at, reasons=qualities, seen=seen
    ) as it:
        proposed = Appointment.objects.create(
            **belonging_to(it),
            person=person,
            proposed_at=at,
            proposed_by=by.actor_name,
            qualities=qualities,
        )
        post(
            "reviewer_proposed",
            to=person.email,
            partnership=it.partnership,
            fields={"link": on_the_desk("declare_independence", proposed.public_id)},
            once=f"reviewer_proposed:{proposed.pk}",
            about_case=it.pk,
            by=by,
            at=at,
        )
        return proposed


def declare_independence(
    appointment: Appointment,
    *,
    worked_in_area: bool,
    knows_people: bool,
    declaration: str,
    by,
    at,
    seen: Seen | None = None,
) -> Appointment:
    """Declare, as the reviewer who is proposed, work in the area's agencies and ties to
    people there. A tie bars nobody by itself; it is weighed, in words."""
    with carrying_out(
        process.DECLARE_INDEPENDENCE, appointment, by=by, at=at, seen=seen
    ) as it:
        if it.person_id != by.pk:
            raise Refused(OWN_DECLARATION)
        _declare(it, worked_in_area, knows_people, declaration, at=at)
        it.save(update_fields=DECLARED)
    return it


def record_independence(
    appointment: Appointment,
    *,
    signed_on,
    worked_in_area: bool,
    knows_people: bool,
    declaration: str,
    by,
    at,
    seen: Seen | None = None,
) -> Appointment:
    """Record what a proposed reviewer declared on paper: it is shown as that."""
    with carrying_out(
        process.RECORD_INDEPENDENCE,
        appointment,
        by=by,
        at=at,
        effective_on=signed_on,
        seen=seen,
    ) as it:
        if it.person_id == by.pk:
            raise Refused(OWN_DECLARATION)
        _declare(it, worked_in_area, knows_people, declaration, at=at)
        it.on_paper_of, it.recorded_by = signed_on, by.actor_name
        it.save(update_fields=[*DECLARED, "on_paper_of", "recorded_by"])
    return it


def _declare(it, worked_in_area, knows_people, declaration, *, at) -> None:
    if it.declared_at or it.ended_at:
        raise Refused(
            "This declaration was given already, and stands as it was given. If "
            "something has changed since, propose this reviewer again."
        )
    it.worked_in_area, it.knows_people = worked_in_area, knows_people
    it.declaration, it.declared_at = declaration or None, at


def appoint_reviewer(
    appointment: Appointment, *, why_chosen: str, by, at, seen: Seen | None = None
) -> Appointment:
    """Appoint the lead reviewer, after the declaration of independence, and put them
    on the case's list until the review is over."""
    with carrying_out(
        process.APPOINT_REVIEWER,
        appointment,
        by=by,
        at=at,
        reasons=why_chosen,
        seen=seen,
    ) as it:
        if it.declared_at is None:
            raise Refused(
                "No reviewer is appointed before they have declared their independence."
            )
        if is_excluded(it.person, it.case):
            raise Refused("This person is excluded from the case.")
        it.appointed_at, it.appointed_by = at, by.actor_name
        it.why_chosen = why_chosen
        it.save(update_fields=["appointed_at", "appointed_by", "why_chosen"])
        AccessGrant.objects.get_or_create(
            case=it.case,
            person=it.person,
            role=Role.LEAD_REVIEWER,
            seat="",
            revoked_at=None,
            defaults={
                **belonging_to(it.case),
                "starts_on": clock.london_date(at),
                "granted_at": at,
                "granted_by": by.actor_name,
            },
        )
        post(
            "reviewer_appointed",
            to=it.person.email,
            partnership=it.case.partnership,
            fields={"reference": it.case.reference},
            once=f"reviewer:{it.pk}",
            about_case=it.case_id,
            by=by,
            at=at,
        )
    return it


def replace_reviewer(
    appointment: Appointment, *, reason: str, by, at, seen: Seen | None = None
) -> Appointment:
    """End a lead reviewer's appointment. The six months do not start again."""
    with carrying_out(
        process.REPLACE_REVIEWER, appointment, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        it.ended_at, it.why_ended = at, reason
        it.save(update_fields=["ended_at", "why_ended"])
        for grant in AccessGrant.objects.filter(
            case=it.case,
            person=it.person,
            role=Role.LEAD_REVIEWER,
            revoked_at=None,
        ):
            grant.revoked_at = at
            grant.save(update_fields=["revoked_at"])
    return it


def tell_of_reviewer(
    case: Case,
    *,
    body: str,
    told_at,
    route: str,
    proof: str,
    by,
    at,
    proof_file: SentFile | None = None,
    seen: Seen | None = None,
) -> Told:
    """Record that the Panel, the Department for Education or Ofsted was told that a
    review is held and who leads it: each by its own route, with its own proof."""
    with carrying_out(
        process.TELL_OF_REVIEWER,
        case,
        by=by,
        at=at,
        effective_on=clock.london_date(told_at),
        seen=seen,
    ) as it:
        if standing_appointment(it) is None:
            raise Refused("Nobody is appointed yet: there is no name to tell.")
        return keep_told(
            it,
            body=body,
            what=Told.What.REVIEWER,
            told_at=told_at,
            route=route,
            proof=proof,
            proof_file=proof_file,
            by=by,
            at=at,
        )


def agree_terms(
    case: Case,
    *,
    questions: list[str],
    method: str,
    scope: str,
    covers_from,
    covers_to,
    by,
    at,
    seen: Seen | None = None,
) -> Terms:
    """Agree the terms of reference: numbered questions, the period and the method. What
    is agreed later is a new version beside the first."""
    with carrying_out(process.AGREE_TERMS, case, by=by, at=at, seen=seen) as it:
        return Terms.objects.create(
            **belonging_to(it),
            number=Terms.objects.filter(case=it).count() + 1,
            agreed_at=at,
            agreed_by=by.actor_name,
            method=method,
            covers_from=covers_from,
            covers_to=covers_to,
            questions=questions,
            scope=scope or None,
        )
