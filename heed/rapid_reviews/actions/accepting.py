"""What an agency answered is accepted, or goes back for the parts that are missing."""

from collections.abc import Sequence

from heed import clock
from heed.cases.access import able_on_the_list
from heed.cases.actions.links import NEW_SECRETS, new_secrets
from heed.cases.gaps import fill_gap, name_gap
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import SOMETHING_TO_SEE, tell
from heed.rapid_reviews.actions.asking import send_link
from heed.rapid_reviews.due_days import must_lie_ahead
from heed.rapid_reviews.kept_apart import must_tell_no_address
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from heed.rapid_reviews.queries import answered_by, rapid_review_of, submissions_of
from heed.rulebook import process
from heed.rulebook.agency_summary import SUMMARY
from heed.rulebook.language import Role

PARTS = {part.slug: part.title for part in SUMMARY}
NOT_YET = "They have not answered yet."
DECIDED, SENT = AgencyAnswer.CameAfter.DECISION, AgencyAnswer.CameAfter.SENDING


def accept_answer(
    request: AgencyRequest, *, by, at, seen: Seen | None = None
) -> AgencyRequest:
    """Accept what an organisation answered: nothing more is waited for, and its link
    opens nothing from now on."""
    with carrying_out(process.ACCEPT_ANSWER, request, by=by, at=at, seen=seen) as it:
        answer = it.answers.last()
        if answer is None or not it.takes_an_answer:
            raise Refused("This answer is accepted already." if answer else NOT_YET)
        it.state = answered_by(answer)
        it.accepted_at, it.accepted_by, it.wanted = at, by.actor_name, []
        it.code_hash, it.code_to_read_out = "", None
        it.save(
            update_fields=[
                *("state", "accepted_at", "accepted_by", "wanted"),
                *("code_hash", "code_to_read_out"),
            ]
        )
    return it


def ask_for_more(
    request: AgencyRequest,
    *,
    parts: Sequence[str],
    why: str,
    due_on,
    by,
    at,
    seen: Seen | None = None,
) -> AgencyRequest:
    """Ask an organisation for the parts of its answer that are missing, and for no
    others; what it said already stands. It gets a new link and a new code."""
    must_lie_ahead(due_on, at=at)
    with carrying_out(
        process.ASK_FOR_MORE, request, by=by, at=at, reasons=why, seen=seen
    ) as it:
        if not it.has_answered:
            raise Refused(NOT_YET)
        if it.closed_at:
            raise Refused("This request is closed; a new one can be made.")
        if not parts or not set(parts) <= PARTS.keys():
            raise Refused("Choose the parts that are missing.")
        must_tell_no_address(why, it.case)
        it.state, it.wanted_since = AgencyRequest.State.PARTIAL, at
        it.wanted = [slug for slug in PARTS if slug in parts]
        it.why_wanted = why
        it.is_due_anew(due_on)
        it.accepted_at, it.accepted_by = None, ""
        token, it.code_to_read_out = new_secrets(it, by=by, at=at)
        it.save(
            update_fields=[
                *(*NEW_SECRETS, "code_to_read_out", "state"),
                *("due_on", "first_due_on"),
                *("wanted", "wanted_since", "why_wanted"),
                *("accepted_at", "accepted_by"),
            ]
        )
        send_link(it, token, letter="agency_asked_for_more", by=by, at=at)
    return it


def keep_open_who_was_searched_for(
    request: AgencyRequest, *, searched: bool, by, at
) -> None:
    """Name it as a gap where the business unit logged that nobody is known, and not
    that the children and the adults were searched for, and where; inside the step. An
    answer that says it, or that tells of somebody, closes the gap."""
    kind = f"searched.{request.pk.hex[:12]}"
    if searched:
        fill_gap(request.case, kind=kind, by=by, at=at)
        return
    name_gap(
        request.case,
        kind=kind,
        label=f"{request.organisation.name} said that nobody is known: did they search "
        "for the children and for the adults, and in which systems?",
        at=at,
    )


def mark_if_after_the_decision(
    request: AgencyRequest, answer: AgencyAnswer, *, by, at
) -> None:
    """Say of an answer that it came after the three had decided, or after it went to
    the Panel, and tell them, inside the step. It is kept like any other."""
    case, review = request.case, rapid_review_of(request.case)
    if submissions_of(case):
        answer.came_after = SENT
    elif review is not None and review.decided_outcome:
        answer.came_after = DECIDED
    else:
        return
    answer.save(update_fields=["came_after"])
    name_gap(
        case,
        kind=f"answered_after.{answer.pk.hex[:12]}",
        label=f"{request.organisation.name} answered on "
        f"{clock.london_date(at):%-d %B %Y}, "
        f"{answer.get_came_after_display().lower()}: does it change anything?",
        at=at,
    )
    partners = able_on_the_list(case, frozenset({Role.DELEGATED_PARTNER}), at=at)
    tell(SOMETHING_TO_SEE, partners, case, once=answer.pk.hex[:12], by=by, at=at)
