"""The library for other programs: what can be read, as JSON, described by OpenAPI.

It only reads. The answers go through the same door as every page: no session, no
cookie, kept while the site's version lasts, gone with what is withdrawn.
"""

from uuid import UUID

from django.http import HttpRequest
from ninja import Field, NinjaAPI, Query, Schema
from ninja.errors import HttpError

from heed.library import open_data, queries, themes

ROOT = "/api/v1/"

api = NinjaAPI(
    title="Heed: published learning from child safeguarding reviews",
    version="1",
    description="Everything here is public already, and can be read as pages too. "
    "What is withdrawn answers 410.",
    docs_url=None,
    openapi_url=None,
    urls_namespace="library-api",
)


class Point(Schema):
    """A finding or a recommendation."""

    name: str
    what: str
    number: int
    text: str
    to: str
    by_when: str
    address: str


class Publication(Schema):
    """What there is to know of a publication."""

    id: UUID
    title: str
    kind: str
    type: str
    state: str
    publishers: list[str]
    published: str
    changed: str
    summary: str
    content_notice: str
    pseudonyms: list[str]
    lead_reviewers: list[str]
    themes: list[str]
    ages: list[str]
    readers: list[str]
    words: int
    findings: int
    recommendations: int
    address: str


class WholePublication(Publication):
    """A publication with its findings and recommendations."""

    points: list[Point]


class Publications(Schema):
    """A page of publications."""

    count: int
    page: int
    pages: int
    items: list[Publication]


class Asked(Schema):
    """What a list can be narrowed by, with the words of its addresses."""

    publisher: str = ""
    kind: str = ""
    year: str = ""
    theme: str = ""
    age: str = ""
    for_: str = Field("", alias="for")
    page: str = "1"


class Theme(Schema):
    """A theme. `count` is empty where there are fewer than three publications."""

    slug: str
    name: str
    count: str


class Sentence(Schema):
    """A sentence that a person confirmed as showing a theme."""

    words: str
    title: str
    address: str


class Learning(Theme):
    """What publications say on a theme."""

    found: list[Sentence]
    recommended: list[Sentence]


class Trouble(Schema):
    """Why there is no such answer."""

    detail: str


@api.get("publications", response={200: Publications, 404: Trouble})
def publications(request: HttpRequest, asked: Query[Asked]):
    """All publications, newest first, a page at a time."""
    publisher = queries.publisher_at(asked.publisher) if asked.publisher else None
    window = queries.listing(
        publisher, asked.dict(by_alias=True), with_points=True
    ).window
    return {
        "count": window.paginator.count,
        "page": window.number,
        "pages": window.paginator.num_pages,
        "items": [open_data.row_of(row) for row in window],
    }


@api.get(
    "publications/{publication_id}",
    response={200: WholePublication, 404: Trouble, 410: Trouble},
)
def publication(request: HttpRequest, publication_id: UUID):
    """One publication, with its findings and recommendations."""
    row = queries.by_id(publication_id)
    if row.is_gone:
        raise HttpError(410, "It can no longer be read.")
    return open_data.row_of(row) | {"points": open_data.points_of(row)}


@api.get("themes", response=list[Theme])
def all_themes(request: HttpRequest):
    """Every theme that something can be read on."""
    return themes.themes(None)


@api.get("themes/{slug}", response={200: Learning, 404: Trouble})
def theme(request: HttpRequest, slug: str):
    """What publications say on a theme, sentence by sentence."""
    said = themes.learning(None, slug)
    return {
        "slug": said.slug,
        "name": said.name,
        "count": said.count,
        "found": [_sentence(each) for each in said.found],
        "recommended": [_sentence(each) for each in said.recommended],
    }


def _sentence(said: themes.Said) -> dict[str, str]:
    address = f"{open_data.address_of(said.row)}#{said.place}"
    return {"words": said.words, "title": said.row.title, "address": address}
