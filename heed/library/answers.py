"""The page that answers a search, put together quickly: no two questions are alike.

The template is rendered once a version of the site for each shape that a page of hits
can have, with gaps where the answer goes; each answer is then put into the gaps. Every
word that goes in is escaped here.
"""

import re
from collections.abc import Hashable, Iterator, Mapping
from html import escape
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import parse_qsl
from uuid import UUID

from django.http import HttpRequest
from django.template.loader import render_to_string

from heed.library import queries, showing
from heed.library.addresses import LONGEST_ANSWER, was_cut, with_answers
from heed.library.models import Publication, Publisher
from heed.library.queries import Choice, Filter
from heed.library.search import Found, Hit, matching, search
from heed.library.states import Kind
from heed.library.version import once_a_version

A_PAGE = 10
NARROWED_BY = ("kind", "year", "publisher", "theme", "age", "for")
MOST_PAGES = 50
MOST_FOLLOWED = 500
FEW_DIGITS = re.compile("[0-9]{1,4}")

NAMES = (
    *("words", "counted", "first", "last", "hits", "previous_url", "next_url"),
    *("filters", "meant", "meant_url", "feed_url", "wider_url", "cut"),
)
GAPS = {chr(0xFDD0 + number): name for number, name in enumerate(NAMES)}
"""Each gap is a character that Unicode keeps out of all texts."""
A_GAP = re.compile(f"([{''.join(GAPS)}])")


def first_of(asked: Mapping[str, str]) -> int:
    """The place, from 0, at which the page asked for begins; 0 for no number."""
    page = asked.get("page", "")
    number = int(page) if FEW_DIGITS.fullmatch(page) else 1
    return (min(max(number, 1), MOST_PAGES) - 1) * A_PAGE


def find(asked: Mapping[str, str], publisher: Publisher | None) -> Found:
    """What answers the question, on the page asked for, as far as it is narrowed."""
    only, first = narrowed(asked, publisher), first_of(asked)
    return search(asked.get("q", ""), only=only, start=first, limit=A_PAGE)


def narrowed(asked: Mapping[str, str], publisher: Publisher | None) -> dict[str, str]:
    """To what the answer is to be narrowed; on a publisher's pages, always to its own
    and joint ones."""
    only = {name: asked[name] for name in NARROWED_BY if name in asked}
    return only | {"publisher": publisher.slug} if publisher else only


def newest(asked: Mapping[str, str], publisher: Publisher | None) -> list[Publication]:
    """Of what answers the question, that which came last or changed last."""
    only = narrowed(asked, publisher)
    rows = matching(asked.get("q", ""), only=only, most=MOST_FOLLOWED)
    rows.sort(key=attrgetter("changed_at"), reverse=True)
    return rows[: queries.IN_THE_FEED]


def page(
    request: HttpRequest,
    found: Found,
    asked: Mapping[str, str],
    publisher: Publisher | None,
) -> str:
    """The hits, and the way on and back, as a whole page of HTML."""
    filling = _filling(found, asked, publisher)
    frames, shape = _frames(), _shape(filling, publisher)
    if shape not in frames:
        gaps = {name: gap for gap, name in GAPS.items() if filling[name]}
        frame = showing.frame(publisher, path=request.path) | {"gaps": gaps}
        html = render_to_string("library/search.html", frame, request)
        frames[shape] = A_GAP.split(html)
    return _filled(frames[shape], filling)


def quickly(path: str, query: str) -> bytes | None:
    """The same page, byte for byte, without Django around it: nothing where it is no
    search, the page of this shape is not rendered yet, or the answer is not to stay."""
    places, frames = _places(), _frames()
    if path not in places or not frames:
        return None
    asked, publisher = dict(parse_qsl(query)), places[path]
    found = find(asked, publisher)
    filling = _filling(found, asked, publisher)
    frame = frames.get(_shape(filling, publisher))
    if found.stale or not frame:
        return None
    return _filled(frame, filling).encode()


@once_a_version
def _places() -> dict[str, Publisher | None]:
    """The path of each search page, and whose it is."""
    own = {showing.address("search", each): each for each in queries.publishers()}
    return own | {showing.address("search", None): showing.whose(None)}


