"""What a page says when something cannot be shown. Missing, forbidden and excluded
answer alike."""

from django.shortcuts import render


def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def failed(request):
    return render(request, "500.html", status=500)


def form_expired(request, reason=""):
    return render(request, "403_csrf.html", status=403)
