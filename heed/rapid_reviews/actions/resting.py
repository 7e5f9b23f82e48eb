"""Which rows of the chronology tell an episode of the paper."""

from heed.cases.steps import Refused, Seen, carrying_out
from heed.rapid_reviews.models import Episode
from heed.rulebook import process

TAKEN_OUT = "That episode was taken out of the chronology."


def say_which_is_marked(
    episode: Episode, *, marked, by, at, seen: Seen | None = None
) -> Episode:
    """Say which episode that is marked in the chronology is this one, or none. What the
    paper says of it stays as it was confirmed."""
    with carrying_out(process.LINK_FINDING, episode, by=by, at=at, seen=seen) as it:
        if marked and (marked.case_id != it.case_id or marked.taken_out_at):
            raise Refused(TAKEN_OUT)
        it.marked = marked
        it.save(update_fields=["marked"])
    return it
