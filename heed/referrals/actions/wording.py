"""A partnership puts words of its own on its referral form."""

from heed import clock
from heed.papers.questions import REFERRAL, places
from heed.partnership.grants import manages
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.referrals.models import FormWording
from heed.rulebook.language import Role

NOT_YOURS = "Only the partnership’s manager may do this."


def word_form(partnership, *, place: str, words: str, by, at) -> FormWording:
    """Say something at a place of the form in place of our words; the manager may.
    Nothing brings ours back. ValueError for a place that is not to be changed."""
    known = {each.slug for _, found in places(REFERRAL) for each in found}
    if place not in known:
        raise ValueError(f"Not a place of the form: {place}.")
    with on_record("word_form", by=by, at=at, partnership=partnership) as entry:
        if not manages(by, partnership, clock.london_date(at), Role.MANAGER):
            raise Refused(NOT_YOURS, code="not_yours")
        entry.subject = said = FormWording.objects.create(
            partnership=partnership,
            place=place,
            words=" ".join(words.split()),
            changed_by=by,
            changed_at=at,
        )
    return said
