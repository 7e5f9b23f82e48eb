"""Secrets that open nothing any more, and referrals that stand by themselves again."""

import hashlib
from datetime import datetime

from heed.partnership.models import Person
from heed.rapid_reviews.models import RowQuestion
from heed.referrals.actions.joining import stand_alone
from heed.referrals.models import Referral, ReferralInterest
from heed.reviews.models import AccountRequest, Invitation
from heed.vault.codes import a_code, hashed_code

MARK = 16


def account_links(pk: str) -> dict:
    """Which links for a practitioner's own account are closed."""
    asked = AccountRequest.objects.filter(invitation=Invitation.objects.get(pk=pk))
    closed = asked.exclude(closed_at=None).values_list("pk", flat=True)
    return {"closed": sorted(map(str, closed))}


def account_links_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """A link that was replaced opens nothing. The one given since is lost with the
    database; the practitioner is asked again."""
    found = AccountRequest.objects.filter(invitation=pk, closed_at=None)
    for each in found:
        each.closed_at, each.code_to_read_out = at, None
        each.save(update_fields=["closed_at", "code_to_read_out"])
    return bool(found)


def row_question(pk: str) -> dict:
    """Whether a question about a row of a chronology was taken back."""
    return {"closed": RowQuestion.objects.get(pk=pk).closed_at is not None}


def row_question_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """A question that was taken back opens nothing."""
    kept = RowQuestion.objects.filter(pk=pk, closed_at=None).first()
    if kept is None or not facts["closed"]:
        return False
    kept.closed_at, kept.code_to_read_out = at, None
    kept.save(update_fields=["closed_at", "code_to_read_out"])
    return True


def receipt(pk: str) -> dict:
    """A mark of the secret that opens a referral's receipt."""
    return {"secret": _marked(Referral.objects.get(pk=pk).receipt_hash)}


def receipt_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """A secret that was replaced opens nothing; the referrer is given another."""
    kept = Referral.objects.filter(pk=pk).first()
    if kept is None or _marked(kept.receipt_hash) == facts["secret"]:
        return False
    kept.receipt_hash, kept.receipt_to_show = hashed_code(a_code()), None
    kept.save(update_fields=["receipt_hash", "receipt_to_show"])
    return True


def stepped_back(pk: str) -> dict:
    """Who stepped back from a referral."""
    kept = ReferralInterest.objects.filter(referral=pk)
    return {"people": sorted(map(str, kept.values_list("person_id", flat=True)))}


def stepped_back_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """It is closed to them again. What they said of their interest is lost."""
    kept = Referral.objects.filter(pk=pk, case=None).first()
    if kept is None:
        return False
    known = set(map(str, kept.interests.values_list("person_id", flat=True)))
    again = Person.objects.filter(pk__in=set(facts["people"]) - known)
    for person in again:
        ReferralInterest.objects.create(
            data_key_id=kept.data_key_id,
            partnership_id=kept.partnership_id,
            referral=kept,
            person=person,
            declared_at=at,
        )
    return bool(again)


def separated(pk: str) -> dict:
    """Whether a referral stands by itself."""
    kept = Referral.objects.get(pk=pk)
    return {"alone": kept.case_id is None and kept.joined_to_id is None}


def separated_again(pk: str, facts: dict, *, by, at: datetime) -> bool:
    """What was taken out of a case is read there no more."""
    kept = Referral.objects.filter(pk=pk).first()
    if kept is None or not facts["alone"] or not (kept.case_id or kept.joined_to_id):
        return False
    stand_alone(kept, by=by, at=at)
    return True


def _marked(secret_hash: str) -> str:
    return hashlib.sha256(secret_hash.encode()).hexdigest()[:MARK]
