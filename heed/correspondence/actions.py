"""What is done with emails: posted, sent, received, dealt with."""

import hashlib
import logging
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from heed.audit.actions import record
from heed.correspondence.models import (
    KEPT_BACK,
    IncomingEmail,
    IncomingState,
    MailboxRead,
    OutgoingEmail,
)
from heed.correspondence.queries import email_as_delivered
from heed.correspondence.reading import (
    Parsed,
    content_mark,
    delivery_mark,
    message_mark,
    opened_email,
    server_of,
)
from heed.correspondence.sending import CannotSend, send
from heed.correspondence.writing import about_the_partnership, letter
from heed.documents.actions import receive as keep_file
from heed.partnership.models import Partnership
from heed.partnership.refusals import Refused
from heed.vault.actions import new_data_key, new_data_keys

logger = logging.getLogger("heed.correspondence")

TRIES = 40
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
AS_SENT, ATTACHMENT = "as_sent", "attachment"
AS_WRITTEN = "as_written"

# Whether the case that an email tells of is closed to whoever has this address by now:
# callable (case id, address) -> bool. Unregistered, such an email does not leave.
CLOSED_TO: list[Callable[[uuid.UUID, str], bool]] = []

# Out


def post(
    slug: str,
    *,
    to: str,
    partnership,
    fields: dict[str, str],
    once: str,
    about_case: uuid.UUID | None,
    wait: timedelta = timedelta(0),
    by,
    at,
) -> OutgoingEmail:
    """Put an email into the outbox, in the transaction of what it tells about. Where
    that is a case, it says which: to whom that one is closed by then it does not go.

    One message, one recipient. The same `once` is posted once, however often asked. It
    may `wait` before it leaves, so that what follows shortly needs no second one."""
    (email,) = post_to_each(
        slug,
        to={once: to},
        partnership=partnership,
        fields=fields,
        about_case=about_case,
        wait=wait,
        by=by,
        at=at,
    )
    return email


def post_to_each(
    slug: str,
    *,
    to: Mapping[str, str],
    partnership,
    fields: dict[str, str],
    about_case: uuid.UUID | None,
    wait: timedelta = timedelta(0),
    by,
    at,
) -> list[OutgoingEmail]:
    """The same letter to several people, each as a message of its own: `to` is the
    address of each by the `once` of the message."""
    everything = about_the_partnership(partnership) | fields
    letter(slug).filled(everything)
    wanted = {_no_longer_than_kept(once): address for once, address in to.items()}
    kept = {each.once: each for each in OutgoingEmail.objects.filter(once__in=wanted)}
    new = [once for once in wanted if once not in kept]
    if not new:
        return [kept[once] for once in wanted]
    keys = new_data_keys(
        len(new), partnership_id=partnership.pk, purpose="email", by=by, at=at
    )
    posted = OutgoingEmail.objects.bulk_create(
        OutgoingEmail(
            data_key=key,
            partnership=partnership,
            letter=slug,
            once=once,
            about_case=about_case,
            created_at=at,
            next_try_at=at + wait,
            to_address=wanted[once],
            fields=everything,
        )
        for once, key in zip(new, keys, strict=True)
    )
    kept |= {each.once: each for each in posted}
    return [kept[once] for once in wanted]


def _no_longer_than_kept(once: str) -> str:
    """PostgreSQL refuses what is longer than its column, SQLite does not."""
    if len(once) <= OutgoingEmail._meta.get_field("once").max_length:
        return once
    return hashlib.sha256(once.encode()).hexdigest()


def post_as_written(written, *, by, at) -> OutgoingEmail:
    """Put a letter into the outbox that another part of Heed has written in full."""
    return post(
        AS_WRITTEN,
        to=written.to,
        partnership=Partnership.objects.get(pk=written.partnership_id),
        fields={"subject": written.subject, "text": written.text},
        once=f"{written.kind}:{uuid.uuid4()}",
        about_case=None,
        by=by,
        at=at,
    )


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
    email = _taken(pk, at=at)
    if email is None:
        return False
    try:
        _must_still_go(email)
        send(email)
    except CannotSend as problem:
        email.failure = problem.code
        if problem.for_ever or email.tries >= TRIES:
            email.given_up_at = at
    else:
        email.sent_at, email.failure = at, ""
    email.save(update_fields=["failure", "sent_at", "given_up_at"])
    return email.sent_at is not None


