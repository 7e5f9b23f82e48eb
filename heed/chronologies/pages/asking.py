"""What every page of chronologies stands on: record, clearance, its one step."""

from functools import partial

from django.http import Http404

from heed import clock
from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.models import Case
from heed.chronologies import queries
from heed.chronologies.naming import Said, named
from heed.chronologies.queries.key import naming_for
from heed.partnership import policies
from heed.rulebook.language import Step

READ = "read_chronology"


def step(request, form, action, subject, *, of: Step, to: str = "chronology", **how):
    """A page with one form that takes one step, and leads back to the chronology, or
    `to` another page of the case. It opens for those alone who may take it."""
    is_asked = request.method != "POST"  # the action itself says why it refuses
    if is_asked and why_not(of, subject, request.person, at=request.at):
        raise Http404
    if not case_pages.names_are_on(request, subject.case):
        form.says_now = _nothing  # what it says now names people
    return case_pages.step(request, form, action, subject, to=to, **how)


def _nothing(_current) -> dict:
    """What a page tells, with names off, of a row that was changed meanwhile."""
    return {}


def said_here(request, case: Case) -> Said:
    """How words that people wrote are said on this page: as they stand with names on;
    with names off as the key has them, or not at all."""
    if case_pages.names_are_on(request, case):
        return str
    return partial(named, naming=naming_for(case))


def cleared_here(request, case: Case) -> frozenset[str]:
    """Which kinds of restricted rows this person reads now."""
    return queries.cleared_for(request.person, case, at=request.at)


def opens_to(request, name: str) -> bool:
    """Whether a page of this name, which is of no case, opens to this person."""
    today = clock.london_date(request.at)
    return policies.opens_to(name, request.person, today)
