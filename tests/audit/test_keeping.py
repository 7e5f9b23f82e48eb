"""What is on the record is not changed, removed or replaced."""

import pytest
from django.core.checks import run_checks
from django.db import DatabaseError, connection, transaction

from heed.audit import append_only
from heed.audit.append_only import keep_append_only, make_triggers, missing_triggers
from heed.audit.models import Entry
from tests.audit.entries import an_entry, some_entries
from tests.vault.notes import a_key

COLUMNS = ", ".join(field.column for field in Entry._meta.local_concrete_fields)
SAME_COLUMNS = COLUMNS.replace("reason_code", "'tampered'")


def run(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def refused(sql):
    with (
        pytest.raises(DatabaseError, match="keeps what it holds"),
        transaction.atomic(),
    ):
        run(sql)


def test_no_entry_is_changed(db):
    entry = an_entry()
    entry.what = "something_else"
    with (
        pytest.raises(DatabaseError, match="keeps what it holds"),
        transaction.atomic(),
    ):
        entry.save(update_fields=["what"])
    refused("UPDATE audit_entry SET what = 'something_else'")
    assert Entry.objects.get().what == "open_document"


def test_no_entry_is_removed(db):
    entry = an_entry()
    with (
        pytest.raises(DatabaseError, match="keeps what it holds"),
        transaction.atomic(),
    ):
        entry.delete()
    refused("DELETE FROM audit_entry")
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("recursive_triggers", ["ON", "OFF"])
def test_no_entry_is_replaced(db, recursive_triggers):
    some_entries(2)
    if connection.vendor == "postgresql":
        refused(
            f"INSERT INTO audit_entry ({COLUMNS}) SELECT {COLUMNS} FROM audit_entry "
            "ON CONFLICT (id) DO UPDATE SET reason_code = 'tampered'"
        )
        return
    run(f"PRAGMA recursive_triggers={recursive_triggers}")
    try:
        refused(
            f"INSERT OR REPLACE INTO audit_entry ({COLUMNS}) "
            f"SELECT {SAME_COLUMNS} FROM audit_entry WHERE sequence = 1"
        )
        other_id = COLUMNS.replace("id, ", "'0123456789abcdef0123456789abcdef', ", 1)
        refused(
            f"INSERT OR REPLACE INTO audit_entry ({COLUMNS}) "
            f"SELECT {other_id} FROM audit_entry WHERE sequence = 1"
        )
    finally:
        run("PRAGMA recursive_triggers=ON")
    assert not Entry.objects.filter(reason_code="tampered").exists()
    assert Entry.objects.count() == 2


def test_the_table_is_not_emptied_at_once(db):
    an_entry()
    empty = {"postgresql": "TRUNCATE", "sqlite": "DELETE FROM"}[connection.vendor]
    refused(f"{empty} audit_entry")


def test_an_altered_trigger_counts_as_missing_and_is_made_anew(db):
    name = missing_and_spoilt()
    assert missing_triggers() == [name]
    warnings = run_checks(tags=["database"], databases=["default"])
    assert [w.id for w in warnings if name in w.msg] == ["audit.W001"]
    make_triggers()
    assert missing_triggers() == []


def missing_and_spoilt():
    if connection.vendor == "postgresql":
        name = "audit_entry_refuses_truncate"
        run(f"ALTER TABLE audit_entry DISABLE TRIGGER {name}")
        return name
    name = "audit_entry_refuses_update"
    run(f"DROP TRIGGER {name}")
    run(f"CREATE TRIGGER {name} BEFORE UPDATE ON audit_entry BEGIN SELECT 1; END")
    return name


def test_a_function_emptied_of_its_refusal_is_noticed(db):
    if connection.vendor != "postgresql":  # SQLite's triggers hold their own words
        return
    run(
        "CREATE OR REPLACE FUNCTION heed_keeps_what_it_holds() RETURNS trigger "
        "LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$"
    )
    assert len(missing_triggers()) >= 2
    make_triggers()
    assert missing_triggers() == []


def test_an_application_has_its_own_tables_kept(db, monkeypatch):
    monkeypatch.setattr(append_only, "APPEND_ONLY", ["audit.Entry"])
    keep_append_only("vault.KeyWrap")
    keep_append_only("vault.KeyWrap")
    assert append_only.APPEND_ONLY == ["audit.Entry", "vault.KeyWrap"]
    assert all(name.startswith("vault_keywrap_refuses") for name in missing_triggers())
    make_triggers()
    assert missing_triggers() == []
    a_key()
    refused("DELETE FROM vault_keywrap")


def test_the_check_asks_no_database_that_it_was_not_given(db):
    assert append_only.triggers_stand(databases=None) == []
    assert append_only.triggers_stand(databases=["library"]) == []
