"""A process that stands by with the readers imported, and forks one for each paper, so
that many of them need not start Python as often. What is forked does all that
`heed.documents.child` does, and is confined as that is."""

import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Self
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
READERS = (
    "heed.documents.messages",
    "heed.papers.read_docx",
    "heed.papers.read_pdf",
)
ANSWER = struct.Struct("=iq")


@dataclass
class Readers:
    """Begins each reading where `heed.documents.reading` would start a process."""

    line: socket.socket
    largest: int = 0
    deaths: list[int] = field(default_factory=list)

    def start(self, read_as: str) -> "Process":
        into, its_input = os.pipe()
        its_output, out = os.pipe()
        socket.send_fds(self.line, [read_as.encode()], [into, out])
        os.close(into)
        os.close(out)
        pid = int.from_bytes(self.line.recv(8))
        return Process(
            self, pid, os.fdopen(its_input, "wb"), os.fdopen(its_output, "rb")
        )

    def ended(self) -> None:
        status, memory = ANSWER.unpack(self.line.recv(ANSWER.size))
        self.largest = max(self.largest, memory)
        if status not in {0, -signal.SIGKILL}:  # killed when it had said all
            self.deaths.append(status)


@dataclass
class Process:
    """One that reads; as much of `subprocess.Popen` as is asked of it."""

    readers: Readers
    pid: int
    stdin: BinaryIO
    stdout: BinaryIO

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)  # it is not waited for before the answer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stdout.close()
        self.readers.line.send(b".")
        self.readers.ended()


@contextmanager
def readers_standing_by() -> Iterator[Readers]:
    """What has papers read in here, has them read by one that stood by."""
    from heed.documents import reading

    with standing_by() as readers, patch.object(reading, "start", readers.start):
        yield readers


@contextmanager
def standing_by(*more: str) -> Iterator[Readers]:
    """One that stands by with the readers, and more, imported. What a reading makes
    ready for itself, such as patterns, is ready then where `more` has read already."""
    ours, theirs = socket.socketpair()
    words = (theirs.fileno(), *more)
    code = f"from tests.documents.standing_by import stand_by; stand_by{words}"
    command, fds = [sys.executable, "-c", code], (theirs.fileno(),)
    with ours, subprocess.Popen(command, cwd=ROOT, pass_fds=fds) as process:
        theirs.close()
        yield Readers(ours)
        ours.shutdown(socket.SHUT_RDWR)
        process.wait()


def stand_by(fd: int, *more: str) -> None:
    """Fork who reads, as often as one is asked for on this line."""
    for module in (*READERS, *more):
        import_module(module)

    line = socket.socket(fileno=fd)
    while True:
        said, fds, _, _ = socket.recv_fds(line, 100, 2)
        if not said:
            return
        pid = os.fork()
        if not pid:
            _read(said.decode(), *fds)
        for each in fds:
            os.close(each)
        line.send(pid.to_bytes(8))
        line.recv(1)
        _, status, used = os.wait4(pid, 0)
        line.send(ANSWER.pack(os.waitstatus_to_exitcode(status), used.ru_maxrss))


def _read(read_as: str, into: int, out: int) -> None:
    from heed.documents import child

    os.dup2(into, 0)
    os.dup2(out, 1)
    try:
        child.main([read_as])
    except MemoryError:
        os._exit(3)
    except BaseException:  # noqa: BLE001 - that it died is counted
        os._exit(4)
    os._exit(0)
