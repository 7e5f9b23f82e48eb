"""What is sent to the desk to exhaust it: far too much, no end, or next to nothing.

    .venv/bin/python -m bench.uploads

Goals (reference/security.md §6, F27): refused at the limit without being kept in memory
(32 MB more at most), 413; what lay in the store for the request is gone, and the thread
is free, within 60 s; meanwhile the desk answers others. Asked of `heed demo`, so of the
server that a deployment runs.
"""

import shutil
import socket
import sys
import tempfile
import time
import urllib.request
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Event, Thread

from tests.demo.running import running
from tests.demo.sending import (
    ADDRESS,
    BASE64,
    FIELDS,
    FILES,
    FORM,
    GB,
    MB,
    TOKEN,
    WORDS,
    a_file_of,
    answered,
    chunked,
    cut_off,
    of_one,
    zeros,
)
from tests.journeys.mail import a_free_port
from tests.migrated import demonstration_files

MOST_MORE, SECONDS, SLOW = 32, 60, 16
TOO_MUCH, NO_FORM = {413}, {400, 403}
UNREAD = {200, 400, 403}  # beyond the length that was named nothing is read
HEAD = f"POST {ADDRESS} HTTP/1.1\r\nHost: localhost\r\n"
HEAD += f"Cookie: heed-form={TOKEN}\r\n"
SENT = {
    "a file of 2 GB": (lambda: a_file_of(2 * GB), TOO_MUCH),
    "a file of 300 MB": (lambda: a_file_of(300 * MB), TOO_MUCH),
    "a file of 60 MB": (lambda: a_file_of(60 * MB), {200}),
    "2 GB that say they are 1 kB": (
        lambda: ([FORM, "Content-Length: 1000"], zeros(2 * GB)),
        UNREAD,
    ),
    "2 GB without a length": (lambda: chunked(2 * GB), UNREAD),
    "a length that is no number": (
        lambda: ([FORM, "Content-Length: much"], zeros(MB)),
        NO_FORM,
    ),
    "8 MB of words in base64": (lambda: of_one(FORM, BASE64), TOO_MUCH),
    "10,000 fields": (lambda: of_one(WORDS, FIELDS), TOO_MUCH),
    "1,000 files": (lambda: of_one(FORM, FILES), TOO_MUCH),
    "a form that is cut off": (
        lambda: cut_off(10 * MB),
        NO_FORM,
    ),
}


def main() -> int:
    desk, public = a_free_port(), a_free_port()
    with tempfile.TemporaryDirectory() as folder:
        var = Path(shutil.copytree(demonstration_files(), Path(folder, "var")))
        with running(var, desk, public) as demo:
            workers = _workers(demo.pid)
            for _ in range(20):
                _another(desk)
            bad = [_too_much(what, desk, workers) for what in SENT]
            return int(any([*bad, _slowly(desk, workers), _left(workers)]))


def _too_much(what: str, desk: int, workers: list[int]) -> bool:
    made, wanted = SENT[what]
    before, begun = _grown(workers), time.monotonic()
    status, sent = answered(desk, made())
    spent, more = time.monotonic() - begun, _grown(workers) - before
    # One that hung up while more came has refused as well.
    bad = (status not in wanted | {0}) or more > MOST_MORE or spent > SECONDS
    print(
        f"{what:<28} {status or 'hung up'} after {sent / MB:6.1f} MB, {spent:5.2f} s, "
        f"{more:4.0f} MB more (goal {MOST_MORE}){'   OVER' if bad else ''}"
    )
    return bad


def _slowly(desk: int, workers: list[int]) -> bool:
    """More callers than the desk has threads, each sending a byte a second."""
    before, begun = _grown(workers), time.monotonic()
    with ExitStack() as calls:
        lines = [_a_slow_call(calls, desk, number) for number in range(SLOW)]
        done = Event()
        trickle = Thread(target=_trickle, args=(lines, done))
        trickle.start()
        _another(desk)
        spent, more = time.monotonic() - begun, _grown(workers) - before
        done.set()
        trickle.join()
    bad = spent > SECONDS or more > MOST_MORE
    print(
        f"{SLOW} callers of a byte a second: another is answered after {spent:.1f} s "
        f"(goal {SECONDS}), {more:.0f} MB more{'   OVER' if bad else ''}"
    )
    return bad


def _a_slow_call(calls: ExitStack, desk: int, number: int) -> socket.socket:
    call = calls.enter_context(socket.create_connection(("localhost", desk)))
    form = f"{FORM}\r\nContent-Length: 90000\r\n\r\n" if number % 2 else ""
    call.sendall(f"{HEAD}{form}".encode())
    return call


def _trickle(lines: list[socket.socket], done: Event) -> None:
    while not done.wait(1):
        for line in lines:
            with suppress(OSError):
                line.sendall(b"x")


def _left(workers: list[int]) -> bool:
    """Whether anything that was being uploaded still lies in the store."""
    until = time.monotonic() + SECONDS
    while (lie := _lying(workers)) and time.monotonic() < until:
        time.sleep(0.5)
    print(f"uploads that still lie in the store: {lie} (goal 0)")
    return bool(lie)


def _lying(workers: list[int]) -> int:
    names = [each for pid in workers for each in Path(f"/proc/{pid}/fd").iterdir()]
    held = 0
    for name in names:
        with suppress(OSError):
            held += "/arriving/" in str(name.readlink())
    return held


def _another(desk: int) -> None:
    """Somebody else's page."""
    address = f"http://localhost:{desk}/refer/"
    with urllib.request.urlopen(address, timeout=5 * SECONDS) as answer:
        answer.read()


def _workers(demo: int) -> list[int]:
    """Those who answer at the desk's door."""
    everyone = _children(demo)
    return [pid for each in everyone for pid in _children(each) if _is_desk(pid)]


def _children(pid: int) -> list[int]:
    return [
        int(each)
        for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    ]


def _is_desk(pid: int) -> bool:
    return "wsgi_desk" in Path(f"/proc/{pid}/cmdline").read_text()


def _grown(workers: list[int]) -> float:
    """The most memory that any of them ever had, in MB."""
    status = [Path(f"/proc/{pid}/status").read_text() for pid in workers]
    return max(int(each.split("VmHWM:")[1].split()[0]) for each in status) / 1024


if __name__ == "__main__":
    sys.exit(main())
