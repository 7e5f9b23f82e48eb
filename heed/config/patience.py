"""The desk's server: gunicorn's with threads, of which nobody holds one by sending, or
taking, next to nothing (F27); and of which no form that broke off is taken for whole.

Eight threads answer the desk. Without this, eight visitors who send a byte a second
would keep everybody else out for as long as they like.
"""

import errno
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from selectors import EVENT_READ

from gunicorn.workers.gthread import TConn, ThreadWorker

AT_FIRST, SECONDS = 5, 20
"""For how long we wait for somebody who says nothing; for who has said much already."""
RATE = 1_000
"""Bytes that give a second: a telephone on the oldest network sends more."""
AHEAD = 64 * 1024
"""As much is sent to somebody who has not taken it yet; so it shows that they take."""


class Hurried(socket.socket):
    """A line whose other end has a little time, and is given more for all that it sends
    or takes."""

    at_first, seconds = float(AT_FIRST), float(SECONDS)
    left = at_first

    def recv(self, *words: int) -> bytes:
        if self.left <= 0:  # who hung up says no more
            return b""
        with self._waiting() as moved:
            data = super().recv(*words)
            moved.append(len(data))
        return data

    def send(self, *words) -> int:
        with self._waiting() as moved:
            moved.append(super().send(*words))
        return moved[0]

    def sendall(self, data: bytes, *words: int) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self.send(rest, *words) :]

    @contextmanager
    def _waiting(self) -> Iterator[list[int]]:
        """What is done inside takes of their time; what was moved gives more."""
        usual = self.gettimeout()
        moved: list[int] = []
        if usual == 0:  # nobody waits
            yield moved
            return
        self._still_there()
        begun, patience = time.monotonic(), self.left
        self.settimeout(patience if usual is None else min(usual, patience))
        try:
            yield moved
        except TimeoutError:
            if usual is not None and usual < patience:
                raise
            patience = 0.0
        finally:
            self.settimeout(usual)
            spent = time.monotonic() - begun
            self.left = min(self.seconds, patience - spent + sum(moved) / RATE)
        self._still_there()

    def _still_there(self) -> None:
        """Once their time is up it is as if they had hung up: everybody who uses a line
        knows what to do then."""
        if self.left <= 0:
            raise ConnectionResetError(errno.ECONNRESET, "Too slow to be waited for.")


class Patience(ThreadWorker):
    """A worker of the desk."""

    line = Hurried

    def accept(self, listener) -> None:
        """Take a call; until the caller says something no thread waits for it."""
        try:
            caller, address = listener.accept()
        except OSError as error:
            if error.errno in {errno.EAGAIN, errno.EWOULDBLOCK, errno.ECONNABORTED}:
                return
            raise
        self.nr_conns += 1
        line = self.line(fileno=caller.detach())
        line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, AHEAD)
        call = TConn(self.cfg, line, address, listener.getsockname())
        call.timeout = time.monotonic() + line.at_first
        self.pending_conns.append(call)
        heard = partial(self.on_pending_socket_readable, call)
        self.poller.register(line, EVENT_READ, heard)

    def handle(self, conn):
        """Answer a request; its sender's time begins now."""
        conn.sock.left = conn.sock.at_first
        return super().handle(conn)


class Whole:
    """The body of a request. One that ends before its end is no form: it may lack what
    stood last, or half of a file."""

    def __init__(self, body, size: int):
        self.body, self.missing = body, size

    def read(self, size: int = -1) -> bytes:
        asked = self.missing if size is None or size < 0 else min(size, self.missing)
        return self._counted(self.body.read(size), asked)

    def readline(self, size: int = -1) -> bytes:
        line = self.body.readline(size)
        return self._counted(line, 0 if line.endswith(b"\n") else len(line) or 1)

    def _counted(self, data: bytes, least: int) -> bytes:
        """What was read: less than was asked for comes only from a line that ended."""
        if len(data) < min(least, self.missing):
            raise ConnectionResetError(errno.ECONNRESET, "It broke off.")
        self.missing -= len(data)
        return data


def whole_forms_only(application):
    """An application that is given no form that broke off on its way."""

    def answer(environ, start_response):
        size = environ.get("CONTENT_LENGTH") or "0"
        if size.isdecimal():
            environ["wsgi.input"] = Whole(environ["wsgi.input"], int(size))
        return application(environ, start_response)

    return answer
