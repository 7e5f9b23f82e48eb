"""For migrations: a field whose words stood clear in the database becomes sealed.

The master key must be there, as for everything that seals. The column that held the
words is gone at the end of the same migration, and nothing goes back into the clear."""

from django.db.migrations import (
    AddField,
    AlterField,
    RemoveField,
    RenameField,
    RunPython,
)
from django.db.migrations.operations.base import Operation

from heed.vault.fields import Sealed

WINDOW = 500


def sealed_instead(app: str, model: str, name: str, sealed: Sealed) -> list[Operation]:
    """The operations by which a clear field of this name becomes this sealed one."""
    clear = f"{name}_in_clear"
    while_moving = sealed.clone()
    while_moving.null = True
    operations: list[Operation] = [
        RenameField(model, name, clear),
        AddField(model, name, while_moving),
        RunPython(_sealing(app, model, clear, name, nothing=sealed.null)),
        RemoveField(model, clear),
    ]
    if not sealed.null:
        operations.append(AlterField(model, name, sealed))
    return operations


def _sealing(app, model, clear, name, *, nothing):
    def seal(apps, schema_editor):
        manager = apps.get_model(app, model)._base_manager
        rows = manager.using(schema_editor.connection.alias)
        keys = list(rows.values_list("pk", flat=True))
        for start in range(0, len(keys), WINDOW):
            for row in rows.filter(pk__in=keys[start : start + WINDOW]):
                said = getattr(row, clear)
                if said or not nothing:
                    setattr(row, name, said)
                    row.save(update_fields=[name])
        # PostgreSQL alters no table whose rows still wait to be checked.
        table = manager.model._meta.db_table
        schema_editor.connection.check_constraints(table_names=[table])

    return seal
