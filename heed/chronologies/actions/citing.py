"""The rows that somebody names by their numbers, to mark something on them."""

from bisect import bisect_left

from heed.cases.models import Case
from heed.cases.steps import Refused
from heed.chronologies.citing import read_numbers
from heed.chronologies.models import Row
from heed.chronologies.queries.cited import rows_in
from heed.chronologies.queries.clearance import cleared_for

NOT_FOUND = (
    "You cannot choose row {}: there is none by this number, or few may read it and "
    "you are not one of them."
)
MOST, MOST_STRETCHES = 1000, 200
TOO_MANY = "These are more than 1,000 rows, or more than 200 stretches. Name fewer."
NONE_THERE = "There is no row from {} to {} that you can choose."


def rows_cited(case: Case, numbers: str, *, by, at) -> list[Row]:
    """The rows of these numbers, which somebody may read. Raises Refused where one of
    them is not there for them."""
    try:
        stretches = read_numbers(numbers)
    except ValueError as why:
        raise Refused(str(why)) from None
    if sum(not each.is_one for each in stretches) > MOST_STRETCHES:
        raise Refused(TOO_MANY)
    rows = rows_in(case, stretches, cleared=cleared_for(by, case, at=at))
    if len(rows) > MOST:
        raise Refused(TOO_MANY)
    found = [row.number for row in rows]
    for each in stretches:
        place = bisect_left(found, each.first)
        if place == len(found) or found[place] > each.last:
            raise Refused(_why_not(each))
    return rows


def _why_not(stretch) -> str:
    first, last = stretch.in_words
    if stretch.is_one:
        return NOT_FOUND.format(first)
    return NONE_THERE.format(first, last)
