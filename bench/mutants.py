"""10,000 broken papers and messages through quarantine and reading, into a database.

    .venv/bin/python -m bench.mutants [how many]

Each goes the way that it goes in Heed: a paper is received into the quarantine and
read, a message is taken in as from the mailbox. What reads it is a process of its own,
confined as the real one (bench/standing_by.py). Goals (reference/security.md §6, F21):
the process that takes them in dies of none, every one has a verdict in the database,
none takes longer than 60 s, and the reader has at most 256 MB.
"""

import os
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass

if __name__ == "__main__":
    from bench.standing_by import readers_standing_by

    READERS = readers_standing_by()  # before Django, which they never hold

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from heed.audit.actors import SystemActor  # noqa: E402
from heed.correspondence.actions import NOT_BY_ITSELF, NOT_LOOKED_AT  # noqa: E402
from heed.correspondence.actions import receive as take_in  # noqa: E402
from heed.documents import reading  # noqa: E402
from heed.documents.actions import read, receive  # noqa: E402
from heed.papers.limits import Kind, identify  # noqa: E402
from heed.papers.paper import WAYS  # noqa: E402
from heed.papers.refusals import Refused  # noqa: E402
from tests.papers.mutants import mutant  # noqa: E402

MUTANTS = 10_000
LONGEST, MOST_MEMORY = 60, 256 * 1024
BY = SystemActor("bench")


@dataclass
class Verdict:
    what: str
    seconds: float
    number: int
    name: str


def verdict_on(number: int, partnership, referral, *, at) -> Verdict:
    """What the database says of one broken paper once it is taken in."""
    name, data = mutant(number)
    begun = time.monotonic()
    if _is_message(name, data):
        what = _of_message(data, partnership, at=at)
    else:
        what = _of_paper(name, data, referral, number, at=at)
    return Verdict(what, time.monotonic() - begun, number, name)


def _is_message(name: str, data: bytes) -> bool:
    try:
        return identify(data, name) is Kind.EML
    except Refused:
        return False


def _of_message(data: bytes, partnership, *, at) -> str:
    email = take_in(data, partnership=partnership, by=BY, at=at)
    email.refresh_from_db()
    if email.why == NOT_LOOKED_AT:
        return "NO VERDICT"
    if email.why == NOT_BY_ITSELF:
        return "BROKE WHAT TOOK IT IN"
    return f"email: {email.state}"


def _of_paper(name: str, data: bytes, referral, number: int, *, at) -> str:
    kept = receive(
        data,
        name=name,
        owner=referral,
        purpose="paper",
        received_from="website",
        by=BY,
        at=at,
    )
    kept.refresh_from_db()
    found = read(kept, read_as=sorted(WAYS)[number % len(WAYS)], by=BY, at=at)
    found.refresh_from_db()
    if found.content is not None:
        return "paper: read"
    if not found.problem or not found.problem.endswith("."):
        return "NO VERDICT"
    if kept.refused_because:
        return "paper: kept aside"
    if found.problem in {reading.UNREADABLE, reading.TOO_LONG}:
        return f"paper: {found.problem}"
    return "paper: not read, with the reason"


def main(count: int) -> int:
    from tests.cases.factories import NOON
    from tests.migrated import migrated_databases
    from tests.partnership.factories import a_partnership
    from tests.referrals.factories import a_referral

    _with_keys()
    migrated_databases()
    reading.start = READERS.start
    partnership = a_partnership(at=NOON)
    referral = a_referral(partnership, at=NOON)
    own, begun = _grown(), time.monotonic()
    verdicts = [
        verdict_on(number, partnership, referral, at=NOON) for number in range(count)
    ]
    READERS.line.close()
    return _said(verdicts, time.monotonic() - begun, own)


def _with_keys() -> None:
    from django.conf import settings

    from heed.vault.keys import make_key_file

    make_key_file(settings.MASTER_KEY_FILE)


def _said(verdicts: list[Verdict], spent: float, own: float) -> int:
    count = len(verdicts)
    print(f"{count:,} broken papers in {spent:.0f} s, {spent / count:.3f} s each")
    for what, times in Counter(v.what for v in verdicts).most_common():
        print(f"  {times:6,}  {what}")
    slow = max(verdicts, key=lambda v: v.seconds)
    print(f"slowest  {slow.seconds:6.2f} s   ({slow.name}, {slow.number})")
    deaths = Counter(READERS.deaths)
    print(f"largest  {READERS.largest / 1024:6.0f} MB; readers that died: {deaths}")
    print(f"the process that takes in: {own:.0f} MB, then {_grown():.0f} MB")
    bad = [v for v in verdicts if v.what.isupper() or v.seconds > LONGEST]
    for verdict in bad[:20]:
        print(f"NOT KEPT: {verdict}")
    return int(bool(bad) or READERS.largest > MOST_MEMORY)


def _grown() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MUTANTS))
