"""The public door, outermost of all: it reads and sets no cookie and has no session.

A page depends on its address and on the site's version, never on who asks: Django is
handed a bare request that this module writes, and what it answers is kept and served
from memory until the next hand-over.
"""

import logging
from collections.abc import Callable, Hashable, Iterable
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import quote, urlsplit

from heed.library.addresses import canonical
from heed.library.files_beside import FilesBeside
from heed.library.kept_pages import Answer, Header, KeptPage, KeptPages

Environ = dict[str, Any]
Starter = Callable[..., Any]
Application = Callable[[Environ, Starter], Iterable[bytes]]
Quick = Callable[[str, str], bytes | None]

NOT_YET: Hashable = None
MEMORY = 64 * 1024 * 1024
KEPT_STATUSES = ("200", "410")
ALWAYS = {
    # A copy may be stored, and must be asked about before it is shown: what has been
    # withdrawn is gone at the next request.
    "Cache-Control": "public, no-cache",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}
NEVER = {"set-cookie", "content-length", "server"}

log = logging.getLogger(__name__)


class PublicDoor:
    """A WSGI application that answers from memory; what it lacks, Django makes.

    `quick` may make a page without Django (None where it cannot): it goes out under the
    headers that Django gave at this address and version before. `changed` is told once
    of each version that the site comes to have. `files` are sent by the web server in
    front.
    """

    def __init__(
        self,
        pages: Application,
        *,
        address: str,
        version: Callable[[], Hashable],
        quick: Quick | None = None,
        changed: Callable[[], None] = lambda: None,
        files: FilesBeside | None = None,
        memory: int = MEMORY,
    ) -> None:
        self._pages = pages
        self._version = version
        self._quick = quick
        self._changed, self._seen = changed, NOT_YET
        self._files = files
        self._given: tuple[Hashable, dict[str, dict[str, str]]] = (None, {})
        self._kept = KeptPages(memory)
        self._address = address
        parts = urlsplit(address)
        self._host, self._scheme = parts.netloc, parts.scheme

    def __call__(self, environ: Environ, start_response: Starter) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        if method not in {"GET", "HEAD"}:
            answer = _plain("405 Method Not Allowed", [("Allow", "GET, HEAD")])
        elif self._scheme == "https" and _scheme_of(environ) != "https":
            answer = self._elsewhere(environ)
        else:
            answer = self._answer(environ)
        start_response(answer.status, answer.headers)
        return [answer.body] if method == "GET" and answer.body else []

    def _answer(self, environ: Environ) -> Answer:
        key = environ["PATH_INFO"], canonical(environ.get("QUERY_STRING", ""))
        try:
            version = self._version()
            if version != self._seen:
                self._seen = version
                self._changed()
                if self._files:
                    self._files.clear(version)
            page = self._kept.get(version, key) or self._make(version, key)
            if self._files and page.is_a_file:
                return page.sent_from(self._files.address_of(version, page))
        except Exception:  # the last line: a page without a word of what went wrong
            log.exception("A page of the public site could not be made.")
            return _plain("503 Service Unavailable", [("Retry-After", "5")])
        return page.answer(environ)

    def _make(self, version: Hashable, key: tuple[str, str]) -> KeptPage:
        if page := self._quickly(version, *key):
            self._kept.keep(version, key, page)
            return page
        said: list[Any] = []
        made = self._pages(self._bare_request(*key), lambda *words: said.extend(words))
        try:
            body = b"".join(made)
        finally:
            if close := getattr(made, "close", None):
                close()
        status, sent = said[0], said[1]
        headers = ALWAYS | {k: v for k, v in sent if k.lower() not in NEVER}
        page = KeptPage(status, headers, body)
        if status[:3] in KEPT_STATUSES and "no-store" not in headers["Cache-Control"]:
            self._kept.keep(version, key, page)
            self._remember(version, key, status, headers)
        return page

    def _quickly(self, version: Hashable, path: str, query: str) -> KeptPage | None:
        at, given = self._given
        if not self._quick or at != version or path not in given:
            return None
        body = self._quick(path, query)
        return None if body is None else KeptPage("200 OK", given[path], body)

    def _remember(
        self,
        version: Hashable,
        key: tuple[str, str],
        status: str,
        headers: dict[str, str],
    ) -> None:
        path, query = key
        if self._quick and query and status.startswith("200"):
            at, given = self._given
            kept = given if at == version else {}
            self._given = version, {**kept, path: headers}

    def _bare_request(self, path: str, query: str) -> Environ:
        return {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "public",
            "SERVER_PORT": "443" if self._scheme == "https" else "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": self._host,
            "HTTP_X_FORWARDED_PROTO": self._scheme,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": self._scheme,
            "wsgi.input": BytesIO(),
            "wsgi.errors": StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }

    def _elsewhere(self, environ: Environ) -> Answer:
        path = quote(environ["PATH_INFO"].encode("latin-1", "ignore"))
        query = canonical(environ.get("QUERY_STRING", ""))
        to = f"{self._address.rstrip('/')}{path}{'?' if query else ''}{query}"
        return _plain("301 Moved Permanently", [("Location", to)])


def _scheme_of(environ: Environ) -> str:
    forwarded: str = environ.get("HTTP_X_FORWARDED_PROTO", "")
    return forwarded or environ["wsgi.url_scheme"]


def _plain(status: str, headers: list[Header]) -> Answer:
    body = status[4:].encode() + b"\n"
    kind = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Length", str(len(body))),
    ]
    return Answer(status, [*headers, *kind], body)
