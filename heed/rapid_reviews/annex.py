"""The annex of the paper for the Panel: rows of the chronology that were chosen. The
whole Panel reads it, so of what few may read only a mark stands in it."""

from heed.cases.models import Case
from heed.chronologies.citing import read_numbers
from heed.chronologies.copies import BY_THE_KEY, as_table, chosen
from heed.chronologies.numbers import as_cited
from heed.chronologies.queries import Sought, composite_of
from heed.chronologies.queries.key import naming_for
from heed.papers.blocks import Block, paragraph
from heed.rapid_reviews.models import RapidReview

NOBODY = frozenset[str]()
TOLD_NO_MORE = "Chosen too, and told no more by the agency: {}."
NO_KEY = (
    "There is no key of names in this case, so the words of these rows cannot be shown "
    "by pseudonym."
)


def annex_of(rapid_review: RapidReview, *, named: bool) -> tuple[Block, ...]:
    """The rows that go along, people being called as in the paper; by pseudonym that is
    by the key of names, and without a key the rows have no words."""
    if not rapid_review.annex_rows:
        return ()
    rows = rows_cited(rapid_review.case, rapid_review.annex_rows)
    gone = not_found(rapid_review.annex_rows, rows)
    told = (paragraph(TOLD_NO_MORE.format(gone)),) if gone else ()
    if not rows:
        return told
    naming = None if named else naming_for(rapid_review.case)
    said = () if named else (paragraph(BY_THE_KEY if naming else NO_KEY),)
    return (*said, as_table(rows, named=named, naming=naming), *told)


def not_found(numbers: str, rows: list) -> str:
    """Of the numbers that somebody chose those that no row of these has."""
    return ", ".join(
        as_cited(each.first)
        if each.is_one
        else f"{as_cited(each.first)}-{as_cited(each.last)}"
        for each in read_numbers(numbers)
        if not chosen(rows, [each])
    )


def rows_cited(case: Case, numbers: str) -> list:
    """The rows of a case with these numbers, as nobody in particular may read them.
    ValueError, with a sentence for the screen, where words are no numbers."""
    stretches = read_numbers(numbers)
    if not stretches:
        return []
    whole = composite_of(case, Sought(), cleared=NOBODY, whole=True)
    return chosen(whole.rows, stretches)
