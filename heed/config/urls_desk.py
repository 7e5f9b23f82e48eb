"""Every address of the desk."""

from django.conf import settings
from django.urls import include, path

APPS = [
    "partnership",
    "documents",
    "correspondence",
    "cases",
    "referrals",
    "incidents",
    "rapid_reviews",
    "reviews",
    "publications",
    "learning",
    "desk",
    *(["demo"] if settings.DEMONSTRATION else []),
]

urlpatterns = [
    path("", include(f"heed.{name}.urls"))
    for name in APPS
    if f"heed.{name}" in settings.INSTALLED_APPS
    and (settings.BASE_DIR / "heed" / name / "urls.py").exists()
]

handler404 = "heed.config.errors.not_found"
handler403 = "heed.config.errors.not_found"
handler500 = "heed.config.errors.failed"
