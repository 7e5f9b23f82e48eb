"""The journal's file: lines are added to it, and none is ever changed."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.conf import settings

NAME = "journal.jsonl"
LOCK = "journal.lock"
BEGINS = "begins"
OWN = 0o600


@dataclass(frozen=True)
class Line:
    """What ended: its kind, which thing, and how it stands since. No words of a case.

    `sequence` and `entry` are those of the record's entry that told of it. A line of
    the kind `begins` says from where on a record is followed: from its beginning, or
    from where a database ended that was put back."""

    sequence: int
    entry: str
    at: str
    kind: str
    subject: str = ""
    facts: dict = field(default_factory=dict)


def folder() -> Path:
    """Where the journal is kept."""
    return Path(settings.JOURNAL_FOLDER)


def is_there() -> bool:
    """Whether a journal has been begun."""
    return (folder() / NAME).is_file()


def lines() -> list[Line]:
    """Every line of the journal, the oldest first. The end of a line that was torn by a
    crash is left out: what it told of is written again."""
    if not is_there():
        return []
    return [
        Line(**json.loads(text))
        for text in (folder() / NAME).read_text(encoding="utf-8").splitlines()
        if _is_whole(text)
    ]


def last_line() -> Line | None:
    """The line that was added last."""
    kept = lines()
    return kept[-1] if kept else None


def add(new: Iterable[Line]) -> int:
    """Add lines, and return once they are on the disk. The lock is the caller's."""
    texts = [json.dumps(asdict(line), ensure_ascii=False) for line in new]
    if not texts:
        return 0
    path = folder() / NAME
    torn = path.is_file() and path.read_bytes()[-1:] not in {b"", b"\n"}
    data = ("\n" if torn else "") + "\n".join(texts) + "\n"
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWN)
    with os.fdopen(handle, "wb") as out:
        out.write(data.encode())
        out.flush()
        os.fsync(out.fileno())
    return len(texts)


@contextmanager
def alone() -> Iterator[None]:
    """Of several processes one adds to the journal at a time."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder() / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _is_whole(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
