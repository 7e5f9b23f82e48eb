"""The menu of the desk."""

from functools import cache

from django.urls import reverse

from heed import clock
from heed.partnership.views.keeping import pages_open_to

MENU = (
    ("home", "Home"),
    ("referrals", "Referrals"),
    ("cases", "Cases"),
    ("deadlines", "Deadlines"),
    ("sent_to_the_panel", "Sent to the Panel"),
    ("people", "People"),
    ("record", "The record"),
    ("how_this_works", "How this works"),
)
BESIDE_THE_BOARD = (
    ("timeliness", "How timely we were"),
    ("panel_trend", "What the Panel says of our rapid reviews"),
)


def of_the_desk(request):
    """The pages of the menu that open for who is signed in, the current one marked."""
    person = getattr(request, "person", None)
    if not person:
        return {}
    today = clock.london_date(request.at)
    pages = [
        {"text": text, "url": _at(name), "current": request.path == _at(name)}
        for name, text in pages_open_to(person, MENU, today)
    ]
    return {"navigation": pages, "home_url": _at("home")}


_at = cache(reverse)  # these addresses do not change while Heed runs


def pages_beside(person, *, at) -> list[tuple[str, str]]:
    """The pages that the board of what is due leads to, as far as they open."""
    return pages_open_to(person, BESIDE_THE_BOARD, clock.london_date(at))
