"""What an agency was asked about a row stands beside that row."""

from heed.chronologies.beside import stands_beside_rows
from heed.rapid_reviews.queries.questions import marks_of_questions
from heed.rapid_reviews.questions import beside_row


def offer_it() -> None:
    """Show questions on the page of a row, and mark them in the composite."""
    template = "rapid_reviews/row_questions.html"
    stands_beside_rows(template, beside_row, marks_of_questions)
