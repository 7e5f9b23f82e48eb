"""Has a paper read by a confined process, and takes its answer or its failure."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread, Timer
from typing import IO

from heed.documents.confinement import SECONDS
from heed.papers.pictures import Picture, bare

SENTENCE = 500
MOST_SAID = 80 * 1024 * 1024
"""One answer of a process that may have been taken over by what it reads: a report of
50 MB whose pictures are written in letters has room in it."""
TOO_LONG = "Reading this file took too long. Please read it by eye."
UNREADABLE = "This file could not be read. Please read it by eye."


@dataclass(frozen=True)
class Outcome:
    """What the reading gave: the content, or the sentence why there is none, and the
    reason that stands for it where it has one."""

    content: dict | None
    problem: str = ""
    reason: str = ""


@dataclass(frozen=True)
class TakenApart:
    """A message: its parts, what came with it byte for byte and in the order of the
    parts, and what it says as a referral."""

    parts: Outcome
    attached: tuple[bytes, ...]
    referral: Outcome


def read_in_child(
    data: bytes, name: str, read_as: str, *, seconds: float = SECONDS
) -> Outcome:
    """Read a paper in a process of its own. Any failure is a sentence, never a crash:
    a paper that cannot be read is kept and put before a person."""
    with _child(data, name, read_as, seconds) as child:
        return child.answer()


def take_apart_in_child(
    data: bytes, name: str, *, seconds: float = SECONDS
) -> TakenApart:
    """Take a message apart and read it as a referral, in one process of its own. Where
    the second goes wrong, the first stands."""
    with _child(data, name, "email", seconds) as child:
        parts = child.answer()
        if parts.content is None:
            return TakenApart(parts, (), parts)
        attached = child.files(parts.content, most=MOST_SAID + len(data))
        if attached is None:
            failed = child.failure()
            return TakenApart(failed, (), failed)
        return TakenApart(parts, attached, child.answer())


SEARCH_TOO_LONG = "It took too long to be searched."
NOT_SEARCHED = "It could not be searched."


def search_in_child(
    order: dict, pictures: Mapping[str, bytes], *, seconds: float = SECONDS
) -> Outcome:
    """Have a text searched for what could identify somebody, in a process of its own.
    Any failure is a sentence: who asked keeps it as a finding that nobody answered."""
    named = [[key, len(data)] for key, data in pictures.items()]
    line = json.dumps(order | {"pictures": named}).encode() + b"\n"
    pieces = b"".join((line, *pictures.values()))
    with _child(pieces, "", "search", seconds) as child:
        told = child.answer()
        if told.content is None:
            return Outcome(None, SEARCH_TOO_LONG if child.ended else NOT_SEARCHED)
        return told


@dataclass(frozen=True)
class Shown:
    """A picture made anew, or the sentence why it cannot be shown."""

    picture: Picture | None
    problem: str = ""


def remake_in_child(data: bytes, name: str) -> Shown:
    """Have a picture made anew in a process of its own. What comes back is taken apart
    once more: nothing but a bare .png or .jpg leaves here, whoever took the process."""
    with _child(data, name, "picture", SECONDS) as child:
        told = child.answer()
        if told.content is None:
            return Shown(None, told.problem)
        made = child.files(told.content, most=MOST_SAID)
        picture = bare(made[0]) if made else None
        return Shown(picture, "" if picture else child.failure().problem)


@dataclass(frozen=True)
class Scan:
    """The pages of a scan made anew, or the sentence why they cannot be shown."""

    data: bytes
    problem: str = ""


def remake_scan_in_child(data: bytes, name: str) -> Scan:
    """Have a scan made anew in a process of its own, and what comes back once more in
    another: only what stays the same then is nothing but its pages."""
    first = _scan_from_child(data, name)
    again = _scan_from_child(first.data, name) if first.data else first
    if first.data == again.data:
        return first
    return Scan(b"", again.problem or UNREADABLE)


def _scan_from_child(data: bytes, name: str) -> Scan:
    with _child(data, name, "scan", SECONDS) as child:
        told = child.answer()
        if told.content is None:
            return Scan(b"", told.problem)
        made = child.files(told.content, most=MOST_SAID)
        return Scan(made[0]) if made else Scan(b"", child.failure().problem)


@dataclass
class _Child:
    """A process of which anything may be expected: what it reads may have taken it."""

    said: IO[bytes]
    ended: bool = False

    def answer(self) -> Outcome:
        """The next line that it says."""
        try:
            said = json.loads(self.said.readline(MOST_SAID))
            content, problem = said.get("content"), str(said.get("problem", ""))
        except (ValueError, RecursionError, AttributeError):
            return self.failure()
        if isinstance(content, dict):
            return Outcome(content)
        reason = str(said.get("reason", ""))[:SENTENCE]
        return Outcome(None, problem[:SENTENCE], reason) if problem else self.failure()

    def files(self, parts: dict, *, most: int) -> tuple[bytes, ...] | None:
        """The files that come after a line that names them, or None if they do not."""
        try:
            sizes = [int(each["size"]) for each in parts["attachments"]]
        except (KeyError, TypeError, ValueError):
            return None
        if sum(sizes) > most or min(sizes, default=0) < 0:
            return None
        found = tuple(self.said.read(size) for size in sizes)
        return found if [*map(len, found)] == sizes else None

    def failure(self) -> Outcome:
        """What is told where it said nothing that can be understood."""
        return Outcome(None, TOO_LONG if self.ended else UNREADABLE)


@contextmanager
def _child(data: bytes, name: str, read_as: str, seconds: float) -> Iterator[_Child]:
    with start(read_as) as process:
        child = _Child(process.stdout)
        patience = Timer(seconds, _end, (process, child))
        # What a command line says, every user of the machine can read: not a name.
        called = " ".join(name.split()).encode("utf-8", "replace")
        telling = Thread(target=_tell, args=(process.stdin, called + b"\n", data))
        for each in (patience, telling):
            each.start()
        try:
            yield child
        finally:
            patience.cancel()
            process.kill()
            telling.join()


def start(read_as: str) -> subprocess.Popen:
    """The process that will read one paper, and sees no setting."""
    return subprocess.Popen(
        [sys.executable, "-m", "heed.documents.child", read_as],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a traceback may hold words of a case
        env={"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
    )


def _end(process: subprocess.Popen, child: _Child) -> None:
    child.ended = True
    process.kill()


def _tell(its_input: IO[bytes], *pieces: bytes) -> None:
    with suppress(OSError), its_input:  # it may have fallen over meanwhile
        for piece in pieces:
            its_input.write(piece)
