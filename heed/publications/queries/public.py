"""What waits to become public, and what was taken down."""

from datetime import datetime

from django.http import Http404

from heed.publications.models import EarlierReview, EarlierWithdrawal


def earlier_on_their_way(partnership) -> list[datetime]:
    """When each earlier review was entered that the library does not have yet, the
    first one first. Their words are not opened: some may not open any more."""
    found = EarlierReview.objects.filter(partnership=partnership, is_on_its_way=True)
    return list(found.order_by("entered_at").values_list("entered_at", flat=True))


def earlier_withdrawals_of(partnership) -> list[EarlierWithdrawal]:
    """The reviews that were published before and are withdrawn, the latest first."""
    found = EarlierWithdrawal.objects.filter(partnership=partnership)
    return list(found.select_related("withdrawn_by").order_by("-withdrawn_at"))


def earlier_withdrawal_or_404(partnership, public_id: str) -> EarlierWithdrawal:
    """One of them; Http404 for another partnership's."""
    found = EarlierWithdrawal.objects.filter(partnership=partnership)
    one = found.filter(public_id=public_id).select_related("withdrawn_by").first()
    if one is None:
        raise Http404
    return one
