"""What goes along to the Panel of the chronology is chosen."""

from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.citing import cited
from heed.rapid_reviews.annex import not_found, rows_cited
from heed.rapid_reviews.models import RapidReview
from heed.rulebook import process

NO_ROWS = "No row of the chronology has the number {}."
TOO_MANY = "That is more than an annex holds. Choose the rows that matter most."
MOST = 1000  # letters of the numbers, one after the other


def choose_annex(
    rapid_review: RapidReview, *, numbers: str, by, at, seen: Seen | None = None
) -> RapidReview:
    """Choose which rows of the chronology go along, by their numbers; none, where no
    number is given. What is put between them later does not go along by itself."""
    with carrying_out(
        process.CHOOSE_ANNEX, rapid_review, by=by, at=at, seen=seen
    ) as it:
        try:
            rows = rows_cited(it.case, numbers)
        except ValueError as why:
            raise Refused(str(why)) from None
        if missing := not_found(numbers, rows):
            raise Refused(NO_ROWS.format(missing))
        kept = cited(row.number for row in rows)
        if len(kept) > MOST:
            raise Refused(TOO_MANY)
        it.annex_rows = kept
        it.save(update_fields=["annex_rows"])
    return it
