"""By what a referral is found again: marks of names, dates, places. Nothing of them can
be read back."""

from dataclasses import dataclass

from django.db import transaction

from heed.audit.actions import record
from heed.referrals.actions.agencies import CODED, code_as_it_says
from heed.referrals.alike import marks_of
from heed.referrals.models import Referral, Referrer
from heed.referrals.queries.checked import reading_of
from heed.referrals.queries.one import received_after
from heed.vault.actions import index
from heed.vault.queries import marks_on

BATCH = 200


@dataclass
class Indexed:
    """How many referrals were gone through, how many are marked otherwise now, and of
    how many it is recorded now where they came from."""

    gone_through: int = 0
    marked: int = 0
    coded: int = 0


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


def index_again(*, by, at, batch: int = BATCH) -> Indexed:
    """Mark each referral that was received as a new one is marked, and record where it
    came from as it says, where nobody did: for what was there before an upgrade.

    Each is changed by itself, so that nobody waits, and it may be stopped at any time:
    what has been done is left as it is when it is run again, and only a change is
    recorded."""
    done, after = Indexed(), None
    while ids := received_after(after, at_most=batch):
        for pk in ids:
            with transaction.atomic():
                it = Referral.objects.select_for_update().get(pk=pk)
                _as_a_new_one(it, done, by=by, at=at)
        after = ids[-1]
    return done


def _as_a_new_one(it: Referral, done: Indexed, *, by, at) -> None:
    marks, coded = marks_on(it.pk), _coded(it)
    index_referral(it, by=by, at=at)
    if not any(coded):
        kept = Referrer.objects.filter(referral=it).first()
        code_as_it_says(it, kept.identity if kept else {}, by=by, at=at)
    is_marked, is_coded = marks_on(it.pk) != marks, _coded(it) != coded
    done.gone_through += 1
    done.marked += is_marked
    done.coded += is_coded
    if is_marked or is_coded:
        record(
            what="index_referral",
            by=by,
            at=at,
            subject_kind=it._meta.label,
            subject_id=it.pk,
            case_id=it.case_id,
            partnership_id=it.partnership_id,
        )


def _coded(it: Referral) -> list:
    return [getattr(it, name) for name in CODED]
