"""What the tests of the library stand on."""

from io import BytesIO
from typing import NamedTuple

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections

from heed.library.door import PublicDoor
from heed.library.version import Glance

ADDRESS = "http://localhost"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """The library's tests alone need no casework database to be made first."""
    connections["library"].settings_dict["TEST"]["DEPENDENCIES"] = []


@pytest.fixture(autouse=True)
def index_folder(settings, tmp_path):
    """A search index of the test's own."""
    settings.LIBRARY_INDEX_FOLDER = tmp_path / "index"
    return settings.LIBRARY_INDEX_FOLDER


@pytest.fixture(autouse=True)
def public_settings(settings):
    """The settings of the public door that decide what a page is."""
    settings.ROOT_URLCONF = "heed.config.urls_public"
    settings.MIDDLEWARE = [
        "django.middleware.security.SecurityMiddleware",
        "csp.middleware.CSPMiddleware",
        "django.middleware.common.CommonMiddleware",
    ]
    settings.DOOR = "public"
    settings.PUBLIC_ADDRESS = ADDRESS
    settings.DESK_ADDRESS = "https://desk.quillshire.example"
    settings.SECURE_REFERRER_POLICY = "same-origin"
    return settings


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode()


class Visitor:
    """Asks a door for pages, as a WSGI server would."""

    def __init__(self, door):
        self.door = door

    def get(self, path, *, method="GET", **asked):
        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            **{f"HTTP_{name.upper()}": value for name, value in asked.items()},
        }
        said = []
        body = b"".join(self.door(environ, lambda *words: said.extend(words)))
        headers = {name.lower(): value for name, value in said[1]}
        assert len(headers) == len(said[1]), "a header stands twice"
        return Answer(int(said[0][:3]), headers, body)


@pytest.fixture
def new_door():
    """A door as each process of the public site has its own."""
    return lambda **changes: Visitor(
        PublicDoor(
            WSGIHandler(), **{"address": ADDRESS, "version": Glance(), **changes}
        )
    )


@pytest.fixture
def visitor(new_door):
    return new_door()
