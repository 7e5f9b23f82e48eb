"""`heed demo` as the tests start it, and Quillshire as somebody reads and uses it."""

import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from html import unescape
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path

from tests.browser import wide_and_narrow

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300
NOT_FOUND, NO_SUCH_METHOD = 404, 405
# The demonstration's own bar, and files that style a page.
AWAY = re.compile("/demonstration/|/static/")
ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}|\d+")


def shape_of(address: str) -> str:
    """An address without what differs from row to row."""
    return ID.sub("…", address.partition("?")[0])


@contextmanager
def running(folder: Path, desk: int, public: int):
    """`heed demo` in a folder of its own, until it answers; killed at the end. What it
    says goes to a file: a pipe that nobody reads would fill, and hold it up."""
    words = [f"--desk={desk}", f"--public={public}", f"--var={folder}"]
    log = folder.with_suffix(".log")
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "heed.config", "demo", *words],
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        while "Ctrl+C stops it" not in log.read_text():
            assert process.poll() is None, log.read_text()
            time.sleep(0.2)
        yield process
    finally:
        process.kill()
        process.wait()


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def fall_silent(*ports: int) -> bool:
    until = time.monotonic() + PATIENCE
    while any(answers(port) for port in ports):
        if time.monotonic() > until:
            return False
        time.sleep(0.2)
    return True


class Reader:
    """Somebody who reads pages as they are sent: nothing is drawn."""

    def __init__(self, port: int):
        self.port, self.cookies = port, {}

    def becomes(self, slug: str) -> None:
        self._ask("GET", "/demonstration/")
        assert self._ask("POST", f"/demonstration/be/{slug}/")[0] == 302, slug

    def page(self, path: str) -> str:
        status, page = self._ask("GET", path)
        assert status == 200, path
        return page

    def reads(self, path: str) -> str:
        """The words of a page."""
        page = self.page(path)
        main = page[page.index("<main") : page.index("</main>")]
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))

    def led_astray(self) -> set[tuple[int, str, str]]:
        """Links that lead this person to nothing, from all pages that she is led to:
        what is answered, the shape of the address, and that of the page with the link.
        Of each shape of address, the first is followed."""
        met, astray = {"/"}, set()
        ways = [("/", "")]
        while ways:
            path, page = ways.pop(0)
            status, html = self._ask("GET", path)
            if status >= NOT_FOUND and status != NO_SUCH_METHOD:
                astray.add((status, shape_of(path), shape_of(page)))
            for link in re.findall(r'<a [^>]*?href="(/[^"#]*)', html):
                if shape_of(link) not in met and not AWAY.match(link):
                    met.add(shape_of(link))
                    ways.append((unescape(link), path))
        return astray

    def presses(self, path: str) -> tuple[int, str]:
        """What the button of a page that asks nothing answers."""
        return self._ask("POST", path)

    def case(self, reference: str) -> str:
        """The address of a case on one's list."""
        return self.behind(reference, on="/cases/")

    def behind(self, words: str, *, on: str) -> str:
        """The address of the first link on a page that begins with these words."""
        links = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', self.page(on))
        return next(
            address
            for address, said in links
            if unescape(re.sub(r"<[^>]+>", "", said)).strip().startswith(words)
        )

    def _ask(self, method: str, path: str) -> tuple[int, str]:
        connection = HTTPConnection("localhost", self.port, timeout=PATIENCE)
        sent = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        token = self.cookies.get("heed-form", "")
        connection.request(method, path, headers={"Cookie": sent, "X-CSRFToken": token})
        answer = connection.getresponse()
        page = answer.read().decode(errors="replace")
        for line in answer.msg.get_all("Set-Cookie", []):
            for name, kept in SimpleCookie(line).items():
                self.cookies[name] = kept.value
        connection.close()
        return answer.status, page


class Quillshire:
    """The demonstration in a browser."""

    def __init__(self, page, desk: int):
        self.page, self.address = page, f"http://localhost:{desk}"
        self.reader = Reader(desk)

    def opens(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def becomes(self, slug: str) -> None:
        """Be somebody at once, without the page on which one chooses."""
        self.reader.becomes(slug)
        self.page.context.add_cookies(
            [
                {"name": name, "value": value, "url": self.address}
                for name, value in self.reader.cookies.items()
            ]
        )

    def opens_the_case(self, reference: str) -> None:
        self.opens(self.reader.case(reference))

    def can_be_read(self, name: str) -> None:
        """On a desk and on a telephone."""
        wide_and_narrow(self.page, name)

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", self.page.locator("body").inner_text())

    @property
    def day(self) -> str:
        """The day that the bar of the demonstration shows."""
        said = self.page.locator(".heed-demonstration__bar strong").inner_text()
        return said.partition(" at ")[0]

    @property
    def main(self) -> str:
        return re.sub(r"\s+", " ", self.page.locator("main").inner_text())
