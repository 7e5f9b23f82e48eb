"""After all migrations, and after any later one, the tables that keep what they hold
still do."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from heed.audit.append_only import APPEND_ONLY, missing_triggers
from heed.audit.models import Entry


def test_triggers_stand_after_all_migrations(db):
    assert {"audit.Entry", "cases.StepTaken"} <= set(APPEND_ONLY)
    assert missing_triggers() == []


def _rebuild():
    old = Entry._meta.get_field("reason_code")
    new = old.clone()
    new.max_length = 81
    new.set_attributes_from_name(old.name)
    new.model = Entry
    with connection.schema_editor() as editor:
        editor.alter_field(Entry, old, new)
        editor.alter_field(Entry, new, old)


@pytest.mark.usefixtures("outside_transactions")
def test_triggers_lost_by_a_rebuilt_table_are_made_anew_by_the_next_migration():
    _rebuild()
    if connection.vendor == "sqlite":  # the only engine that loses them
        assert missing_triggers() == [
            "audit_entry_refuses_update",
            "audit_entry_refuses_delete",
            "audit_entry_refuses_replace",
        ]
    call_command("migrate", stdout=StringIO(), verbosity=0)
    assert missing_triggers() == []
