"""By what a referral is found again: marks of names, dates, places. Nothing of them can
be read back."""

from heed.referrals.alike import marks_of
from heed.referrals.models import Referral
from heed.referrals.queries.checked import reading_of
from heed.vault.actions import index


def index_referral(it: Referral, *, by, at) -> None:
    """Mark a referral by what it says as it was read and as it was put right, so that
    it is found by either. Inside a step."""
    kinds = marks_of(it.reading or {})
    for kind, values in marks_of(reading_of(it)).items():
        kinds[kind] += [each for each in values if each not in kinds[kind]]
    for kind, values in kinds.items():
        index(
            row_id=it.pk,
            partnership_id=it.partnership_id,
            kind=kind,
            values=values,
            by=by,
            at=at,
        )
