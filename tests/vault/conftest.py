"""The tables of the notes, made once beside Heed's own."""

import pytest

from tests.vault.notes import MODELS


@pytest.fixture(scope="session")
def _notes_tables(django_db_setup, django_db_blocker):
    from django.db import connection

    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            for model in MODELS:
                editor.create_model(model)
        yield
        with connection.schema_editor() as editor:
            for model in reversed(MODELS):
                editor.delete_model(model)


@pytest.fixture
def _notes(_notes_tables, db):
    """A database in which notes can be kept."""


@pytest.fixture
def keys(settings, tmp_path):
    """A key file of the test's own, that it may rotate or spoil."""
    from heed.vault.keys import forget_keys, make_key_file

    path = tmp_path / "keys" / "master.keys"
    settings.MASTER_KEY_FILE = path
    make_key_file(path)
    forget_keys()
    return path
