"""Who may read the rows that few may read."""

from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.chronologies import queries
from heed.chronologies.models import Row
from heed.chronologies.numbers import as_cited


def about_restricting(row: Row) -> dict:
    """What the page says on which a row is restricted."""
    return {
        "heading": f"Who may read row {as_cited(row.number)}?",
        "pressing": "hides its words from everybody who is not cleared; that there is "
        "something stays to be seen",
    }


def about_clearing(case: Case, request) -> dict:
    """What the page says on which somebody is let read restricted rows."""
    can = steps_open_to(request.person, case, at=request.at)
    told = "clear_for_restricted" in can
    return {
        "heading": "Who may read the restricted rows?",
        "template": "chronologies/clearance.html",
        "context": {
            "clearances": queries.clearances_of(case) if told else [],
            "can": can,
        },
        "pressing": "lets them read those rows from now on; it is recorded, with your "
        "reason",
    }
