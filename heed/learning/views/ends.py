"""The last steps of a case."""

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for
from heed.learning import actions, forms, queries
from heed.partnership.policies import for_case


def _page(request, public_id, form_class, action, heading, **more):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, form_class)
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def follow(request, public_id):
    form, action = forms.StepForm, actions.open_actions
    return _page(request, public_id, form, action, "Follow the actions")


@for_case
def assure(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    more = {
        "heading": "Sign off what changed for children",
        "template": "learning/assure.html",
        "context": {"actions": queries.actions_in(case, at=request.at)},
    }
    form = posted(request, forms.AssuranceForm)
    return case_pages.step(request, form, actions.assure_impact, case, **more)


@for_case
def close(request, public_id):
    form, action = forms.ClosingForm, actions.close_case
    return _page(request, public_id, form, action, "Close the case")


@for_case
def archive(request, public_id):
    form, action = forms.ArchivingForm, actions.archive_case
    return _page(request, public_id, form, action, "Archive the case")


@for_case
def reopen(request, public_id):
    form, action = forms.ReopeningForm, actions.reopen_case
    return _page(request, public_id, form, action, "Reopen the case")
