"""What people said of what was understood of a referral, and its papers."""

from datetime import date

from django.http import Http404

from heed import clock
from heed.correspondence.actions import AS_SENT, ATTACHMENT
from heed.documents.models import Document
from heed.documents.queries import documents_of
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared
from heed.referrals.checking import as_it_stands
from heed.referrals.models import Checked, Referral
from heed.referrals.queries.one import emails_of_referral
from heed.referrals.queries.splits import splits_around
from heed.referrals.understanding import known_dates


@asked_once
def checked_of(referral: Referral) -> dict[str, Checked]:
    """The last word on each thing that was understood, by the key of the item."""
    return {each.item: each for each in _checked(referral=referral.pk)}


@Prepared
def _checked(*, referral):
    return Checked.objects.filter(referral=referral)


def put_right(referral: Referral) -> list[Checked]:
    """What people put right in a referral, in the order in which they did."""
    last = checked_of(referral).values()
    return [each for each in last if each.answer == Checked.Answer.CORRECTED]


def reading_of(referral: Referral) -> dict:
    """What a referral says as it stands: as it was understood, with what people put
    right. What was read stays where it is."""
    said = {each.item: each.said or "" for each in put_right(referral)}
    near = referral.received_at and clock.london_date(referral.received_at)
    return as_it_stands(referral.reading or {}, said, near=near)


def first_known_day(referral: Referral) -> date:
    """The earliest day on which somebody could have become aware, of those that a
    referral speaks of or, before it was split, spoke of."""
    received_on = referral.stated_on or clock.london_date(referral.received_at)
    known = known_dates(reading_of(referral), received_on=received_on)
    before = [split.earliest_on for split in splits_around(referral)]
    return min([*known.values(), *filter(None, before)])


def papers_of(referral: Referral, *, with_emails: bool) -> list[Document]:
    """The papers of a referral: its own, and those that came with its emails. The
    emails themselves name who sent them, and are for the business unit."""
    found = documents_of(referral)
    for email in emails_of_referral(referral):
        found += documents_of(email, purpose=ATTACHMENT)
        found += documents_of(email, purpose=AS_SENT) if with_emails else []
    return found


def paper_of_referral(
    referral: Referral, public_id: str, *, with_emails: bool
) -> Document:
    """One of the papers of a referral; else Http404."""
    for each in papers_of(referral, with_emails=with_emails):
        if each.public_id == public_id:
            return each
    raise Http404
