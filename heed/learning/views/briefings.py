"""Briefings: begun, written, looked at, approved, downloaded, withdrawn."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from heed.cases import pages as case_pages
from heed.cases.answering import ReasonForm, attempt, posted
from heed.cases.queries import case_for
from heed.learning import actions, forms, pages, queries
from heed.learning.briefing_form import BriefingForm
from heed.partnership.policies import for_case, shown_afresh


def _read(request, public_id):
    kept = queries.briefing_for(request.person, public_id, at=request.at)
    case_pages.note_read(request, kept.case, "read_briefing", kept)
    return kept


@for_case
def make(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.StepForm)
    more = {
        "heading": "Begin a seven-minute briefing",
        "to": "learning",
        "explanation": "Its boxes are filled with the report’s own words where the "
        "report has a section for them. You then write each in your own.",
    }
    return case_pages.step(request, form, actions.make_briefing, case, **more)


@for_case
def write(request, public_id):
    kept = _read(request, public_id)
    form = posted(request, BriefingForm, content=kept.content, shown=kept)
    if form.is_valid() and attempt(
        form, actions.write_briefing, kept, by=request.person, at=request.at
    ):
        return redirect("briefing", public_id)
    context = pages.of_briefing(request, kept) | {"form": form}
    return render(request, "learning/briefing.html", context)


@for_case
def preview(request, public_id):
    kept = _read(request, public_id)
    context = pages.of_briefing(request, kept, title_level=1)
    return render(request, "learning/preview.html", context)


@shown_afresh
@for_case
def download(request, public_id, form):
    kept = _read(request, public_id)
    if form not in pages.MIME:
        raise Http404
    content = pages.downloaded(kept, form)
    answer = HttpResponse(content, content_type=pages.MIME[form])
    name = f"{kept.case.reference}-briefing-{kept.number}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@shown_afresh
@for_case
def approve(request, public_id):
    kept = _read(request, public_id)
    form = posted(request, forms.StepForm, shown=kept)
    more = {
        "heading": "Approve this briefing",
        "to": "learning",
        "template": "learning/approve.html",
        "context": pages.of_briefing(request, kept),
        "pressing": pages.what_approving_does(kept),
    }
    return case_pages.step(request, form, actions.approve_briefing, kept, **more)


@for_case
def with_report(request, public_id):
    kept = queries.briefing_for(request.person, public_id, at=request.at)
    form = posted(request, forms.WithReportForm, shown=kept)
    more = {"heading": "When does this briefing go out?", "to": "learning"}
    more["explanation"] = (
        "With the report it is released by the same decision, at the same moment, "
        "through the same gate. It needs its own two approvals before. Approvals that "
        "were given for the other way no longer count."
    )
    return case_pages.step(request, form, actions.send_with_report, kept, **more)


@shown_afresh
@for_case
def withdraw(request, public_id):
    kept = queries.briefing_for(request.person, public_id, at=request.at)
    form = posted(request, ReasonForm, shown=kept)
    more = {"heading": "Withdraw this briefing at once", "to": "learning"}
    more["pressing"] = "takes it off the public site; a second person confirms it"
    return case_pages.step(request, form, actions.withdraw_briefing, kept, **more)


@for_case
def confirm(request, public_id):
    kept = queries.briefing_for(request.person, public_id, at=request.at)
    form = posted(request, forms.StepForm, shown=kept)
    more = {"heading": "Confirm that the briefing was withdrawn", "to": "learning"}
    action = actions.confirm_briefing_withdrawn
    return case_pages.step(request, form, action, kept, **more)
