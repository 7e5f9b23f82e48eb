"""The first migration of an application makes its tables in one step: they are what the
steps one after another would have made, and an installation of before has them already."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState
from django.db.models import Q

from heed.vault.tables import MadeTogether


def steps(app_label):
    return [
        migrations.CreateModel(
            "Nest",
            [
                ("id", models.UUIDField(primary_key=True)),
                ("name", models.CharField(max_length=40, unique=True)),
            ],
        ),
        migrations.CreateModel(
            "Egg",
            [
                ("id", models.UUIDField(primary_key=True)),
                ("nest", models.ForeignKey("Nest", models.PROTECT)),
                ("laid_on", models.DateField(null=True)),
            ],
        ),
        migrations.AddField(
            "Nest", "last", models.ForeignKey("Egg", models.PROTECT, null=True)
        ),
        migrations.AddIndex(
            "Egg", models.Index(fields=["laid_on"], name=f"{app_label}_day")
        ),
        migrations.AddConstraint(
            "Egg",
            models.UniqueConstraint(
                fields=["nest"], condition=Q(laid_on=None), name=f"{app_label}_one"
            ),
        ),
    ]


def a_migration(app_label, operations):
    made = migrations.Migration("0001_tables", app_label)
    made.operations = operations
    return made


@pytest.fixture
def made(outside_transactions):
    """Both ways of making the same tables; taken away at the end."""
    ways = [
        a_migration("apart", steps("apart")),
        a_migration("together", [MadeTogether(steps("together"))]),
    ]
    with connection.schema_editor() as editor:
        states = [each.apply(ProjectState(), editor) for each in ways]
    yield states
    with connection.schema_editor() as editor:
        for each in ways:
            each.unapply(ProjectState(), editor)
    assert not {"apart_egg", "together_nest"} & set(tables())


def tables():
    return connection.introspection.table_names()


def as_it_stands(app_label):
    """Columns and constraints of its tables, told without the application's name."""
    told = {}
    with connection.cursor() as cursor:
        for table in ("nest", "egg"):
            name = f"{app_label}_{table}"
            columns = connection.introspection.get_table_description(cursor, name)
            held = connection.introspection.get_constraints(cursor, name)
            kept = (
                sorted((each.name, each.null_ok) for each in columns),
                sorted(
                    str({**one, "definition": None}).replace(app_label, "")
                    for one in held.values()
                ),
            )
            told[table] = kept
    return told


def test_they_are_what_the_steps_one_after_another_make(made):
    assert as_it_stands("together") == as_it_stands("apart")
    assert [len(state.models) for state in made] == [2, 2]


def test_models_of_before_stay_drawn_and_know_the_new_ones():
    state = ProjectState()
    tree = [("id", models.UUIDField(primary_key=True))]
    migrations.CreateModel("Tree", tree).state_forwards("apart", state)
    before = state.apps.get_model("apart", "Tree")
    stands_on = migrations.AddField(
        "Egg", "tree", models.ForeignKey("apart.Tree", models.PROTECT)
    )

    MadeTogether([*steps("together"), stands_on]).state_forwards("together", state)

    egg = state.apps.get_model("together", "Egg")
    assert state.apps.get_model("apart", "Tree") is before
    assert [each.related_model for each in before._meta.related_objects] == [egg]
    assert egg._meta.get_field("nest").related_model._meta.get_field("last")

    wider = models.CharField(max_length=9, primary_key=True)
    migrations.AlterField("Tree", "id", wider).state_forwards("apart", state)
    egg = state.apps.get_model("together", "Egg")
    assert egg._meta.get_field("tree").target_field.max_length == 9


def test_an_installation_of_before_has_nothing_to_apply(monkeypatch):
    on_disk = MigrationLoader(None).disk_migrations
    kept = [each for each in on_disk.values() if each.replaces]
    before = {
        key: None
        for name, migration in on_disk.items()
        for key in migration.replaces or [name]
    }
    assert len(kept) > 10
    assert not before.keys() & {(each.app_label, each.name) for each in kept}
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda _: before)

    executor = MigrationExecutor(connection)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    executor.loader.check_consistent_history(connection)
