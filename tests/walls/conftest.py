"""The world is built once for all tests of this folder, and taken away whole."""

import pytest
from django.db import transaction

from tests.cases.factories import NOON, it_is
from tests.walls.world import a_world


@pytest.fixture(scope="package")
def world(_master_key, django_db_setup, django_db_blocker):
    """A case with a row of every kind, who may open it, and who may not."""
    with django_db_blocker.unblock(), it_is(NOON), transaction.atomic():
        yield a_world(NOON)
        transaction.set_rollback(True)
