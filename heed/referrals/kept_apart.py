"""Where somebody lives who must not be found: all that a case knows of it."""

from collections.abc import Iterator

from django.db.models import Q

from heed.cases.models import Case, ProtectedAddress
from heed.referrals.models import Referral


def addresses_kept_apart(case: Case) -> Iterator[str]:
    """Every address that was protected in the case, or withheld in its referrals."""
    for kept in ProtectedAddress.objects.filter(case=case):
        yield kept.address
    for referral in Referral.objects.filter(case=case):
        yield from (referral.withheld or {}).values()


def addresses_withheld(referral: Referral) -> Iterator[str]:
    """Every address that was withheld in a referral and in those joined with it,
    whichever of them was joined to which."""
    first = referral.joined_to_id or referral.pk
    for each in Referral.objects.filter(Q(pk=first) | Q(joined_to=first)):
        yield from (each.withheld or {}).values()
