"""Has a paper read by a confined process, and takes its answer or its failure."""

import json
import subprocess
import sys
from dataclasses import dataclass

SECONDS = 45
SENTENCE = 500
COULD_NOT = 2
TOO_LONG = "Reading this file took too long. Please read it by eye."
UNREADABLE = "This file could not be read. Please read it by eye."


@dataclass(frozen=True)
class Outcome:
    """What the reading gave: the content, or the sentence why there is none."""

    content: dict | None
    problem: str = ""


def read_in_child(data: bytes, name: str, read_as: str) -> Outcome:
    """Read a paper in a process of its own. Any failure is a sentence, never a crash:
    a paper that cannot be read is kept and put before a person."""
    # What a command line says, every user of the machine can read: not a file's name.
    called = " ".join(name.split()).encode("utf-8", "replace")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "heed.documents.child", read_as],
            input=called + b"\n" + data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except subprocess.TimeoutExpired:
        return Outcome(None, TOO_LONG)
    if done.returncode == COULD_NOT:
        said = done.stderr.decode(errors="replace").strip()[:SENTENCE]
        return Outcome(None, said or UNREADABLE)
    if done.returncode != 0:
        return Outcome(None, UNREADABLE)
    return Outcome(json.loads(done.stdout))
