"""Addresses of consideration and notification."""

from django.urls import path

from heed.incidents import views

ONE = "cases/<str:public_id>/"

urlpatterns = [
    path(f"{ONE}awareness/", views.settle_awareness, name="settle_awareness"),
    path(f"{ONE}notify/sheets/", views.weigh, name="weigh_notification"),
    path("children/<str:public_id>/notify/", views.weigh_child, name="weigh_for_child"),
    path(f"{ONE}notify/view/", views.give_view, name="view_on_notification"),
    path(f"{ONE}notify/decision/", views.decide, name="decide_on_notification"),
    path(f"{ONE}notify/form/", views.national_form, name="national_form"),
    path(
        f"{ONE}notify/form/text/", views.national_form_text, name="national_form_text"
    ),
    path(f"{ONE}notify/sent/", views.record, name="record_notification"),
    path(f"{ONE}notify/outside/", views.log, name="log_notification"),
    path(f"{ONE}notify/death/", views.death_notice, name="record_death_notice"),
    path(
        f"{ONE}notify/death-outside/", views.log_death_notice, name="log_death_notice"
    ),
    path(f"{ONE}notify/partners/", views.tell_partners, name="tell_partners"),
    path(f"{ONE}notify/withdraw/", views.withdraw, name="withdraw_notification"),
    path(f"{ONE}enquiry/", views.log_enquiry, name="log_enquiry"),
    path(f"{ONE}deaths/in-care/", views.looked_after, name="looked_after_death"),
    path(f"{ONE}deaths/after-care/", views.care_leaver, name="care_leaver_death"),
    path(f"{ONE}other-learning/", views.other_learning, name="begin_other_learning"),
    path(f"{ONE}not-known/", views.lacking, name="note_open_item"),
    path("notifications/begin/", views.begin, name="begin_with_notification"),
    path(
        "notifications/begin-death/",
        views.begin_death_notice,
        name="begin_with_death_notice",
    ),
    path("enquiries/begin/", views.begin_enquiry, name="begin_with_enquiry"),
    path("enquiries/<str:public_id>/", views.enquiry, name="enquiry"),
    path(
        "notifications/<str:public_id>/", views.notification, name="notification_sheet"
    ),
    path(
        "notifications/<str:public_id>/copy/", views.pass_on_copy, name="pass_on_copy"
    ),
]
