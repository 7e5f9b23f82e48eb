"""Referrals for tests, journeys and the demonstration, brought in by real actions."""

import itertools
from email.message import EmailMessage
from email.utils import format_datetime

from heed.audit.actors import AnonymousReferrer, SystemActor
from heed.correspondence.actions import receive
from heed.papers.referral_form import SentTo, fill_referral_form, referral_form
from heed.partnership.actions import name_alternate
from heed.partnership.models import Organisation
from heed.referrals.actions import begin_draft, draft_for_lead, refer, save_answers
from heed.referrals.models import Channel, Referral
from heed.rulebook.language import Role
from tests.cases.factories import NOON
from tests.partnership.factories import HEED, a_partnership, a_person, an_organisation
from tests.walked import walked_once

THE_FORM = SystemActor("referral_form")
THE_MAILBOX = SystemActor("mailbox")
_numbers = itertools.count(1)

ABOUT_PIPIT = {
    "safety.at_risk": "no",
    "referrer.name": "Wilhelmina Ashgrove",
    "referrer.capacity": "public",
    "referrer.role": "Neighbour",
    "referrer.email": "neighbour@marrowby.example",
    "child.1.given": "Tobiah",
    "child.1.family": "Marchwinter",
    "child.1.status": "alive",
    "child.1.dob": "14 May 2010",
    "adult.1.name": "Corisande Marchwinter",
    "adult.1.relationship": "mother of Tobiah",
    "incident.date": "9 March 2026",
    "incident.what": "He was found hurt behind the boathouse.",
    "incident.harm": "A broken arm and old burns.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "seriously_harmed",
    "criteria.reasons": "The burns were old and nobody had asked.",
}


@walked_once
def a_draft(partnership=None, *, answers=None, session="", at=NOON) -> Referral:
    """A form that somebody without an account is writing."""
    partnership = partnership or a_partnership(at=at)
    draft = begin_draft(
        partnership=partnership,
        channel=Channel.PORTAL,
        session=session,
        by=THE_FORM,
        at=at,
    )
    return written(draft, answers, by=AnonymousReferrer(str(draft.pk)), at=at)


@walked_once
def written(draft, answers=None, *, by, at=NOON) -> Referral:
    """The draft with these answers, or with those about Pipit."""
    given = ABOUT_PIPIT if answers is None else answers
    save_answers(draft, keys=list(given), answers=given, by=by, at=at)
    draft.refresh_from_db()
    return draft


@walked_once
def a_referral(
    partnership=None, *, answers=None, session="", at=NOON, **more
) -> Referral:
    """A referral that somebody without an account has sent; `more` adds answers, with
    two underscores for each dot of their keys."""
    given = dict(ABOUT_PIPIT if answers is None else answers)
    given |= {name.replace("__", "."): value for name, value in more.items()}
    draft = a_draft(partnership, answers=given, session=session, at=at)
    return refer(draft, by=AnonymousReferrer(str(draft.pk)), at=at)


@walked_once
def staff_of(partnership, *, name="Quillshire Hospitals", deputy=True, at=NOON) -> dict:
    """An organisation with a practitioner, a safeguarding lead and her deputy."""
    organisation = an_organisation(
        partnership, Organisation.Kind.ACUTE, name=name, at=at
    )

    def somebody(role, called):
        return a_person(
            role, partnership=partnership, organisation=organisation, name=called, at=at
        )

    found = {
        "organisation": organisation,
        "nurse": somebody(Role.PRACTITIONER, "Elspeth Norrington"),
        "lead": somebody(Role.SAFEGUARDING_LEAD, "Oriel Vantongeren"),
    }
    if deputy:
        found["deputy"] = somebody(Role.PRACTITIONER, "Hesper Quillfeather")
        name_alternate(
            found["lead"].roles.get(role=Role.SAFEGUARDING_LEAD),
            person=found["deputy"],
            by=HEED,
            at=at,
        )
    return found


@walked_once
def a_nurses_draft(nurse, *, answers=None, at=NOON) -> Referral:
    """A draft that a practitioner is writing for her safeguarding lead."""
    draft = begin_draft(
        partnership=nurse.partnership,
        channel=Channel.ORGANISATION,
        organisation=nurse.organisation,
        by=nurse,
        at=at,
    )
    return written(draft, answers, by=nurse, at=at)


@walked_once
def a_draft_in_the_tray(nurse, *, answers=None, at=NOON) -> Referral:
    """A draft that waits for the safeguarding lead."""
    return draft_for_lead(
        a_nurses_draft(nurse, answers=answers, at=at), by=nurse, at=at
    )


def a_filled_form(partnership=None, answers=None) -> bytes:
    """Our Word form, filled in as by a typist."""
    sent_to = SentTo(
        partnership=partnership.name if partnership else "Quillshire",
        mailbox="referrals@quillshire.example",
    )
    given = ABOUT_PIPIT if answers is None else answers
    return fill_referral_form(referral_form(sent_to), given)


def an_email(
    *papers: tuple[str, bytes],
    body="Please find what I know attached.",
    subject="Referral",
    sender="neighbour@marrowby.example",
    message_id=None,
    at=NOON,
    **headers,
) -> bytes:
    """An email as it lies in the mailbox; `headers` may add Auto-Submitted and such."""
    message = EmailMessage()
    message["From"] = f"A sender <{sender}>"
    message["To"] = "referrals@quillshire.example"
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id or f"<{next(_numbers)}@marrowby.example>"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    for name, data in papers:
        message.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def an_emailed_form(partnership=None, *, answers=None, **more) -> bytes:
    """An email that brings our Word form, filled in."""
    form = a_filled_form(partnership, answers)
    return an_email(("referral-form.docx", form), **more)


def arrived(raw: bytes, partnership, *, at=NOON):
    """An email, taken in as the mailbox takes it in."""
    return receive(raw, partnership=partnership, by=THE_MAILBOX, at=at)
