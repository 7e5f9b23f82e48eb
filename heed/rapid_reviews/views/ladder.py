"""The manager chooses when agencies that have not answered are reminded."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.partnership.policies import for_roles
from heed.partnership.views.asking import done, posted
from heed.rapid_reviews import actions, forms, queries
from heed.rulebook.language import Role


@for_roles(Role.MANAGER)
def agency_ladder(request):
    partnership = request.person.partnership
    days = queries.days_of_ladder(partnership)
    form = forms.LadderForm(posted(request), days=days)
    if done(form, _choose, request, form):
        return redirect("agency_ladder")
    context = {"form": form, "partnership": partnership}
    return render(request, "rapid_reviews/agency_ladder.html", context)


def _choose(request, form):
    partnership, at = request.person.partnership, request.at
    return actions.set_ladder(partnership, days=form.days, by=request.person, at=at)


ADDRESSES = [path("partnership/agency-reminders/", agency_ladder, name="agency_ladder")]
