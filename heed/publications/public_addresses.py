"""The addresses of the public site, by which a rehearsal knows where its links lead."""

from django.urls import include, path

urlpatterns = [path("", include("heed.library.urls"))]
