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
    path(f"{ONE}notify/sent/", views.record, name="record_notification"),
    path(f"{ONE}notify/outside/", views.log, name="log_notification"),
    path(f"{ONE}notify/death/", views.death_notice, name="record_death_notice"),
    path(f"{ONE}notify/partners/", views.tell_partners, name="tell_partners"),
    path(f"{ONE}notify/withdraw/", views.withdraw, name="withdraw_notification"),
    path("notifications/begin/", views.begin, name="begin_with_notification"),
    path(
        "notifications/<str:public_id>/", views.notification, name="notification_sheet"
    ),
]
