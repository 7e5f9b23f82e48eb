"""What was taken out of one referral, and out of that again: all that began as one
paper."""

from collections.abc import Iterator

from django.db.models import Q

from heed.referrals.models import Referral, SplitOff


def splits_around(referral: Referral) -> list[SplitOff]:
    """Every split by which this referral and others came out of one paper, also those
    that were undone: the words of one may name the people of any other."""
    found: dict = {}
    known, looked_at = {referral.pk}, set()
    while new := known - looked_at:
        looked_at |= new
        rows = SplitOff.objects.filter(Q(referral__in=new) | Q(taken__in=new))
        for each in rows:
            found[each.pk] = each
            known |= {each.referral_id, each.taken_id}
    return sorted(found.values(), key=lambda each: each.split_at)


def split_apart(referral: Referral) -> Iterator[Referral]:
    """The others that came out of the same paper."""
    pks = {pk for s in splits_around(referral) for pk in (s.referral_id, s.taken_id)}
    yield from Referral.objects.filter(pk__in=pks - {referral.pk})


def taken_out_of(referral: Referral) -> list[Referral]:
    """What was taken out of a referral, and out of that again; also what was joined to
    it once more, and may have been taken out again since."""
    found, ahead = [], [referral.pk]
    while ahead:
        rows = SplitOff.objects.filter(referral__in=ahead)
        parts = [each.taken for each in rows.select_related("taken__case")]
        found += parts
        ahead = [part.pk for part in parts]
    return found


def said_before_a_split(referral: Referral) -> Iterator[tuple[dict, dict]]:
    """What was read, and which addresses were kept apart, before this referral was
    split or taken out of another."""
    for each in splits_around(referral):
        yield each.before["reading"], each.before["withheld"]
