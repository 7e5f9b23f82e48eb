"""What is put on the record, and the checkpoints that keep it from being rewritten."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from django.db import connection, transaction

from heed.audit.actors import KINDS
from heed.audit.chain import ACTOR, CODE, canonical, link_after
from heed.audit.checkpoints import write
from heed.audit.models import Entry, Head
from heed.audit.telling import tell_when_committed


class NotOnTheRecord(Exception):
    """An entry could not be made. What it was to tell about must not happen either."""


def record(
    *,
    what: str,
    by,
    at: datetime,
    subject_kind: str = "",
    subject_id: UUID | str | None = None,
    case_id: UUID | str | None = None,
    partnership_id: UUID | str | None = None,
    role: str = "",
    result: str = Entry.Result.DONE,
    reason_code: str = "",
) -> Entry:
    """Put on the record who did what, in the transaction in which it is done.

    Raises NotOnTheRecord outside a transaction, for an actor without a name, and for
    anything that is not a code or an id: words of a case never stand here."""
    if not connection.in_atomic_block:
        raise NotOnTheRecord("An entry is made in the transaction of what it tells.")
    entry = Entry(
        at=_in_utc(at),
        actor_kind=_one_of(KINDS, by.actor_kind),
        actor_id=_matching(ACTOR, by.actor_id),
        role=_matching(CODE, role),
        what=_matching(CODE, what),
        subject_kind=_matching(CODE, subject_kind),
        subject_id=_matching(CODE, "" if subject_id is None else subject_id),
        case_id=_uuid(case_id),
        partnership_id=_uuid(partnership_id),
        result=_one_of(Entry.Result.values, result),
        reason_code=_matching(CODE, reason_code),
    )
    _append(entry)
    tell_when_committed(entry)
    return entry


def _append(entry: Entry) -> Entry:
    head = Head.objects.select_for_update().get()
    entry.sequence = head.sequence + 1
    entry.canonical = canonical(entry)
    entry.link = link_after(bytes.fromhex(head.link), entry.canonical).hex()
    entry.save(force_insert=True)
    head.sequence, head.link = entry.sequence, entry.link
    head.save(update_fields=["sequence", "link"])
    return entry


def _in_utc(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise NotOnTheRecord("An entry needs a moment with its time zone.")
    return at.astimezone(UTC)


def _matching(pattern, value) -> str:
    text = str(value)
    if not pattern.fullmatch(text):
        raise NotOnTheRecord(
            "An entry holds codes and ids of at most 80 plain characters, never words."
        )
    return text


def _one_of(allowed, value) -> str:
    if value not in allowed:
        raise NotOnTheRecord(f"An entry knows {', '.join(allowed)} here, no other.")
    return str(value)


def _uuid(value) -> UUID | None:
    return value if value is None else UUID(str(value))


def write_checkpoint(*, by, at: datetime) -> Path:
    """Sign where the chain ends, and put it outside the database.

    What is signed must have been committed, so this is not called in a transaction."""
    with transaction.atomic(durable=True):
        head = Head.objects.get()
    return write(head.sequence, head.link, by=by, at=at)
