"""The referral mailbox. Nothing leaves its inbox before Heed has kept it."""

import ssl
from contextlib import contextmanager

from django.conf import settings
from imap_tools import MailBox

from heed.correspondence.actions import receive
from heed.partnership.queries import partnership_for_intake

SECONDS = 60


@contextmanager
def opened():
    """The mailbox of the settings, signed in over TLS."""
    imap = settings.IMAP
    context = ssl.create_default_context(cafile=imap["certificate"] or None)
    box = MailBox(imap["host"], imap["port"], timeout=SECONDS, ssl_context=context)
    with box.login(imap["user"], imap["password"], initial_folder=imap["folder"]):
        if not box.folder.exists(imap["processed"]):
            box.folder.create(imap["processed"])
        yield box


def collect(box, *, partnership, by, at) -> int:
    """Take in every email of the inbox, each committed before it is moved; how many."""
    taken = 0
    for message in list(box.fetch(mark_seen=False, bulk=False)):
        receive(message.obj.as_bytes(), partnership=partnership, by=by, at=at)
        box.move(message.uid, settings.IMAP["processed"])
        taken += 1
    return taken


def collect_all(*, by, at) -> int:
    """Take in what waits in the mailbox of the settings, for the partnership whose
    referral address it is; how many. Without a mailbox there is nothing to do."""
    if not settings.IMAP["host"]:
        return 0
    with opened() as box:
        partnership = partnership_for_intake(settings.IMAP["partnership"])
        return collect(box, partnership=partnership, by=by, at=at)
