"""What goes on the record when people sign in, and what they are told by letter."""

from datetime import datetime

from django.db import transaction

from heed.audit.actions import record
from heed.audit.actors import SystemActor
from heed.partnership import letters
from heed.partnership.models import Person
from heed.partnership.post import send_letter
from heed.partnership.sessions import is_enrolled

THE_DOOR = SystemActor("sign-in")


def note_sign_in(
    person: Person | None, *, succeeded: bool, by=THE_DOOR, at: datetime
) -> None:
    """Put on the record that somebody signed in, or that an attempt failed."""
    with transaction.atomic():
        _record("sign_in", person, by=by, at=at, refused=not succeeded)


def set_own_password(
    person: Person, *, password: str, by: Person, at: datetime
) -> None:
    """Set a password; every other session of the person ends."""
    with transaction.atomic():
        person.set_password(password)
        person.save(update_fields=["password"])
        _record("set_own_password", person, by=by, at=at)


def ask_password_reset(
    person: Person | None, *, link: str, by=THE_DOOR, at: datetime
) -> None:
    """Send the link for a forgotten password to the address that is stored.

    An address that nobody has gets no letter, though the same work is done. Somebody
    without a second factor gets no link: a mailbox alone must not open the account.
    """
    with transaction.atomic():
        letter = letters.password_reset(
            person, link=link if person and is_enrolled(person) else ""
        )
        _record("ask_password_reset", person, by=by, at=at, refused=person is None)
        if person:
            send_letter(letter, by=by, at=at)


def tell_of_change(person: Person, *, change: str, by: Person, at: datetime) -> None:
    """Tell a person by letter that how she signs in was changed."""
    with transaction.atomic():
        _record(change, person, by=by, at=at)
        send_letter(letters.account_changed(person, change, at=at), by=by, at=at)


def _record(what, person, *, by, at, refused=False):
    record(
        what=what,
        by=by,
        at=at,
        subject_kind="person" if person else "",
        subject_id=person.pk if person else None,
        partnership_id=person.partnership_id if person else None,
        result="refused" if refused else "done",
    )
