"""The public site as it is served: a process of its own, with nothing of the desk."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.browser import chromium, open_page, walk_by_keyboard, wide_and_narrow
from tests.library import quillshire

ROOT = Path(__file__).resolve().parents[2]
REPORT = "/p/quillshire/publications/goldcrest/"
SOME = 40

WITHDRAW = """
import django; django.setup()
from heed.library import actions
from tests.library.quillshire import AT, GOLDCREST
actions.withdraw(GOLDCREST, 1, at=AT)
"""


class Site:
    """A public site in a folder of its own, and the way to ask it."""

    def __init__(self, folder: Path) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        self.address = f"http://localhost:{self.port}"
        # Nothing of this process is handed on: no key, no casework, no setting.
        self.environment = {
            "PATH": os.environ["PATH"],
            "HEED_VAR": str(folder),
            "HEED_PUBLIC_ADDRESS": self.address,
        }

    def run(self, *words: str) -> None:
        public = {
            "DJANGO_SETTINGS_MODULE": "heed.config.settings",
            "HEED_DOOR": "public",
        }
        subprocess.run(
            [sys.executable, *words],
            env=self.environment | public,
            cwd=ROOT,
            check=True,
            capture_output=True,
        )

    @contextmanager
    def served(self) -> Iterator[None]:
        command = (
            f"-m granian heed.config.wsgi_public:application --interface wsgi "
            f"--port {self.port} --workers 2 --blocking-threads 2 --no-ws "
            "--log-level critical"
        )
        process = subprocess.Popen(
            [sys.executable, *command.split()], env=self.environment, cwd=ROOT
        )
        try:
            self.wait()
            yield
        finally:
            process.terminate()
            process.wait(20)

    def wait(self) -> None:
        for _ in range(200):
            try:
                if self.get("/robots.txt")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("The public site did not start.")

    def get(self, path: str, **headers: str) -> tuple[int, dict, bytes]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port)) as line:
            line.request("GET", path, headers=headers)
            answer = line.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, named, answer.read()


WRITES = """
import heed.config.wsgi_public
from django.db.utils import OperationalError
from heed.library.models import Publication
from tests.library.quillshire import AT, GOLDCREST
from heed.library import actions
assert Publication.objects.filter(id=GOLDCREST).exists()
try:
    actions.withdraw(GOLDCREST, 1, at=AT)
except OperationalError as refused:
    assert "readonly" in str(refused), refused
else:
    raise SystemExit("The public process could write.")
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    made = Site(tmp_path_factory.mktemp("public"))
    made.run("-m", "django", "migrate", "--database=library", "--verbosity=0")
    made.run("-m", "django", "collectstatic", "--noinput", "--verbosity=0")
    made.run("-m", "tests.library.quillshire")
    with made.served():
        yield made


@pytest.mark.real_server
def test_it_is_served_without_a_casework_database_and_without_a_key(site):
    assert "HEED_SECRET_KEY" not in site.environment
    assert "HEED_DATABASE" not in site.environment
    assert not (Path(site.environment["HEED_VAR"]) / "casework.sqlite3").exists()
    assert not (Path(site.environment["HEED_VAR"]) / "keys").exists()

    status, headers, body = site.get(REPORT)

    assert status == 200
    assert b"Who Goldcrest was" in body
    assert "set-cookie" not in headers


@pytest.mark.real_server
def test_it_reads_the_library_and_cannot_write_it(site):
    site.run("-c", WRITES)


@pytest.mark.parametrize(
    "path", ["/p/%00/", "/search/?q=%00", "/publications/?year=%00"]
)
def test_a_nul_is_no_part_of_an_address(site, path):
    assert site.get(path)[0] == 400


def test_its_looks_are_served_too_and_may_be_kept_for_ever(site):
    _, _, body = site.get("/")
    href = body.decode().split('rel="stylesheet" href="')[1].split('"')[0]

    status, headers, looks = site.get(href)

    assert status == 200
    assert len(looks) > 10_000
    assert "immutable" in headers["cache-control"]
    assert site.get("/static/../heed/config/settings.py")[0] == 404


# What of a report's page stands on paper: its words, and nothing to press.
ON_PAPER = {
    "h1": True,
    ".library-text p": True,
    ".heed-library__name": True,
    ".heed-library__navigation": False,
    ".heed-library__search": False,
    ".library-side": False,
    ".govuk-skip-link": False,
}


@pytest.mark.browser
def test_every_sort_of_page_is_accessible_on_a_desk_and_on_a_telephone(site):
    with chromium() as browser, open_page(browser, script=False) as page:
        for path in quillshire.ONE_OF_EACH_SORT:
            page.goto(f"{site.address}{path}")
            name = path.strip("/").replace("/", "-").split("?")[0] or "first"
            wide_and_narrow(page, f"library-{name}")


@pytest.mark.browser
def test_a_report_can_be_walked_through_by_keyboard_and_is_printed_without_the_ways_on(
    site,
):
    with chromium() as browser, open_page(browser) as page:
        page.goto(f"{site.address}{REPORT}")

        reached = walk_by_keyboard(page)

        assert all(page.locator(name).count() for name in ON_PAPER)
        page.emulate_media(media="print")
        seen = {name: page.locator(name).first.is_visible() for name in ON_PAPER}

    assert reached[0] == "Skip to main content"
    for words in ("What we found", "Partnership response", "PDF", "Paragraph 1"):
        assert words in reached
    assert seen == ON_PAPER


@pytest.mark.real_server
def test_a_withdrawn_report_is_gone_from_every_process_at_the_next_request(site):
    assert {site.get(REPORT)[0] for _ in range(SOME)} == {200}
    tag = site.get(REPORT)[1]["etag"]

    site.run("-c", WITHDRAW)

    answers = [site.get(REPORT, **{"If-None-Match": tag}) for _ in range(SOME)]
    assert {status for status, _, _ in answers} == {410}
    assert len({headers["etag"] for _, headers, _ in answers}) == 1
    assert site.get(f"{REPORT}goldcrest.pdf")[0] == 410
    assert b"ten weeks" not in b"".join(body for _, _, body in answers)
    assert b"goldcrest/" not in site.get("/sitemap.xml")[2]
    assert b"goldcrest/" not in site.get("/search/?q=goldcrest")[2]
