"""What every page shows of the person and of her session."""

from django.conf import settings
from django.urls import reverse


def of_the_person(request):
    """Where her account is, how she leaves, and when an idle session ends."""
    if not getattr(request, "person", None):
        return {}
    return {
        "account_url": reverse("account"),
        "sign_out_url": reverse("account_logout"),
        "session_seconds": settings.SESSION_IDLE_SECONDS,
        "session_extend_url": reverse("stay_signed_in"),
    }
