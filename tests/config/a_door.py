"""A door that gunicorn serves as it serves the desk, with little patience: it answers how
much it was sent, or hands out more than fits on a line."""

from heed.config.patience import Hurried, Patience, whole_forms_only

LARGE = 40_000_000


class Quick(Hurried):
    at_first = seconds = left = 0.2


class Impatience(Patience):
    line = Quick


@whole_forms_only
def application(environ, start_response):
    start_response("200 OK", [])
    if environ["PATH_INFO"] == "/large":
        return [bytes(LARGE)]
    try:
        return [str(len(environ["wsgi.input"].read())).encode()]
    except OSError:
        return [b"broken off"]
