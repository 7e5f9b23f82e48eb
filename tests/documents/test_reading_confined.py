"""A paper is read by a process with little time, little memory and nothing to reach."""

import json
import subprocess
import sys
import time

import pytest

from heed.documents.confinement import BYTES, SECONDS
from heed.documents.reading import (
    TOO_LONG,
    UNREADABLE,
    read_in_child,
    take_apart_in_child,
)
from tests.papers.factories_in import an_email

CONFINED = """
import json, sys
from heed.documents.child import confine
confine()
"""


def inside(code: str) -> str:
    """What happens when this runs where papers are read."""
    done = subprocess.run(
        [sys.executable, "-c", CONFINED + code],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def test_it_cannot_write_a_file(tmp_path):
    said = inside(f"open({str(tmp_path / 'x')!r}, 'wb').write(b'x' * 9000)")

    assert "PermissionError" in said
    assert not (tmp_path / "x").exists()


REACHING = """
import os, socket, subprocess
def tried(reach):
    try:
        reach()
    except OSError as refused:
        return type(refused).__name__
    return "reached"
print(json.dumps([tried(reach) for reach in (
    socket.socket,
    lambda: socket.socket(socket.AF_UNIX),
    lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
    lambda: socket.create_connection(("127.0.0.1", 9)),
    socket.socketpair,
    os.fork,
    lambda: os.execv("/bin/true", ["true"]),
    lambda: subprocess.run(["/bin/true"]),
)]))
"""


def test_it_reaches_no_network_and_starts_nothing():
    assert set(json.loads(inside(REACHING))) == {"PermissionError"}


def test_it_reads_no_key_and_removes_no_file(tmp_path):
    key = tmp_path / "master.keys"
    key.write_text("secret")

    for does in ("open({!r}).read()", "import os; os.unlink({!r})"):
        assert "PermissionError" in inside(does.format(str(key)))
    assert "PermissionError" in inside("import os; os.listdir('/etc')")
    assert key.read_text() == "secret"


def test_where_the_network_cannot_be_cut_off_nothing_is_read(monkeypatch):
    said = inside(
        "from heed.documents import child\n"
        "child.confine = lambda: False\n"
        "child.main(['report'])"
    )
    assert "cut off from the network" in json.loads(said)["problem"]


def test_it_has_little_memory():
    assert "MemoryError" in inside(f"bytearray({BYTES})")


def test_it_has_little_time():
    said = inside(
        "import resource; print(json.dumps(resource.getrlimit(resource.RLIMIT_CPU)))"
    )
    assert SECONDS == 30
    assert json.loads(said) == [SECONDS + 1, SECONDS + 1]


@pytest.fixture
def started(monkeypatch):
    """Every process that is started to read something: its words and its settings."""
    seen, start = [], subprocess.Popen

    def watched(words, **more):
        seen.append((words, more["env"]))
        return start(words, **more)

    monkeypatch.setattr(subprocess, "Popen", watched)
    return seen


def test_it_sees_no_setting_and_no_key(started, monkeypatch):
    monkeypatch.setenv("HEED_MASTER_KEYS", "/somewhere/master.keys")

    read_in_child(b"x", "a.txt", "report")

    ((_, settings),) = started
    assert not [name for name in settings if name.startswith("HEED")]


def test_the_name_of_a_paper_stands_on_no_command_line(started):
    read_in_child(b"x", "Marny Oakbridge.docx", "referral")

    assert "Marny" not in str(started)


@pytest.mark.parametrize("name", ["a\nb.txt", "a\0b.txt", "", "\ud800.txt", "x" * 5000])
def test_no_name_breaks_the_reading(name):
    assert read_in_child(b"She was seen at noon.", name, "report").content


def test_a_paper_that_takes_too_long_is_for_a_person():
    outcome = read_in_child(b"x", "a.txt", "report", seconds=0.01)

    assert outcome.problem == TOO_LONG


class Does:
    """A confined reader whom a paper brought to do this in place of reading."""

    def __init__(self, code: str, monkeypatch):
        self.start, self.code, self.process = subprocess.Popen, code, None
        monkeypatch.setattr(subprocess, "Popen", self)

    def __call__(self, words, **more):
        words = [sys.executable, "-c", CONFINED + self.code]
        self.process = self.start(words, **more)
        return self.process


PARTS = b'{"content": {"attachments": [{"name": "a", "size": %s}]}}\n'
SLOW = {
    "sleeps": "import time; time.sleep(60)",
    "spins": "while True: pass",
    "stops in its answer": "import os, time; os.write(1, b'{'); time.sleep(60)",
}


@pytest.mark.parametrize("way", SLOW)
def test_a_reader_that_sleeps_or_spins_is_ended_and_harms_nobody(way, monkeypatch):
    """The limit is 30 seconds by the clock, of waiting as of work; here it is less."""
    does, begun = Does(SLOW[way], monkeypatch), time.monotonic()

    outcome = read_in_child(b"x" * 200_000, "a.txt", "report", seconds=0.15)

    assert outcome.problem == TOO_LONG
    assert does.process.returncode == -9
    assert time.monotonic() - begun < 15  # of a busy machine


def test_a_message_that_is_taken_apart_and_then_read_too_long_keeps_its_parts(
    monkeypatch,
):
    said = PARTS % b"2" + b"xy"
    Does(f"import os, time; os.write(1, {said!r}); time.sleep(60)", monkeypatch)

    apart = take_apart_in_child(b"x", "message.eml", seconds=0.3)

    assert apart.attached == (b"xy",)
    assert apart.referral.problem == TOO_LONG


def test_a_reader_that_wants_all_memory_falls_over_and_we_do_not(monkeypatch):
    does = Does("kept = [bytes(2**20) for _ in range(9_999)]", monkeypatch)

    assert read_in_child(b"x", "a.txt", "report").problem == UNREADABLE
    assert does.process.returncode not in {0, -9}


def test_a_reader_that_falls_over_is_a_sentence_and_no_words_of_it(monkeypatch):
    assert read_in_child(b"x", "a.txt", "no such way").problem == UNREADABLE


def test_a_paper_that_is_refused_says_why():
    outcome = read_in_child(b"<html><body>x</body></html>", "a.docx", "referral")

    assert outcome.content is None
    assert "web page" in outcome.problem


# Messages


A_MESSAGE = bytes(an_email("Name of child: Leo", attachments=[("a.bin", b"\n\r\n{}")]))


def test_a_message_is_taken_apart_and_read_in_one_process(started):
    apart = take_apart_in_child(A_MESSAGE, "message.eml")

    assert len(started) == 1
    assert apart.parts.content["sender"] == "a.lark@school.example"
    assert apart.attached == (b"\n\r\n{}",)
    assert apart.referral.content["kind"] == "referral"


def test_half_a_letter_breaks_no_page_that_shows_it():
    """F30: what Python decodes so cannot be written again as it stands."""
    raw = b"Subject: a\nContent-Type: text/plain; charset=utf-7\n\nSeen +2AA- Leo."

    body = take_apart_in_child(raw, "message.eml").parts.content["body"]

    assert body.encode() == b"Seen ? Leo."


class Says:
    """A process that says this in place of what it should, and then dies."""

    def __init__(self, said: bytes, monkeypatch):
        self.start, self.said = subprocess.Popen, said
        monkeypatch.setattr(subprocess, "Popen", self)

    def __call__(self, words, **more):
        says = f"import os; os.write(1, {self.said!r}); os._exit(9)"
        return self.start([sys.executable, "-c", says], **more)


def test_a_message_whose_referral_cannot_be_read_keeps_its_parts(monkeypatch):
    Says(PARTS % b"2" + b"xy", monkeypatch)

    apart = take_apart_in_child(A_MESSAGE, "message.eml")

    assert apart.attached == (b"xy",)
    assert apart.referral.problem == UNREADABLE


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"no line of ours\n",
        b"[1]\n",
        b'{"content": 7}\n',
        b'{"content": {}}\n',
        b"[" * 99_999 + b"\n",
        PARTS % b'"many"' + b"xy",
        PARTS % b"-1" + b"xy",
        PARTS % b"3" + b"xy",
        PARTS % b"99999999999" + b"xy",
    ],
)
def test_a_reader_that_was_taken_over_harms_nobody(said, monkeypatch):
    Says(said, monkeypatch)

    apart = take_apart_in_child(A_MESSAGE, "message.eml")

    assert apart.parts.problem == UNREADABLE
    assert apart.attached == ()
