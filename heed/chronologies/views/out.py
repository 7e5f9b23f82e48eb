"""A copy of a chronology is taken."""

from django.urls import path

from heed.cases.queries import case_for
from heed.chronologies.pages.out import taking
from heed.chronologies.views.addresses import IN_A_CASE
from heed.partnership.policies import for_case


@for_case
def take_copy(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    return taking(request, case)


ADDRESSES = [path(f"{IN_A_CASE}copy/", take_copy, name="take_chronology")]
