"""With words planted in every sealed field, the database's own bytes hold none."""

import sqlite3
from datetime import date

import pytest
from django.db import connection

from heed.vault.actions import index
from heed.vault.texts import seal_text
from tests.vault.notes import AT, BY, QUILLSHIRE, a_note

CANARIES = [f"canary{n}kestrel" for n in range(100)]
BORN = date(2019, 7, 23)


@pytest.mark.usefixtures("_notes")
def test_no_planted_word_is_in_the_database():
    for canary in CANARIES:
        note = a_note(
            f"Seen with {canary}.",
            reason=canary,
            born_on=BORN,
            details={canary: [canary]},
            content=canary.encode(),
        )
        note.words += " And again."
        note.save(update_fields=["words"])
        for kind, value in {"name": canary, "sound": canary, "born": BORN}.items():
            index(
                row_id=note.pk,
                partnership_id=QUILLSHIRE,
                kind=kind,
                values=[value],
                by=BY,
                at=AT,
            )
        seal_text("second factor", canary)

    raw = everything_kept().lower()
    assert b"the tests" in raw  # what is clear is there: we are looking at the rows
    assert [c for c in [*CANARIES, "kestrel", "2019-07-23"] if c.encode() in raw] == []


def everything_kept() -> bytes:
    if connection.vendor == "sqlite":
        kept: sqlite3.Connection = connection.connection
        return kept.serialize()
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += [
                bytes(value)
                if isinstance(value, bytes | memoryview)
                else str(value).encode()
                for row in cursor.fetchall()
                for value in row
            ]
    return b"\n".join(rows)
