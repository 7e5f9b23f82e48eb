"""Whether the record is what was recorded.

Entries are read in windows by their sequence, each window whole and in few values, so
that no read stays open and little time goes into carrying rows. Of a window the links
are computed anew, the columns are compared with the text that was hashed, and the end
of the chain is compared with the head and with the newest signed checkpoint.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.db import connection

from heed.audit import checkpoints
from heed.audit.chain import BEFORE_THE_FIRST, FORMAT, canonical_in_sql
from heed.audit.models import Entry, Head

WINDOW = 1_000


@dataclass(frozen=True)
class Verdict:
    """What verification found: how many entries hold, and what is wrong after them."""

    entries: int
    checkpoint: dict | None = None
    why: str = ""
    broken_at: int | None = None

    @property
    def ok(self) -> bool:
        return not self.why

    def as_json(self) -> dict:
        broken = {} if self.broken_at is None else {"broken_at": self.broken_at}
        why = {"why": self.why} if self.why else {}
        return {
            "entries": self.entries,
            "ok": self.ok,
            **broken,
            **why,
            "checkpoint": self.checkpoint,
        }


class Broken(Exception):
    """The record does not hold, from this entry on if that is known."""

    def __init__(self, why: str, sequence: int | None = None):
        super().__init__(why)
        self.why, self.sequence = why, sequence


def verify(
    *, columns: bool = True, window: int = WINDOW, checkpoints_in: Path | None = None
) -> Verdict:
    """Verify every entry, the head and the newest checkpoint: that of the settings'
    folder, or of a copy that was kept where this machine cannot write."""
    chain = _Chain(columns=columns, window=window)
    checkpoint = checkpoints.newest(checkpoints_in)
    said = checkpoint and {"sequence": checkpoint.sequence, "at": checkpoint.at}
    try:
        chain.walk()
        _compare(checkpoint, chain.count)
    except Broken as found:
        return Verdict(chain.count, said, found.why, found.sequence)
    return Verdict(chain.count, said)


class _Chain:
    """The chain as far as it was walked: how many entries hold, and the last link."""

    def __init__(self, *, columns: bool, window: int):
        self.count, self.link = 0, BEFORE_THE_FIRST
        self.compares_columns, self.window = columns, window

    def walk(self) -> None:
        while True:
            # The head is read first: what is appended meanwhile is a window more.
            head, before = Head.objects.first(), self.count
            while self._take_window():
                pass
            if self.count == before:
                return self._compare_head(head)

    def _take_window(self) -> bool:
        number, last, texts, links, strange = _window_after(
            self.count, self.window, columns=self.compares_columns
        )
        if not number:
            return False
        before, texts, links = self.count, bytes(texts).split(b"\n"), bytes(links)
        if strange:
            # Only the entries before it are left for the links to judge.
            del texts[_number_before_a_strange_one(before) :]
            links = b"\n".join(links.split(b"\n")[: len(texts)])
        self._link(texts, links)
        if strange:
            raise Broken("Its columns are not what was hashed.", self.count + 1)
        if last != before + number or len(texts) != number:
            self.count = _numbered_right(texts, before)
            raise Broken("An entry is missing here.", self.count + 1)
        return True

    def _link(self, texts: list[bytes], links: bytes) -> None:
        link = self.link
        found = [link := sha256(link + text).digest() for text in texts]
        if b"".join(found).hex("\n", len(link)).encode() != links:
            self.count += _that_hold(found, links.split(b"\n"))
            raise Broken("Its link does not follow from its text.", self.count + 1)
        self.count, self.link = self.count + len(texts), link

    def _compare_head(self, head: Head | None) -> None:
        if head is None:
            raise Broken("The chain has lost its head.")
        if (head.sequence, head.link) != (self.count, self.link.hex()):
            self.count = min(self.count, head.sequence)
            raise Broken("The chain does not end where it ended.", self.count + 1)


def _that_hold(found: list[bytes], links: list[bytes]) -> int:
    """How many links from the beginning are those that were found."""
    pairs = zip(found, links, strict=False)
    return next(
        (place for place, (a, b) in enumerate(pairs) if a.hex().encode() != b),
        min(len(found), len(links)),
    )


def _numbered_right(texts: list[bytes], before: int) -> int:
    """The last entry of a window before the one that is missing."""
    for number, text in enumerate(texts, start=before + 1):
        if not text.startswith(b"[%d,%d," % (FORMAT, number)):
            return number - 1
    return before + len(texts)


_GATHERED = {
    "sqlite": (
        "CAST(group_concat(canonical, char(10)) AS BLOB), "
        "CAST(group_concat(link, char(10)) AS BLOB)"
    ),
    "postgresql": (
        "convert_to(string_agg(canonical, E'\\n' ORDER BY sequence), 'UTF8'), "
        "convert_to(string_agg(link, E'\\n' ORDER BY sequence), 'UTF8')"
    ),
}


def _window_after(sequence: int, size: int, *, columns: bool) -> tuple:
    """How many entries follow, the last sequence, their texts and links, and how many
    have columns that do not make up their text."""
    vendor, table = connection.vendor, Entry._meta.db_table
    strange = f"count(*) FILTER (WHERE {_is_strange(vendor)})" if columns else "0"
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*), max(sequence), {_GATHERED[vendor]}, "  # noqa: S608
            f"{strange} FROM {table} WHERE sequence > %s AND sequence <= %s",
            [sequence, sequence + size],
        )
        return cursor.fetchone()


def _number_before_a_strange_one(after: int) -> int:
    vendor, table = connection.vendor, Entry._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {table} WHERE sequence > %s "  # noqa: S608
            f"AND sequence < (SELECT min(sequence) FROM {table} "
            f"WHERE sequence > %s AND {_is_strange(vendor)})",
            [after, after],
        )
        return cursor.fetchone()[0]


def _is_strange(vendor: str) -> str:
    return f"canonical <> {canonical_in_sql(vendor)}"


def _compare(checkpoint: checkpoints.Checkpoint | None, count: int) -> None:
    """Whether the chain goes through the checkpoint."""
    if checkpoint is None:
        return
    if not checkpoint.genuine:
        raise Broken("The newest checkpoint was not signed by our key.")
    if checkpoint.sequence > count:
        raise Broken("The newest checkpoint knows entries that are missing.", count + 1)
    kept = Entry.objects.filter(sequence=checkpoint.sequence).only("link").first()
    if kept and kept.link != checkpoint.link:
        raise Broken("The newest checkpoint knows another entry.", checkpoint.sequence)
