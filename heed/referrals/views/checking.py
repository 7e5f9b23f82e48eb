"""What came beside what was understood of it, and a person's word on each thing."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from heed.cases.answering import attempt, posted
from heed.partnership.policies import for_case, for_roles
from heed.referrals import (
    actions,
    desk_forms,
    queries,
    rendition,
    showing,
    side_by_side,
)
from heed.rulebook.roles import BUSINESS_UNIT


@for_roles(*BUSINESS_UNIT)
def check_understood(request, public_id):
    found = queries.received_for(request.person, public_id, at=request.at)
    if found.case_id and request.method != "POST":  # what was typed is shown again
        return redirect("referral", public_id)
    known = {"items": side_by_side.items(found), "checked": queries.checked_of(found)}
    form = posted(request, desk_forms.CheckingForm, shown=found, **known)
    by = {"by": request.person, "at": request.at}
    if form.is_valid() and attempt(form, actions.check_understood, found, **by):
        here = reverse("check_understood", args=[public_id])
        return redirect(f"{here}{side_by_side.goes_on_at(request, form)}")
    actions.note_reading(found, **by)
    context = side_by_side.of_checking(request, found, form)
    return render(request, "referrals/check_understood.html", context)


@for_case
def paper(request, public_id, file):
    found = queries.received_for(request.person, public_id, at=request.at)
    unit = queries.is_business_unit(request.person, found.partnership, at=request.at)
    document = queries.paper_of_referral(found, file, with_emails=unit)
    if not showing.can_be_shown(document):
        raise Http404
    shown = side_by_side.of_paper(request, found, document)
    context = {"referral": found, "left": shown, "is_unit": unit}
    context["unit_with_names"] = rendition.unit_with_names(request, found)
    context["drawn"] = showing.drawn(shown.words) if shown.words else ""
    return render(request, "referrals/paper.html", context)
