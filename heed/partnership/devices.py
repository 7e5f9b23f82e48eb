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
# What browsers and systems write of themselves. The first that is found counts: each
# also names those that it wishes to be taken for.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "a Chromebook"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)
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


def browser_words(user_agent: str) -> str:
    """What a browser calls itself, as a person would say it: "Firefox on Windows"."""
    browser = _first_of(BROWSERS, user_agent) or "A browser"
    system = _first_of(SYSTEMS, user_agent)
    return f"{browser} on {system}" if system else browser


def _first_of(known, user_agent):
    return next((name for sign, name in known if sign in user_agent), "")


def _read(request):
    try:
        return signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=YEAR)
    except signing.BadSignature:
        return {}


def _mark(address):
    return signing.Signer(salt=SALT).signature(normal_address(address))
