"""Addresses that exist in the demonstration only."""

from django.urls import path

from heed.demo import views

urlpatterns = [
    path("demonstration/", views.personas, name="demonstration"),
    path("demonstration/move/", views.move, name="demonstration_move"),
    path("demonstration/post/", views.post, name="demonstration_post"),
    path(
        "demonstration/post/filled-form.docx", views.sample, name="demonstration_sample"
    ),
    path("demonstration/be/<slug:slug>/", views.sign_in, name="demonstration_be"),
]
