"""A migration seals what stood in clear: nothing is lost, and the clear is gone."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState

from heed.audit.actors import SystemActor
from heed.vault import moving
from heed.vault.actions import new_data_key
from heed.vault.fields import Sealed
from heed.vault.keys import forget_keys
from heed.vault.models import DataKey, KeyWrap

APP = "sealing"
AT = datetime(2026, 3, 11, 9, tzinfo=UTC)
SAID = ["Mother of Wren", "", "Uncle “Jay”", "Neighbour", "Aunt"]


@pytest.fixture
def state(outside_transactions):
    """A table with words in clear, taken away at the end."""
    state = MigrationLoader(connection).project_state(("vault", "0001_the_tables"))
    state.add_model(
        ModelState(
            APP,
            "Relative",
            [
                ("id", models.UUIDField(primary_key=True)),
                ("data_key", models.ForeignKey("vault.DataKey", models.PROTECT)),
                ("number", models.IntegerField()),
                ("relationship", models.CharField(max_length=60)),
                ("sex", models.CharField(max_length=20, blank=True)),
            ],
        )
    )
    with connection.schema_editor() as editor:
        editor.create_model(state.apps.get_model(APP, "Relative"))
    yield state
    with connection.schema_editor() as editor:
        editor.delete_model(state.apps.get_model(APP, "Relative"))
    KeyWrap.objects.all().delete()
    DataKey.objects.all().delete()


def migrate(state, operations):
    with connection.schema_editor(atomic=True) as editor:
        for operation in operations:
            before = state.clone()
            operation.state_forwards(APP, state)
            operation.database_forwards(APP, editor, before, state)


def test_every_row_opens_afterwards_and_no_column_holds_the_words(state, monkeypatch):
    monkeypatch.setattr(moving, "WINDOW", 2)
    key = new_data_key(
        partnership_id=uuid4(), purpose="case", by=SystemActor("the tests"), at=AT
    )
    clear = state.apps.get_model(APP, "Relative")
    for number, said in enumerate(SAID):
        clear.objects.create(
            id=uuid4(), data_key_id=key.pk, number=number, relationship=said, sex=said
        )

    migrate(
        state,
        [
            *moving.sealed_instead(
                APP, "Relative", "relationship", Sealed(seal="sealing.relationship")
            ),
            *moving.sealed_instead(
                APP, "Relative", "sex", Sealed(seal="sealing.sex", null=True)
            ),
        ],
    )

    forget_keys()
    kept = state.apps.get_model(APP, "Relative").objects.order_by("number")
    assert [row.relationship for row in kept] == SAID
    assert [row.sex for row in kept] == [said or None for said in SAID]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM sealing_relative")
        held = b" ".join(
            bytes(value)
            if isinstance(value, bytes | memoryview)
            else str(value).encode()
            for row in cursor.fetchall()
            for value in row
        )
    assert b"Wren" not in held
    assert b"Neighbour" not in held
