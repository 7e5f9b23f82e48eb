"""People and places that are named in what was told: in the rows of chronologies, in
what agencies answered, in practitioners' own accounts.

Nobody keeps a list of them. Who stands beside their work in these words ("SW Ada
Ormond") is a practitioner of this case, and a ward or a practice named there is where
its children were: in a report neither is a stranger's."""

from collections.abc import Iterable, Iterator

from django.db.models import Count, Max

from heed.cases.kept import has_any, rows_of
from heed.cases.models import Case
from heed.chronologies.models import InKey, Row
from heed.chronologies.naming import texts_in
from heed.deidentify import Kind, name_in
from heed.deidentify.by_their_work import named_beside
from heed.deidentify.named_things import SCHOOL_WORDS, named_thing_at
from heed.deidentify.page import Page
from heed.publications.register.lines import Line, line, somebody
from heed.rapid_reviews.models import AgencyAnswer
from heed.reviews.models import OwnAccount

WHERE_CHILDREN_ARE = SCHOOL_WORDS | {"ward", "surgery", "hospice", "refuge"}
TOLD_BY_AGENCIES = (
    *("summary", "worked_well", "learning", "immediate_actions", "other_agencies"),
    "systems_searched",
)


def told_in(case: Case) -> Iterator[Line]:
    """Everybody and every place that these words name. It reads them all: for a search,
    not for a page."""
    said = {**dict.fromkeys(_in_rows(case)), **dict.fromkeys(_in_answers(case))}
    said |= dict.fromkeys(each.words for each in rows_of(OwnAccount, case))
    yield from lines_of(said)
    yield from _in_the_key(case)


def lines_of(said: Iterable[str]) -> Iterator[Line]:
    """The names and the places in words that people wrote, each once."""
    found = {each for words in said for each in (*_people(words), *_places(words))}
    for kind, value, role in sorted(found):
        yield line(somebody(role), Kind(kind), value)


def _people(words: str) -> Iterator[tuple[str, str, str]]:
    for each in named_beside(words):
        yield Kind.NAME, each.name, each.role or "Practitioner"


def _places(words: str) -> Iterator[tuple[str, str, str]]:
    page = Page(words)
    for number in page.numbers_of(WHERE_CHILDREN_ARE & page.where.keys()):
        for hit in named_thing_at(page, number):
            school = page.words[number] in SCHOOL_WORDS
            kind = Kind.SCHOOL if school else Kind.PLACE
            yield kind, words[hit.start : hit.end], "Somebody"


def _in_rows(case: Case) -> Iterator[str]:
    for row in rows_of(Row, case):
        yield from texts_in(row.words)
        # Whoever is put down as present is said to be somebody, as by their work.
        yield from (f"nurse {each}" for each in row.words.get("present", ()))


def _in_answers(case: Case) -> Iterator[str]:
    for answer in rows_of(AgencyAnswer, case):
        told = (getattr(answer, name) for name in TOLD_BY_AGENCIES)
        facts = (answer.facts or {}).values()
        yield from (each for each in (*told, *facts) if isinstance(each, str))


def _in_the_key(case: Case) -> Iterator[Line]:
    """Who was put into the key by hand, and is called by a number there."""
    for one in rows_of(InKey, case).filter(taken_out_at=None):
        for name in one.names:
            yield line(somebody(one.role), Kind.NAME, name_in(name) or name)


def mark_of_what_was_told(case: Case) -> tuple:
    """By which it is seen that something was told since, without reading it."""
    marks = []
    for model, *when in (
        (Row, "written_at", "amended_at"),
        (AgencyAnswer, "answered_at"),
        (OwnAccount, "given_at"),
        (InKey, "put_in_at", "taken_out_at"),
    ):
        if has_any(model, case):
            asked = {f"last_{name}": Max(name) for name in when}
            counted = model.objects.filter(case=case).aggregate(n=Count("pk"), **asked)
            marks.append((model.__name__, *map(str, counted.values())))
    return tuple(mark for mark in marks if mark[1] != "0")
