"""Addresses of local reviews."""

from django.urls import path

from heed.reviews.views import events, findings, report, work

ONE = "cases/<str:public_id>/review/"
REVIEWER = "reviewers/<str:public_id>/"
EVENT = "events/<str:public_id>/"
VERSION = "reports/<str:public_id>/"
CHANGE = "changes/<str:public_id>/"

urlpatterns = [
    path(f"{ONE}start/", work.start, name="start_local_review"),
    path(f"{ONE}reviewer/", work.propose, name="propose_reviewer"),
    path(
        f"{REVIEWER}own-independence/",
        work.own_independence,
        name="declare_independence",
    ),
    path(f"{REVIEWER}independence/", work.independence, name="record_independence"),
    path(f"{REVIEWER}appoint/", work.appoint, name="appoint_reviewer"),
    path(f"{REVIEWER}end/", work.replace, name="replace_reviewer"),
    path(f"{ONE}told/", work.tell, name="tell_of_reviewer"),
    path(f"{ONE}national/", work.national_report, name="record_national_report"),
    path(
        f"{ONE}national/taken-down/",
        work.national_report_down,
        name="remove_national_report",
    ),
    path(f"{ONE}terms/", work.terms, name="agree_terms"),
    path(f"{ONE}events/", work.plan_event, name="plan_event"),
    path(EVENT, events.event, name="event"),
    path(f"{EVENT}invite/", events.invite, name="invite_to_event"),
    path(f"{EVENT}attendance/", events.attendance, name="record_attendance"),
    path(f"{EVENT}record/", events.record_event, name="record_event"),
    path(
        "invitations/<str:public_id>/account/",
        events.ask_for_account,
        name="ask_for_account",
    ),
    path(
        "account-requests/<str:public_id>/take-back/",
        events.take_back_account,
        name="take_back_account",
    ),
    path("account/<str:token>/", events.own_account, name="own_account"),
    path(f"{ONE}ask-reviewer/", work.ask_reviewer, name="request_from_reviewer"),
    path(
        "written-requests/<str:public_id>/",
        work.answer_request,
        name="answer_written_request",
    ),
    path("comments/<str:public_id>/", report.answer_comment, name="answer_comment"),
    path(f"{ONE}monitoring/", work.monitor, name="note_monitoring"),
    path(f"{ONE}draft/", report.lodge, name="lodge_draft"),
    path(f"{ONE}portrait/", report.portrait, name="write_portrait"),
    path(f"{ONE}report/", report.latest, name="report"),
    path(VERSION, report.version, name="report_version"),
    path(f"{VERSION}comment/", report.comment, name="comment_on_accuracy"),
    path(f"{VERSION}change/", report.propose_change, name="propose_change"),
    path(f"{ONE}changes/", report.changes, name="report_changes"),
    path(f"{CHANGE}accept/", report.accept, name="accept_change"),
    path(f"{CHANGE}dispute/", report.dispute, name="dispute_change"),
    *findings.ADDRESSES,
    path(f"{ONE}quality/", report.quality, name="quality_assure"),
    path(f"{ONE}sign/", report.sign, name="confirm_report"),
]
