"""Key practice episodes are written and put in order."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Seen, carrying_out
from heed.rapid_reviews.actions.setting_aside import set_aside_what_was_confirmed
from heed.rapid_reviews.missing import fill_what_is_there
from heed.rapid_reviews.models import Episode, RapidReview
from heed.rapid_reviews.queries import episodes_of
from heed.rulebook import process


def write_episode(
    rapid_review: RapidReview, *, by, at, seen: Seen | None = None, **said
) -> Episode:
    """Write down one of the moments that mattered most, and what it shows."""
    with carrying_out(
        process.WRITE_RAPID_REVIEW, rapid_review, by=by, at=at, seen=seen
    ) as it:
        place = said.pop("place", None) or len(episodes_of(it.case)) + 1
        made = Episode.objects.create(
            **belonging_to(it.case), **_kept(said), place=place, written_at=at
        )
        _put_in_order(it.case, made, place)
        set_aside_what_was_confirmed(it, by=by, at=at)
        fill_what_is_there(it, by=by, at=at)
    return made


def amend_episode(
    episode: Episode,
    *,
    place: int,
    wrong: bool,
    by,
    at,
    seen: Seen | None = None,
    **said,
) -> Episode:
    """Set an episode right, put it elsewhere in the order, or take it out: it is kept,
    and told no more."""
    with carrying_out(
        process.WRITE_RAPID_REVIEW, episode, by=by, at=at, seen=seen
    ) as it:
        for name, value in _kept(said).items():
            setattr(it, name, value)
        it.set_aside_at = at if wrong else None
        it.save(update_fields=[*said, "set_aside_at"])
        _put_in_order(it.case, it, place)
        review = RapidReview.objects.get(case=it.case)
        set_aside_what_was_confirmed(review, by=by, at=at)
    return it


def _kept(said: dict) -> dict:
    optional = {"involved", "analysis"}
    return {k: v or None if k in optional else v for k, v in said.items()}


def _put_in_order(case: Case, moved: Episode, place: int) -> None:
    """Give everyone its place, with this one where it was asked for, if it is told."""
    others = [each for each in episodes_of(case) if each.pk != moved.pk]
    here = [] if moved.set_aside_at else [moved]
    order = [*others[: place - 1], *here, *others[place - 1 :]]
    for number, each in enumerate(order, 1):
        each.place = number
        each.save(update_fields=["place"])
