"""Agencies are asked: the step, and the panel that says who has answered."""

from heed import clock
from heed.cases.offers import offer, show_panel
from heed.cases.queries import steps_open_to
from heed.chronologies.queries.gaps import tells_who_was_asked
from heed.partnership.views.keeping import keep_too
from heed.rapid_reviews import queries
from heed.rapid_reviews.pages import is_opened
from heed.rapid_reviews.queries.agencies import who_was_asked
from heed.rulebook import process
from heed.rulebook.process.stages import IN_RAPID_REVIEW, REVIEWING


def offer_it() -> None:
    tells_who_was_asked(who_was_asked)
    keep_too("agency_ladder", "When agencies that have not answered are reminded")
    offer(
        process.ASK_AGENCY,
        "ask_agency",
        weight=21,
        first_at=IN_RAPID_REVIEW | REVIEWING,
    )
    show_panel(
        "Who has answered",
        "rapid_reviews/who.html",
        who_panel,
        weight=30,
        about=IN_RAPID_REVIEW,
    )


def who_panel(case, person, at) -> dict | None:
    """Who was asked, who has answered, who knows nothing, who has not answered."""
    requests = queries.requests_of(case)
    if not requests and not is_opened(case):
        return None
    can = steps_open_to(person, case, at=at)
    tells = requests if "reissue_secret" in can else []
    return {
        "requests": requests,
        "answered": sum(request.has_answered for request in requests),
        "waiting": [r for r in tells if r.code_to_read_out and r.takes_an_answer],
        "matrix": queries.matrix_of(case, on=clock.london_date(at)),
        "can": can,
        "no_more": any(queries.is_asked_no_more(request) for request in requests),
    }
