"""What the public site shows of the library. Nothing that is gone is among it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page as Window
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from heed.library.models import (
    Aspect,
    Download,
    Publication,
    PublicationQuerySet,
    Publisher,
    SiteVersion,
    Theme,
)
from heed.library.narrowing import AGES, READERS
from heed.library.states import Kind
from heed.library.version import once_a_version

A_PAGE = 20
LATEST = 6
IN_THE_FEED = 50
FOUR_DIGITS = re.compile("[0-9]{4}")
TEXT = ("document", "support", "facts", "former_titles")
HEAVY = (*TEXT, "points")


@once_a_version
def publishers() -> list[Publisher]:
    """Those who have something that can be read, by name."""
    live = PublicationQuerySet.is_live("publications__")
    counted = Publisher.objects.annotate(readable=Count("publications", filter=live))
    return list(counted.filter(Q(readable__gt=0) | Q(version__gt=0)))


def publisher_at(slug: str) -> Publisher:
    """The publisher at this address; Http404 when there is none."""
    for publisher in publishers():
        if publisher.slug == slug:
            return publisher
    raise Http404


def publications(publisher: Publisher | None = None) -> PublicationQuerySet:
    """All that can be read, newest first; one publisher's own and joint ones."""
    live = Publication.objects.live().select_related("publisher").defer(*HEAVY)
    chosen = live.of(publisher) if publisher else live
    return chosen.prefetch_related("themes")


def with_points(publisher: Publisher | None = None) -> PublicationQuerySet:
    """The same, with their findings and recommendations."""
    live = Publication.objects.live().select_related("publisher").defer(*TEXT)
    return live.of(publisher) if publisher else live


