"""The business unit types in what came by telephone, by post or on paper."""

from django.db import transaction

from heed.documents.actions import read
from heed.referrals.actions.drafting import begin_draft, keep_paper
from heed.referrals.models import Referral
from heed.referrals.paging import is_asked_here

ORIGINAL = "original"


def type_in(*, partnership, channel: str, by, at, file=None) -> Referral:
    """Begin a referral that came another way. A paper that came is kept as it is; where
    it is our own form, its answers stand in the draft to be checked."""
    with transaction.atomic():
        referral = begin_draft(partnership=partnership, channel=channel, by=by, at=at)
        document = file and keep_paper(
            referral, file=file, purpose=ORIGINAL, by=by, at=at
        )
    if document:
        understood = read(document, read_as="referral", by=by, at=at).content or {}
        answers = _as_asked(understood.get("typed", {}))
        referral.answers = answers
        referral.risk_now = answers.get("safety.at_risk", "")
        referral.save(update_fields=["answers", "risk_now"])
    return referral


def _as_asked(typed: dict[str, str]) -> dict:
    """Answers of a paper as this website keeps them: several boxes are a list."""
    return {
        key: words.split("\n") if key == "other.parallel" else words
        for key, words in typed.items()
        if is_asked_here(key)
    }
