"""A migration may rename a model, its table, a field and its column: what was sealed
still opens, because it is bound to its seal and not to any of these."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState

from heed.audit.actors import SystemActor
from heed.vault.actions import new_data_key
from heed.vault.fields import Sealed
from heed.vault.keys import forget_keys
from heed.vault.models import DataKey, KeyWrap

APP = "renaming"
AT = datetime(2026, 3, 11, 9, tzinfo=UTC)
CHILD = UUID(int=7)


@pytest.fixture
def state(outside_transactions):
    """A project with the vault and one table with sealed words, taken away at the end
    under whatever name it has then."""
    state = MigrationLoader(connection).project_state(("vault", "0001_the_tables"))
    state.add_model(
        ModelState(
            APP,
            "Child",
            [
                ("id", models.UUIDField(primary_key=True)),
                ("data_key", models.ForeignKey("vault.DataKey", models.PROTECT)),
                ("first_name", Sealed(seal="renaming.first_name")),
            ],
        )
    )
    with connection.schema_editor() as editor:
        editor.create_model(state.apps.get_model(APP, "Child"))
    yield state
    with connection.schema_editor() as editor:
        for model in state.apps.get_app_config(APP).get_models():
            editor.delete_model(model)
    KeyWrap.objects.all().delete()
    DataKey.objects.all().delete()


def migrate(state, *operations):
    for operation in operations:
        before = state.clone()
        operation.state_forwards(APP, state)
        with connection.schema_editor() as editor:
            operation.database_forwards(APP, editor, before, state)


def test_what_was_sealed_opens_after_everything_was_renamed(state):
    key = new_data_key(
        partnership_id=UUID(int=1), purpose="case", by=SystemActor("the tests"), at=AT
    )
    state.apps.get_model(APP, "Child").objects.create(
        id=CHILD, data_key_id=key.pk, first_name="Ayesha"
    )

    migrate(
        state,
        migrations.RenameField("Child", "first_name", "given_name"),
        migrations.RenameModel("Child", "YoungPerson"),
        migrations.AlterModelTable("YoungPerson", "people_in_a_case"),
        migrations.AlterField(
            "YoungPerson",
            "given_name",
            Sealed(seal="renaming.first_name", null=True, db_column="called"),
        ),
        migrations.AddField(
            "YoungPerson", "called_at_home", Sealed(seal="renaming.home", null=True)
        ),
    )

    forget_keys()
    kept = state.apps.get_model(APP, "YoungPerson").objects.get(pk=CHILD)
    assert (kept.given_name, kept.called_at_home) == ("Ayesha", None)
    assert kept._meta.db_table == "people_in_a_case"
    assert kept._meta.get_field("given_name").column == "called"
