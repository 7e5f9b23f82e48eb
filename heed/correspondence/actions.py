"""What is done with emails: posted, sent, received, dealt with."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from heed.audit.actions import record
from heed.correspondence.models import IncomingEmail, IncomingState, OutgoingEmail
from heed.correspondence.sending import CannotSend, send
from heed.correspondence.writing import letter
from heed.vault.actions import new_data_key

TRIES = 40
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)


def post(
    slug: str,
    *,
    to: str,
    partnership,
    fields: dict[str, str],
    once: str,
    by,
    at,
) -> OutgoingEmail:
    """Put an email into the outbox, in the transaction of what it tells about.

    One message, one recipient. The same `once` is posted once, however often asked."""
    everything = about_the_partnership(partnership) | fields
    letter(slug).filled(everything)
    kept = OutgoingEmail.objects.filter(once=once).first()
    if kept:
        return kept
    return OutgoingEmail.objects.create(
        data_key=new_data_key(
            partnership_id=partnership.pk, purpose="email", by=by, at=at
        ),
        partnership=partnership,
        letter=slug,
        once=once,
        created_at=at,
        next_try_at=at,
        to_address=to,
        fields=everything,
    )


def about_the_partnership(partnership) -> dict[str, str]:
    """What every letter may say of the partnership that sends it."""
    return {
        "partnership": partnership.name,
        "telephone": partnership.business_unit_telephone,
        "front_door": partnership.front_door_telephone,
    }


def send_what_is_due(*, by, at, most: int = 50) -> int:
    """Send the emails whose time has come; how many left. What fails waits longer each
    time and is tried again for more than a day."""
    due = OutgoingEmail.objects.filter(
        sent_at=None, given_up_at=None, next_try_at__lte=at
    ).values_list("pk", flat=True)[:most]
    return sum(_send_one(pk, at=at) for pk in list(due))


def _send_one(pk, *, at) -> bool:
    with transaction.atomic():
        email = OutgoingEmail.objects.select_for_update().get(pk=pk)
        if email.sent_at:
            return False
        email.tries += 1
        try:
            send(email)
        except CannotSend as problem:
            wait = min(FIRST_WAIT * 2 ** min(email.tries, 6), LONGEST_WAIT)
            email.failure, email.next_try_at = problem.code, at + wait
            if problem.for_ever or email.tries >= TRIES:
                email.given_up_at = at
        else:
            email.sent_at, email.failure = at, ""
        email.save(
            update_fields=["tries", "failure", "next_try_at", "sent_at", "given_up_at"]
        )
    return email.sent_at is not None


# What an email becomes is for the referrals to say: callable
# (email, parsed, by, at) -> (state, owner row or None, why). Unregistered: it waits.
BECOMES: list[Callable] = []


def receive(raw: bytes, *, partnership, by, at) -> IncomingEmail:
    """Take in one email as it arrived. The same email again is kept as a duplicate's
    entry and becomes nothing; one that nobody can place waits for a person."""
    from heed.correspondence.reading import parsed_or_none

    parsed, problem = parsed_or_none(raw)
    content_mark = hashlib.sha256(raw_without_route(raw)).hexdigest()
    message_mark = _mark_of(parsed.message_id) if parsed and parsed.message_id else ""
    with transaction.atomic():
        before = _arrived_before(partnership, message_mark, content_mark)
        if before:
            return before
        email = IncomingEmail.objects.create(
            data_key=new_data_key(
                partnership_id=partnership.pk, purpose="email", by=by, at=at
            ),
            partnership=partnership,
            state=IncomingState.WAITING,
            arrived_at=at,
            message_mark=message_mark,
            content_mark=content_mark,
            sender_proven=parsed.sender_proven if parsed else "not_known",
            sender=parsed.sender if parsed else None,
            subject=parsed.subject if parsed else None,
            body=parsed.body if parsed else None,
            proof=parsed.proof if parsed else None,
            why=problem or None,
        )
        _keep_as_sent(email, raw, by=by, at=at)
        record(
            what="receive_email",
            by=by,
            at=at,
            subject_kind="correspondence.IncomingEmail",
            subject_id=email.pk,
            partnership_id=partnership.pk,
        )
        if parsed:
            _become(email, parsed, by=by, at=at)
    return email


def raw_without_route(raw: bytes) -> bytes:
    """The email without the headers that each delivery writes anew."""
    lines, skipping = [], False
    head, found, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    for line in head.split(b"\n"):
        if not line[:1].isspace():
            name = line.partition(b":")[0].lower()
            skipping = name in {b"received", b"return-path", b"delivered-to"}
        if not skipping:
            lines.append(line)
    return b"\n".join(lines) + found + body


def deal_with(email: IncomingEmail, *, why: str, by, at) -> IncomingEmail:
    """Record that a person has dealt with an email that waited, and how."""
    with transaction.atomic():
        kept = IncomingEmail.objects.select_for_update().get(pk=email.pk)
        kept.state, kept.dealt_with_at, kept.why = IncomingState.ANSWERED, at, why
        kept.save(update_fields=["state", "dealt_with_at", "why"])
        record(
            what="deal_with_email",
            by=by,
            at=at,
            subject_kind="correspondence.IncomingEmail",
            subject_id=kept.pk,
            partnership_id=kept.partnership_id,
        )
    return kept


def _mark_of(message_id: str) -> str:
    return hashlib.sha256(message_id.strip().encode(errors="replace")).hexdigest()


def _arrived_before(partnership, message_mark, content_mark):
    found = IncomingEmail.objects.filter(partnership=partnership)
    if same := found.filter(content_mark=content_mark).first():
        return same
    # One Message-ID with another content is another message: a forgery or a mistake,
    # and for a person to look at.
    return None


def _keep_as_sent(email, raw, *, by, at):
    from heed.documents.actions import receive as keep_file

    keep_file(
        raw,
        name="message.eml",
        owner=email,
        purpose="as_sent",
        received_from="email",
        by=by,
        at=at,
    )


def _become(email, parsed, *, by, at):
    for becomes in BECOMES:
        state, owner, why = becomes(email, parsed, by, at)
        email.state, email.why = state, why or email.why
        if owner is not None:
            email.owner_kind, email.owner_id = owner._meta.label, owner.pk
            email.reference = owner.reference
        email.save(
            update_fields=["state", "why", "owner_kind", "owner_id", "reference"]
        )
