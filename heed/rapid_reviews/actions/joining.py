"""Several cases are looked at in one review."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rapid_reviews.models import JoinedReview
from heed.rapid_reviews.queries import joined_in, reviews_to_join
from heed.rulebook import process

NOT_TO_BE_JOINED = (
    "The review of that case cannot be joined: its partners have to have decided on a "
    "local review, it stands on your list, and it is not itself part of another's."
)
LEADS_OTHERS = "Other cases have joined the review of this one. They join the new one."


def join_review(
    case: Case, *, leads: Case, why: str, by, at, seen: Seen | None = None
) -> JoinedReview:
    """Look at a case in the review of another. It keeps its own list of people, its
    own papers and its own six months."""
    with carrying_out(
        process.JOIN_THEMATIC_REVIEW, case, by=by, at=at, reasons=why, seen=seen
    ) as it:
        if leads not in reviews_to_join(it, by, at=at):
            raise Refused(NOT_TO_BE_JOINED)
        if joined_in(it):
            raise Refused("This case is looked at in another's review already.")
        if JoinedReview.objects.filter(leads=it, left_at=None).exists():
            raise Refused(LEADS_OTHERS)
        return JoinedReview.objects.create(
            **belonging_to(it),
            leads=leads,
            joined_at=at,
            joined_by=by.actor_name,
            why=why,
        )


def leave_joined_review(
    case: Case, *, reason: str, by, at, seen: Seen | None = None
) -> JoinedReview:
    """Look at a case by itself again."""
    with carrying_out(
        process.LEAVE_THEMATIC_REVIEW, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        joined = joined_in(it)
        if joined is None:
            raise Refused("This case is looked at by itself.")
        joined.left_at = at
        joined.save(update_fields=["left_at"])
    return joined
