"""F27: who sends or takes next to nothing keeps no thread of the desk, and nobody out."""

import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

import pytest

from heed.config.management.commands.serve import DOORS
from heed.config.patience import RATE, SECONDS, Hurried
from tests.config.a_door import Quick

THREADS = 2
HEAD = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n"
SLOW = {
    "says nothing": b"",
    "stops in its first line": b"POST / HT",
    "stops in its headers": HEAD,
    "stops in its form": HEAD + b"\r\nname=",
    "takes nothing": b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n",
}


@pytest.fixture
def two_ends():
    here, there = socket.socketpair()
    with Quick(fileno=there.detach()) as line, here:
        yield here, line


def test_who_sends_a_byte_now_and_then_is_not_waited_for(two_ends):
    here, line = two_ends
    stopped = threading.Event()

    def trickle():
        while not stopped.wait(0.01):
            here.send(b"x")

    got, sending = [], threading.Thread(target=trickle)
    sending.start()
    with pytest.raises(ConnectionResetError):
        got.extend(iter(lambda: line.recv(100), b""))
    stopped.set()
    sending.join()

    assert sum(map(len, got)) < 100


def test_who_sends_as_much_as_an_old_telephone_keeps_the_line(two_ends):
    here, line = two_ends
    for _ in range(20):
        line.left -= 0.1  # as if it had taken so long
        here.send(bytes(RATE // 10))
        assert line.recv(RATE)

    assert 0 < line.left <= line.seconds


def test_no_patience_is_saved_up_for_later(two_ends):
    here, line = two_ends
    here.send(bytes(50 * RATE))
    line.recv(50 * RATE)

    assert line.left == line.seconds
    line.left = 0.05
    with pytest.raises(ConnectionResetError):
        line.recv(1)
    assert line.recv(1) == b""
    with pytest.raises(ConnectionResetError):
        line.sendall(b"x")


def test_a_shorter_wait_of_the_server_itself_stays_what_it_is(two_ends):
    _, line = two_ends
    line.settimeout(0.01)
    with pytest.raises(TimeoutError):
        line.recv(1)
    line.setblocking(False)
    with pytest.raises(BlockingIOError):
        line.recv(1)


@pytest.fixture(scope="module")
def door(tmp_path_factory):
    """The port of a real server with two threads and little patience."""
    log = tmp_path_factory.mktemp("door") / "log"
    words = ["tests.config.a_door:application", "--bind=127.0.0.1:0", "--workers=1"]
    words += [f"--threads={THREADS}", "--no-control-socket", "--no-sendfile"]
    words += ["--worker-class=tests.config.a_door.Impatience"]
    program = Path(sys.executable).with_name("gunicorn")
    with log.open("w") as out:
        server = subprocess.Popen([program, *words], stdout=out, stderr=out)
    try:
        while not (said := re.search(r"Listening at: \S+:(\d+)", log.read_text())):
            assert server.poll() is None, log.read_text()
            time.sleep(0.02)
        yield int(said[1])
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait()
    assert "Traceback" not in log.read_text()


def asked(port: int, body: bytes = b"words") -> bytes:
    line = HTTPConnection("127.0.0.1", port, timeout=20)
    line.request("POST", "/", body)
    said = line.getresponse().read()
    line.close()
    return said


@pytest.mark.parametrize("way", SLOW)
def test_slow_callers_on_every_thread_keep_nobody_out(door, way):
    with ExitStack() as calls:
        for _ in range(2 * THREADS):
            call = socket.create_connection(("127.0.0.1", door))
            calls.enter_context(call)
            call.sendall(SLOW[way])
        assert asked(door) == b"5"


@pytest.mark.parametrize("sent", [b"name=Ma", b""])
def test_a_form_that_broke_off_is_taken_for_no_form(door, sent):
    with socket.create_connection(("127.0.0.1", door)) as call:
        call.sendall(HEAD + b"Connection: close\r\n\r\n" + sent)
        call.shutdown(socket.SHUT_WR)
        assert b"broken off" in b"".join(iter(lambda: call.recv(9_000), b""))


def test_a_caller_in_a_hurry_is_answered_again_and_again(door):
    line = HTTPConnection("127.0.0.1", door, timeout=20)
    for size in (0, 1, 300_000):
        line.request("POST", "/", bytes(size))
        assert line.getresponse().read() == str(size).encode()
    line.request("GET", "/large")
    assert len(line.getresponse().read()) == 40_000_000
    line.close()


def test_the_desk_is_served_so():
    assert "--worker-class=heed.config.patience.Patience" in DOORS["desk"]
    assert Hurried.at_first < Hurried.seconds == SECONDS <= 60


def test_who_sent_much_is_waited_for_longer(two_ends):
    here, line = two_ends
    line.left, line.seconds = 0.1, 9.0
    here.send(bytes(4 * RATE))
    line.recv(5 * RATE)

    assert 4 < line.left < 4.2
