"""What is done at the desk itself."""

import hashlib
import secrets
from email.message import EmailMessage
from email.utils import format_datetime

from django.db import transaction

from heed.audit.actions import record
from heed.audit.verification import Verdict, verify
from heed.cases.access import able_to_take
from heed.cases.telling import tell
from heed.correspondence.actions import keep_for_a_person
from heed.correspondence.models import IncomingEmail
from heed.correspondence.reading import Parsed
from heed.desk.models import CalendarFeed
from heed.desk.reported import PAGE, case_of_page
from heed.rulebook import process
from heed.rulebook.language import Role

REPORTED = "Somebody reports a problem with a published page, by the form on this site."


def make_calendar_feed(*, by, at) -> str:
    """Make a new secret address for a person's calendar of deadlines; the one before
    stops at once. The secret is shown this once."""
    secret = secrets.token_urlsafe(24)
    with transaction.atomic():
        end_calendar_feed(by=by, at=at)
        feed = CalendarFeed.objects.create(
            person=by, secret_hash=_hashed(secret), made_at=at
        )
        record(
            what="make_calendar_feed",
            by=by,
            at=at,
            subject_kind="desk.CalendarFeed",
            subject_id=feed.pk,
        )
    return secret


def end_calendar_feed(*, by, at) -> None:
    """Stop a person's calendar feed."""
    for feed in CalendarFeed.objects.filter(person=by, ended_at=None):
        feed.ended_at = at
        feed.save(update_fields=["ended_at"])


def note_reading_of_record(*, by, at) -> None:
    """Record that somebody reads the record; without that entry it is not shown."""
    with transaction.atomic():
        _about_the_record("read_record", by=by, at=at)


def verify_record(*, by, at) -> Verdict:
    """Walk the whole chain and say whether it holds; that it was asked is recorded."""
    with transaction.atomic():
        _about_the_record("verify_record", by=by, at=at)
    return verify()


def _about_the_record(what, *, by, at) -> None:
    record(
        what=what,
        by=by,
        at=at,
        subject_kind="audit.Entry",
        partnership_id=by.partnership_id,
        role=Role.AUDITOR,
    )


def report_problem(
    partnership, *, page: str, words: str, email: str, by, at
) -> IncomingEmail:
    """Put a problem that somebody reports with a published page before the business
    unit, in the queue of emails that wait for a person; and tell those on the list of
    its case who may withdraw it, at most once an hour."""
    said = Parsed(
        sender=email or "nobody@localhost",
        subject="A problem with a published page",
        body=f"{PAGE}{' '.join(page.split())}\n\n{words}\n",
    )
    message = EmailMessage()
    message["Subject"], message["From"] = said.subject, said.sender
    message["Date"] = format_datetime(at)
    message.set_content(said.body)
    with transaction.atomic():
        case = case_of_page(page)
        if case and case.partnership_id == partnership.pk:
            may = able_to_take(process.WITHDRAW_PUBLISHED, case, at=at)
            once = f"{at:%Y-%m-%dT%H}"
            tell("page_reported", may, case, once=once, by=by, at=at)
        return keep_for_a_person(
            message.as_bytes(),
            said,
            why=REPORTED,
            partnership=partnership,
            by=by,
            at=at,
        )


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
