"""Addresses of rapid reviews, and the one address that agencies get."""

from django.urls import path

from heed.rapid_reviews.views import agencies, answering, review

ONE = "cases/<str:public_id>/rapid-review/"
ASKED = "requests/<str:public_id>/"

urlpatterns = [
    path(f"{ONE}open/", review.open_one, name="open_rapid_review"),
    path(f"{ONE}open-local/", review.open_local, name="open_local_rapid_review"),
    path(ONE, review.parts, name="rapid_review_parts"),
    path(f"{ONE}parts/<slug:part>/", review.part, name="rapid_review_part"),
    path(f"{ONE}meeting/", review.meeting, name="hold_meeting"),
    path(f"{ONE}criteria/", review.criteria, name="weigh_criteria"),
    path(f"{ONE}criteria/<slug:record>/", review.weigh, name="weigh_record"),
    path(f"{ONE}decision/", review.propose, name="propose_decision"),
    path(f"{ONE}decision/confirm/", review.confirm, name="confirm_decision"),
    path(f"{ONE}panel/", review.send, name="send_to_panel"),
    path(f"{ONE}panel/answer/", review.panel_answer, name="record_panel_answer"),
    path(f"{ONE}panel/reopen/", review.reopen, name="reopen_rapid_review"),
    path(f"{ONE}panel/none/", review.close, name="close_without_review"),
    path(f"{ONE}view/", review.view, name="view_on_review"),
    path("meetings/<str:public_id>/", review.meeting_held, name="meeting"),
    path("told/<str:public_id>/", review.told_answer, name="answer_of_body"),
    path("cases/<str:public_id>/scrutiny/", review.scrutiny, name="comment_on_case"),
    path("scrutiny/<str:public_id>/", review.scrutiny_answer, name="answer_scrutineer"),
    path(f"{ONE}pack.docx", review.pack, name="submission_pack"),
    path("cases/<str:public_id>/told/", review.told, name="record_told"),
    path("cases/<str:public_id>/agencies/ask/", agencies.ask, name="ask_agency"),
    path(ASKED, agencies.request_page, name="agency_request"),
    path(f"{ASKED}reissue/", agencies.reissue, name="reissue_code"),
    path(f"{ASKED}revoke/", agencies.revoke, name="revoke_request"),
    path(f"{ASKED}declined/", agencies.declined, name="refuse_request"),
    path(f"{ASKED}require/", agencies.require, name="require_information"),
    path(f"{ASKED}own/", agencies.own, name="own_request"),
    path(f"{ASKED}log/", agencies.log, name="log_answer"),
    path("answer/<str:token>/", answering.answer, name="answer"),
    path("answer/<str:token>/decline/", answering.decline, name="answer_decline"),
]
