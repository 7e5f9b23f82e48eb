"""What the services of one agency tell, together, and that the agency said so."""

from django.shortcuts import render
from django.urls import path

from heed.cases.answering import posted
from heed.cases.queries import case_for
from heed.chronologies.forms.collating import CollatedForm
from heed.chronologies.pages import collated as pages
from heed.chronologies.pages.asking import step
from heed.chronologies.views.addresses import IN_A_CASE
from heed.partnership.policies import for_case
from heed.rulebook import process


@for_case
def services(request, public_id, organisation):
    case = case_for(request.person, public_id, at=request.at)
    shown = pages.of_services(request, case, organisation)
    return render(request, "chronologies/one_agency.html", shown)


@for_case
def submit_as_one(request, public_id, organisation):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, CollatedForm, initial=pages.today_of(request), shown=case)
    how = pages.about_collating(case, organisation) | {"of": process.SUBMIT_AS_ONE}
    return step(request, form, how.pop("action"), case, **how)


OF_AN_AGENCY = f"{IN_A_CASE}agencies/<str:organisation>/"
ADDRESSES = [
    path(OF_AN_AGENCY, services, name="services_together"),
    path(f"{OF_AN_AGENCY}as-one/", submit_as_one, name="submit_as_one"),
]
