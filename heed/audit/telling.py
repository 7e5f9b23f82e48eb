"""Who else hears of an entry, once it is committed: the journal that is kept outside.

What is told of has happened already, and nothing that goes wrong here undoes it.
"""

from collections.abc import Callable, Collection

from django.db import transaction

from heed.audit.models import Entry

Told = Callable[[Entry], None]
_listening: list[tuple[Collection[str], Told]] = []  # one, or none


def tell_after(what: Collection[str], told: Told) -> None:
    """Say who is told of entries with one of these codes. Whoever is told must find out
    by itself, later, what it was not told."""
    _listening[:] = [(what, told)]


def tell_when_committed(entry: Entry) -> None:
    """Tell whoever listens for this kind of entry, after the commit."""
    if not _listening or entry.result != Entry.Result.DONE:
        return
    [(what, told)] = _listening
    if entry.what in what:
        transaction.on_commit(lambda: told(entry), robust=True)
