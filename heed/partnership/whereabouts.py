"""From where somebody comes: for throttles and for the list of one's own sessions."""

from django.conf import settings


def address_of(request) -> str:
    """The network address of whoever asks. Each proxy of ours adds one address to the
    right of X-Forwarded-For; what stands further left a stranger may have written, and
    is not believed. A request that came past the proxies is taken where it came from.
    """
    proxies = settings.TRUSTED_PROXIES
    passed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if proxies and len(passed) >= proxies and (told := passed[-proxies].strip()):
        return told
    return request.META.get("REMOTE_ADDR", "")
