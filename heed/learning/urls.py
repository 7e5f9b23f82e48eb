"""Addresses of learning."""

from django.urls import path

from heed.learning.views import briefings, ends, public_library, recommendations, work

ONE = "cases/<str:public_id>/"
RECOMMENDATION = "recommendations/<str:public_id>/"
ACTION = "actions/<str:public_id>/"
BRIEFING = "briefings/<str:public_id>/"

urlpatterns = [
    path("library/", public_library.public_library, name="public_library"),
    path("library/own-briefing/", public_library.own_briefing, name="own_briefing"),
    path("library/earlier/", public_library.earlier, name="enter_earlier_review"),
    path(
        "library/earlier/withdraw/",
        public_library.withdraw,
        name="withdraw_earlier_review",
    ),
    path("library/earlier/waiting/", public_library.waiting, name="earlier_reviews"),
    path(
        "library/earlier/waiting/<str:public_id>/",
        public_library.one,
        name="earlier_review",
    ),
    path(
        "library/earlier/waiting/<str:public_id>/set-aside/",
        public_library.set_aside,
        name="set_aside_earlier_review",
    ),
    path(
        "library/earlier/withdrawn/<str:public_id>/",
        public_library.confirm_withdrawal,
        name="confirm_earlier_withdrawal",
    ),
    path(f"{ONE}learning/", recommendations.learning, name="learning"),
    path(
        f"{ONE}recommendations/add/", recommendations.make, name="make_recommendation"
    ),
    path(RECOMMENDATION, recommendations.read, name="recommendation"),
    path(f"{RECOMMENDATION}rows/", recommendations.rest, name="rows_of_recommendation"),
    path(
        f"{RECOMMENDATION}actions/add/",
        recommendations.plan_for,
        name="plan_action_for",
    ),
    path(
        "recommendation-answers/<str:public_id>/",
        recommendations.respond,
        name="respond_to_recommendation",
    ),
    path(f"{ONE}actions/add/", recommendations.plan, name="plan_action"),
    path("actions/", work.mine, name="my_actions"),
    path(ACTION, work.one, name="action"),
    path(f"{ACTION}progress/", work.progress, name="record_progress"),
    path(f"{ACTION}done/", work.complete, name="complete_action"),
    path(f"{ACTION}end/", work.end, name="end_action"),
    path(f"{ACTION}replace/", work.replace, name="replace_action"),
    path(f"{ACTION}date/", work.new_date, name="new_action_date"),
    path(f"{ACTION}owner/", work.new_owner, name="new_action_owner"),
    path(f"{ACTION}reopen/", work.reopen, name="reopen_action"),
    path(f"{ACTION}impact/", work.impact, name="record_impact"),
    path(f"{ONE}briefings/add/", briefings.make, name="make_briefing"),
    path(BRIEFING, briefings.write, name="briefing"),
    path(f"{BRIEFING}preview/", briefings.preview, name="preview_briefing"),
    path(f"{BRIEFING}approve/", briefings.approve, name="approve_briefing"),
    path(f"{BRIEFING}with-report/", briefings.with_report, name="send_with_report"),
    path(f"{BRIEFING}withdraw/", briefings.withdraw, name="withdraw_briefing"),
    path(f"{BRIEFING}withdrawn/", briefings.confirm, name="confirm_briefing_withdrawn"),
    path(f"{BRIEFING}file.<str:form>", briefings.download, name="download_briefing"),
    path(f"{ONE}follow-actions/", ends.follow, name="open_actions"),
    path(f"{ONE}impact/", ends.assure, name="assure_impact"),
    path(f"{ONE}close/", ends.close, name="close_case"),
    path(f"{ONE}archive/", ends.archive, name="archive_case"),
    path(f"{ONE}reopen/", ends.reopen, name="reopen_case"),
]
