"""Addresses of files."""

from django.urls import path

from heed.documents import views

urlpatterns = [
    path("files/<str:public_id>/", views.original, name="document"),
]
