"""What a page says when something cannot be shown. Missing, forbidden and excluded
answer alike."""

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.shortcuts import render
from django.views.defaults import bad_request

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def failed(request):
    return render(request, "500.html", status=500)


def form_expired(request, reason=""):
    return render(request, "403_csrf.html", status=403)


def not_understood(request, exception):
    """What was more than a page takes says so; the rest nobody sends by mistake."""
    if isinstance(exception, TOO_MUCH):
        return render(request, "413.html", status=413)
    return bad_request(request, exception)
