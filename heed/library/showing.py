"""What stands around and on each page: menus, ways to the desk, words to read."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import quote

from django.conf import settings
from django.core.paginator import Page as Window
from django.urls import reverse
from django.utils.safestring import SafeString

from heed.library import linked_data, own_pages, queries
from heed.library.addresses import with_answers
from heed.library.bundles import SUPPORT, Line
from heed.library.dates import PublicDate
from heed.library.models import Download, Publication, Publisher
from heed.library.pointing import pointers, with_links
from heed.library.reading import boxes, reading
from heed.library.states import Kind, State
from heed.papers.blocks import from_json
from heed.papers.write_data import About, write_data
from heed.papers.write_text import write_text

IN_THE_MENU = ("what-is-a-review", "who-can-refer", "how-to-refer", "support")
IN_THE_FOOTER = ("accessibility", "privacy")
PARTS = (
    ("briefings", "Briefings"),
    ("themes", "Learning by theme"),
    ("data", "Open data"),
)
"""What else there is on every site, and what the foot of a page calls it."""


class WholeLibrary(NamedTuple):
    """Stands where the publisher would, on pages of all partnerships."""

    name: str = "Child safeguarding practice reviews"


class Link(NamedTuple):
    """A line of a menu."""

    text: str
    url: str
    current: bool = False


def whose(slug: str | None) -> Publisher | None:
    """The publisher whose page this is; a library of one is that one's throughout."""
    if slug:
        return queries.publisher_at(slug)
    everybody = queries.publishers()
    return everybody[0] if len(everybody) == 1 else None


def address(name: str, publisher: Publisher | None, slug: str = "") -> str:
    """The path of a page, the publisher's own where there is one."""
    return _path(name, publisher.slug if publisher else "", slug)


@lru_cache(maxsize=4_096)
def _path(name: str, publisher: str, slug: str) -> str:
    given = {"publisher": publisher, "slug": slug}
    kwargs = {key: value for key, value in given.items() if value}
    return reverse(f"library:{name}", kwargs=kwargs)


def frame(
    publisher: Publisher | None, current: str = "", path: str = "/"
) -> dict[str, Any]:
    """What every page needs around its content; `current` is its line in the menu."""
    menu = [("publications", "Reports and briefings")] + [
        (slug, own_pages.TITLES[slug]) for slug in IN_THE_MENU
    ]
    footer = [(slug, own_pages.TITLES[slug]) for slug in IN_THE_FOOTER]
    return {
        "publisher": publisher or WholeLibrary(),
        "partnership_page": publisher,
        "home_url": address("home", publisher),
        "search_url": address("search", publisher),
        "feed_url": address("feed", publisher),
        "brand_stylesheet": address("colours", publisher) if publisher else "",
        "canonical": f"{settings.PUBLIC_ADDRESS}{path}",
        "navigation": [
            Link(text, _menu_address(name, publisher), name == current)
            for name, text in menu
        ],
        "footer_links": [
            *(Link(text, address(name, publisher)) for name, text in PARTS),
            *(Link(text, _menu_address(name, publisher)) for name, text in footer),
        ],
        "themes_url": address("themes", publisher),
        "briefings_url": address("briefings", publisher),
        "refer_url": _refer(publisher),
        "report_url": f"{settings.DESK_ADDRESS}/report-a-problem?page={quote(path)}",
    }


def _menu_address(name: str, publisher: Publisher | None) -> str:
    if name == "publications":
        return address(name, publisher)
    return address("page", publisher, slug=name)


def _refer(publisher: Publisher | None) -> str:
    own = publisher.referral_link if publisher else ""
    return own or f"{settings.DESK_ADDRESS}/refer"


def is_briefing(row: Publication) -> bool:
    """Whether it is read as headed boxes."""
    return row.kind == Kind.BRIEFING and row.document is not None