def latest(publisher: Publisher | None = None) -> list[Publication]:
    """The newest few."""
    return list(publications(publisher)[:LATEST])


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a filter offers."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list can be narrowed by."""

    name: str
    label: str
    choices: list[Choice]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list, and the filters as they stand."""

    window: Window
    filters: list[Filter]


def listing(
    publisher: Publisher | None,
    asked: Mapping[str, str],
    *,
    with_points: bool = False,
) -> Listing:
    """The publications that these answers ask for; an unknown answer finds none."""
    found = narrowed(publisher, asked)
    if with_points:
        found = found.defer(None).defer(*TEXT).prefetch_related("joint_with", "aspects")
    window = Paginator(found, A_PAGE).get_page(asked.get("page"))
    return Listing(window, filters(publisher, asked))


def narrowed(
    publisher: Publisher | None, asked: Mapping[str, str]
) -> PublicationQuerySet:
    """All that can be read, as far as these answers narrow it."""
    found = publications(publisher)
    if kind := asked.get("kind"):
        found = found.filter(kind=kind)
    if year := asked.get("year"):
        found = found.filter(year=int(year) if FOUR_DIGITS.fullmatch(year) else 0)
    if theme := asked.get("theme"):
        found = found.filter(themes__slug=theme)
    if area := asked.get("publisher"):
        found = found.filter(Q(publisher__slug=area) | Q(joint_with__slug=area))
    for aspect in Aspect.Of.values:
        if value := asked.get(aspect):
            has = Aspect.objects.filter(of=aspect, value=value)
            found = found.filter(id__in=has.values("publication"))
    return found.distinct()


def filters(publisher: Publisher | None, asked: Mapping[str, str]) -> list[Filter]:
    """What the list can be narrowed to: kinds, years, areas, themes, ages and readers
    that there are. An area has no choice of areas."""
    return [
        Filter(
            name,
            label,
            [Choice(value, words, value == asked.get(name)) for value, words in pairs],
        )
        for name, label, pairs in offered(publisher)
    ]


Offered = tuple[tuple[str, str, list[tuple[str, str]]], ...]


def offered(publisher: Publisher | None) -> Offered:
    """Each filter: its name in an address, its label, its values with their words."""
    known, key = _offered(), publisher and publisher.id
    if key not in known:
        known[key] = _all_that_there_are(publisher)
    return known[key]


@once_a_version
def _offered() -> dict[UUID | None, Offered]:
    return {}


def _all_that_there_are(publisher: Publisher | None) -> Offered:
    live = Publication.objects.live()
    rows = (live.of(publisher) if publisher else live).order_by()
    kinds = set(rows.values_list("kind", flat=True))
    years = set(rows.exclude(year=None).values_list("year", flat=True))
    themes = Theme.objects.filter(publication__in=rows).order_by("name")
    said = Aspect.objects.filter(publication__in=rows).values_list("of", "value")
    aspects = set(said.distinct())
    areas = [] if publisher else [(each.slug, each.name) for each in publishers()]
    return (
        ("kind", "Type", [(kind.value, kind.label) for kind in Kind if kind in kinds]),
        ("year", "Year", [(str(year),) * 2 for year in sorted(years, reverse=True)]),
        ("publisher", "Area", areas if len(areas) > 1 else []),
        ("theme", "Theme", list(dict(themes.values_list("slug", "name")).items())),
        ("age", Aspect.Of.AGE.label, _those(AGES, "age", aspects)),
        ("for", Aspect.Of.READER.label, _those(READERS, "for", aspects)),
    )


def _those(
    labels: Mapping[str, str], of: str, aspects: set[tuple[str, str]]
) -> list[tuple[str, str]]:
    return [pair for pair in labels.items() if (of, pair[0]) in aspects]


def themes(publisher: Publisher) -> list[str]:
    """The addresses of the themes that this publisher has something on, by name."""
    live = Publication.objects.live().of(publisher).order_by()
    found = Theme.objects.filter(publication__in=live).order_by("slug")
    return list(found.values_list("slug", flat=True).distinct())


def publication_at(publisher: str, slug: str) -> Publication:
    """What stands, or stood, at this address; Http404 when nothing ever did."""
    known = Publication.objects.select_related("publisher")
    return get_object_or_404(known, publisher__slug=publisher, slug=slug)


def published_at(publisher: str, slug: str) -> Publication | None:
    """What stands, or stood, at this address, by its identity alone; None for an
    address at which nothing ever did."""
    known = Publication.objects.filter(publisher__slug=publisher, slug=slug)
    return known.only("id").first()


def beside(publication: Publication) -> list[Publication]:
    """What else of the same review can be read: response, briefing, statement."""
    if not publication.review_id:
        return []
    same = publications().filter(review_id=publication.review_id)
    return list(same.exclude(id=publication.id))


def by_id(publication_id: UUID) -> Publication:
    """What is or was kept under this identity; Http404 when nothing ever was."""
    known = Publication.objects.select_related("publisher").defer(*TEXT)
    return get_object_or_404(known.exclude(slug=None), id=publication_id)


def live_by_id(publication_id: UUID) -> Publication | None:
    """What the library keeps under this identity, if it can be read."""
    live = Publication.objects.live().select_related("publisher").defer(*HEAVY)
    return live.filter(id=publication_id).first()


def was_withdrawn(publication_id: UUID) -> bool:
    """Whether something kept under this identity was withdrawn."""
    kept = Publication.objects.filter(id=publication_id, withdrawn_version__gt=0)
    return kept.exists()


def entered_for(publisher: str) -> list[Publication]:
    """The older publications that a publisher entered itself and that can be read."""
    own = Publication.objects.live().filter(imported_id__startswith=f"{publisher}:")
    return list(own.select_related("publisher").defer(*HEAVY))


def downloads(publication: Publication) -> list[Download]:
    """The other forms of a publication, without their bytes."""
    return list(publication.downloads.defer("content").order_by("form"))


def download(publication: Publication, form: str) -> bytes:
    """The bytes of one form of a publication; Http404 when there is no such form."""
    return bytes(get_object_or_404(publication.downloads, form=form).content)


def changed_at() -> datetime | None:
    """When anything that the public can see last changed."""
    row = SiteVersion.objects.first()
    return row.changed_at if row else None
