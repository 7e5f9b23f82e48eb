"""A rapid review is written and met about."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, Stale, carrying_out
from heed.rapid_reviews.actions.setting_aside import set_aside_what_was_confirmed
from heed.rapid_reviews.missing import fill_what_is_there
from heed.rapid_reviews.models import Meeting, RapidReview, ViewsOpened
from heed.rapid_reviews.queries import part_now, views_are_sealed
from heed.rulebook import process
from heed.rulebook.contents import SUBMISSION, wants_a_reason

PARTS = frozenset(part.slug for part in SUBMISSION)
NO_PART = "A rapid review has no such part. Nothing was saved."
SAY_WHY = (
    "This part may not stay silent. If it is not known, say why: “Not known, because …”"
)


def write_part(
    rapid_review: RapidReview,
    *,
    part: str,
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> RapidReview:
    """Write one part of the rapid review. Of the child's voice, the family's views and
    identity, “not known” alone is refused: it asks for the reason. What was sent
    without it stays as it was sent; that it was missing is answered. Partners who have
    confirmed a decision meanwhile are asked anew. What was `seen` is this part: those
    who write others at the same table do not overtake it."""
    seen = seen or Seen()
    once = Seen(once=seen.once)
    with carrying_out(
        process.WRITE_RAPID_REVIEW, rapid_review, by=by, at=at, seen=once
    ) as it:
        if part not in PARTS:
            raise Refused(NO_PART)
        now = part_now(it, part)
        if seen.version not in {None, now.version}:
            raise Stale(now)
        if wants_a_reason(part, words):
            raise Refused(SAY_WHY)
        if now.words != words:
            set_aside_what_was_confirmed(it, by=by, at=at)
        it.parts = {**(it.parts or {}), part: words}
        it.save(update_fields=["parts"])
        fill_what_is_there(it, by=by, at=at)
    return it


def choose_themes(
    rapid_review: RapidReview,
    *,
    themes: list[str],
    by,
    at,
    seen: Seen | None = None,
) -> RapidReview:
    """Say on which themes this case touches: by them earlier reviews are found."""
    with carrying_out(
        process.WRITE_RAPID_REVIEW, rapid_review, by=by, at=at, seen=seen
    ) as it:
        it.themes = themes
        it.save(update_fields=["themes"])
    return it


def hold_meeting(
    case: Case,
    *,
    held_on,
    opens_views: bool = False,
    by,
    at,
    seen: Seen | None = None,
    **said,
) -> Meeting:
    """Record a meeting: who came, who sent apologies, what interests were declared,
    what was said, and what follows with its owner and day. One at which the partners
    decide opens the first views that they sealed. It may be recorded as it begins."""
    with carrying_out(
        process.HOLD_MEETING, case, by=by, at=at, effective_on=held_on, seen=seen
    ) as it:
        held = Meeting.objects.create(
            **belonging_to(it), held_on=held_on, recorded_at=at, **_kept(**said)
        )
        if opens_views:
            _open_views(held, by=by, at=at)
    return held


def amend_meeting(
    meeting: Meeting,
    *,
    held_on,
    opens_views: bool = False,
    by,
    at,
    seen: Seen | None = None,
    **said,
) -> Meeting:
    """Finish what was recorded of a meeting, or set it right. If the partners came to
    decide at it after all, it opens the first views that they sealed."""
    with carrying_out(
        process.AMEND_MEETING, meeting, by=by, at=at, effective_on=held_on, seen=seen
    ) as it:
        kept = {"held_on": held_on, **_kept(**said)}
        for name, value in kept.items():
            setattr(it, name, value)
        it.save(update_fields=list(kept))
        if opens_views:
            _open_views(it, by=by, at=at)
    return it


def _kept(
    *,
    attended: list[str],
    apologies: str,
    interests: str,
    minutes: str,
    agreed: list[dict] | None = None,
) -> dict:
    return {
        "attended": attended,
        "apologies": apologies or None,
        "interests": interests or None,
        "minutes": minutes or None,
        "agreed": agreed or None,
    }


def _open_views(held: Meeting, *, by, at) -> None:
    if views_are_sealed(held.case):
        ViewsOpened.objects.create(
            **belonging_to(held.case),
            opened_at=at,
            opened_by=by.actor_name,
            meeting=held,
        )
