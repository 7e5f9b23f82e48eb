"""Themes as learning: what was found and recommended, in the words of the reports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.http import Http404

from heed.library import queries, showing
from heed.library.models import Publication, Publisher, Theme
from heed.rulebook.themes import FEWEST_COUNTED

MOST_SENTENCES = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A theme in the list of themes. `count` is "" where it is too small to tell."""

    slug: str
    name: str
    count: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that shows a theme: whose it is and where it stands."""

    words: str
    row: Publication
    place: str


@dataclass(frozen=True, slots=True)
class Learning:
    """What there is to learn on one theme."""

    slug: str
    name: str
    count: str
    found: tuple[Said, ...]
    recommended: tuple[Said, ...]
    rows: tuple[Publication, ...]


def counted(number: int) -> str:
    """A number of publications in words; below three it is not told."""
    return f"{number} publications" if number >= FEWEST_COUNTED else ""


def themes(publisher: Publisher | None) -> list[Line]:
    """Every theme that something live is under, by name."""
    found = Theme.objects.filter(publication__in=_live(publisher))
    rows = found.order_by().values_list("slug", "name").annotate(n=Count("id"))
    counts: dict[str, tuple[str, int]] = {}
    for slug, name, number in sorted(rows):
        counts[slug] = (name, counts.get(slug, ("", 0))[1] + number)
    lines = [Line(slug, name, counted(n)) for slug, (name, n) in counts.items()]
    return sorted(lines, key=lambda line: line.name.casefold())


def learning(publisher: Publisher | None, slug: str) -> Learning:
    """What live publications say on this theme; Http404 where none is under it."""
    rows = _live(publisher).filter(themes__slug=slug).prefetch_related("themes")
    listed = list(rows.select_related("publisher").defer("document", "support"))
    if not listed:
        raise Http404
    of = [(row, theme) for row in listed for theme in row.themes.all()]
    mine = [(row, theme) for row, theme in of if theme.slug == slug]
    found, recommended = _parted(mine)
    return Learning(
        slug=slug,
        name=mine[0][1].name,
        count=counted(len(listed)),
        found=found,
        recommended=recommended,
        rows=tuple(listed),
    )


def _live(publisher: Publisher | None):
    live = Publication.objects.live()
    return live.of(publisher) if publisher else live


def _parted(
    of: Iterable[tuple[Publication, Theme]],
) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """The sentences of recommendations apart from all others."""
    found: list[Said] = []
    recommended: list[Said] = []
    for row, theme in of:
        named = {place: point for point in row.points for place in point["covers"]}
        for shown in theme.shown_by:
            point = named.get(shown["place"])
            exact = point is not None and point["place"] == shown["place"]
            place = point["name"] if point and exact else shown["place"]
            said = Said(shown["words"], row, place)
            asks = point is not None and point["what"] == "recommendation"
            (recommended if asks else found).append(said)
    return tuple(found[:MOST_SENTENCES]), tuple(recommended[:MOST_SENTENCES])


COLUMNS: Mapping[str, str] = {
    "slug": "Its name in addresses.",
    "name": "The theme.",
    "publications": "How many are under it; empty where there are fewer than three.",
    "address": "Where what was learned on it can be read.",
}
"""The columns of themes as open data, and what each says."""


def as_rows(publisher: Publisher | None) -> Iterator[dict[str, str]]:
    """Every theme by its columns."""
    for line in themes(publisher):
        path = showing.address("theme", publisher, slug=line.slug)
        yield {
            "slug": line.slug,
            "name": line.name,
            "publications": line.count.partition(" ")[0],
            "address": f"{settings.PUBLIC_ADDRESS}{path}",
        }


def rows_under(publisher: Publisher | None, slug: str) -> list[Publication]:
    """The newest publications under a theme; Http404 where there are none."""
    found = queries.publications(publisher).filter(themes__slug=slug)
    rows = list(found[: queries.IN_THE_FEED])
    if not rows:
        raise Http404
    return rows
