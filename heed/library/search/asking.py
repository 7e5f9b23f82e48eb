"""Asking the index: whole publications are ranked, then a part of each is chosen.

All that is shown comes from the library's own row, read now: what has been withdrawn
is not shown, whatever the index still holds, and what has been corrected is shown
without the words that it had before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString
from tantivy import Occur, Query

from heed.library.models import Publication
from heed.library.search.excerpts import excerpt, shortened
from heed.library.search.passages import WORD, Passage, Passages
from heed.library.search.shelf import schema_of_publications, shelf
from heed.library.search.words import LONGEST_QUESTION, Meaning, Stems, meanings
from heed.library.version import current_version, once_a_version
from heed.papers.injuries import tells_of_injury

WEIGHTS = {"title": 3.0, "names": 4.0, "headings": 1.5, "body": 1.0, "place": 0.5}
OTHER_WORDS, LOOSE_WORDS = 0.6, 0.3
AS_TYPED_ONLY = {"place"}
"""Half of all publishers are called "… Safeguarding Children Partnership"."""
OTHER_WEIGHTS, LOOSE_WEIGHTS = (
    {
        field: words * weight
        for field, weight in WEIGHTS.items()
        if field not in AS_TYPED_ONLY
    }
    for words in (OTHER_WORDS, LOOSE_WORDS)
)
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
    "changed_at",
    "publisher__slug",
    "publisher__name",
)

NO_WORDS = SafeString()

PUBLICATIONS = schema_of_publications()


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
    """An answer. `stale` says that the index was older than the site; `meant` is the
    question as it was perhaps meant, where a word of it stands nowhere."""

    total: int = 0
    hits: tuple[Hit, ...] = ()
    stale: bool = False
    meant: str = ""


def search(
    question: str,
    *,
    only: Mapping[str, str] | None = None,
    start: int = 0,
    limit: int = 10,
    quotes_all: bool = False,
) -> Found:
    """What answers a question best; `only` narrows by publisher, kind, year, theme.
    `quotes_all` is for somebody at the machine itself: the public is shown no words
    that a content notice stands before, nor a sentence that tells of an injury."""
    sought = meanings(question)
    if not sought:
        return Found()
    asked = shelf()
    searcher = asked.publications.searcher()
    answer = searcher.search(
        _narrowed(_any_of(sought), only or {}), limit=limit, offset=start
    )
    passages = asked.passages
    numbers = searcher.fast_field_values("number", [at for _, at in answer.hits])
    rows, hits = _readable(), []
    looked_for = [passages.numbered(meaning.ways) for meaning in sought]
    apart = [passages.numbered(meaning.apart) for meaning in sought if meaning.loose]
    for number, (score, _) in zip(numbers, answer.hits, strict=True):
        known = passages.known(number)
        if row := rows.get(known.id):
            current = known.version == row.version
            best = passages.best(number, looked_for) if current else None
            if current and best is None and apart:
                best = passages.best(number, apart)
            hits.append(_hit(row, score, best, quotes_all=quotes_all))
    return Found(
        total=answer.count - len(numbers) + len(hits),
        hits=tuple(hits),
        stale=asked.version != current_version(),
        meant=_meant(question, passages),
    )


def matching(
    question: str, *, only: Mapping[str, str] | None = None, most: int
) -> list[Publication]:
    """The publications that answer a question, the most fitting first: their rows as
    they are now, and no words of them."""
    sought = meanings(question)
    if not sought:
        return []
    asked = shelf()
    searcher = asked.publications.searcher()
    answer = searcher.search(_narrowed(_any_of(sought), only or {}), limit=most)
    numbers = searcher.fast_field_values("number", [at for _, at in answer.hits])
    rows = _readable()
    known = (rows.get(asked.passages.known(number).id) for number in numbers)
    return [row for row in known if row]


def _meant(question: str, passages: Passages) -> str:
    """The question with what was mistyped put right; "" where nothing was."""
    asked = question[:LONGEST_QUESTION]
    instead = passages.spelling.put_right(WORD.findall(asked))
    if not instead:
        return ""
    return WORD.sub(lambda found: instead.get(found[0], found[0]), asked)


def _hit(
    row: Publication, score: float, best: Passage | None, *, quotes_all: bool
) -> Hit:
    """A publication with its passage; of an older version no word is shown."""
    if best is None:
        return Hit(row, score, excerpt=shortened(row.teaser))
    if best.distressing and not quotes_all:
        return Hit(row, score, best.anchor, "", NO_WORDS)
    heading = "" if tells_of_injury(best.heading) else best.heading
    return Hit(row, score, best.anchor, heading, excerpt(best, quotes_all=quotes_all))


@once_a_version
def _readable() -> dict[UUID, Publication]:
    """The rows of all that can be read at this version of the site."""
    rows = Publication.objects.live().select_related("publisher").only(*SHOWN)
    return {row.id: row for row in rows.order_by()}


# Questions


def _any_of(sought: Iterable[Meaning]) -> Query:
    each = [_meaning(meaning) for meaning in sought]
    wanted = [(Occur.Should, query) for query in each]
    if len(each) > 1:
        together = Query.boolean_query([(Occur.Must, query) for query in each])
        wanted.append((Occur.Should, Query.const_score_query(together, ALL_THE_WORDS)))
    return Query.boolean_query(wanted)


def _meaning(meaning: Meaning) -> Query:
    typed = _said(meaning.typed, WEIGHTS)
    others = [_said(other, OTHER_WEIGHTS) for other in meaning.others]
    if meaning.loose:
        each = [(Occur.Should, _said((word,), LOOSE_WEIGHTS)) for word in meaning.loose]
        others.append(Query.boolean_query(each))
    return Query.disjunction_max_query([typed, *others]) if others else typed


def _said(said: Stems, weights: Mapping[str, float]) -> Query:
    parts = []
    for field, weight in weights.items():
        if len(said) == 1:
            query = Query.term_query(PUBLICATIONS, field, said[0], index_option="freq")
        else:
            query = Query.phrase_query(PUBLICATIONS, field, list(said))
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
