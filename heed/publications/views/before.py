"""Deciding, preparing, sending ahead."""

from heed.cases import pages as case_pages
from heed.cases.answering import posted
from heed.cases.queries import case_for
from heed.cases.sheets import last_sheet
from heed.partnership.policies import for_case
from heed.publications import actions, forms, pages, queries
from heed.publications.models import Paper
from heed.rulebook.criteria.records import DR_4


def _step(request, public_id, form, action, heading, **more):
    case = case_for(request.person, public_id, at=request.at)
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def decide(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DecisionForm, before=last_sheet(case, DR_4))
    action, heading = actions.decide_on_publication, "Whether and how to publish"
    sends = "records the decision of the partners, with its reasons"
    return case_pages.step(request, form, action, case, heading=heading, pressing=sends)


@for_case
def defer(request, public_id):
    form = posted(request, forms.DeferralForm)
    action, heading = actions.defer_publication, "Put publication off"
    sends = "records the later day; the six months keep running, and that stays shown"
    return _step(request, public_id, form, action, heading, pressing=sends)


@for_case
def plan(request, public_id):
    form = posted(request, forms.PlanForm)
    action, heading = actions.plan_publication, "Set the day of publication"
    sends = "sets the day, and with it the last day on which the copies may go"
    return _step(request, public_id, form, action, heading, pressing=sends)


@for_case
def prepare(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.PreparationForm, **pages.to_prepare(case))
    action, heading = actions.prepare_report, "What stands around the text"
    more = {"explanation": "The reviewer’s own words are not changed here."}
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def improvements(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    initial = pages.to_write(case, Paper.Kind.IMPROVEMENTS)
    form = posted(request, forms.TextForm, initial=initial)
    action, heading = actions.write_improvements, "The improvements"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def response(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    initial = pages.to_write(case, Paper.Kind.RESPONSE)
    form = posted(request, forms.TextForm, initial=initial)
    action, heading = actions.write_response, "The partnership’s response"
    more = {"explanation": "It is published beside the report, by the same gate."}
    return case_pages.step(request, form, action, case, heading=heading, **more)


@for_case
def proceedings(request, public_id):
    form = posted(request, forms.ProceedingsForm)
    action, heading = actions.clear_proceedings, "Proceedings and orders of courts"
    more = {"pressing": "confirms it in your name"}
    said = "The legal adviser confirms it alone, or the manager and a partner do."
    return _step(request, public_id, form, action, heading, explanation=said, **more)


@for_case
def family(request, public_id):
    form = posted(request, forms.FamilyForm)
    action = actions.accept_family_not_told
    heading = "Accept why the family was not told"
    said = "It takes two people, and stays in the record."
    more = {"explanation": said, "pressing": "accepts it in your name"}
    return _step(request, public_id, form, action, heading, **more)


@for_case
def copies(request, public_id):
    form = posted(request, forms.CopiesForm)
    action, heading = actions.send_advance_copies, "Copies that went ahead"
    said = "Heed sends nothing to national bodies: you send it by their own routes."
    sends = "records that they went; the report may be public seven working days later"
    more = {"explanation": said, "pressing": sends}
    return _step(request, public_id, form, action, heading, **more)


@for_case
def early(request, public_id):
    form = posted(request, forms.EarlyForm)
    action, heading = actions.advance_early, "Before seven working days"
    said = "Partners of two bodies record the same. The shortfall stays shown."
    more = {"explanation": said, "pressing": "records it for your body"}
    return _step(request, public_id, form, action, heading, **more)


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
