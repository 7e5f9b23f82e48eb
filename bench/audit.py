"""Verifying the record, against the cost of hashing its entries alone.

Builds 1,000,000 entries in a SQLite file (or as many as named) and prints CPU seconds.
Goals: the chain at most 3 times the hashing, with columns 4.5 times; above 6 it fails.
"""

import json
import statistics
import sys
import tempfile
import time
import uuid
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import django
from django.conf import settings

BATCH = 50_000
ROUNDS = 5
GOALS = {"chain": 3.0, "chain and columns": 4.5}
FLOOR = 6.0


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        _configure(Path(folder))
        build(count)
        work = {"hashing alone": _hashing_alone(), **_verifying()}
        spent = {name: [] for name in work}
        for _ in range(ROUNDS):  # by turns, so that a busy machine is busy for all
            for name, run in work.items():
                spent[name].append(_cpu(run))
    median = {name: statistics.median(times) for name, times in spent.items()}
    return _said(count, median, median["hashing alone"])


def _said(count: int, median: dict[str, float], alone: float) -> int:
    print(f"{count:,} entries; CPU seconds, median of {ROUNDS}")
    for name, seconds in median.items():
        goal = f"goal {GOALS[name]} x" if name in GOALS else ""
        print(f"{name:<20} {seconds:>8.2f} s {seconds / alone:>7.2f} x   {goal}")
    return int(any(median[name] > FLOOR * alone for name in GOALS))


def _verifying():
    from heed.audit.verification import verify

    return {
        "chain": lambda: _must_hold(verify(columns=False)),
        "chain and columns": lambda: _must_hold(verify()),
    }


def _must_hold(verdict):
    assert verdict.ok, verdict


def _configure(folder: Path) -> None:
    settings.configure(
        INSTALLED_APPS=["heed.vault", "heed.audit"],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": folder / "bench.sqlite3",
                "OPTIONS": {"init_command": "PRAGMA synchronous=OFF;"},
            }
        },
        USE_TZ=True,
        DOOR="worker",
        MASTER_KEY_FILE=folder / "master.keys",
        CHECKPOINT_FOLDER=folder / "checkpoints",
    )
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def build(count: int) -> None:
    """Entries like real ones, chained; written past the ORM, which is not measured."""
    from django.db import connection, transaction

    from heed.audit.chain import COLUMNS

    names = [*COLUMNS, "canonical", "link"]
    sql = (
        f"INSERT INTO audit_entry ({', '.join(names)}) "
        f"VALUES ({', '.join(['%s'] * len(names))})"
    )
    rows, link = [], bytes(32)
    with transaction.atomic(), connection.cursor() as cursor:
        for sequence in range(1, count + 1):
            row, link = _a_row(sequence, link)
            rows.append(row)
            if len(rows) == BATCH or sequence == count:
                cursor.executemany(sql, rows)
                rows = []
        cursor.execute(
            "UPDATE audit_head SET sequence = %s, link = %s", [count, link.hex()]
        )


CASES = [uuid.uuid4().hex for _ in range(500)]
PEOPLE = [str(uuid.uuid4()) for _ in range(60)]
START = datetime(2026, 3, 11, 9, tzinfo=UTC)


def _a_row(sequence: int, link: bytes) -> tuple[tuple, bytes]:
    at = START + timedelta(seconds=sequence, microseconds=sequence % 1_000)
    case = CASES[sequence % len(CASES)]
    columns = (
        sequence,
        uuid.uuid4().hex,
        str(at.replace(tzinfo=None)),
        "person",
        PEOPLE[sequence % len(PEOPLE)],
        "coordinator",
        "open_document" if sequence % 3 else "record_family_contact",
        "documents.Document",
        str(uuid.UUID(case)),
        case,
        CASES[0],
        "done",
        "",
    )
    text = json.dumps([1, *columns], separators=(",", ":"))
    link = sha256(link + text.encode()).digest()
    return (*columns, text, link.hex()), link


def _hashing_alone():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT canonical FROM audit_entry")
        entries = [bytes(32) + text.encode() for (text,) in cursor.fetchall()]

    def hash_all():
        for entry in entries:
            sha256(entry).digest()

    return hash_all


def _cpu(work) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
