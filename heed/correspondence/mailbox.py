"""The referral mailboxes, one a partnership. Nothing leaves an inbox before Heed has
kept it."""

import logging
import ssl
from collections.abc import Callable
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.conf import settings
from imap_tools import AND, MailBox, MailMessageFlags

from heed.correspondence.actions import (
    note_removal,
    note_state_of_mailbox,
    receive,
)
from heed.correspondence.queries import email_as_delivered
from heed.correspondence.reading import delivery_mark
from heed.partnership.queries import partnership_for_intake

logger = logging.getLogger("heed.correspondence")

SECONDS = 60
WHOLE_UNSEEN = "(BODY.PEEK[])"


def mailboxes() -> list[dict]:
    """The mailboxes of the settings. None where Heed was given no server."""
    return [each for each in settings.MAILBOXES if each["host"]]


@contextmanager
def opened(imap: dict):
    """A mailbox of the settings, signed in over TLS."""
    context = ssl.create_default_context(cafile=imap["certificate"] or None)
    box = MailBox(imap["host"], imap["port"], timeout=SECONDS, ssl_context=context)
    try:
        with box.login(imap["user"], imap["password"], initial_folder=imap["folder"]):
            if not box.folder.exists(imap["processed"]):
                box.folder.create(imap["processed"])
            yield box
    finally:
        with suppress(OSError):  # closed already, where nothing went wrong
            box.client.shutdown()


def can(box, ability: bytes) -> bool:
    """Whether the server knows this. It says all that it can only to who has signed
    in."""
    _, (said,) = box.client.capability()
    return ability in said.upper().split()


def collect(box, *, partnership, processed: str, by, at) -> int:
    """Take in every email of the inbox, each committed before it is moved; how many.
    One that cannot be taken in stays where it is, and keeps no other from its turn."""
    taken = 0
    for uid in box.uids():
        try:
            receive(_as_it_lies(box, uid), partnership=partnership, by=by, at=at)
        except Exception as failure:  # noqa: BLE001 - the next one may be a referral
            logger.error(  # noqa: TRY400 - a message may hold words of a case
                "An email stays in the mailbox: %s", type(failure).__name__
            )
            continue
        box.move(uid, processed)
        taken += 1
    return taken


def _as_it_lies(box, uid: str) -> bytes:
    """The very bytes of a message, not marked as seen."""
    _, answer = box.client.uid("fetch", uid, WHOLE_UNSEEN)
    return next(part[1] for part in answer if isinstance(part, tuple))


def collect_all(*, by, at) -> int:
    """Take in what waits in each mailbox, for the partnership whose referral address it
    is; how many. One that cannot be read keeps no other from its turn, and stands on
    the desk until it can."""
    return sum(_of_each(lambda each: _collected(each, by=by, at=at)))


def _of_each(work: Callable[[dict], int]) -> list[int]:
    """What the work gives for each mailbox; what failed first is raised at the end."""
    done, failed = [], []
    for mailbox in mailboxes():
        try:
            done.append(work(mailbox))
        except Exception as failure:  # noqa: BLE001 - whatever a network leads to
            logger.warning(
                "The mailbox of %s is out of reach: %s",
                mailbox["partnership"] or "the partnership",
                type(failure).__name__,
            )
            failed.append(failure)
    for failure in failed:
        raise failure
    return done


def _collected(mailbox: dict, *, by, at) -> int:
    partnership = partnership_for_intake(mailbox["partnership"])
    try:
        with opened(mailbox) as box:
            to = {"partnership": partnership, "processed": mailbox["processed"]}
            taken = collect(box, **to, by=by, at=at)
    except Exception as failure:
        name = type(failure).__name__
        note_state_of_mailbox(partnership, failure=name, by=by, at=at)
        raise
    note_state_of_mailbox(partnership, by=by, at=at)
    return taken


def empty_processed(*, by, at) -> int:
    """Remove from the folders of processed emails what has lain there for the days that
    the settings say; how many. Only what Heed holds is removed: what anybody else put
    there stays. Nought days, no mailbox, or a server that cannot remove one email
    alone: nothing is removed."""
    return sum(_of_each(lambda each: _emptied(each, by=by, at=at)))


def _emptied(mailbox: dict, *, by, at) -> int:
    if not (days := mailbox["kept_days"]):
        return 0
    with opened(mailbox) as box:
        if not can(box, b"UIDPLUS"):
            return 0
        partnership = partnership_for_intake(mailbox["partnership"])
        box.folder.set(mailbox["processed"])
        before = (at - timedelta(days=days)).date()
        uids = box.uids(AND(date_lt=before))
        return sum(_removed(box, uid, partnership, by=by, at=at) for uid in uids)


def _removed(box, uid: str, partnership, *, by, at) -> bool:
    held = email_as_delivered(partnership, delivery_mark(_as_it_lies(box, uid)))
    if held is None:
        return False
    note_removal(held, by=by, at=at)
    box.flag(uid, MailMessageFlags.DELETED, value=True)
    box.client.uid("EXPUNGE", uid)  # this one alone, whatever else is marked
    return True
