"""What every table must be, whichever application keeps it."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command

CASEWORK_WITHOUT_PARTNERSHIP = {
    # Installation-wide, or reached only through a row that names its partnership.
    "partnership.Partnership",
    "partnership.Person",
}
CASEWORK = {
    "cases",
    "chronologies",
    "correspondence",
    "documents",
    "incidents",
    "learning",
    "publications",
    "rapid_reviews",
    "referrals",
    "reviews",
}


def _models(labels):
    return [m for m in apps.get_models() if m._meta.app_label in labels]


def test_every_casework_row_belongs_to_a_partnership():
    missing = []
    for model in _models(CASEWORK):
        names = {field.name: field for field in model._meta.get_fields()}
        field = names.get("partnership")
        if field is None or getattr(field, "null", True):
            missing.append(model._meta.label)
    assert missing == []


def test_no_relation_leaves_the_library():
    leaving = [
        f"{model._meta.label}.{field.name}"
        for model in _models({"library"})
        for field in model._meta.get_fields()
        if field.is_relation and field.related_model._meta.app_label != "library"
    ]
    assert leaving == []


def test_no_relation_enters_the_library():
    entering = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label != "library"
        for field in model._meta.get_fields()
        if field.is_relation
        and field.related_model
        and field.related_model._meta.app_label == "library"
    ]
    assert entering == []


@pytest.mark.django_db(databases=["default", "library"])
def test_the_migrations_say_what_the_models_say():
    call_command("makemigrations", "--check", "--dry-run", stdout=io.StringIO())


def test_migrations_are_named_for_what_they_do():
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None, ignore_no_migrations=True)
    unnamed = [
        f"{app}.{name}"
        for app, name in loader.disk_migrations
        if apps.get_app_config(app).name.startswith("heed.") and "_auto_" in name
    ]
    assert unnamed == []