def _must_still_go(email: OutgoingEmail) -> None:
    """What happened since it was written is asked for at the last moment."""
    if email.about_case is None:
        return
    if not CLOSED_TO:
        raise CannotSend("nobody_to_ask")
    if any(closed(email.about_case, email.to_address) for closed in CLOSED_TO):
        raise CannotSend(KEPT_BACK, for_ever=True)


def _taken(pk, *, at) -> OutgoingEmail | None:
    with transaction.atomic():
        email = OutgoingEmail.objects.select_for_update().get(pk=pk)
        if email.sent_at or email.given_up_at or email.next_try_at > at:
            return None
        email.tries += 1
        email.next_try_at = at + min(
            FIRST_WAIT * 2 ** min(email.tries, 6), LONGEST_WAIT
        )
        email.save(update_fields=["tries", "next_try_at"])
    return email


# In

# What an email becomes is for the referrals to say: callable
# (email, parsed, understood, *, by, at) -> (state, owner row or None, why) or None.
# Unregistered, or without an answer: it waits for a person.
BECOMES: list[Callable] = []
NOT_LOOKED_AT = "Heed has not looked at this email yet."
SAME_AGAIN = "The same message arrived before. Nothing was done twice."
NOBODY_CAN_PLACE_IT = "Heed could not tell what this email is for."
PLACED = "Somebody has put this email with {reference} already."
NOT_BY_ITSELF = "Heed could not take this email in by itself. Please read it by eye."


def receive(raw: bytes, *, partnership, by, at) -> IncomingEmail:
    """Take in one email as it arrived. Delivered again, it is the same one; sent once
    more, it is kept as a copy and becomes nothing; what nobody can place waits.

    It is kept first, and then looked at: whatever happens meanwhile, it is not lost."""
    delivered = delivery_mark(raw)
    same = email_as_delivered(partnership, delivered)
    if same is not None and same.why != NOT_LOOKED_AT:
        return same
    parsed, understood = opened_email(raw)
    marks = {
        "delivery_mark": delivered,
        "message_mark": message_mark(delivered, parsed),
        "content_mark": content_mark(delivered, parsed),
    }
    known = {name: marks[name] for name in ("message_mark", "content_mark")}
    found = IncomingEmail.objects.filter(partnership=partnership, **known)
    email = found.first()
    if email is None:
        try:
            email = _keep(raw, parsed, marks, partnership, by=by, at=at)
        except IntegrityError:  # another process was first with this very message
            email = found.get()
    if email.state == IncomingState.WAITING and email.why == NOT_LOOKED_AT:
        _look_at(email, parsed, understood, by=by, at=at)
    return found.get()


@transaction.atomic
def keep_for_a_person(
    raw: bytes, parsed: Parsed, *, why: str, partnership, by, at
) -> IncomingEmail:
    """Keep what was typed into a page of ours as an email that waits for a person.
    Nothing of it is read by a process, and it becomes nothing by itself."""
    marks = {
        "message_mark": hashlib.sha256(uuid.uuid4().bytes).hexdigest(),
        "content_mark": content_mark(delivery_mark(raw), parsed),
    }
    email = _keep(raw, parsed, marks, partnership, by=by, at=at)
    _place(email, replace(parsed, problem=why), None, by=by, at=at)
    return email


@transaction.atomic
def _keep(raw, parsed: Parsed, marks, partnership, *, by, at) -> IncomingEmail:
    email = IncomingEmail.objects.create(
        data_key=new_data_key(
            partnership_id=partnership.pk, purpose="email", by=by, at=at
        ),
        partnership=partnership,
        state=IncomingState.WAITING,
        arrived_at=at,
        sender_proven=parsed.sender_proven(server_of(partnership)),
        automatic=parsed.automatic,
        sender=parsed.sender or None,
        subject=parsed.subject or None,
        body=parsed.body or None,
        proof=parsed.proof or None,
        why=NOT_LOOKED_AT,
        **marks,
    )
    files = [("message.eml", raw, AS_SENT)]
    files += [(each.name, each.data, ATTACHMENT) for each in parsed.attachments]
    for name, data, purpose in files:
        keep_file(
            data,
            name=name,
            owner=email,
            purpose=purpose,
            received_from="email",
            by=by,
            at=at,
        )
    _note(email, "receive_email", by=by, at=at)
    return email


