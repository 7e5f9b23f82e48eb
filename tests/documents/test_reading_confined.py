"""A paper is read by a process with little time, little memory and nothing to reach."""

import json
import subprocess
import sys

import pytest

from heed.documents import reading
from heed.documents.confinement import BYTES, BYTES_FOR_A_MESSAGE, SECONDS
from heed.documents.reading import TOO_LONG, UNREADABLE, read_in_child

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
        "import io; print(child.main(['report']))"
    )
    assert said == "2"


def test_it_has_little_memory():
    assert "MemoryError" in inside(f"bytearray({BYTES_FOR_A_MESSAGE})")
    less = "from heed.documents.confinement import limited_to_a_paper as less; less();"
    assert "MemoryError" in inside(f"{less} bytearray({BYTES})")


def test_it_has_little_time():
    said = inside(
        "import resource; print(json.dumps(resource.getrlimit(resource.RLIMIT_CPU)))"
    )
    assert json.loads(said) == [SECONDS, SECONDS]


def test_it_sees_no_setting_and_no_key(monkeypatch):
    monkeypatch.setenv("HEED_MASTER_KEYS", "/somewhere/master.keys")
    seen = {}

    def watched(command, **more):
        seen.update(more["env"])
        return subprocess.CompletedProcess(command, 1, b"", b"")

    monkeypatch.setattr(subprocess, "run", watched)
    read_in_child(b"x", "a.txt", "report")

    assert not [name for name in seen if name.startswith("HEED")]


def test_the_name_of_a_paper_stands_on_no_command_line(monkeypatch):
    commands = []

    def watched(command, **more):
        commands.append(command)
        return subprocess.CompletedProcess(command, 1, b"", b"")

    monkeypatch.setattr(subprocess, "run", watched)
    read_in_child(b"x", "Marny Oakbridge.docx", "referral")

    assert "Marny" not in str(commands)


@pytest.mark.parametrize("name", ["a\nb.txt", "a\0b.txt", "", "\ud800.txt", "x" * 5000])
def test_no_name_breaks_the_reading(name):
    assert read_in_child(b"She was seen at noon.", name, "report").content


def test_a_paper_that_takes_too_long_is_for_a_person(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)

    assert read_in_child(b"x", "a.txt", "report").problem == TOO_LONG


def test_a_reader_that_falls_over_is_a_sentence_and_no_words_of_it(monkeypatch):
    assert read_in_child(b"x", "a.txt", "no such way").problem == UNREADABLE


def test_a_paper_that_is_refused_says_why():
    outcome = read_in_child(b"<html><body>x</body></html>", "a.docx", "referral")

    assert outcome.content is None
    assert "web page" in outcome.problem
