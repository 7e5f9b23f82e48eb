"""The form that agencies fill in: to be taken, explained, and chosen by a manager."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.chronologies import actions
from heed.chronologies.empty_form import WAYS, asked_by, empty_form
from heed.chronologies.forms.choosing import TemplateForm
from heed.chronologies.pages.asking import opens_to
from heed.papers.chronologies.writing.template import EXPLAINED
from heed.partnership.policies import for_roles
from heed.partnership.views.asking import done, posted
from heed.rulebook.language import Role
from heed.rulebook.roles import BUSINESS_UNIT

WHO_ASKS = (*sorted(BUSINESS_UNIT), Role.LEAD_REVIEWER)


@for_roles(*WHO_ASKS)
def form_for_agencies(request):
    asked = asked_by(request.person.partnership)
    return render(
        request,
        "chronologies/form_for_agencies.html",
        {
            "instructions": asked.instructions,
            "columns": [(each.heading, EXPLAINED[each.name]) for each in asked.wanted],
            "may_choose": opens_to(request, "template_columns"),
        },
    )


@for_roles(*WHO_ASKS)
def download(request, ending):
    return empty_form(asked_by(request.person.partnership), ending)


@for_roles(Role.MANAGER)
def columns(request):
    partnership = request.person.partnership
    now = {"columns": asked_by(partnership).columns}
    form = TemplateForm(posted(request), initial=now)
    if done(form, _choose, request, form):
        return redirect("form_for_agencies")
    context = {"form": form, "partnership": partnership}
    return render(request, "chronologies/template_columns.html", context)


def _choose(request, form):
    said = {**form.cleaned_data, "by": request.person, "at": request.at}
    return actions.set_template_columns(request.person.partnership, **said)


HERE = "partnership/chronology-form/"
ADDRESSES = [
    path(HERE, form_for_agencies, name="form_for_agencies"),
    path(f"{HERE}columns/", columns, name="template_columns"),
    *(
        path(f"{HERE}{each}/", download, {"ending": each}, name=f"chronology_{each}")
        for each in WAYS
    ),
]
