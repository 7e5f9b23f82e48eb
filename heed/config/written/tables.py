"""What is kept, read from the models: each table, each field, clear or sealed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from heed.config.written.glosses import GLOSSES, SHARED
from heed.config.written.markdown import sentence
from heed.config.written.names import in_words
from heed.rulebook.language import Role, Seat, Stage
from heed.vault.fields import Sealed, SealedBytes, SealedDate, SealedJSON

# The applications in the order in which a case passes through them.
CASEWORK = (
    "partnership",
    "referrals",
    "cases",
    "incidents",
    "chronologies",
    "rapid_reviews",
    "reviews",
    "publications",
    "learning",
    "panel",
    "documents",
    "correspondence",
    "desk",
    "audit",
    "vault",
)
MANY = 8

# Choices that are the words of the rulebook are not repeated in every field.
OF_THE_RULEBOOK = {
    frozenset(map(str, Stage)): "A stage of the process",
    frozenset(map(str, Role)): "A role",
    frozenset(map(str, Seat)): "Which of the three statutory partners",
}

# The first kind of field that fits says what it holds.
FORMS = (
    (SealedDate, "Date"),
    (SealedJSON, "Structured text"),
    (SealedBytes, "Bytes"),
    (Sealed, "Text"),
    (models.URLField, "Web address"),
    (models.EmailField, "Email address"),
    (models.GenericIPAddressField, "Network address"),
    (models.CharField, "Text"),
    (models.TextField, "Text"),
    (models.DateTimeField, "Moment"),
    (models.DateField, "Date"),
    (models.BooleanField, "Yes or no"),
    (models.UUIDField, "Random identifier"),
    (models.IntegerField, "Number"),
    (models.AutoField, "Number"),
    (models.JSONField, "List or structured value"),
    (models.BinaryField, "Bytes"),
)


@dataclass(frozen=True, kw_only=True)
class FieldKept:
    """One field: what it is, what it holds, and its seal (none where it is clear)."""

    name: str
    what: str
    form: str
    seal: str = ""
    may_be_empty: bool = False

    @property
    def words(self) -> str:
        """The name as people would say it."""
        return self.name.replace("_", " ")


@dataclass(frozen=True, kw_only=True)
class TableKept:
    """One table: what its model says of itself, and its fields but the shared ones."""

    label: str
    app: str
    says: str
    fields: tuple[FieldKept, ...]

    @property
    def sealed(self) -> tuple[FieldKept, ...]:
        """The fields that the database cannot read."""
        return tuple(field for field in self.fields if field.seal)

    @property
    def clear(self) -> tuple[FieldKept, ...]:
        """The fields that the database can read."""
        return tuple(field for field in self.fields if not field.seal)


def tables_of(app: str) -> tuple[TableKept, ...]:
    """The tables of one of Heed's applications; none if it is not installed."""
    if not apps.is_installed(f"heed.{app}"):
        return ()
    return tuple(_table(model) for model in apps.get_app_config(app).get_models())


def casework() -> tuple[TableKept, ...]:
    """Every table of the casework, in the order of the way of a case."""
    return tuple(table for app in CASEWORK for table in tables_of(app))


def tables_of_others() -> Iterator[type[models.Model]]:
    """The tables that come with what Heed stands on."""
    for config in apps.get_app_configs():
        if not config.name.startswith("heed."):
            yield from config.get_models()


def names_of(model: type[models.Model]) -> Sequence[str]:
    """The fields of a table by name."""
    return [field.name for field in model._meta.get_fields() if field.concrete]


def _table(model: type[models.Model]) -> TableKept:
    shared = SHARED if model._meta.app_label != "library" else {}
    return TableKept(
        label=model._meta.label,
        app=model._meta.app_label,
        says=_says(model),
        fields=tuple(
            field_kept(field)
            for field in model._meta.get_fields()
            if field.concrete and field.name not in shared
        ),
    )


def _says(model: type[models.Model]) -> str:
    written = " ".join((model.__doc__ or "").split())
    return "" if written.startswith(f"{model.__name__}(") else written


def field_kept(field: models.Field) -> FieldKept:
    """A field as the data dictionary tells of it."""
    seal = getattr(field, "seal", "")
    label = f"{field.model._meta.label}.{field.name}"
    said = GLOSSES.get(seal) or GLOSSES.get(label) or field.help_text
    said = said or in_words(field.name)
    return FieldKept(
        name=field.name,
        what=sentence(said),
        form=_form(field),
        seal=seal,
        may_be_empty=field.null,
    )


def _form(field: models.Field) -> str:
    if field.is_relation:
        many = "Several of" if field.many_to_many else "One of"
        return f"{many} {field.related_model._meta.label}"
    if field.choices:
        return _choices([(value, str(label)) for value, label in field.choices])
    return next((words for kind, words in FORMS if isinstance(field, kind)), "Text")


def _choices(choices: Sequence[tuple[str, str]]) -> str:
    values = frozenset(str(value) for value, _ in choices)
    if values in OF_THE_RULEBOOK:
        return OF_THE_RULEBOOK[values]
    labels = [label.replace("_", " ") for _, label in choices]
    if len(labels) > MANY:
        return f"One of {len(labels)}, from “{labels[0]}” to “{labels[-1]}”"
    return f"One of: {'; '.join(labels)}"
