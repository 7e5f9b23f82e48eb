"""Asking the index: whole publications are ranked, then a part of each is chosen.

All that is shown comes from the library's own row, read now: what has been withdrawn
is not shown, whatever the index still holds, and what has been corrected is shown
without the words that it had before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from uuid import UUID

from django.utils.safestring import SafeString
from tantivy import Document, Occur, Query, Schema, SnippetGenerator

from heed.library.models import Publication
from heed.library.search.shelf import (
    Shelf,
    schema_of_publications,
    schema_of_sections,
    shelf,
)
from heed.library.search.words import Meaning, Stems, meanings
from heed.library.version import current_version, once_a_version

WEIGHTS = {"title": 3.0, "names": 4.0, "headings": 1.5, "body": 1.0, "place": 0.5}
SECTION_WEIGHTS = {"heading": 1.5, "text": 1.0}
OTHER_WORDS = 0.6
AS_TYPED_ONLY = {"place"}
"""Half of all publishers are called "… Safeguarding Children Partnership"."""
ALL_THE_WORDS = 100.0
"""More than any sum of words: who has all of them comes first."""

SHOWN = (
    "imported_id",
    "slug",
    "version",
    "kind",
    "type_as_published",
    "title",
    "summary",
    "dates",
    "publisher__slug",
    "publisher__name",
)

EXCERPT = 240
NO_WORDS = SafeString()

PUBLICATIONS, SECTIONS = schema_of_publications(), schema_of_sections()


@dataclass(frozen=True, slots=True)
class Hit:
    """A publication found; `excerpt` is safe HTML with <mark>, "" where none is fit."""

    publication: Publication
    score: float
    anchor: str = ""
    heading: str = ""
    excerpt: SafeString = NO_WORDS


@dataclass(frozen=True, slots=True)
class Found:
    """An answer. `stale` says that the index was older than the site."""

    total: int = 0
    hits: tuple[Hit, ...] = ()
    stale: bool = False


def search(
    question: str,
    *,
    only: Mapping[str, str] | None = None,
    start: int = 0,
    limit: int = 10,
) -> Found:
    """What answers a question best; `only` narrows by publisher, kind, year, theme."""
    sought = meanings(question)
    if not sought:
        return Found()
    asked = shelf()
    searcher = asked.publications.searcher()
    answer = searcher.search(
        _narrowed(_any_of(sought, PUBLICATIONS, WEIGHTS), only or {}),
        limit=limit,
        offset=start,
    )
    indexed = [(score, searcher.doc(address)) for score, address in answer.hits]
    scores = {UUID(doc["id"][0]): (score, doc["version"][0]) for score, doc in indexed}
    rows, excerpts = _rows(scores), Excerpts(sought, asked)
    shown = tuple(
        excerpts.hit(rows[key], *scores[key]) for key in scores if key in rows
    )
    return Found(
        total=answer.count - len(scores) + len(shown),
        hits=shown,
        stale=asked.version != current_version(),
    )


def _rows(ids: Iterable[UUID]) -> dict[UUID, Publication]:
    """The rows of these publications, as far as they can be read at this version."""
    read = _rows_read()
    unread = [one for one in ids if one not in read]
    if unread:
        rows = Publication.objects.live().filter(id__in=unread)
        found = {row.id: row for row in rows.select_related("publisher").only(*SHOWN)}
        read.update({one: found.get(one) for one in unread})
    return {one: row for one in ids if (row := read[one])}


@once_a_version
def _rows_read() -> dict[UUID, Publication | None]:
    return {}


# Questions


def _any_of(
    sought: Iterable[Meaning], schema: Schema, weights: Mapping[str, float]
) -> Query:
    each = [_meaning(meaning, schema, weights) for meaning in sought]
    wanted = [(Occur.Should, query) for query in each]
    if len(each) > 1:
        together = Query.boolean_query([(Occur.Must, query) for query in each])
        wanted.append((Occur.Should, Query.const_score_query(together, ALL_THE_WORDS)))
    return Query.boolean_query(wanted)


def _meaning(meaning: Meaning, schema: Schema, weights: Mapping[str, float]) -> Query:
    typed = _said(meaning.typed, schema, weights)
    looser = {f: OTHER_WORDS * w for f, w in weights.items() if f not in AS_TYPED_ONLY}
    others = [_said(other, schema, looser) for other in meaning.others]
    return Query.disjunction_max_query([typed, *others]) if others else typed


def _said(said: Stems, schema: Schema, weights: Mapping[str, float]) -> Query:
    parts = []
    for field, weight in weights.items():
        if len(said) == 1:
            query = Query.term_query(schema, field, said[0], index_option="freq")
        else:
            query = Query.phrase_query(schema, field, list(said))
        parts.append((Occur.Should, Query.boost_query(query, weight)))
    return Query.boolean_query(parts)


def _narrowed(query: Query, only: Mapping[str, str]) -> Query:
    conditions = [
        Query.const_score_query(Query.term_query(PUBLICATIONS, field, value), 0.0)
        for field, value in only.items()
    ]
    if not conditions:
        return query
    return Query.boolean_query(
        [(Occur.Must, query), *((Occur.Must, condition) for condition in conditions)]
    )


# Excerpts


class Excerpts:
    """Finds the telling passage of a publication, for one question."""

    def __init__(self, sought: Iterable[Meaning], asked: Shelf) -> None:
        self._query = _any_of(sought, SECTIONS, SECTION_WEIGHTS)
        self._searcher = asked.sections.searcher()
        self._cutter = SnippetGenerator.create(
            self._searcher, self._query, SECTIONS, "text"
        )
        self._cutter.set_max_num_chars(EXCERPT)

    def hit(self, row: Publication, score: float, version: int) -> Hit:
        """The publication with its passage; an older version's words are not shown."""
        best = self._best(row.id) if version == row.version else None
        if best is None:
            return Hit(row, score, excerpt=SafeString(escape(row.summary[:EXCERPT])))
        anchor, heading = best["anchor"][0], best["heading"][0]
        # No excerpt carries what a content notice stands before.
        excerpt = "" if best["distressing"][0] else self._cut(best)
        return Hit(row, score, anchor, heading, SafeString(excerpt))

    def _best(self, publication_id: UUID) -> Document | None:
        own = Query.term_query(
            SECTIONS, "id", str(publication_id), index_option="basic"
        )
        query = Query.boolean_query(
            [
                (Occur.Must, Query.const_score_query(own, 0.0)),
                (Occur.Must, self._query),
            ]
        )
        found = self._searcher.search(query, limit=1, count=False).hits
        return self._searcher.doc(found[0][1]) if found else None

    def _cut(self, passage: Document) -> str:
        """Safe HTML with the words found marked."""
        cut = self._cutter.snippet_from_doc(passage)
        text, whole = cut.fragment(), passage["text"][0]
        if not text:
            return escape(whole[:EXCERPT])
        before = "" if whole.startswith(text) else "…\u00a0"
        after = "" if whole.rstrip(". \n").endswith(text) else "\u00a0…"
        marked = _marked(
            text.encode(), [(at.start, at.end) for at in cut.highlighted()]
        )
        return f"{before}{' '.join(marked.split())}{after}"


def _marked(text: bytes, places: Iterable[tuple[int, int]]) -> str:
    """The text escaped, with its places (counted in bytes) marked."""
    made, end = "", 0
    for start, stop in places:
        made += escape(text[end:start].decode())
        made += f"<mark>{escape(text[start:stop].decode())}</mark>"
        end = stop
    return made + escape(text[end:].decode())
