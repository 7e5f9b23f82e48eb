"""Waits at the referral mailboxes, so that what arrives is taken in at once.

It only says that something arrived; what is taken in and kept is the work of
`mailbox.collect_all`. Nothing is lost while nobody listens: the worker also looks by
itself, and the mailbox keeps everything until then."""

import logging
import threading
from collections.abc import Callable

from heed.correspondence.mailbox import can, mailboxes, opened

logger = logging.getLogger("heed.correspondence")

# Servers end a connection that says nothing for half an hour (RFC 2177); whatever
# stands between may do so sooner.
LISTENS_SECONDS = 240
FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0


def listen(mailbox: dict, arrived: Callable[[], None], stop: threading.Event) -> None:
    """Call `arrived` whenever something lies in a mailbox of the settings, until told
    to stop. A connection that is lost is made anew, after longer and longer waits.
    Returns early where the server cannot say that something arrived (no IDLE)."""
    wait = FIRST_WAIT
    while not stop.is_set():
        try:
            with opened(mailbox) as box:
                if not can(box, b"IDLE"):
                    return
                wait = FIRST_WAIT
                _until_lost(box, arrived, stop)
        except Exception as failure:  # noqa: BLE001 - whatever a network leads to
            logger.warning("The mailbox is out of reach: %s", type(failure).__name__)
        stop.wait(wait)
        wait = min(wait * 2, LONGEST_WAIT)


def _until_lost(box, arrived, stop) -> None:
    while not stop.is_set():
        # What was taken in has left the folder. What a server says between two turns
        # of listening is heard by nobody: so the folder itself is looked at each time.
        if box.numbers():
            arrived()
        box.idle.wait(timeout=LISTENS_SECONDS)


def listening(
    arrived: Callable[[], None], stop: threading.Event
) -> list[threading.Thread]:
    """Begin to listen at every mailbox beside the work of this process."""
    threads = [
        threading.Thread(
            target=listen, args=(each, arrived, stop), name="mailbox", daemon=True
        )
        for each in mailboxes()
    ]
    for thread in threads:
        thread.start()
    return threads
