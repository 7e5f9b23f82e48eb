"""What other programs read: the feed, the site map, the rules for robots."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.feedgenerator import Atom1Feed

from heed.library import own_pages, queries
from heed.library.addresses import with_answers
from heed.library.models import Publication, Publisher
from heed.library.showing import PARTS, WholeLibrary, address, row_address
from heed.library.states import Kind

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ATOM = "application/atom+xml; charset=utf-8"
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class NewestFirst(Atom1Feed):
    """An Atom feed that says when the library changed, not when it was asked; never
    earlier than the newest of its entries did."""

    def __init__(self, *args: object, changed_at: datetime, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._changed_at = changed_at

    def latest_post_date(self) -> datetime:
        return max([self._changed_at, *(item["updateddate"] for item in self.items)])


class Place(NamedTuple):
    """A page by its name, its feed by its name, and what both are about."""

    page: str = "home"
    feed: str = "feed"
    slug: str = ""


HOME = Place()


def atom(
    publisher: Publisher | None,
    *,
    rows: Iterable[Publication] | None = None,
    about: str = "reports and briefings",
    where: Place = HOME,
) -> str:
    """The newest publications, or these, as an Atom feed. It quotes no report."""
    name = (publisher or WholeLibrary()).name
    found = queries.publications(publisher)[: queries.IN_THE_FEED]
    page = address(where.page, publisher, slug=where.slug)
    own = address(where.feed, publisher, slug=where.slug)
    return _feed(
        found if rows is None else rows,
        title=_fit(f"{name}: {about}"),
        link=_full(page),
        feed_url=_full(own),
        author_name=name,
    )


def of_a_search(
    asked: Mapping[str, str], rows: list[Publication], publisher: Publisher | None
) -> str:
    """What a search finds as an Atom feed, the newest first. It quotes no report."""
    name, answers = (publisher or WholeLibrary()).name, with_answers(asked, page="")
    prefetch_related_objects(rows, "themes")
    return _feed(
        rows,
        title=_fit(f"{name}: “{asked.get('q', '')}”"),
        link=_full(f"{address('search', publisher)}{answers}"),
        feed_url=_full(f"{address('search_feed', publisher)}{answers}"),
        author_name=name,
    )


def _feed(rows: Iterable[Publication], **about: str) -> str:
    changed_at = queries.changed_at() or NEVER
    feed = NewestFirst(description="", language="en-GB", changed_at=changed_at, **about)
    for row in rows:
        feed.add_item(
            title=_fit(row.title),
            link=_full(row_address(row)),
            description=escape(_fit(row.teaser or Kind(row.kind).label)),
            unique_id=row.id.urn,
            updateddate=row.changed_at,
            author_name=_fit(row.publisher.name),
            categories=[_fit(theme.name) for theme in row.themes.all()],
        )
    return feed.writeString("utf-8")


def _fit(words: str) -> str:
    """The words without the control characters that XML cannot carry."""
    return NOT_IN_XML.sub(" ", words)


def sitemap() -> str:
    """Every page that can be read, and none that cannot."""
    publishers = queries.publishers()
    paths = [address("home", None)]
    for publisher in publishers:
        paths.append(address("home", publisher))
        paths.append(address("publications", publisher))
        paths += (address("page", publisher, slug=slug) for slug in own_pages.TITLES)
        paths += (address(name, publisher) for name, _ in PARTS)
        paths += (
            address("theme", publisher, slug=slug) for slug in queries.themes(publisher)
        )
    rows = [entry(path) for path in paths]
    rows += (entry(row_address(row), row) for row in queries.publications())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{''.join(rows)}</urlset>\n"
    )


def entry(path: str, row: Publication | None = None) -> str:
    """One line of the site map."""
    changed = f"<lastmod>{row.changed_at:%Y-%m-%d}</lastmod>" if row else ""
    return f"<url><loc>{escape(_full(path))}</loc>{changed}</url>\n"


def robots() -> str:
    """Everything may be found, but the endless pages of answers."""
    lines = ["User-agent: *", "Disallow: /search/", "Disallow: /p/*/search/"]
    return _lines([*lines, f"Sitemap: {_full('/sitemap.xml')}"])


def security_txt(*, at: datetime) -> str:
    """Whom to tell of a weakness (RFC 9116); it holds until the same day next year."""
    expires = at.replace(day=1, year=at.year + 1, hour=0, minute=0, second=0)
    return _lines(
        [
            f"Contact: {settings.DESK_ADDRESS}/report-a-problem",
            f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
            "Preferred-Languages: en",
            f"Canonical: {_full('/.well-known/security.txt')}",
        ]
    )


def _full(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
