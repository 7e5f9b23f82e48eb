"""The public site as a WSGI application: kept pages outermost, Django behind them.

It needs the library's database and nothing else: no casework database, no key.
"""

import os

os.environ["HEED_DOOR"] = "public"
# It reads the library and never writes it: the commands of the library do.
os.environ["HEED_SERVES"] = "public"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.config.settings")

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.http.request import validate_host
from whitenoise import WhiteNoise

from heed.config.addresses import has_nul
from heed.library.door import PublicDoor
from heed.library.files_beside import FilesBeside
from heed.library.version import current_version

NAMED_BY_CONTENT = r"^.+\.[0-9a-f]{12}\..+$"


if not validate_host(
    urlsplit(settings.PUBLIC_ADDRESS).hostname, settings.ALLOWED_HOSTS
):
    raise ImproperlyConfigured(
        "HEED_HOSTS does not name the host of HEED_PUBLIC_ADDRESS, so the public site "
        "would refuse its own pages. Add it there."
    )


def _headers(headers, path, url):
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


django = get_wsgi_application()

# These need Django set up.
from heed.library.answers import quickly  # noqa: E402
from heed.library.search.shelf import keep_up  # noqa: E402

beside = settings.LIBRARY_FILES_ADDRESS
files = FilesBeside(settings.LIBRARY_FILES_FOLDER, beside) if beside else None
pages = PublicDoor(
    django,
    address=settings.PUBLIC_ADDRESS,
    version=current_version,
    quick=quickly,
    changed=keep_up,
    files=files,
)
looks = WhiteNoise(
    pages,
    root=settings.STATIC_ROOT,
    prefix=settings.STATIC_URL,
    immutable_file_test=NAMED_BY_CONTENT,
    add_headers_function=_headers,
)


def application(environ, start_response):
    """Answer a request: looks from their folder, pages from memory."""
    if has_nul(environ["PATH_INFO"], environ.get("QUERY_STRING", "")):
        start_response("400 Bad Request", [("Content-Type", "text/plain")])
        return [b"This is no address.\n"]
    if environ["PATH_INFO"].startswith(settings.STATIC_URL):
        return looks(environ, start_response)
    return pages(environ, start_response)
