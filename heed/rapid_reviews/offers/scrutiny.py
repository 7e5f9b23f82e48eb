"""The independent scrutineer comments, and is answered."""

from heed.cases.offers import offer, show_panel
from heed.cases.queries import steps_open_to
from heed.rapid_reviews import queries
from heed.rulebook import process


def offer_it() -> None:
    offer(process.COMMENT_AS_SCRUTINEER, "comment_on_case", weight=7)
    show_panel("Scrutiny", "rapid_reviews/scrutiny.html", scrutiny_panel, weight=90)


def scrutiny_panel(case, person, at) -> dict | None:
    """What the scrutineer said, and what was answered."""
    comments = queries.scrutiny_of(case)
    if not comments:
        return None
    can = steps_open_to(person, case, at=at)
    return {"comments": comments, "may_answer": "answer_scrutineer" in can}
