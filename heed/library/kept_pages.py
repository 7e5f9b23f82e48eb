"""Pages as bytes, made once and kept in memory while the site's version lasts."""

import gzip
import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

Header = tuple[str, str]

SMALLEST_WORTH_PACKING = 400
LEFT_TO_THE_SERVER = {"Content-Length", "ETag"}
PACKED = re.compile(r"text/|application/(?:json|xml|atom\+xml)|image/svg")
TAKES_GZIP = re.compile(
    r"(?:^|[\s,])gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))|,|$)", re.IGNORECASE
)
A_TAG = re.compile(r'(?:W/)?("[^"]*")|\*')
ONE_RANGE = re.compile(r"bytes=(\d*)-(\d*)")


class Answer(NamedTuple):
    """What goes out: a WSGI status, headers and the bytes."""

    status: str
    headers: list[Header]
    body: bytes


class KeptPage:
    """One page in the forms in which it goes out: plain, and packed once asked so.

    Its tag is made from its bytes, so that every process gives it the same one.
    """

    def __init__(self, status: str, headers: Mapping[str, str], body: bytes) -> None:
        self.name = tag = hashlib.sha256(body).hexdigest()[:32]
        self._tags = {f'"{tag}"', f'"{tag}-gzip"'}
        self._ranged = headers.get("Accept-Ranges") == "bytes"
        self._packs = (
            len(body) >= SMALLEST_WORTH_PACKING
            and not self._ranged
            and bool(PACKED.match(headers.get("Content-Type", "")))
        )
        common = {**headers, **({"Vary": "Accept-Encoding"} if self._packs else {})}
        self._plain = _answer(status, common, body, f'"{tag}"')
        self._packed: Answer | None = None

    @property
    def body(self) -> bytes:
        """The bytes as they were made."""
        return self._plain.body

    @property
    def is_a_file(self) -> bool:
        """Whether it is saved rather than read: large, and asked for in parts."""
        return self._ranged and self._plain.status.startswith("200")

    def sent_from(self, address: str) -> Answer:
        """The answer that has the web server in front send these bytes itself; what
        parts of them are asked for, and whether they are held already, it sees."""
        told = (h for h in self._plain.headers if h[0] not in LEFT_TO_THE_SERVER)
        return Answer("200 OK", [*told, ("X-Accel-Redirect", address)], b"")

    @property
    def size(self) -> int:
        """How much memory it takes at most: packed, it is smaller than plain."""
        return (2 if self._packs else 1) * len(self._plain.body)

    def answer(self, asked: Mapping[str, str]) -> Answer:
        """The page as this request (a WSGI environment) can take it."""
        chosen = self._plain
        if self._packs and TAKES_GZIP.search(asked.get("HTTP_ACCEPT_ENCODING", "")):
            chosen = self._packed = self._packed or _packed(chosen)
        held = asked.get("HTTP_IF_NONE_MATCH")
        if held is not None and chosen.status.startswith("200") and self._held(held):
            return _not_modified(chosen)
        if self._ranged and "HTTP_RANGE" in asked:
            return self._part(asked["HTTP_RANGE"], asked.get("HTTP_IF_RANGE"))
        return chosen

    def _held(self, tags: str) -> bool:
        return any(
            found.group() == "*" or found.group(1) in self._tags
            for found in A_TAG.finditer(tags)
        )

    def _part(self, wanted: str, only_if: str | None) -> Answer:
        whole = self._plain
        found = ONE_RANGE.fullmatch(wanted.replace(" ", ""))
        if (
            not found
            or found.groups() == ("", "")
            or only_if not in {None, *self._tags}
        ):
            return whole
        length = len(whole.body)
        start, end = _bounds(*found.groups(), length)
        if start >= end:
            return _answer(
                "416 Range Not Satisfiable",
                {"Content-Range": f"bytes */{length}", "Content-Type": "text/plain"},
                b"",
            )
        headers = dict(whole.headers)
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{length}"
        return _answer("206 Partial Content", headers, whole.body[start:end])


def _answer(
    status: str, headers: Mapping[str, str], body: bytes, tag: str = ""
) -> Answer:
    tagged = {"ETag": tag} if tag else {}
    complete = {**headers, **tagged, "Content-Length": str(len(body))}
    return Answer(status, list(complete.items()), body)


def _packed(plain: Answer) -> Answer:
    headers = {**dict(plain.headers), "Content-Encoding": "gzip"}
    tag = headers["ETag"].rstrip('"')
    body = gzip.compress(plain.body, 9, mtime=0)
    return _answer(plain.status, headers, body, f'{tag}-gzip"')


def _not_modified(page: Answer) -> Answer:
    kept = [
        header
        for header in page.headers
        if header[0] not in {"Content-Length", "Content-Type", "Content-Encoding"}
    ]
    return Answer("304 Not Modified", kept, b"")


def _bounds(first: str, last: str, length: int) -> tuple[int, int]:
    if not first:
        return max(0, length - int(last)), length if int(last) else 0
    return int(first), min(int(last) + 1, length) if last else length


class KeptPages:
    """A bounded memory of pages of one version of the site; the idlest leave first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._pages: OrderedDict[Hashable, KeptPage] = OrderedDict()
        self._version: Hashable = None
        self.size = 0

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, version: Hashable, key: Hashable) -> KeptPage | None:
        """The page of this version, if it is kept. A new version forgets all others."""
        with self._lock:
            if version != self._version:
                self._pages.clear()
                self._version, self.size = version, 0
                return None
            if page := self._pages.get(key):
                self._pages.move_to_end(key)
            return page

    def keep(self, version: Hashable, key: Hashable, page: KeptPage) -> None:
        """Keep a page, unless the site has moved on or the page is very large."""
        with self._lock:
            if version != self._version or page.size > self._limit // 4:
                return
            if replaced := self._pages.pop(key, None):
                self.size -= replaced.size
            self._pages[key] = page
            self.size += page.size
            while self.size > self._limit:
                _, idlest = self._pages.popitem(last=False)
                self.size -= idlest.size
