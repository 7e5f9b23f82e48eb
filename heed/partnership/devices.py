"""Browsers that somebody has signed in with before.

Guesses from elsewhere use up the tries of everybody unknown, not those of the person
herself, so that nobody is locked out by a stranger.
"""

import secrets

from django.conf import settings
from django.core import signing

from heed.partnership.addresses import normal_address

COOKIE = "__Host-heed-browser" if settings.SECURE else "heed-browser"
SALT = "heed.partnership.devices"
YEAR = 365 * 24 * 60 * 60


def remember(response, request, person):
    """Let this browser be known for this person from now on; returns the response."""
    known = _read(request)
    browser = known.get("browser") or secrets.token_hex(8)
    response.set_cookie(
        COOKIE,
        signing.dumps({"browser": browser, "who": _mark(person.email)}, salt=SALT),
        max_age=YEAR,
        httponly=True,
        secure=settings.SECURE,
        samesite="Lax",
    )
    return response


def known_for(request, address: str) -> str:
    """What a throttle adds to its key where this browser is known for the address."""
    known = _read(request)
    if known.get("who") != _mark(address):
        return ""
    return f":{known['browser']}"


def _read(request):
    try:
        return signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=YEAR)
    except signing.BadSignature:
        return {}


def _mark(address):
    return signing.Signer(salt=SALT).signature(normal_address(address))
