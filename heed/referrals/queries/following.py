"""What somebody without an account gets to see: their own draft, their own receipt."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.shortcuts import get_object_or_404

from heed.cases.models import StepTaken
from heed.partnership.models import Partnership
from heed.referrals.models import Referral, SplitOff
from heed.referrals.models.referral import FORM_REFERENCE
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


def referral_of_secret(reference: str, secret: str) -> Referral | None:
    """What a reference and its secret open: a form that is being written, or the
    referral of a receipt. What is not known takes as long as what is, and one that
    several partnerships have given out no longer."""
    candidates = list(_called(reference).select_related("partnership", "case"))
    tried = max(len(candidates), _most_of_one_reference())
    kept = [*map(_kept_of, candidates), *[""] * (tried - len(candidates))]
    fits = [is_code(secret, each) for each in kept]
    return next((r for r, fit in zip(candidates, fits, strict=False) if fit), None)


def _most_of_one_reference() -> int:
    """How many partnerships begin their references with the same letters."""
    begin = Counter(Partnership.objects.values_list("reference_prefix", flat=True))
    return max(begin.values(), default=1)


def _called(reference: str):
    """What goes by a reference; a form's is read as a secret is, so that an O may stand
    for a nought."""
    wanted, plain = reference.strip().upper(), plain_code(reference)
    if not wanted:
        return Referral.objects.none()
    form = FORM_REFERENCE.format(plain.removeprefix("F"))
    return Referral.objects.filter(
        Q(reference=wanted) | Q(form_reference=form, stage=Stage.CONCERN)
    )


def _kept_of(referral: Referral) -> str:
    return referral.resume_hash if referral.is_draft else referral.receipt_hash


def referral_followed(public_id: str) -> Referral | None:
    """A referral whose receipt this session has shown."""
    return Referral.objects.filter(public_id=public_id).first()


@dataclass(frozen=True)
class Status:
    """Where a referral stands, as its referrer is told: a few words and a day."""

    words: str
    since: datetime

    @property
    def has_ended(self) -> bool:
        return self.words == ENDED


RECEIVED = "We have received it"
QUESTION = f"{RECEIVED}, and have a question. Please call us"
CONSIDERED = "It is being considered"
ENDED = "Our consideration has ended"
STATUS = {
    Stage.REFERRAL_RECEIVED: RECEIVED,
    Stage.RETURNED_FOR_INFORMATION: QUESTION,
}
STATUS |= dict.fromkeys(
    FINISHED
    | {
        Stage.NOT_PURSUED,
        Stage.NOTIFICATION_WITHDRAWN,
        Stage.NOTIFIED_WITHOUT_REVIEW,
        Stage.OTHER_LEARNING,
    },
    ENDED,
)


def status_of_referral(referral: Referral) -> Status:
    """Where a referral stands, or the case that holds it, and the day since when: in
    three words or so, none of which tells whether there is a case. What was taken out
    of it is theirs too: a question about that is one about this, and it has ended when
    that has."""
    each = [_status_of(one) for one in _considered_in(referral)]
    asks = (status for status in each if status.words == QUESTION)
    goes_on = (status for status in each if not status.has_ended)
    return next(asks, None) or next(goes_on, None) or each[0]


def _considered_in(referral: Referral) -> list[Referral]:
    """In what a referral is considered: in itself, or in what it was joined to before
    there is a case; and in whatever was taken out of either, joined again or not."""
    seen, found, ahead = set(), [], [referral]
    while ahead:
        one = ahead.pop(0)
        if one.pk in seen:
            continue
        seen.add(one.pk)
        if one.joined_to and not one.case_id:
            ahead.append(one.joined_to)
        else:
            found.append(one)
        ahead += _taken_out_of(one)
    return found


def _taken_out_of(referral: Referral) -> list[Referral]:
    parts = SplitOff.objects.filter(referral=referral)
    return [part.taken for part in parts.select_related("taken__case")]


def as_its_sender_knows(referral: Referral) -> Referral:
    """The referral whose reference and receipt its sender has: what was taken out of
    one by a person goes by that one."""
    part = SplitOff.objects.filter(taken=referral).first()
    return as_its_sender_knows(part.referral) if part else referral


def goes_on_beside(referral: Referral) -> bool:
    """Whether something of what its sender sent goes on, beside this part of it."""
    others = _considered_in(as_its_sender_knows(referral))
    return any(not _status_of(one).has_ended for one in others if one != referral)


def _status_of(referral: Referral) -> Status:
    case = referral.case
    words = words_at((case or referral).stage)
    first = case.opened_at if case else referral.received_at
    since = _since((case or referral).pk, words) or first
    return Status(words, max(since, referral.received_at))


def words_at(stage: Stage) -> str:
    """What a referrer reads while a referral, or its case, stands at this stage."""
    return STATUS.get(stage, CONSIDERED)


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
