"""Entries for tests, and the ways in which somebody could spoil them."""

import json
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import connection

from heed.audit.actions import record
from heed.audit.actors import SystemActor
from heed.audit.append_only import make_triggers
from heed.audit.chain import BEFORE_THE_FIRST, COLUMNS, FORMAT, canonical, link_after
from heed.audit.models import Entry, Head

AT = datetime(2026, 3, 11, 9, tzinfo=UTC)
BY = SystemActor("the tests")
CASE = UUID(int=14)
QUILLSHIRE = UUID(int=11)


def an_entry(what="open_document", **said):
    return record(
        **{
            "what": what,
            "by": BY,
            "at": AT,
            "subject_kind": "documents.Document",
            "subject_id": UUID(int=7),
            "case_id": CASE,
            "partnership_id": QUILLSHIRE,
            "role": "coordinator",
            **said,
        }
    )


def some_entries(number=8):
    return [
        an_entry(at=AT + timedelta(minutes=n, microseconds=n % 3), reason_code=f"r{n}")
        for n in range(number)
    ]


def many_entries(number):
    """So many that they are made past `record`, and linked like it links them."""
    rows, link = [], BEFORE_THE_FIRST
    for sequence in range(1, number + 1):
        columns = [
            sequence,
            UUID(int=sequence).hex,
            str((AT + timedelta(seconds=sequence)).replace(tzinfo=None)),
            "person",
            str(UUID(int=sequence % 60)),
            "coordinator",
            "open_document",
            "documents.Document",
            str(UUID(int=sequence)),
            UUID(int=sequence % 500).hex,
            QUILLSHIRE.hex,
            "done",
            "",
        ]
        text = json.dumps([FORMAT, *columns], separators=(",", ":"))
        link = link_after(link, text)
        rows.append([*columns, text, link.hex()])
    names = [*COLUMNS, "canonical", "link"]
    values = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO audit_entry ({', '.join(names)}) VALUES ({values})", rows
        )
    Head.objects.update(sequence=number, link=link.hex())


@contextmanager
def triggers_gone():
    """What somebody with the database in their hands would do first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
        else:
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        yield cursor
    make_triggers()


def tamper(sql, *parameters):
    with triggers_gone() as cursor:
        cursor.execute(sql, parameters)
        assert cursor.rowcount != 0


def rehash(after=0):
    """Hash the chain anew, as a skilled forger would."""
    before = Entry.objects.filter(sequence__lte=after).order_by("-sequence").first()
    link = bytes.fromhex(before.link) if before else BEFORE_THE_FIRST
    with triggers_gone():
        for entry in Entry.objects.filter(sequence__gt=after).order_by("sequence"):
            entry.canonical = canonical(entry)
            link = link_after(link, entry.canonical)
            entry.link = link.hex()
            entry.save(update_fields=["canonical", "link"])
        last = Entry.objects.order_by("sequence").last()
        Head.objects.update(sequence=last.sequence, link=last.link)
