"""10,000 broken papers and messages through the quarantine's look and the reading.

    .venv/bin/python -m bench.mutants [how many]

Each is identified as the web process does it, then read in a process of its own that is
confined exactly as `heed.documents.child` is. Goals (reference/security.md §6, F21):
0 deaths of the process that looks, every paper with a verdict, none longer than 60 s,
memory at most 512 MB (256 MB for a paper).
"""

import contextlib
import json
import os
import resource
import select
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass

from heed.documents.child import confine
from heed.documents.confinement import limited_to_a_paper
from heed.documents.messages import parts_of
from heed.papers.limits import Kind, identify
from heed.papers.paper import WAYS, read_paper
from heed.papers.refusals import Refused
from tests.papers.mutants import mutant, papers

MUTANTS = 10_000
LONGEST, MOST_MEMORY = 60, 512 * 1024


@dataclass
class Verdict:
    what: str
    seconds: float
    memory: int
    number: int
    name: str


def looked_at(number: int) -> Verdict:
    """The verdict on one broken paper. Raises what the web process would die of."""
    name, data = mutant(number)
    begun = time.monotonic()
    try:
        what, memory = read_apart(data, name, identify(data, name), number)
    except Refused as refused:
        what, memory = f"refused: {refused.reason}", 0
    return Verdict(what, time.monotonic() - begun, memory, number, name)


def read_apart(data: bytes, name: str, kind: Kind, number: int) -> tuple[str, int]:
    out, into = os.pipe()
    child = os.fork()
    if not child:
        os.close(out)
        said = b"died"
        with contextlib.suppress(BaseException):
            said = read_here(data, name, kind, number)
        os.write(into, said)
        os._exit(0)
    os.close(into)
    ready, _, _ = select.select([out], [], [], LONGEST)
    said = os.read(out, 200).decode() if ready else "hangs"
    if not ready:
        os.kill(child, signal.SIGKILL)
    os.close(out)
    _, status, used = os.wait4(child, 0)
    return (said or f"died of {status}"), used.ru_maxrss


def read_here(data: bytes, name: str, kind: Kind, number: int) -> bytes:
    if not confine():
        return b"not confined"
    try:
        if kind is Kind.EML:
            json.dumps(parts_of(data, name))
        else:
            limited_to_a_paper()
        json.dumps(read_paper(data, name, sorted(WAYS)[number % len(WAYS)]))
    except Refused as refused:
        return f"refused: {refused.reason}".encode()
    except MemoryError:
        return b"too large for the memory it has"
    except Exception as wrong:  # noqa: BLE001
        return f"died: {type(wrong).__name__}".encode()
    return b"read"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else MUTANTS
    for name, data in papers().items():
        with contextlib.suppress(Refused):  # the readers are imported once
            read_paper(data, name, "report")
    own = grown()
    begun = time.monotonic()
    verdicts = [looked_at(number) for number in range(count)]
    spent = time.monotonic() - begun
    print(f"{count:,} broken papers in {spent:.0f} s, {spent / count:.4f} s each")
    for what, times in Counter(v.what for v in verdicts).most_common():
        print(f"  {times:6,}  {what}")
    slow = max(verdicts, key=lambda v: v.seconds)
    large = max(verdicts, key=lambda v: v.memory)
    print(f"slowest  {slow.seconds:6.2f} s   ({slow.name}, {slow.number})")
    print(f"largest  {large.memory / 1024:6.0f} MB  ({large.name}, {large.number})")
    print(f"the process that looks: {own:.0f} MB, then {grown():.0f} MB")
    bad = [v for v in verdicts if v.what.startswith(("died", "hangs", "not c"))]
    bad += [v for v in verdicts if v.memory > MOST_MEMORY or v.seconds > LONGEST]
    for verdict in bad[:20]:
        print(f"NOT KEPT: {verdict}")
    sys.exit(bool(bad))


def grown() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
