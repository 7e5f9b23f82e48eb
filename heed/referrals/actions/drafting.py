"""A referral is written, page by page. What was saved stays; nothing is sent yet."""

from typing import NamedTuple

from django.db import transaction

from heed.audit.actions import record
from heed.cases.steps import Refused
from heed.documents.actions import receive as keep_file
from heed.documents.actions import withdraw
from heed.documents.models import Document
from heed.documents.queries import documents_of
from heed.papers.questions import not_offered
from heed.referrals.actions.leads import offer_to_business_unit
from heed.referrals.actions.risk import say_child_at_risk
from heed.referrals.models import Referral
from heed.referrals.models.referral import FORM_REFERENCE
from heed.rulebook.language import Stage
from heed.vault.actions import new_data_key
from heed.vault.codes import a_code, hashed_code, hashed_link, plain_code

PAPER = "paper"
MOST_PAPERS = 20
ALREADY_SENT = (
    "This form has been sent. To add something, use its reference and secret."
)


class WayBack(NamedTuple):
    """With what somebody comes back to a form."""

    reference: str
    secret: str


def begin_draft(
    *,
    partnership,
    channel: str,
    by,
    at,
    session: str = "",
    organisation=None,
) -> Referral:
    """Begin a referral: under a key of its own, without a reference, seen by nobody but
    who writes it. Who writes it without an account comes back by a session's token."""
    with transaction.atomic():
        key = new_data_key(
            partnership_id=partnership.pk, purpose="referral", by=by, at=at
        )
        referral = Referral.objects.create(
            data_key=key,
            partnership=partnership,
            stage=Stage.CONCERN,
            channel=channel,
            begun_at=at,
            organisation=organisation,
            drafted_by=by if by.actor_kind == "person" else None,
            session_hash=hashed_link(session) if session else "",
            answers={},
        )
        _note(referral, "begin_referral", by=by, at=at)
    return referral


def save_answers(referral: Referral, *, keys, answers: dict, by, at) -> None:
    """Keep the answers of one page in place of those that it held before. Answered with
    yes or not known, "is any child at risk now?" reaches the desk at once; and a draft
    that lies in a lead's tray lies there no longer. ValueError for an answer that the
    form does not offer: no page can send one."""
    if wrong := not_offered(answers):
        raise ValueError(f"Not one of the choices of the form: {', '.join(wrong)}.")
    with transaction.atomic():
        kept = _draft(referral)
        others = {k: v for k, v in kept.answers.items() if k not in set(keys)}
        kept.answers = others | {k: v for k, v in answers.items() if v not in ("", [])}
        kept.risk_now = kept.answers.get("safety.at_risk", "")
        kept.version += 1
        kept.save(update_fields=["answers", "risk_now", "version"])
        if kept.may_be_at_risk and kept.handed_over_at:
            offer_to_business_unit(kept, by=by, at=at)
        elif kept.may_be_at_risk and "safety.at_risk" in keys:
            say_child_at_risk(kept, by=by, at=at)
        _note(kept, "write_referral", by=by, at=at)


def drop_entry(referral: Referral, *, section: str, number: int, by, at) -> None:
    """Take a child, an adult, an organisation or a date out of a draft."""
    start = f"{section}.{number}."
    keys = [key for key in referral.answers if key.startswith(start)]
    save_answers(referral, keys=keys, answers={}, by=by, at=at)


def add_paper(referral: Referral, *, file, by, at) -> Document:
    """Keep a file that is sent with a draft. One that cannot be taken in is kept aside
    with the sentence that says why; the rest of the draft is not touched by it."""
    with transaction.atomic():
        kept = _draft(referral)
        if len(documents_of(kept, purpose=PAPER)) >= MOST_PAPERS:
            raise Refused(
                f"You can send {MOST_PAPERS} files with this form. Call us, and we "
                "will find a way for the others."
            )
        return keep_paper(kept, file=file, purpose=PAPER, by=by, at=at)


def keep_paper(referral: Referral, *, file, purpose: str, by, at) -> Document:
    """Keep a file of a referral, inside what is being done already."""
    if getattr(file, "is_too_large", False):
        raise Refused(
            f"“{file.name}” is larger than 50 MB. Please send a smaller copy."
        )
    return keep_file(
        file.chunks(),
        name=file.name,
        owner=referral,
        purpose=purpose,
        received_from=by.actor_kind,
        by=by,
        at=at,
    )


def take_back_paper(referral: Referral, document: Document, *, by, at) -> None:
    """Take a file out of a draft before it is sent."""
    with transaction.atomic():
        _draft(referral)
        withdraw(document, by=by, at=at)


def give_resume_code(referral: Referral, *, by, at) -> WayBack:
    """A reference and a secret with which who writes without an account comes back to
    the draft. The secret is shown this once; the one before stops."""
    secret = a_code()
    with transaction.atomic():
        kept = _draft(referral)
        kept.form_reference = kept.form_reference or _a_form_reference()
        kept.resume_hash = hashed_code(secret)
        kept.save(update_fields=["form_reference", "resume_hash"])
        _note(kept, "give_resume_code", by=by, at=at)
    return WayBack(kept.form_reference, secret)


def _a_form_reference() -> str:
    """By what a draft is called; random, so that nobody guesses at another's."""
    return FORM_REFERENCE.format(plain_code(a_code())[:8])


def resume_draft(referral: Referral, *, session: str, by, at) -> Referral:
    """Go on with a draft in another session; the session before has it no longer."""
    with transaction.atomic():
        kept = _draft(referral)
        kept.session_hash = hashed_link(session)
        kept.save(update_fields=["session_hash"])
        _note(kept, "resume_referral", by=by, at=at)
    return kept


def _draft(referral: Referral) -> Referral:
    kept = Referral.objects.select_for_update().get(pk=referral.pk)
    if not kept.is_draft:
        raise Refused(ALREADY_SENT)
    return kept


def _note(referral: Referral, what: str, *, by, at) -> None:
    record(
        what=what,
        by=by,
        at=at,
        subject_kind=referral._meta.label,
        subject_id=referral.pk,
        partnership_id=referral.partnership_id,
    )
