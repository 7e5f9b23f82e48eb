"""How long somebody stays signed in, with what proof, and how all of it ends."""

from datetime import datetime, timedelta

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.db.models import F

from heed.partnership.models import Person

BEGAN = "signed_in_at"
SEEN = "last_seen_at"
# What an identity provider asserted, with the moment at which she showed it there.
BY_PROVIDER, SHOWN_AT = "identity_provider", "shown_at"
# A session of the demonstration, whose people have nothing to show.
STAYS_FRESH = "stays_fresh"
# A session is written at most once a minute, so that reading writes little.
SEEN_EVERY = timedelta(minutes=1)
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def end_sessions_of(person: Person) -> None:
    """Sign a person out everywhere, at her next request; part of a larger action."""
    person.session_round = F("session_round") + 1
    person.save(update_fields=["session_round"])
    person.refresh_from_db(fields=["session_round"])


def has_second_factor(request) -> bool:
    """Whether this session has passed a second factor of its person: her own, or one
    that her identity provider asserted."""
    return passed_second_factor(request, request.user)


def passed_second_factor(request, person: Person) -> bool:
    """The same of somebody who is only about to be signed in."""
    records = get_authentication_records(request, person)
    return any(record.get("method") == "mfa" for record in records)


def is_enrolled(person: Person) -> bool:
    """Whether the person has set up a second factor of her own."""
    return is_mfa_enabled(person, SECOND_FACTORS)


def way_to_show(person: Person) -> str:
    """The name of the page on which the person shows the second factor that she has."""
    has_app = is_mfa_enabled(person, [Authenticator.Type.TOTP])
    return "mfa_reauthenticate" if has_app else "mfa_reauthenticate_webauthn"


def is_fresh(request, *, real_at: datetime) -> bool:
    """Whether the person has shown within the last minutes of real time that it is
    she: at signing in or since, here or at her identity provider."""
    if request.session.get(STAYS_FRESH):
        return True
    records = get_authentication_records(request, request.user)
    age = real_at.timestamp() - max(map(_shown_at, records), default=0)
    return age < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def _shown_at(record) -> float:
    """A provider lets in whom it knew already: that she came from it says not when she
    showed there who she is."""
    if record.get("method") == "socialaccount" or record.get("type") == BY_PROVIDER:
        return record.get(SHOWN_AT, 0)
    return record["at"]


def way_to_show_again(person: Person) -> str:
    """The name of the page on which the person shows again that it is she, with what
    she has: an app, a passkey, her password alone, or her identity provider."""
    if is_enrolled(person):
        return way_to_show(person)
    if person.has_usable_password():
        return "account_reauthenticate"
    return "show_again_elsewhere"


def is_over(request, *, real_at: datetime) -> bool:
    """Whether the session has been idle, or has lasted, too long in real time."""
    now = real_at.timestamp()
    began = request.session.get(BEGAN, now)
    seen = request.session.get(SEEN, now)
    return (
        now - seen > settings.SESSION_IDLE_SECONDS
        or now - began > settings.SESSION_COOKIE_AGE
    )


def seen(request, *, real_at: datetime) -> None:
    """Note that the person is there."""
    now = real_at.timestamp()
    request.session.setdefault(BEGAN, now)
    if now - request.session.get(SEEN, 0) >= SEEN_EVERY.total_seconds():
        request.session[SEEN] = now
