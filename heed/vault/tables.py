"""Tables that a migration makes together."""

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class MadeTogether(Operation):
    """Makes every table that its operations describe in one step, as they stand after
    the last of them: Django draws all models that are related anew for each step,
    which at a hundred tables is most of the time that an installation waits (ADR 30).

    For the first migration of an application: what was made before is not altered.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, operations):
        self.operations = operations

    def deconstruct(self):
        return (type(self).__qualname__, [self.operations], {})

    def state_forwards(self, app_label, state):
        # Laid aside, the models of before stay as they are drawn: they only come to be
        # related to the new ones, which are drawn once, as they are in the end.
        drawn = vars(state).pop("apps", None)
        before = set(state.models)
        for operation in self.operations:
            operation.state_forwards(app_label, state)
        if drawn is not None:
            state.apps = drawn
            made = [state.models[key] for key in state.models if key not in before]
            drawn.render_multiple(made)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for made in self._made():
            made.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for made in reversed(self._made()):
            made.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Make {len(self._made())} tables together"

    def references_model(self, name, app_label):
        return any(each.references_model(name, app_label) for each in self.operations)

    def _made(self) -> list[CreateModel]:
        return [each for each in self.operations if isinstance(each, CreateModel)]
