"""What was sent to the Panel, for the Panel's people: the list, the files as they stood
when they were sent, and the answer. Nothing else of a case stands here."""

from django.shortcuts import redirect, render
from django.urls import path

from heed.cases.answering import attempt, posted
from heed.cases.pages import note_read
from heed.partnership.policies import for_case
from heed.rapid_reviews import actions, forms, queries
from heed.rulebook.roles import THE_PANEL


@for_case(*THE_PANEL)
def sent_to_the_panel(request):
    before = request.GET.get("before", "")
    found = queries.sent_to_the_panel(request.person, at=request.at, before=before)
    context = {"sent": found[: queries.A_WINDOW], "before": before}
    if len(found) > queries.A_WINDOW:
        context["earlier"] = context["sent"][-1].public_id
    return render(request, "rapid_reviews/sent_to_the_panel.html", context)


@for_case(*THE_PANEL)
def one_for_the_panel(request, public_id):
    person, at = request.person, request.at
    one = queries.submission_to_the_panel(person, public_id, at=at)
    note_read(request, one.case, "read_submission", one)
    context = {"one": one, "answers": queries.answers_of_the_panel(one)}
    return render(request, "rapid_reviews/one_for_the_panel.html", context)


@for_case(*THE_PANEL)
def answer_as_the_panel(request, public_id):
    person, at = request.person, request.at
    one = queries.submission_to_the_panel(person, public_id, at=at)
    form = posted(request, forms.PanelAnswerForm, shown=one)
    action = actions.answer_as_the_panel
    if form.is_valid() and attempt(form, action, one, by=person, at=at):
        return redirect("one_for_the_panel", one.public_id)
    context = {"form": form, "one": one}
    return render(request, "rapid_reviews/answer_as_the_panel.html", context)


ADDRESSES = [
    path("panel/", sent_to_the_panel, name="sent_to_the_panel"),
    path("panel/<str:public_id>/", one_for_the_panel, name="one_for_the_panel"),
    path(
        "panel/<str:public_id>/answer/", answer_as_the_panel, name="answer_as_the_panel"
    ),
]
