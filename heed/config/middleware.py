"""What every request on the desk carries: its moment, and that nothing is kept."""

from django.http import HttpResponseNotAllowed
from django.utils.cache import patch_vary_headers

from heed import clock
from heed.documents.uploads import forget_what_arrives
from heed.vault.keys import forget_keys

ANSWERED = ("GET", "HEAD", "POST")


class KeptPrivate:
    """The desk is asked in three ways and no other; nothing that it answers is stored
    by a browser or a cache on the way."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in ANSWERED:
            response = self.get_response(request)
        else:
            response = HttpResponseNotAllowed(ANSWERED)
        if not request.path.startswith("/static/"):
            response["Cache-Control"] = "no-store"
            patch_vary_headers(response, ["Cookie"])
            response["Cross-Origin-Opener-Policy"] = "same-origin"
            response["Cross-Origin-Resource-Policy"] = "same-origin"
            response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        return response


class MomentAndPerson:
    """Gives the request one moment and the person signed in (or None); what keys were
    unwrapped for it are forgotten when it ends, and so is a file that came half."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.at = clock.now()
        request.person = request.user if request.user.is_authenticated else None
        try:
            return self.get_response(request)
        finally:
            forget_keys()
            forget_what_arrives(request)
