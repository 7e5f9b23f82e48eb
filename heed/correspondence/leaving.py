"""Emails leave the outbox: each once, however long the server takes, and reminders to
one person in one message a day."""

import uuid
from collections.abc import Callable
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction

from heed import clock
from heed.correspondence.models import KEPT_BACK, OutgoingEmail
from heed.correspondence.sending import CannotSend, send

TRIES = 40
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
TOGETHER = timedelta(minutes=15)  # what falls on one day is written within as long
# Some of the next day's own are written by then, and what was put off joins them.
NEXT_MORNING = time(0, 30)

# Whether the case that an email tells of is closed to whoever has this address by now:
# callable (case id, address) -> bool. Unregistered, such an email does not leave.
CLOSED_TO: list[Callable[[uuid.UUID, str], bool]] = []


def send_what_is_due(*, by, at, most: int = 50) -> int:
    """Send the emails whose time has come; how many left. What fails waits longer each
    time and is tried again for more than a day. A demonstration without a mail server
    sends none: who reads its post finds them there."""
    if not settings.SMTP["host"]:
        return 0
    due = OutgoingEmail.objects.filter(
        sent_at=None, given_up_at=None, next_try_at__lte=at
    ).values_list("pk", flat=True)[:most]
    return sum(_send_one(pk, at=at) for pk in list(due))


def _send_one(pk, *, at) -> bool:
    """No lock is held while a mail server takes its time; a process that dies between
    sending and writing it down sends the same message again, under the same number."""
    going = [email for email in _taken(pk, at=at) if _still_goes(email, at=at)]
    if not going:
        return False
    try:
        send(*going, at=at)
    except CannotSend as problem:
        for email in going:
            _write_down_failure(email, problem, at=at)
        return False
    for email in going:
        email.sent_at, email.failure = at, ""
        email.save(update_fields=["failure", "sent_at"])
    return True


def _still_goes(email: OutgoingEmail, *, at) -> bool:
    try:
        _must_still_go(email)
    except CannotSend as problem:
        _write_down_failure(email, problem, at=at)
        return False
    return True


def _write_down_failure(email: OutgoingEmail, problem: CannotSend, *, at) -> None:
    email.failure = problem.code
    if problem.for_ever or email.tries >= TRIES:
        email.given_up_at = at
    email.save(update_fields=["failure", "given_up_at"])


def _must_still_go(email: OutgoingEmail) -> None:
    """What happened since it was written is asked for at the last moment."""
    if email.about_case is None:
        return
    if not CLOSED_TO:
        raise CannotSend("nobody_to_ask")
    if any(closed(email.about_case, email.to_address) for closed in CLOSED_TO):
        raise CannotSend(KEPT_BACK, for_ever=True)


def _taken(pk, *, at) -> list[OutgoingEmail]:
    """This email, with those that leave in one message with it; none where it is not
    its time."""
    with transaction.atomic():
        email = OutgoingEmail.objects.select_for_update().get(pk=pk)
        if email.sent_at or email.given_up_at or email.next_try_at > at:
            return []
        emails = to_go_with(email, at=at)
        most = max((each.tries + 1 for each in emails), default=0)
        for each in emails:
            each.tries += 1
            each.next_try_at = at + min(FIRST_WAIT * 2 ** min(most, 6), LONGEST_WAIT)
            each.save(update_fields=["tries", "next_try_at"])
    return emails


def to_go_with(email: OutgoingEmail, *, at: datetime) -> list[OutgoingEmail]:
    """The emails that leave together with this one, itself among them, under lock; none
    where its time has not come: that is written down. To be called in a transaction."""
    if email.reminds is None:
        return [email]
    hers = OutgoingEmail.objects.filter(reminds=email.reminds)
    if when := _later(email, hers, at=at):
        email.next_try_at = when
        email.save(update_fields=["next_try_at"])
        return []
    waiting = hers.select_for_update().filter(sent_at=None, given_up_at=None)
    return [each for each in waiting if each.to_address == email.to_address]


def _later(email: OutgoingEmail, hers, *, at) -> datetime | None:
    """Until when a reminder waits whose time has come: for what is still being written
    of its day; for the next morning, where a message has left today."""
    today = clock.london_date(at)
    since = clock.moment_in_london(today, time.min)
    if hers.filter(sent_at__gte=since, sent_at__lte=at).exists():
        return clock.moment_in_london(today + timedelta(days=1), NEXT_MORNING)
    fresh = hers.filter(sent_at=None, given_up_at=None, tries=0)
    fresh = fresh.filter(created_at__gt=at - TOGETHER, created_at__lte=at)
    last = fresh.order_by("-created_at").values_list("created_at", flat=True).first()
    return last + TOGETHER if last else None
