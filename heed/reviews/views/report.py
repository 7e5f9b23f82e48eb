"""The report: drafts, comments, changes, signatures."""

from django.shortcuts import render

from heed.cases import pages as case_pages
from heed.cases.answering import NothingMore, ReasonForm, posted
from heed.cases.queries import case_for, row_for, steps_open_to
from heed.partnership.policies import for_case
from heed.reviews import actions, forms, pages, queries
from heed.reviews.models import AccuracyComment, Change, ReportVersion
from heed.rulebook.deciding import CARRIED_WHEN


@for_case
def lodge(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.DraftForm)
    action, heading = actions.lodge_draft, "Lodge a draft of the report"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def portrait(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.PortraitForm)
    action, heading = actions.write_portrait, "Who the child was"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def latest(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    report = queries.latest_report_or_404(case)
    return _read(request, report)


@for_case
def version(request, public_id):
    return _read(
        request, row_for(ReportVersion, request.person, public_id, at=request.at)
    )


def _read(request, report):
    case_pages.note_read(request, report.case, "read_report", report)
    context = case_pages.banner(request, report.case) | {
        "report": report,
        "comments": pages.comments_on(report),
        "hidden": report.hidden or {},
        "can": steps_open_to(request.person, report.case, at=request.at),
        "signatures": queries.signatures_of(report),
        "latest": queries.latest_report(report.case),
        "hears": queries.hears_practitioners(
            request.person, report.case, at=request.at
        ),
    }
    return render(request, "reviews/report.html", context)


@for_case
def comment(request, public_id):
    report = row_for(ReportVersion, request.person, public_id, at=request.at)
    form = posted(request, forms.CommentForm, report=report)
    more = {"heading": "Comment on the accuracy of the draft", "to": "report"}
    return case_pages.step(request, form, actions.comment_on_accuracy, report, **more)


@for_case
def answer_comment(request, public_id):
    comment = row_for(AccuracyComment, request.person, public_id, at=request.at)
    form = posted(request, forms.AnswerForm, shown=comment)
    more = {"heading": "Answer this comment", "to": "report"}
    more |= {"explanation": comment.words}
    return case_pages.step(request, form, actions.answer_comment, comment, **more)


@for_case
def propose_change(request, public_id):
    report = row_for(ReportVersion, request.person, public_id, at=request.at)
    form = posted(request, forms.ChangeForm, report=report)
    more = {
        "heading": "Propose a change to the final draft",
        "to": "report_changes",
        "pressing": "shows it to the reviewer; nothing changes until she accepts it",
    }
    return case_pages.step(request, form, actions.propose_change, report, **more)


@for_case
def changes(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    context = case_pages.banner(request, case) | {
        "changes": pages.with_places(case, queries.changes_of(case)),
        "can": steps_open_to(request.person, case, at=request.at),
    }
    return render(request, "reviews/changes.html", context)


@for_case
def accept(request, public_id):
    change = row_for(Change, request.person, public_id, at=request.at)
    form = posted(request, NothingMore, shown=change)
    more = {"heading": "Accept this change", "to": "report_changes"}
    more |= {"template": "reviews/change.html", "context": {"change": change}}
    return case_pages.step(request, form, actions.accept_change, change, **more)


@for_case
def dispute(request, public_id):
    change = row_for(Change, request.person, public_id, at=request.at)
    form = posted(request, ReasonForm, shown=change)
    more = {"heading": "Dispute this change", "to": "report_changes"}
    more |= {"template": "reviews/change.html", "context": {"change": change}}
    return case_pages.step(request, form, actions.dispute_change, change, **more)


@for_case
def quality(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    form = posted(request, forms.QualityForm)
    action, heading = actions.quality_assure, "Find the report ready to be signed"
    return case_pages.step(request, form, action, case, heading=heading)


@for_case
def sign(request, public_id):
    case = case_for(request.person, public_id, at=request.at)
    report = queries.latest_report_or_404(case)
    form = posted(request, forms.SignatureForm, shown=report)
    more = {
        "heading": f"Sign version {report.number} of the report",
        "template": "reviews/sign.html",
        "context": {
            "report": report,
            "signatures": queries.signatures_of(report),
            "carried_when": CARRIED_WHEN,
        },
    }
    return case_pages.step(request, form, actions.confirm_report, report, **more)
