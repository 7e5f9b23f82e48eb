"""What every page of chronologies stands on: record, clearance, its one step."""

from django.http import Http404

from heed.cases import pages as case_pages
from heed.cases.access import why_not
from heed.cases.models import Case
from heed.chronologies import queries
from heed.rulebook.language import Step

READ = "read_chronology"


def step(request, form, action, subject, *, of: Step, **how):
    """A page with one form that takes one step, and leads back to the chronology. It
    opens for those alone who may take it."""
    is_asked = request.method != "POST"  # the action itself says why it refuses
    if is_asked and why_not(of, subject, request.person, at=request.at):
        raise Http404
    return case_pages.step(request, form, action, subject, to="chronology", **how)


def cleared_here(request, case: Case) -> frozenset[str]:
    """Which kinds of restricted rows this person reads now."""
    return queries.cleared_for(request.person, case, at=request.at)
