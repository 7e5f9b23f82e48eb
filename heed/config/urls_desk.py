"""Every address of the desk."""

from django.conf import settings

from heed.config.resolving import pages_of

APPS = [
    "partnership",
    "documents",
    "correspondence",
    "cases",
    "chronologies",
    "referrals",
    "incidents",
    "rapid_reviews",
    "reviews",
    "publications",
    "learning",
    "desk",
    *(["demo"] if settings.DEMONSTRATION else []),
]

urlpatterns = [pages_of(f"heed.{name}.urls") for name in APPS]

handler400 = "heed.config.errors.not_understood"
handler404 = "heed.config.errors.not_found"
handler403 = "heed.config.errors.not_found"
handler500 = "heed.config.errors.failed"
