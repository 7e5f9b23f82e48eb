"""What tests of migrations stand on."""

import pytest


@pytest.fixture
def outside_transactions(django_db_setup, django_db_blocker):
    """The database without the transaction that other tests run in: SQLite rebuilds
    no table inside one. A test that uses it takes away what it made."""
    with django_db_blocker.unblock():
        yield
