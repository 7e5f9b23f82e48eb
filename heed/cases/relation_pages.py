"""What the pages share on which somebody says how people are related."""

from heed.cases import kinfolk, queries
from heed.cases.pages import names_are_on


def how_named(request, case) -> dict:
    """How the people of a case are called on this person's pages."""
    reads = queries.reads_the_case(request.person, case, at=request.at)
    return {"names_on": names_are_on(request, case), "alone": not reads}


def people_to_choose(request, case) -> dict:
    """The people of a case by their keys, and what each is called."""
    return {
        "people": kinfolk.people_of(case),
        "names": kinfolk.names_of(case, **how_named(request, case)),
    }
