"""Every address of the public site."""

from django.urls import include, path

urlpatterns = [path("", include("heed.library.urls"))]

handler404 = "heed.library.views.not_found"
handler500 = "heed.config.errors.failed"