def _filling(
    found: Found, asked: Mapping[str, str], publisher: Publisher | None
) -> dict[str, str]:
    first = first_of(asked)
    number = first // A_PAGE + 1
    more = found.total > first + A_PAGE and number < MOST_PAGES
    turn = showing.turn(number - 1, number + 1 if more else 0, asked)
    plural, lines = "" if found.total == 1 else "s", _lines()
    return {
        "filters": "".join(_filters(publisher, asked)),
        "meant": escape(found.meant),
        "meant_url": found.meant
        and escape(with_answers(asked, q=found.meant, page="")),
        "feed_url": f"{showing.address('search_feed', publisher)}{_with(asked)}",
        "wider_url": _without_choices(asked),
        "cut": str(LONGEST_ANSWER) if was_cut(asked.get("q", "")) else "",
        "words": escape(asked.get("q", "")),
        "counted": f"{found.total} publication{plural}" if found.total else "",
        "first": str(first + 1),
        "last": str(first + len(found.hits)),
        "hits": "".join(_line(hit, publisher, lines) for hit in found.hits),
        "previous_url": escape(turn.previous_url),
        "next_url": escape(turn.next_url),
    }


def _with(asked: Mapping[str, str], **changes: str) -> str:
    """The first page of the same search with these changes, for a link."""
    return escape(with_answers(asked, **{**changes, "page": ""}))


def _without_choices(asked: Mapping[str, str]) -> str:
    chosen = [name for name in NARROWED_BY if name in asked]
    return _with(asked, **dict.fromkeys(chosen, "")) if chosen else ""


def _shape(filling: Mapping[str, str], publisher: Publisher | None) -> Hashable:
    """All that decides how the page looks, but for the words in its gaps."""
    return (publisher and publisher.slug, *(name for name in NAMES if filling[name]))


def _filled(frame: list[str], filling: Mapping[str, str]) -> str:
    pieces = frame.copy()
    pieces[1::2] = [filling[GAPS[gap]] for gap in pieces[1::2]]
    return "".join(pieces)


@once_a_version
def _frames() -> dict[Hashable, list[str]]:
    """Of each shape the rendered page: its HTML and its gaps by turns."""
    return {}


# What the answer can be narrowed by


def _filters(publisher: Publisher | None, asked: Mapping[str, str]) -> Iterator[str]:
    """Each filter as HTML, kept for each of its answers: there are only so many."""
    kept = _selects()
    for name, label, pairs in queries.offered(publisher):
        chosen = asked.get(name, "")
        known = chosen if chosen in dict(pairs) else ""
        key = publisher and publisher.id, name, known
        if key not in kept:
            choices = [Choice(*pair, pair[0] == known) for pair in pairs]
            shown = {"filter": Filter(name, label, choices)}
            kept[key] = render_to_string("library/filter.html", shown)
        yield kept[key]


@once_a_version
def _selects() -> dict[Hashable, str]:
    return {}


# Lines


class Line(NamedTuple):
    """What the line of a publication always says, as HTML."""

    title: str
    url: str
    about: str


Lines = dict[tuple[UUID, bool], Line]


def _line(hit: Hit, publisher: Publisher | None, lines: Lines) -> str:
    row = hit.publication
    key = row.id, publisher is None
    line = lines.get(key) or lines.setdefault(key, _of(row, with_publisher=key[1]))
    said = part = ""
    if hit.excerpt:
        said = f'<p class="library-entry__excerpt">{hit.excerpt}</p>'
    if hit.anchor and hit.heading and hit.heading != row.title:
        where = f"{line.url}#{escape(hit.anchor)}"
        named = f'<a class="govuk-link" href="{where}">{escape(hit.heading)}</a>'
        part = f"In “{named}” · "
    return (
        f'<li class="library-entry">{line.title}{said}'
        f'<p class="library-entry__about">{part}{line.about}</p></li>'
    )


@once_a_version
def _lines() -> Lines:
    return {}


def _of(row: Publication, *, with_publisher: bool) -> Line:
    kind = escape(row.type_as_published or Kind(row.kind).label)
    url = escape(showing.row_address(row))
    title = f'<a class="govuk-link" href="{url}">{escape(row.title)}</a>'
    said = [row.publisher.name] if with_publisher else []
    return Line(
        title=f'<p class="library-entry__kind">{kind}</p>'
        f'<h3 class="library-entry__title">{title}</h3>',
        url=url,
        about=escape(" · ".join([*said, row.shown_date or "Date not known"])),
    )
