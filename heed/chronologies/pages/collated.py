"""What the services of one agency tell, together."""

from functools import partial

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.chronologies import actions, queries
from heed.chronologies.pages.asking import READ, cleared_here
from heed.chronologies.pages.composite import page_asked
from heed.chronologies.queries.collated import collated_by, services_of
from heed.chronologies.showing import how_named, naming_unless, rows_of_table


def of_services(request, case: Case, organisation_id: str) -> dict:
    """The composite narrowed to one agency: all its services in the order of time."""
    services = services_of(case, organisation_id)
    case_pages.note_read(request, case, READ, case)
    sought = queries.Sought(agencies=tuple(each.public_id for each in services))
    how = {"cleared": cleared_here(request, case), "page": page_asked(request)}
    composite = queries.composite_of(case, sought, **how)
    top = case_pages.banner(request, case)
    organisation = services[0].organisation
    return top | {
        "organisation": organisation,
        "services": services,
        "composite": composite,
        "rows": rows_of_table(composite.rows, **how_shown(case, top)),
        "names_in_rows": how_named(case, named=top["names_on"]),
        "collated": collated_by(case, organisation),
        "can": steps_open_to(request.person, case, at=request.at),
    }


def how_shown(case: Case, top: dict) -> dict:
    """With names on or off, and how people are called then."""
    named = top["names_on"]
    return {"named": named, "naming": naming_unless(case, named=named)}


def today_of(request) -> dict:
    """The day that the form begins with."""
    return {"collated_on": clock.london_date(request.at)}


def about_collating(case: Case, organisation_id: str) -> dict:
    """What the page says on which it is recorded; and what is done."""
    organisation = services_of(case, organisation_id)[0].organisation
    return {
        "action": partial(actions.submit_as_one, organisation=organisation),
        "heading": f"{organisation.name}: submitted as one",
        "explanation": "The agency itself has looked at what all of its services tell, "
        "and stands by it as its one chronology.",
        "pressing": "records that day beside the agency; what comes in later says so",
    }
