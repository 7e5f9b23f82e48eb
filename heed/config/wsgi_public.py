"""The public site as a WSGI application: kept pages outermost, Django behind them.

It needs the library's database and nothing else: no casework database, no key.
"""

import os

os.environ["HEED_DOOR"] = "public"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.config.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

from heed.library.door import PublicDoor
from heed.library.version import Glance

NAMED_BY_CONTENT = r"^.+\.[0-9a-f]{12}\..+$"


def _headers(headers, path, url):
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


pages = PublicDoor(
    get_wsgi_application(), address=settings.PUBLIC_ADDRESS, version=Glance()
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
    if environ["PATH_INFO"].startswith(settings.STATIC_URL):
        return looks(environ, start_response)
    return pages(environ, start_response)
