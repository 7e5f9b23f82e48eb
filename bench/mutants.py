"""10,000 broken papers and messages through quarantine and reading, into a database.

    .venv/bin/python -m bench.mutants [how many]

Each goes the way that it goes in Heed: a paper is received into the quarantine and
read, a message is taken in as from the mailbox. What reads it is a process of its own,
confined as the real one (tests/documents/standing_by.py). Goals (reference/security.md
§6, F21): the process that takes them in dies of none and has at most 512 MB, every one
has a verdict in the database, none takes longer than 60 s, and the reader has at most
256 MB.
"""

import os
import resource
import sys
import time
import traceback
from collections import Counter

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from tests.documents.standing_by import Readers, readers_standing_by  # noqa: E402
from tests.documents.taken_in import Verdict, verdict_on  # noqa: E402

MUTANTS = 10_000
LONGEST, MOST_MEMORY, MOST_OF_TAKER = 60, 256, 512


def main(count: int) -> int:
    from tests.cases.factories import NOON
    from tests.migrated import migrated_databases
    from tests.partnership.factories import a_partnership
    from tests.referrals.factories import a_referral

    _with_keys()
    migrated_databases()
    referral = a_referral(a_partnership(at=NOON), at=NOON)
    own, begun = _grown(), time.monotonic()
    with readers_standing_by() as readers:
        verdicts = [_of(number, referral, at=NOON) for number in range(count)]
    return _said(verdicts, time.monotonic() - begun, own, readers)


def _of(number: int, referral, *, at) -> Verdict:
    if number and not number % 500:
        print(f"{number:,} taken in", file=sys.stderr, flush=True)
    try:
        return verdict_on(number, referral, at=at)
    except Exception:  # noqa: BLE001 - each is counted
        traceback.print_exc()
        return Verdict("CRASHED", 0, number, "")


def _with_keys() -> None:
    from django.conf import settings

    from heed.vault.keys import make_key_file

    make_key_file(settings.MASTER_KEY_FILE)


def _said(verdicts: list[Verdict], spent: float, own: float, readers: Readers) -> int:
    count, grown, largest = len(verdicts), _grown(), readers.largest / 1024
    print(f"{count:,} broken papers in {spent:.0f} s, {spent / count:.3f} s each")
    for what, times in Counter(v.what for v in verdicts).most_common():
        print(f"  {times:6,}  {what}")
    slow = max(verdicts, key=lambda v: v.seconds)
    print(f"slowest  {slow.seconds:6.2f} s   ({slow.name}, {slow.number}; goal 60)")
    deaths = Counter(readers.deaths)
    print(f"largest reader {largest:.0f} MB (goal 256); readers that died: {deaths}")
    print(f"the process that takes in: {own:.0f} MB, then {grown:.0f} MB (goal 512)")
    bad = [v for v in verdicts if v.is_fault or v.seconds > LONGEST]
    for verdict in bad[:20]:
        print(f"NOT KEPT: {verdict}")
    return int(bool(bad) or largest > MOST_MEMORY or grown > MOST_OF_TAKER)


def _grown() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MUTANTS))
