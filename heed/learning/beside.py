"""What stands in a partnership's public library beside the reports of its cases."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import mark_safe

from heed.library.models import Publication
from heed.library.queries import entered_for, live_by_id
from heed.papers.blocks import from_json
from heed.papers.write_html import write_html
from heed.partnership.models import Partnership
from heed.publications.earlier import unpacked, waiting_in
from heed.publications.earlier_files import scan_of
from heed.publications.models import EarlierReview
from heed.publications.queries import earlier_on_their_way, earlier_withdrawals_of
from heed.rulebook.scans import SCAN_CHECKS

NAME = "practice_reviews"
"""The briefing that ships with Heed: what a practice review is."""
PUBLIC = "heed.publications.public_addresses"


def own_id(partnership: Partnership) -> UUID:
    """Under which the library keeps that briefing: the same each time."""
    return uuid5(NAMESPACE_URL, f"heed:own-briefing:{partnership.slug}:{NAME}")


def public_library(partnership: Partnership) -> dict:
    """The page on which the business unit keeps these things."""
    own = live_by_id(own_id(partnership))
    return {
        "elsewhere": partnership.site == Partnership.Site.OWN_SITE,
        "home": settings.PUBLIC_ADDRESS,
        "own": own and {"row": own, "url": _public(own)},
        "waiting": len(waiting_in(partnership)),
        "on_their_way": earlier_on_their_way(partnership),
        "withdrawn": earlier_withdrawals_of(partnership),
        "earlier": [{"row": row, "url": _public(row)} for row in entered(partnership)],
    }


def to_be_entered(row: EarlierReview) -> dict:
    """An earlier review as its second reader sees it, before it is public."""
    entry = unpacked(row.entry)
    words = mark_safe(write_html(from_json(entry.document))) if entry.document else ""  # noqa: S308 - write_html escapes every word
    scan, looked = scan_of(row), [SCAN_CHECKS[code] for code in row.first_checked]
    return {"row": row, "entry": entry, "words": words, "scan": scan, "looked": looked}


def entered(partnership: Partnership) -> list[Publication]:
    """The earlier reviews that this partnership has entered and that can be read."""
    return entered_for(partnership.slug)


def _public(row: Publication) -> str:
    place = {"publisher": row.publisher.slug, "slug": row.slug}
    path = reverse("library:publication", urlconf=PUBLIC, kwargs=place)
    return f"{settings.PUBLIC_ADDRESS}{path}"