def publication_page(row: Publication) -> dict[str, Any]:
    """All that the page of a publication shows, whatever its kind."""
    path, briefs = row_address(row), is_briefing(row)
    return {
        "row": row,
        "kind": row.type_as_published or Kind(row.kind).label,
        "state": "" if row.state == State.PUBLISHED else State(row.state).label,
        "dates": {name: PublicDate.from_json(d) for name, d in row.dates.items()},
        "beside": queries.beside(row),
        "downloads": [_as_link(row, each) for each in queries.downloads(row)],
        "text_url": f"{path}{row.slug}.txt" if row.document else "",
        "data_url": f"{path}{row.slug}.json" if row.document else "",
        "linked_data": linked_data.block(row, path),
        "support": _support(row) or SUPPORT,
        "cite": cite(row),
        "notice_first": bool(row.content_notice) and (briefs or not row.distressing),
        **_words(row, path),
    }


def _support(row: Publication) -> list[Line]:
    return [Line(**line) for line in row.support or row.publisher.support]


def _words(row: Publication, path: str) -> dict[str, Any]:
    if row.document is None:
        return {}
    document = from_json(row.document)
    if is_briefing(row):
        first, rest = boxes(document)
        return {"boxes": first, "rest": rest}
    read = reading(
        document,
        child_anchor=row.child_anchor,
        distressing=tuple(row.distressing),
        notice=row.content_notice,
        address_of=lambda key: f"{path}pictures/{key}",
    )
    body = with_links(read.body, row.points)
    return {"reading": replace(read, body=body), "pointers": pointers(row.points)}


class Saved(NamedTuple):
    """A download: what it is called, where it is, how large it is."""

    label: str
    url: str
    size: int


def _as_link(row: Publication, each: Download) -> Saved:
    url = f"{row_address(row)}{row.slug}.{each.form}"
    return Saved(each.get_form_display(), url, each.size)


def row_address(row: Publication) -> str:
    """The lasting path of a publication."""
    return address("publication", row.publisher, slug=row.slug)


WRITTEN = ("txt", "json")
"""The forms that are written when they are asked for, from what is kept."""


def written(row: Publication, form: str) -> tuple[str, str]:
    """A publication as plain text or as data, and which of them it is."""
    document = from_json(row.document)
    if form == "txt":
        return write_text(document), "text/plain; charset=utf-8"
    about = About(
        title=row.title,
        published_by=row.publisher.name,
        published_on=row.dates.get("published", {}).get("iso", ""),
        address=f"{settings.PUBLIC_ADDRESS}{row_address(row)}",
        lead_reviewers=tuple(row.lead_reviewers),
        themes=tuple(theme.name for theme in row.themes.all()),
        names={point["place"]: point["name"] for point in row.points},
    )
    return write_data(document, about), "application/json"


def cite(row: Publication) -> str:
    """How to name the publication in another text."""
    names = [row.publisher.name, *(each.name for each in row.joint_with.all())]
    year = row.year or "no date"
    where = f"{settings.PUBLIC_ADDRESS}{row_address(row)}"
    return f"{' and '.join(names)} ({year}) {row.title}. Available at: {where}"


def colours(publisher: Publisher) -> str:
    """The publisher's colours as a stylesheet; they were checked when received."""
    brand, tint = publisher.colour, publisher.tint
    return f".heed-library{{--heed-brand:{brand};--heed-tint:{tint}}}\n"


def safe(html: str) -> SafeString:
    """HTML that `papers.write_html` wrote, which escapes every word."""
    return SafeString(html)


class Turn(NamedTuple):
    """Where the next and the previous page of a list are."""

    previous_url: str
    next_url: str


def pages(window: Window, asked: Mapping[str, str]) -> Turn:
    """The way on and back through a list, with its filters as they stand."""
    before = window.has_previous() and window.previous_page_number()
    after = window.has_next() and window.next_page_number()
    return turn(before, after, asked)


def turn(before: int | bool, after: int | bool, asked: Mapping[str, str]) -> Turn:
    """The same, of pages that are counted elsewhere; 0 where there is none."""
    return Turn(
        with_answers(asked, page=before) if before else "",
        with_answers(asked, page=after) if after else "",
    )
