"""What somebody without an account gets to see: their own draft, their own receipt."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.shortcuts import get_object_or_404

from heed.cases.models import SpineOfCase, StepTaken
from heed.partnership.models import Partnership
from heed.referrals.models import Referral, SplitOff
from heed.referrals.models.referral import FORM_REFERENCE
from heed.referrals.queries.splits import taken_out_of
from heed.rulebook.language import Stage
from heed.rulebook.process.stages import AFTERWARDS, FINISHED, PUBLIC
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
    """Where a referral stands, as its referrer is told: a few words and a day; and
    whether a question to them waits for an answer."""

    words: str
    since: datetime
    has_question: bool = False

    @property
    def has_ended(self) -> bool:
        return self.words == ENDED


RECEIVED = "We have received it"
CONSIDERED = "It is being considered"
ENDED = "Our consideration has ended"
WHERE_IT_ENDED = (
    FINISHED
    | PUBLIC
    | AFTERWARDS
    | {
        Stage.NOT_PURSUED,
        Stage.NO_FURTHER_REVIEW,
        Stage.NOTIFICATION_WITHDRAWN,
        Stage.NOTIFIED_WITHOUT_REVIEW,
        Stage.OTHER_LEARNING,
    }
)


def status_of_referral(referral: Referral) -> Status:
    """Where a referral stands, in three words or so and the day since when. It is
    considered since somebody of the business unit first opened it; that a case opens,
    or that it is joined or split, changes neither word nor day. It has ended when all
    that became of it has, and a question stands until it is answered, or until then."""
    parts = _considered_in(referral)
    ended = [_ended_at(part, of=referral) for part in parts]
    if all(ended):
        return Status(ENDED, max(ended))
    asked = has_question(referral)
    if referral.considered_at:
        return Status(CONSIDERED, referral.considered_at, asked)
    return Status(RECEIVED, referral.received_at, asked)


def has_question(referral: Referral) -> bool:
    """Whether the sender of a referral was asked something about it, or about what was
    taken out of it, and has not answered."""
    return any(each.asked_at for each in [referral, *taken_out_of(referral)])


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
    """Whether something of what its sender sent goes on, beside this part of it and
    what that is joined to."""
    parts = _considered_in(as_its_sender_knows(referral))
    beside = [one for one in parts if one not in (referral, referral.joined_to)]
    return any(not _ended_at(one, of=one) for one in beside)


def _ended_at(part: Referral, *, of: Referral) -> datetime | None:
    """When the consideration of a part of a referral ended, or of the case that holds
    it; None while it goes on. Nothing ends before it was sent, was considered, or came
    to a case that had ended already."""
    spine = part.case or part
    if spine.stage not in WHERE_IT_ENDED:
        return None
    held = SpineOfCase.objects.filter(spine_id=part.pk, case=part.case_id)
    known = [*held.values_list("since", flat=True), _end_of(spine.pk)]
    known += [of.received_at, of.considered_at]
    return max(at for at in known if at)


def _end_of(spine_id) -> datetime | None:
    """When a referral or a case last came to an end: from one end to another is none
    that a referrer is told of."""
    moves = StepTaken.objects.filter(
        spine_id=spine_id, stage_after__in=WHERE_IT_ENDED
    ).exclude(stage_before__in=WHERE_IT_ENDED)
    return moves.values_list("at", flat=True).last()


def partnerships_to_refer_to() -> list[Partnership]:
    """The partnerships to which anybody may refer a child, by name."""
    return list(Partnership.objects.all())


def partnership_to_refer_to(slug: str) -> Partnership:
    """A partnership by its short address name; else Http404."""
    return get_object_or_404(Partnership, slug=slug)
