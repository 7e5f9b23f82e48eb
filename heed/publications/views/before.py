"""Deciding, preparing, sending ahead."""

from functools import partial
from http import HTTPStatus

from django.shortcuts import redirect
from django.urls import path

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for
from heed.cases.sheets import last_sheet
from heed.partnership.policies import for_case
from heed.publications import actions, forms, pages, queries
from heed.publications.models import Paper
from heed.publications.views.addresses import ONE, RESPONSE, WRITES
from heed.rulebook.criteria.records import DR_4

DECIDES = (
    "records the decision to publish in full; anything else it puts before the three "
    "partners, with your answer"
)
ANSWERS = "records it for your body; the third answer decides, where two agree"
NOT_MATERIAL = (
    "records it for your body, of exactly this text; the copies count for it when "
    "partners of two bodies have recorded it"
)


def _step(request, public_id, form, action, heading, **more):
    case = case_for(request.person, public_id, at=request.at)
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def decide(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    before = last_sheet(case, DR_4)
    form = posted(request, forms.DecisionForm, before=before, shown=case)
    action, heading = actions.decide_on_publication, "Whether and how to publish"
    more = {"template": "publications/decide.html", "pressing": DECIDES}
    more["context"] = pages.of_decision(case)
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def answer(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.AnswerForm, shown=case)
    action, heading = actions.answer_on_publication, "Answer for your body"
    more = {"template": "publications/decide.html", "pressing": ANSWERS}
    more["context"] = pages.of_decision(case)
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def plan(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.PlanForm, shown=case)
    action, heading = actions.plan_publication, "Set the day of publication"
    sends = "sets the day, and with it the last day on which the copies may go"
    return case_pages.step(request, form, action, case, heading=heading, pressing=sends)


@for_case
def prepare(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.PreparationForm, **pages.to_prepare(case))
    action, heading = actions.prepare_report, "What stands around the text"
    more = {"explanation": "The reviewer’s own words are not changed here."}
    more |= {"template": "publications/prepare.html", "pressing": WRITES}
    found = pages.found_around(case)
    if found:
        case_pages.note_read(request, case, "read_findings", case)
    more["context"] = {"found": found}
    done = case_pages.step(request, form, action, case, heading=heading, **more)
    leads_on = done.status_code == HTTPStatus.FOUND
    if leads_on and pages.found_around(case):
        return redirect("prepare_publication", public_id)
    return done


@for_case
def improvements(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    begins = pages.to_write(case, Paper.Kind.IMPROVEMENTS)
    form = posted(request, forms.TextForm, **begins)
    more = {"heading": "The improvements", "pressing": WRITES}
    return case_pages.step(request, form, actions.write_improvements, case, **more)


@for_case
def response(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    begins = pages.to_write(case, Paper.Kind.RESPONSE)
    form = posted(request, forms.TextForm, **begins)
    action, heading = actions.write_response, "The partnership’s response"
    more = {"explanation": "It is published beside the report, by the same gate."}
    more |= {"heading": heading, "pressing": WRITES}
    return case_pages.step(request, form, action, case, **more)


@for_case
def proceedings(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.ProceedingsForm, shown=case)
    action, heading = actions.clear_proceedings, "Proceedings and orders of courts"
    more = {"pressing": "confirms it in your name"}
    said = "The legal adviser confirms it alone, or the manager and a partner do."
    more |= {"heading": heading, "explanation": said}
    return case_pages.step(request, form, action, case, **more)


@for_case
def family(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.FamilyForm, shown=case)
    action = actions.accept_family_not_told
    heading = "Accept why the family was not told or asked"
    said = "It takes two people, and stays in the record."
    more = {"explanation": said, "pressing": "accepts it in your name"}
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def copies(request, public_id):
    form = posted(request, forms.CopiesForm)
    action, heading = actions.send_advance_copies, "Copies that went ahead"
    said = "Heed sends nothing to national bodies: you send each text, as it stands "
    said += "now, by their own routes. A text that changes goes ahead again."
    sends = "records that they went; the report may be public seven working days later"
    more = {"explanation": said, "pressing": sends}
    return _step(request, public_id, form, action, heading, **more)


@for_case
def not_material(request, public_id, kind=""):
    case = case_for(request.person, public_id, at=request.at)
    kind = kind or pages.main_kind(case)
    shown = pages.of_approval(case, kind, at=request.at)
    form = posted(request, forms.NotMaterialForm, text=shown["text"], shown=case)
    action = partial(actions.record_not_material, kind=kind)
    more = {"heading": "A change after the copies is not material", "context": shown}
    more |= {"template": "publications/not_material.html", "pressing": NOT_MATERIAL}
    return case_pages.step(request, form, action, case, **more)


@for_case
def early(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.EarlyForm, shown=case)
    action, heading = actions.advance_early, "Before seven working days"
    said = "Partners of two bodies record the same. The shortfall stays shown."
    more = {"explanation": said, "pressing": "records it for your body"}
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def comment(request, public_id):
    form = posted(request, forms.CommentForm)
    action, heading = actions.record_comment, "A comment on publication"
    sends = "records it; publication then waits for a partner’s reply"
    return _step(request, public_id, form, action, heading, pressing=sends)


@for_case
def reply(request, public_id, comment_id):
    case = case_for(request.person, public_id, at=request.at)
    kept = queries.comment_for(case, comment_id)
    form = posted(request, forms.ReplyForm, shown=kept)
    more = {"explanation": kept.words}
    action, heading = actions.reply_to_comment, "Reply to a comment"
    return case_pages.step(request, form, action, kept, heading=heading, **more)


ADDRESSES = [
    path(f"{ONE}decide/", decide, name="decide_on_publication"),
    path(f"{ONE}answer/", answer, name="answer_on_publication"),
    path(f"{ONE}day/", plan, name="plan_publication"),
    path(f"{ONE}words/", prepare, name="prepare_publication"),
    path(f"{ONE}improvements/", improvements, name="write_improvements"),
    path(f"{ONE}response/", response, name="write_response"),
    path(f"{ONE}proceedings/", proceedings, name="clear_proceedings"),
    path(f"{ONE}family/", family, name="accept_family_not_told"),
    path(f"{ONE}copies/", copies, name="send_advance_copies"),
    path(f"{ONE}changed/", not_material, name="record_not_material"),
    path(
        f"{ONE}changed/response/",
        not_material,
        RESPONSE,
        name="response_not_material",
    ),
    path(f"{ONE}early/", early, name="advance_early"),
    path(f"{ONE}comments/", comment, name="record_comment"),
    path(f"{ONE}comments/<str:comment_id>/", reply, name="reply_to_comment"),
]
