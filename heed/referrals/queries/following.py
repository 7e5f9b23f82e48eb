"""What somebody without an account gets to see: their own draft, their own receipt."""

from dataclasses import dataclass
from datetime import datetime

from django.shortcuts import get_object_or_404

from heed.cases.models import StepTaken
from heed.partnership.models import Partnership
from heed.referrals.models import Referral
from heed.rulebook.language import Stage
from heed.rulebook.process.stages import FINISHED
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
    Stage.NOTIFICATION_WITHDRAWN: "We have looked at it and are taking it no further",
    Stage.OTHER_LEARNING: "We have looked at it, and learn from it in another way than "
    "by a practice review",
}
WITH_PARTNERS = "The safeguarding partners are looking at it"
BEING_LEARNED_FROM = "The safeguarding partners are working out what can be learned"
LOOKED_AT = "The safeguarding partners have finished looking at it"
STATUS |= dict.fromkeys(
    (Stage.CONCERN, Stage.UNDER_CONSIDERATION, Stage.NOTIFICATION_DECIDED),
    WITH_PARTNERS,
)
STATUS |= dict.fromkeys(FINISHED | {Stage.NOTIFIED_WITHOUT_REVIEW}, LOOKED_AT)


def status_of_referral(referral: Referral) -> Status:
    """Where a referral stands, or the case that holds it, and the day since when, in
    words that tell a referrer nothing of what others said."""
    case = referral.case
    if referral.joined_to and not case:
        return status_of_referral(referral.joined_to)
    words = words_at((case or referral).stage)
    first = case.opened_at if case else referral.received_at
    since = _since((case or referral).pk, words) or first
    return Status(words, max(since, referral.received_at))


def words_at(stage: Stage) -> str:
    """What a referrer reads while a referral, or its case, stands at this stage."""
    return STATUS.get(stage, BEING_LEARNED_FROM)


def _since(spine_id, words: str) -> datetime | None:
    """When these words began to be true: moves that a referrer is not told of make no
    difference."""
    moves = StepTaken.objects.filter(spine_id=spine_id).values_list(
        "stage_before", "stage_after", "at"
    )
    began = [
        at
        for before, after, at in moves
        if words_at(after) == words and words_at(before) != words
    ]
    return began[-1] if began else None


def partnerships_to_refer_to() -> list[Partnership]:
    """The partnerships to which anybody may refer a child, by name."""
    return list(Partnership.objects.all())


def partnership_to_refer_to(slug: str) -> Partnership:
    """A partnership by its short address name; else Http404."""
    return get_object_or_404(Partnership, slug=slug)
