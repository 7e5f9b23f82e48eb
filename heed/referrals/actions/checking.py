"""A person says of each thing that Heed understood whether it is right. What was read
stays as it is."""

from django.db import transaction

from heed.audit.actions import record
from heed.cases.gaps import fill_gap
from heed.cases.models import OpenItem
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.documents.actions import read
from heed.documents.models import Document, Reading
from heed.documents.queries import picture_of
from heed.documents.reading import Shown
from heed.referrals.actions.indexing import index_referral
from heed.referrals.actions.risk import keep_child_at_risk
from heed.referrals.checking import FLAG, asked_by
from heed.referrals.models import Checked, ChildAtRisk, Referral, Referrer, Risk
from heed.referrals.queries.checked import reading_of
from heed.referrals.understanding import missing_from
from heed.rulebook import process

AS_A_PAPER = "report"
# Who referred is said elsewhere, and what a lead owes is no word of the paper.
AT_RISK = "immediate_safety.open_risk"
RISKS = {"yes": Risk.YES, "unknown": Risk.NOT_KNOWN}
CAN_BE_PUT_RIGHT = frozenset(missing_from({}, {})) - {"referral.referrer"}


def check_understood(
    referral: Referral, *, answers, by, at, seen: Seen | None = None
) -> list[Checked]:
    """Keep what a person says of things that were understood: that each is right, what
    it should be, or that it stays open. `answers` are an item, an answer, the words of
    the person and the words that they had before them."""
    with carrying_out(
        process.CHECK_UNDERSTOOD, referral, by=by, at=at, seen=seen
    ) as it:
        if it.case_id:
            raise Refused("A case holds this referral. Put things right in the case.")
        if not answers:
            raise Refused("Say of one thing at least whether it is right.")
        kept = [
            Checked.objects.create(
                data_key_id=it.data_key_id,
                partnership_id=it.partnership_id,
                referral=it,
                item=_known(item),
                answer=answer,
                said_at=at,
                said_by=by.actor_name,
                read=read_words or None,
                said=said or None,
            )
            for item, answer, said, read_words in answers
        ]
        _follow(it, kept, by=by, at=at)
    return kept


def _known(item: str) -> str:
    if not item.startswith(FLAG) and asked_by(item) is None:
        raise Refused("This is nothing that a referral says.")
    return item


def _follow(it: Referral, kept: list[Checked], *, by, at) -> None:
    """What is said now is found by, and what was put right closes the gaps that it
    fills."""
    index_referral(it, by=by, at=at)
    right = [each for each in kept if each.answer == Checked.Answer.CORRECTED]
    if right:
        fill_what_is_said(it, by=by, at=at)
    for each in right:
        if each.item == AT_RISK and each.said in RISKS:
            _raise_risk(it, RISKS[each.said], by=by, at=at)


def _raise_risk(it: Referral, risk: Risk, *, by, at) -> None:
    """A paper was read as if no child were at risk, and a person says otherwise: from
    now on it must be answered who knows. That none is at risk is said there alone."""
    it.risk_now = risk
    it.save(update_fields=["risk_now"])
    if not ChildAtRisk.objects.filter(referral=it).exists():
        then_take(it, process.RAISE_SAFETY_ACTION, by=by, at=at)
        keep_child_at_risk(it, by=by, at=at)


def fill_what_is_said(it: Referral, *, by, at) -> None:
    """Close the gaps of what a referral says as it stands, inside a step."""
    identity = Referrer.objects.get(referral=it).identity
    missing = missing_from(reading_of(it), identity)
    named = OpenItem.objects.filter(spine_id=it.pk, answered_at=None)
    for item in named.filter(kind__in=CAN_BE_PUT_RIGHT):
        if item.kind not in missing:
            fill_gap(it, kind=item.kind, by=by, at=at)


def read_paper(document: Document, *, case_id=None, by, at) -> Reading:
    """The words of a paper of a referral, or of an email that waits, read by a confined
    process and kept; without the entry on the record it is not shown."""
    _note_reading_of(document, case_id, by=by, at=at)
    kept = Reading.objects.filter(document=document, read_as=AS_A_PAPER).last()
    return kept or read(document, read_as=AS_A_PAPER, by=by, at=at)


def show_picture(document: Document, *, case_id=None, by, at) -> Shown:
    """A picture that came with a referral, or an email, made anew by a confined
    process; without the entry on the record it is not shown."""
    _note_reading_of(document, case_id, by=by, at=at)
    return picture_of(document)


def _note_reading_of(document: Document, case_id, *, by, at) -> None:
    with transaction.atomic():
        record(
            what="read_paper",
            by=by,
            at=at,
            subject_kind=document._meta.label,
            subject_id=document.pk,
            case_id=case_id,
            partnership_id=document.partnership_id,
        )
