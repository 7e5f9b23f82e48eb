"""On the case page: in what the returns of agencies differ."""

from heed.cases.offers import show_panel
from heed.rapid_reviews import queries
from heed.rulebook.process.stages import IN_RAPID_REVIEW


def offer_it() -> None:
    show_panel(
        "Where returns differ",
        "rapid_reviews/differences_panel.html",
        differences_panel,
        weight=31,
        about=IN_RAPID_REVIEW,
    )


def differences_panel(case, person, at) -> dict | None:
    """Whose name or date of birth is not the same everywhere; nothing before an agency
    has told of anybody."""
    people = queries.people_as_told(case)
    if not people:
        return None
    return {
        "births": [each.pseudonym for each in people if each.births_differ],
        "names": [each.pseudonym for each in people if each.names_differ],
    }
