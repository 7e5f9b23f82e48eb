"""What somebody without an account gets to see: their own draft, their own receipt."""

from dataclasses import dataclass
from datetime import datetime

from django.shortcuts import get_object_or_404

from heed.cases.models import StepTaken
from heed.partnership.models import Partnership
from heed.referrals.models import Referral
from heed.rulebook.language import Stage
from heed.vault.codes import hashed_link, is_code, plain_code


def draft_of_session(slug: str, token: str) -> Referral | None:
    """What is being written in this session for this partnership, or was just sent."""
    if not token:
        return None
    found = Referral.objects.filter(
        partnership__slug=slug, session_hash=hashed_link(token)
    )
    return found.select_related("partnership").first()


def draft_of_code(code: str) -> Referral | None:
    """The draft that a code for coming back opens; None for any other code."""
    found = Referral.objects.filter(
        resume_hash=hashed_link(plain_code(code)), stage=Stage.CONCERN
    )
    return found.select_related("partnership").first()


def referral_of_receipt(reference: str, secret: str) -> Referral | None:
    """The referral of a receipt: its reference and its secret. What is not known takes
    as long as what is."""
    wanted = reference.strip().upper()
    candidates = list(Referral.objects.filter(reference=wanted)) if wanted else []
    hashes = [each.receipt_hash for each in candidates] or [""]
    fits = [is_code(secret, kept) for kept in hashes]
    return next((r for r, fit in zip(candidates, fits, strict=False) if fit), None)


def referral_followed(public_id: str) -> Referral | None:
    """A referral whose receipt this session has shown."""
    return Referral.objects.filter(public_id=public_id).first()


@dataclass(frozen=True)
class Status:
    """Where a referral stands, as its referrer is told: a few words and a day."""

    words: str
    since: datetime


STATUS = {
    Stage.REFERRAL_RECEIVED: "We have received it",
    Stage.RETURNED_FOR_INFORMATION: "We have a question. Please call us",
    Stage.NOT_PURSUED: "We have looked at it and are taking it no further",
}
WITH_PARTNERS = "The safeguarding partners are looking at it"
LOOKED_AT = "The safeguarding partners have finished looking at it"
ENDED = frozenset({Stage.CLOSED, Stage.ARCHIVED})


def status_of_referral(referral: Referral) -> Status:
    """The stage of a referral and the day since when, in words that tell a referrer
    nothing of what others said."""
    case = referral.case
    if case and case.stage in ENDED:
        return Status(LOOKED_AT, _reached(case.pk, case.stage) or referral.received_at)
    if referral.joined_to and not case:
        return status_of_referral(referral.joined_to)
    words = STATUS.get(referral.stage, WITH_PARTNERS)
    return Status(words, _reached(referral.pk, referral.stage) or referral.received_at)


def _reached(spine_id, stage) -> datetime | None:
    moved = StepTaken.objects.filter(spine_id=spine_id, stage_after=stage)
    last = moved.exclude(stage_before=stage).last()
    return last.at if last else None


def partnerships_to_refer_to() -> list[Partnership]:
    """The partnerships to which anybody may refer a child, by name."""
    return list(Partnership.objects.all())


def partnership_to_refer_to(slug: str) -> Partnership:
    """A partnership by its short address name; else Http404."""
    return get_object_or_404(Partnership, slug=slug)
