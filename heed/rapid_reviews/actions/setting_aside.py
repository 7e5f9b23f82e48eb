"""What was confirmed of a decision is set aside when what it rests on is changed."""

from heed.cases.telling import please_look
from heed.rapid_reviews.confirmed import stale_confirmations
from heed.rapid_reviews.models import Confirmation, RapidReview
from heed.rapid_reviews.rests_on import was_sent
from heed.rulebook.deciding import have_all_answered
from heed.rulebook.language import Role


def set_aside_what_was_confirmed(rapid_review: RapidReview | None, *, by, at) -> None:
    """Ask the partners anew, while some have confirmed the decision and others not:
    nobody has signed what they did not read. Their answers stay, in grey, beside what
    was changed. Once all three have answered the decision stands: they are told, in
    grey as well, and may confirm the text as it is now. Whoever has the page open that
    confirms is shown it anew."""
    if rapid_review is None or not rapid_review.proposed_outcome:
        return
    given = Confirmation.objects.filter(
        rapid_review=rapid_review, round=rapid_review.round
    )
    settled = have_all_answered(len(set(given.values_list("seat", flat=True))))
    rapid_review.version += 1
    rapid_review.save(update_fields=["version"])
    if given and not settled:
        rapid_review.round += 1
        rapid_review.save(update_fields=["round"])
    if given:
        asked = frozenset({Role.DELEGATED_PARTNER})
        please_look(asked, rapid_review.case, by=by, at=at)


def set_aside_if_described_otherwise(case, *, by, at) -> None:
    """The same where a child, the family or what was done at once is described anew,
    while that is what the partners read or have confirmed; not once it was sent."""
    review = RapidReview.objects.filter(case=case).first()
    if review is None or not review.proposed_outcome or was_sent(case):
        return
    given = Confirmation.objects.filter(rapid_review=review, round=review.round)
    if stale_confirmations(review) or not given.exists():
        set_aside_what_was_confirmed(review, by=by, at=at)
