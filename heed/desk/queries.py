"""What the desk shows of itself: whose calendar a secret opens, whose page is meant."""

import hashlib
import re
from urllib.parse import urlsplit

from django.http import Http404

from heed.desk.models import CalendarFeed
from heed.desk.reported import case_of_page
from heed.partnership.known_words import known
from heed.partnership.models import Partnership

# As the library gives each of them its addresses.
_OF_A_PUBLISHER = re.compile(r"^/p/(?P<slug>[a-z0-9-]+)/")


def owner_of_feed(secret: str):
    """The person whose calendar this secret opens. Raises Http404."""
    wanted = hashlib.sha256(secret.encode()).hexdigest()
    feed = (
        CalendarFeed.objects.select_related("person")
        .filter(secret_hash=wanted, ended_at=None, person__is_active=True)
        .first()
    )
    if feed is None:
        raise Http404
    return feed.person


def has_calendar_feed(person) -> bool:
    """Whether a person has a calendar feed now."""
    return known(CalendarFeed).filter(person=person, ended_at=None).exists()


def partnerships_here() -> list[Partnership]:
    """Every partnership of this installation, by name."""
    return list(Partnership.objects.order_by("name"))


def partnership_of_page(page: str) -> Partnership | None:
    """The partnership whose published page this is; None where the address names none
    and there are several: what somebody writes of a child goes to no other."""
    if case := case_of_page(page):
        return case.partnership
    here = partnerships_here()
    named = _OF_A_PUBLISHER.search(urlsplit(page.strip()).path)
    found = [one for one in here if named and one.slug == named["slug"]]
    return found[0] if found else here[0] if len(here) == 1 else None
