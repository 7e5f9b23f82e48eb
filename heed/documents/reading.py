"""Has a paper read by a confined process, and takes its answer or its failure."""

import json
import subprocess
import sys
from dataclasses import dataclass

SECONDS = 45


@dataclass(frozen=True)
class Outcome:
    """What the reading gave: the content, or the sentence why there is none."""

    content: dict | None
    problem: str = ""


def read_in_child(data: bytes, name: str, read_as: str) -> Outcome:
    """Read a paper in a process of its own. Any failure is a sentence, never a crash:
    a paper that cannot be read is kept and put before a person."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "heed.documents.child", read_as, name],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except subprocess.TimeoutExpired:
        return Outcome(None, "Reading this file took too long. Please read it by eye.")
    if done.returncode == 2:  # noqa: PLR2004 - the contract's "could not be done"
        return Outcome(None, done.stderr.decode(errors="replace").strip()[:500])
    if done.returncode != 0:
        return Outcome(None, "This file could not be read. Please read it by eye.")
    return Outcome(json.loads(done.stdout))
