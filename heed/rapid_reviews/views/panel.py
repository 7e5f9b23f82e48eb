"""What goes to the Panel and the national bodies, and what comes back."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import ReasonForm, posted
from heed.cases.queries import case_for, row_for, steps_open_to
from heed.documents.actions import open_document
from heed.papers.submission import lists_of
from heed.partnership.policies import for_case, for_roles, shown_afresh
from heed.rapid_reviews import actions, forms, queries
from heed.rapid_reviews.addresses import ONE
from heed.rapid_reviews.models import PanelLetter, Told
from heed.rapid_reviews.pack import FORMS, may_remain, names_typed, pack_of, written
from heed.rapid_reviews.views.one_step import step_page
from heed.rulebook.language import Role
from heed.rulebook.quality import FEW, VERDICTS
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS

POINTS_STAY_OPEN = (
    "Each point that was learned stands open in the case until an action follows from "
    "it, or somebody says why none does."
)
ENDS_CONSIDERATION = (
    "ends the consideration of this case, and tells whoever referred, where that is "
    "safe, that it has ended, by email without a reason"
)


@for_case
def submission(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    context = case_pages.banner(request, case) | {
        "review": review,
        "first_page": lists_of(pack_of(review, at=request.at)),
        "sent": queries.submissions_of(case),
        "asked": queries.asks_open_in(case),
        "can": steps_open_to(request.person, case, at=request.at),
    }
    return render(request, "rapid_reviews/submission.html", context)


@for_case
def names(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    case_pages.note_identity_read(request, case)
    found = names_typed(review, at=request.at)
    said = {"named": "yes" if review.named else "no", "left": review.names_left or []}
    form = posted(request, forms.NamesForm, found=found, initial=said, shown=review)
    more = {
        "heading": "How people are called in the paper for the Panel",
        "template": "rapid_reviews/names.html",
        "context": {"found": found, "remain": may_remain(review, at=request.at)},
        "to": "submission",
    }
    return case_pages.step(request, form, actions.choose_names, review, **more)


@for_case
def send(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.SendingForm, asked=queries.asks_open_in(case))
    action, heading = actions.send_to_panel, "Record that it was sent to the Panel"
    more = {
        "of_review": True,
        "explanation": "Heed sends nothing to the Panel: you send it by the Panel’s "
        "own route, and record it here with its proof.",
        "pressing": "records the sending, keeps the submission as it stands now as "
        "Word, PDF and JSON, opens these three for the Panel’s people in Heed, and "
        "stops the fifteen days at the time of sending",
    }
    return step_page(request, public_id, form, action, heading, **more)


@for_case
def panel_answer(request, public_id):
    form = posted(request, forms.PanelAnswerForm)
    heading = "Record the Panel’s answer"
    return step_page(request, public_id, form, actions.record_panel_answer, heading)


@for_case
def feedback(request, public_id):
    letter = row_for(PanelLetter, request.person, public_id, at=request.at)
    initial = {**letter.feedback, "words": letter.feedback_words}
    form = posted(request, forms.FeedbackForm, initial=initial, shown=letter)
    more = {
        "heading": "What the Panel says of the quality of this rapid review",
        "explanation": "As the letter reads. It is counted for the area, without the "
        "case.",
    }
    action = actions.record_panel_feedback
    return case_pages.step(request, form, action, letter, **more)


@for_roles(*BUSINESS_UNIT, *PARTNERS, Role.SCRUTINEER)
def trend(request):
    here = request.person.partnership
    context = {
        "years": queries.feedback_by_years(here),
        "partnership": here,
        "verdicts": list(VERDICTS.values()),
        "few": FEW,
    }
    return render(request, "rapid_reviews/trend.html", context)


@for_case
def reopen(request, public_id):
    form = posted(request, ReasonForm)
    heading = "Take up the rapid review again"
    return step_page(request, public_id, form, actions.reopen_rapid_review, heading)


@for_case
def close(request, public_id):
    form = posted(request, ReasonForm)
    heading, action = "End without a review", actions.close_without_review
    more = {"explanation": POINTS_STAY_OPEN, "pressing": ENDS_CONSIDERATION}
    return step_page(request, public_id, form, action, heading, **more)


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


@for_case
def proof_of_sending(request, public_id):
    sent = queries.submission_read_by(request.person, public_id, at=request.at)
    case_for(request.person, sent.case.public_id, at=request.at)  # the unit, not Panel
    return _proof(request, sent, f"What proves that version {sent.number} was sent?")


@for_case
def proof_of_telling(request, public_id):
    told = row_for(Told, request.person, public_id, at=request.at)
    heading = f"What proves that {told.get_body_display()} was told?"
    return _proof(request, told, heading)


def _proof(request, sent, heading):
    lacks = [name for name in ("proof", "proof_file") if not getattr(sent, name)]
    if not lacks:
        raise Http404
    form = posted(request, forms.ProofForm, lacks=lacks, shown=sent)
    return case_pages.step(request, form, actions.add_proof, sent, heading=heading)


@shown_afresh
@for_case
def pack(request, public_id, form):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    case_pages.note_identity_read(request, case)
    made = written(pack_of(review, at=request.at), form)
    return handed_over(made, form, f"{case.reference}-rapid-review")


@for_case
def sent_file(request, public_id, form):
    sent = queries.submission_read_by(request.person, public_id, at=request.at)
    if form not in sent.files:
        raise Http404
    content = open_document(sent.files[form], by=request.person, at=request.at)
    name = f"{sent.case.reference}-rapid-review-{sent.number}"
    return handed_over(b"".join(content), form, name)


def handed_over(content: bytes, form: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=FORMS[form])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


ADDRESSES = [
    path(f"{ONE}panel/", send, name="send_to_panel"),
    path(f"{ONE}panel/answer/", panel_answer, name="record_panel_answer"),
    path(f"{ONE}panel/reopen/", reopen, name="reopen_rapid_review"),
    path(f"{ONE}panel/none/", close, name="close_without_review"),
    path("letters/<str:public_id>/quality/", feedback, name="record_panel_feedback"),
    path("what-the-panel-says/", trend, name="panel_trend"),
    path(f"{ONE}submission/", submission, name="submission"),
    path(f"{ONE}submission/names/", names, name="choose_names"),
    path(f"{ONE}pack.docx", pack, {"form": "docx"}, name="submission_pack"),
    path(f"{ONE}pack.pdf", pack, {"form": "pdf"}, name="submission_pdf"),
    path(f"{ONE}pack.json", pack, {"form": "json"}, name="submission_json"),
    path("sent/<str:public_id>/docx/", sent_file, {"form": "docx"}, name="sent_docx"),
    path("sent/<str:public_id>/pdf/", sent_file, {"form": "pdf"}, name="sent_pdf"),
    path("sent/<str:public_id>/json/", sent_file, {"form": "json"}, name="sent_json"),
    path("sent/<str:public_id>/proof/", proof_of_sending, name="proof_of_sending"),
    path("told/<str:public_id>/proof/", proof_of_telling, name="proof_of_telling"),
    path("cases/<str:public_id>/told/", told, name="record_told"),
    path("told/<str:public_id>/", told_answer, name="answer_of_body"),
]
