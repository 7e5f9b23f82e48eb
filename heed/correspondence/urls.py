"""Addresses of emails."""

from django.urls import path

from heed.correspondence import views

urlpatterns = [
    path("emails/", views.emails, name="emails"),
    path("emails/<str:public_id>/", views.email, name="email"),
]
