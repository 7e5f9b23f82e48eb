"""What a page says when something cannot be shown. Missing, forbidden and excluded
answer alike."""

from functools import cache

from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpResponseNotFound
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.defaults import bad_request

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def not_found(request, exception=None):
    return HttpResponseNotFound(_missing())


@cache
def _missing() -> str:
    """The page of what is missing: it knows nothing of who asks, and is drawn once."""
    return render_to_string("404.html")


def failed(request):
    return render(request, "500.html", status=500)


def form_expired(request, reason=""):
    return render(request, "403_csrf.html", status=403)


def not_understood(request, exception):
    """What was more than a page takes says so; the rest nobody sends by mistake."""
    if isinstance(exception, TOO_MUCH):
        return render(request, "413.html", status=413)
    return bad_request(request, exception)
