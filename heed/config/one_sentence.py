"""What a command says when it cannot be done: one sentence, and never a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError

from heed.audit.actions import NotOnTheRecord
from heed.vault.ciphers import CannotOpen
from heed.vault.key_file import KeyFileRefused
from heed.vault.signing import SigningKeyMissing

COULD_NOT = 2


class CannotBeDone(Exception):
    """What was asked cannot be done; the sentence says why, and what to do."""


@contextmanager
def in_one_sentence(*also: type[Exception]) -> Iterator[None]:
    """End the command with 2 and a sentence for whatever is known to go wrong."""
    known = (CannotBeDone, KeyFileRefused, SigningKeyMissing, CannotOpen, *also)
    try:
        yield
    except known as wrong:
        raise CommandError(str(wrong), returncode=COULD_NOT) from wrong
    except NotOnTheRecord as wrong:
        raise CommandError(
            f"Nothing was done, because it could not be put on the record: {wrong}",
            returncode=COULD_NOT,
        ) from wrong
    except DatabaseError as wrong:
        # Its message may hold values of a row.
        raise CommandError(
            f"The database could not be used ({type(wrong).__name__}). Does it answer, "
            "and has `heed migrate` been run?",
            returncode=COULD_NOT,
        ) from wrong
    except OSError as wrong:
        what = f"{wrong.filename}: " if wrong.filename else ""
        why = wrong.strerror or type(wrong).__name__
        raise CommandError(f"{what}{why}.", returncode=COULD_NOT) from wrong
