"""Addresses of the desk's own pages."""

from django.urls import path

from heed.desk import browser_reports, record_views, views

urlpatterns = [
    path("", views.home, name="home"),
    path("cases/", views.cases, name="cases"),
    path("deadlines/", views.deadlines, name="deadlines"),
    path("deadlines/how-timely/", views.timeliness, name="timeliness"),
    path("deadlines/calendar/", views.calendar_feed, name="calendar_feed"),
    path("calendar/<str:secret>/heed.ics", views.calendar, name="calendar"),
    path("report-a-problem/", views.report_problem, name="report_problem"),
    path("cases/<str:public_id>/record/", record_views.case_record, name="case_record"),
    path(
        "content-security-reports/",
        browser_reports.content_security_report,
        name="content_security_report",
    ),
    path("record/", record_views.record, name="record"),
    path("record/verify/", record_views.verify, name="verify_record"),
    path("how-this-works/", views.how_this_works, name="how_this_works"),
]
