"""The rapid review's own pages."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonForm, posted
from heed.cases.queries import case_for, row_for
from heed.cases.sheets import SheetForm, last_sheet, shown_sheet
from heed.partnership.policies import for_case, shown_afresh
from heed.rapid_reviews import actions, forms, pages, queries
from heed.rapid_reviews.models import Meeting, ScrutinyComment, Told
from heed.rapid_reviews.pack import the_pack
from heed.rulebook.criteria.records import DR_2, DR_3

WEIGHED = {DR_2.slug: DR_2, DR_3.slug: DR_3}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _page(request, public_id, form, action, heading, *, of_review=False, **more):
    case = case_for(request.person, public_id, at=request.at)
    subject = queries.rapid_review_or_404(case) if of_review else case
    return case_pages.step(request, form, action, subject, heading=heading, **more)


@for_case
def open_one(request, public_id):
    form = posted(request, NothingMore)
    action, heading = actions.open_rapid_review, "Open the rapid review"
    telling = (
        "opens it, and tells the three partners, the group and the independent "
        "scrutineer, by email with the reference alone"
    )
    return _page(request, public_id, form, action, heading, pressing=telling)


@for_case
def open_local(request, public_id):
    form = posted(request, ReasonForm)
    heading = "Open a rapid review that no statute asks for"
    return _page(request, public_id, form, actions.open_local_rapid_review, heading)


@for_case
def parts(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    context = case_pages.banner(request, case) | {
        "parts": queries.parts_to_write(review),
        "missing": queries.missing_parts(review),
    }
    return render(request, "rapid_reviews/parts.html", context)


@for_case
def part(request, public_id, part):
    case = case_for(request.person, public_id, at=request.at)
    review, wanted = queries.rapid_review_or_404(case), queries.part_or_404(part)
    initial = {"words": (review.parts or {}).get(part, "")}
    form = posted(request, forms.PartForm, initial=initial, shown=review)

    def write(subject, **said):
        return actions.write_part(subject, part=part, **said)

    more = {"to": "rapid_review_parts", "explanation": wanted.tells}
    return case_pages.step(request, form, write, review, heading=wanted.title, **more)


@for_case
def meeting(request, public_id):
    form = posted(request, forms.MeetingForm)
    return _page(request, public_id, form, actions.hold_meeting, "Record a meeting")


@for_case
def criteria(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    sheets = [
        {
            "record": record,
            "sheet": (sheet := last_sheet(case, record)),
            "rows": shown_sheet(sheet, record),
        }
        for record in WEIGHED.values()
    ]
    context = case_pages.banner(request, case) | {"sheets": sheets}
    return render(request, "rapid_reviews/criteria.html", context)


@for_case
def weigh(request, public_id, record):
    case = case_for(request.person, public_id, at=request.at)
    if record not in WEIGHED:
        raise Http404
    rule = WEIGHED[record]
    form = posted(request, SheetForm, record=rule, before=last_sheet(case, rule))

    def action(subject, **said):
        return actions.weigh_criteria(subject, record=record, **said)

    more = {"heading": rule.title, "to": "weigh_criteria", "explanation": rule.note}
    return case_pages.step(request, form, action, case, **more)


@for_case
def propose(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    form = posted(request, pages.proposal_form(review), shown=review)
    more = {
        "heading": pages.proposal_heading(review),
        "pressing": "shows it to the three partners, each at their own desk",
        "template": "rapid_reviews/propose.html",
        "context": pages.review_panel(case, request.person, request.at),
    }
    return case_pages.step(request, form, actions.propose_decision, review, **more)


@for_case
def confirm(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    review = queries.rapid_review_or_404(case)
    form = posted(request, forms.ConfirmationForm, shown=review)
    more = {
        "heading": "Confirm the decision for your body",
        "template": "rapid_reviews/confirm.html",
        "context": pages.review_panel(case, request.person, request.at),
    }
    return case_pages.step(request, form, actions.confirm_decision, review, **more)


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
    return _page(request, public_id, form, action, heading, **more)


@for_case
def panel_answer(request, public_id):
    form = posted(request, forms.PanelAnswerForm)
    heading = "Record the Panel’s answer"
    return _page(request, public_id, form, actions.record_panel_answer, heading)


@for_case
def reopen(request, public_id):
    form = posted(request, ReasonForm)
    heading = "Take up the rapid review again"
    return _page(request, public_id, form, actions.reopen_rapid_review, heading)


@for_case
def close(request, public_id):
    form = posted(request, ReasonForm)
    heading = "End without a review"
    return _page(request, public_id, form, actions.close_without_review, heading)


@for_case
def told(request, public_id):
    form = posted(request, forms.ToldSomethingForm)
    heading = "Record that a national body was told"
    return _page(request, public_id, form, actions.record_told, heading)


@for_case
def told_answer(request, public_id):
    told = row_for(Told, request.person, public_id, at=request.at)
    form = posted(request, forms.BodyAnswerForm, shown=told)
    heading = f"What {told.get_body_display()} answered"
    action = actions.record_answer_of_body
    return case_pages.step(request, form, action, told, heading=heading)


@for_case
def view(request, public_id):
    form = posted(request, forms.ViewForm)
    heading = "Your body’s view on a review"
    return _page(request, public_id, form, actions.give_view_on_review, heading)


@for_case
def meeting_held(request, public_id):
    held = row_for(Meeting, request.person, public_id, at=request.at)
    case_pages.note_read(request, held.case, "read_minutes", held)
    context = case_pages.banner(request, held.case) | {"meeting": held}
    return render(request, "rapid_reviews/meeting.html", context)


@for_case
def scrutiny(request, public_id):
    form = posted(request, forms.ScrutinyForm)
    more = {"pressing": "tells the partners and the manager that you have written"}
    action, heading = actions.comment_as_scrutineer, "Comment, or challenge"
    return _page(request, public_id, form, action, heading, **more)


@for_case
def scrutiny_answer(request, public_id):
    comment = row_for(ScrutinyComment, request.person, public_id, at=request.at)
    form = posted(request, forms.ScrutinyAnswerForm, shown=comment)
    more = {"heading": "Answer the scrutineer", "explanation": comment.words}
    return case_pages.step(request, form, actions.answer_scrutineer, comment, **more)


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