def _look_at(email: IncomingEmail, parsed: Parsed, understood, *, by, at) -> None:
    try:
        with transaction.atomic():
            kept = IncomingEmail.objects.select_for_update().get(pk=email.pk)
            if kept.why == NOT_LOOKED_AT:
                _place(kept, parsed, understood, by=by, at=at)
    except Exception as failure:  # noqa: BLE001 - an email is never lost
        logger.error(  # noqa: TRY400 - a message may hold words of a case
            "An email waits for a person: %s", type(failure).__name__
        )
        _write_down(email, IncomingState.WAITING, None, NOT_BY_ITSELF)


def _place(email: IncomingEmail, parsed: Parsed, understood, *, by, at) -> None:
    if twin := _sent_before(email):
        email.same_as, email.reference = twin, twin.reference
        email.save(update_fields=["same_as", "reference"])
        _write_down(email, IncomingState.DUPLICATE, None, SAME_AGAIN)
    elif parsed.problem:
        _write_down(email, IncomingState.WAITING, None, parsed.problem)
    else:
        answers = (b(email, parsed, understood, by=by, at=at) for b in BECOMES)
        said = " ".join(parsed.problems) or NOBODY_CAN_PLACE_IT
        answer = next(filter(None, answers), (IncomingState.WAITING, None, said))
        _write_down(email, *answer)


def _sent_before(email: IncomingEmail) -> IncomingEmail | None:
    """The same words from the same sender, still waiting or in good hands. What a
    person has dealt with and is sent again asks for a person again."""
    found = IncomingEmail.objects.filter(
        partnership=email.partnership, content_mark=email.content_mark
    ).exclude(state__in=[IncomingState.ANSWERED, IncomingState.DUPLICATE])
    return found.exclude(pk=email.pk).order_by("arrived_at").first()


def _write_down(email: IncomingEmail, state, owner, why: str) -> None:
    email.state, email.why = state, why or None
    if owner is not None:
        email.owner_kind, email.owner_id = owner._meta.label, owner.pk
        email.reference = owner.reference
    email.save(update_fields=["state", "why", "owner_kind", "owner_id", "reference"])


def hand_over(email: IncomingEmail, *, state, owner, why: str, by, at) -> IncomingEmail:
    """Record what a person made of an email that waited: part of what owns it now."""
    with transaction.atomic():
        kept = IncomingEmail.objects.select_for_update().get(pk=email.pk)
        kept.dealt_with_at, kept.dealt_with_by = at, by.actor_name
        kept.save(update_fields=["dealt_with_at", "dealt_with_by"])
        _write_down(kept, state, owner, why)
        _note(kept, "place_email", by=by, at=at)
    return kept


def deal_with(email: IncomingEmail, *, answer: str, by, at) -> IncomingEmail:
    """Record that a person has dealt with an email that waited, and how."""
    with transaction.atomic():
        kept = IncomingEmail.objects.select_for_update().get(pk=email.pk)
        if kept.owner_id:
            raise Refused(PLACED.format(reference=kept.reference), code="placed")
        kept.state, kept.answer = IncomingState.ANSWERED, answer
        kept.dealt_with_at, kept.dealt_with_by = at, by.actor_name
        kept.save(update_fields=["state", "answer", "dealt_with_at", "dealt_with_by"])
        _note(kept, "deal_with_email", by=by, at=at)
    return kept


def note_reading(email: IncomingEmail, *, by, at, case_id=None) -> None:
    """Record that somebody reads an email; without that entry it is not shown."""
    with transaction.atomic():
        _note(email, "read_email", by=by, at=at, case_id=case_id)


def note_removal(email: IncomingEmail, *, by, at) -> None:
    """Record that the mailbox no longer holds an email that Heed holds."""
    with transaction.atomic():
        _note(email, "remove_from_mailbox", by=by, at=at)


def note_state_of_mailbox(partnership, *, failure: str = "", by, at) -> None:
    """Write down that a mailbox was read, or by which kind of failure it was not."""
    kept, _ = MailboxRead.objects.get_or_create(partnership=partnership)
    if failure:
        kept.failing_since = kept.failing_since or at
    else:
        kept.read_at, kept.failing_since = at, None
    kept.failure = failure
    kept.save(update_fields=["read_at", "failing_since", "failure"])


def _note(email: IncomingEmail, what: str, *, by, at, case_id=None) -> None:
    record(
        what=what,
        by=by,
        at=at,
        subject_kind="correspondence.IncomingEmail",
        subject_id=email.pk,
        case_id=case_id,
        partnership_id=email.partnership_id,
    )
