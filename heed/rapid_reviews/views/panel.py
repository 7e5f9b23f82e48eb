"""What goes to the Panel and the national bodies, and what comes back."""

from django.http import HttpResponse
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import ReasonForm, posted
from heed.cases.queries import case_for, row_for
from heed.partnership.policies import for_case, shown_afresh
from heed.rapid_reviews import actions, forms, queries
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.models import Told
from heed.rapid_reviews.pack import the_pack
from heed.rapid_reviews.views.one_step import step_page

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@for_case
def send(request, public_id):
    form = posted(request, forms.SendingForm)
    action, heading = actions.send_to_panel, "Record that it was sent to the Panel"
    more = {
        "of_review": True,
        "explanation": "Heed sends nothing to the Panel: you send it by the Panel’s "
        "own route, and record it here with its proof.",
        "pressing": "records the sending, keeps the submission as it stands now, and "
        "stops the fifteen days at the time of sending",
    }
    return step_page(request, public_id, form, action, heading, **more)


@for_case
def panel_answer(request, public_id):
    form = posted(request, forms.PanelAnswerForm)
    heading = "Record the Panel’s answer"
    return step_page(request, public_id, form, actions.record_panel_answer, heading)


@for_case
def reopen(request, public_id):
    form = posted(request, ReasonForm)
    heading = "Take up the rapid review again"
    return step_page(request, public_id, form, actions.reopen_rapid_review, heading)


@for_case
def close(request, public_id):
    form = posted(request, ReasonForm)
    heading = "End without a review"
    return step_page(request, public_id, form, actions.close_without_review, heading)


@for_case
def told(request, public_id):
    form = posted(request, forms.ToldSomethingForm)
    heading = "Record that a national body was told"
    return step_page(request, public_id, form, actions.record_told, heading)


@for_case
def told_answer(request, public_id):
    told = row_for(Told, request.person, public_id, at=request.at)
    form = posted(request, forms.BodyAnswerForm, shown=told)
    heading = f"What {told.get_body_display()} answered"
    action = actions.record_answer_of_body
    return case_pages.step(request, form, action, told, heading=heading)


@shown_afresh
@for_case
def pack(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    case_pages.note_identity_read(request, case)
    answer = HttpResponse(the_pack(review, at=request.at), content_type=WORD)
    name = f"{case.reference}-rapid-review.docx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


ADDRESSES = [
    path(f"{ONE}panel/", send, name="send_to_panel"),
    path(f"{ONE}panel/answer/", panel_answer, name="record_panel_answer"),
    path(f"{ONE}panel/reopen/", reopen, name="reopen_rapid_review"),
    path(f"{ONE}panel/none/", close, name="close_without_review"),
    path(f"{ONE}pack.docx", pack, name="submission_pack"),
    path("cases/<str:public_id>/told/", told, name="record_told"),
    path("told/<str:public_id>/", told_answer, name="answer_of_body"),
]
