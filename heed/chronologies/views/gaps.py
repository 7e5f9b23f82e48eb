"""The gaps of a case, and the days by which a partnership tells them."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.cases.queries import case_for
from heed.chronologies import actions
from heed.chronologies.forms.choosing import GapDaysForm
from heed.chronologies.pages.gaps import of_gaps
from heed.chronologies.queries.gaps import rules_of
from heed.chronologies.views.addresses import IN_A_CASE
from heed.papers.collecting import collecting_later
from heed.partnership.policies import for_case, for_roles
from heed.partnership.views.asking import done, posted
from heed.rulebook.language import Role


@for_case
@collecting_later()
def gaps(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    return render(request, "chronologies/gaps.html", of_gaps(request, case))


@for_roles(Role.MANAGER)
def gap_days(request):
    partnership = request.person.partnership
    form = GapDaysForm(posted(request), rules=rules_of(partnership))
    if done(form, _choose, request, form):
        return redirect("gap_days")
    context = {"form": form, "partnership": partnership}
    return render(request, "chronologies/gap_days.html", context)


def _choose(request, form):
    said = {"chosen": form.chosen, "by": request.person, "at": request.at}
    return actions.set_gap_days(request.person.partnership, **said)


ADDRESSES = [
    path(f"{IN_A_CASE}gaps/", gaps, name="chronology_gaps"),
    path("partnership/chronology-gaps/", gap_days, name="gap_days"),
]
