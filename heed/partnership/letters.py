"""The letters of this app. Each goes to one address and tells nothing of any case."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from heed.partnership.models import Invitation, Partnership, Person
from heed.partnership.post import Letter

CHANGES = {
    "account_connected": "Signing in through your organisation was added.",
    "account_disconnected": "Signing in through your organisation was taken away.",
    "password_changed": "Your password was changed.",
    "password_reset": "Your password was set anew, by the link in an earlier letter.",
    "password_set": "A password was set.",
    "recovery_codes_generated": "New recovery codes were made; old ones are void.",
    "totp_activated": "An authenticator app was added.",
    "totp_deactivated": "The authenticator app was taken away.",
    "webauthn_added": "A passkey or security key was added.",
    "webauthn_removed": "A passkey or security key was taken away.",
}


def invitation(invited: Invitation, token: str) -> Letter:
    """The link of an invitation; the code that goes with it is told by telephone."""
    return _letter(
        "invitation",
        to=invited.email,
        subject="An invitation to Heed",
        partnership=invited.partnership,
        link=on_the_desk("invitation", token),
    )


def second_factor_reset(
    reader: Person, *, about: Person, partnership: Partnership
) -> Letter:
    """The notice that somebody's second step of signing in was taken away."""
    return _letter(
        "second_factor_reset",
        to=reader.email,
        subject="A second step of signing in was reset",
        partnership=partnership,
        about=about,
        is_hers=reader == about,
    )


def page_waits(reader: Person, partnership: Partnership) -> Letter:
    """The notice that a public page waits for a second person."""
    return _letter(
        "page_waits",
        to=reader.email,
        subject="A public page waits for a second person",
        partnership=partnership,
        link=on_the_desk("waiting_pages"),
    )


def password_reset(person: Person | None, *, link: str) -> Letter:
    """The link for a forgotten password, or the reason why there is none."""
    return _letter(
        "password_reset",
        to=person.email if person else "",
        subject="Your password for Heed",
        partnership=person.partnership if person else None,
        link=link,
    )


def account_changed(person: Person, change: str, *, at) -> Letter:
    """The notice that how somebody signs in was changed."""
    return _letter(
        "account_changed",
        to=person.email,
        subject="How you sign in to Heed was changed",
        partnership=person.partnership,
        change=CHANGES.get(change, "How you sign in was changed."),
        at=at,
    )


def on_the_desk(name: str, *args) -> str:
    """The full address of a page of the desk, from the settings and never from what a
    request says its host is.
    """
    return settings.DESK_ADDRESS.rstrip("/") + reverse(name, args=args)


def _letter(kind, *, to, subject, partnership, **words):
    words |= {"partnership": partnership, "desk": settings.DESK_ADDRESS}
    return Letter(
        kind=kind,
        to=to,
        subject=subject,
        text=render_to_string(f"partnership/letters/{kind}.txt", words),
        partnership_id=partnership.pk if partnership else None,
    )
