"""What every test stands on."""

import gc
import sys
from contextlib import ExitStack
from copy import copy

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from heed.vault import codes
from tests.side_by_side import (  # noqa: F401 - pytest calls them by these names
    pytest_collection_modifyitems,
    pytest_xdist_make_scheduler,
)

# Worlds are large and short-lived; looking for rubbish among them every few hundred
# objects took a fifteenth of the suite.
gc.set_threshold(200_000, 50, 100)

# A slow machine is no failure, and neither is an unlucky day: the same examples are tried
# each time. What is measured is measured in bench/.
hypothesis_settings.register_profile(
    "heed",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
hypothesis_settings.load_profile("heed")


@pytest.fixture(scope="session", autouse=True)
def _master_key():
    """One master key for the whole run, made the way a deployment makes it."""
    from django.conf import settings

    from heed.vault.keys import make_key_file

    if not settings.MASTER_KEY_FILE.exists():
        make_key_file(settings.MASTER_KEY_FILE)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_blocker, django_db_modify_db_settings
):
    """The databases of the run, migrated."""
    from django.test.utils import teardown_databases

    from tests.migrated import migrated_databases

    with django_db_blocker.unblock():
        made = migrated_databases()
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def _nothing_left_of_another_test(monkeypatch):
    """No test opens anything with keys that another test unwrapped, or goes on from where
    another one was."""
    from heed.vault.keys import forget_keys
    from tests.walked import a_test_begins

    a_test_begins(monkeypatch)
    yield
    forget_keys()


@pytest.fixture(scope="session", autouse=True)
def _light_answers():
    """An answer keeps what the template of its page was given; to copy it for each small
    template within took a tenth of the time of every page."""
    from django.test import client
    from django.test.utils import ContextList

    def keeps(kept, signal, sender, template, context, **_):
        kept.setdefault("templates", [template])
        if "context" not in kept:
            kept["context"] = ContextList([copy(context)])

    with pytest.MonkeyPatch.context() as replaced:
        replaced.setattr(client, "store_rendered_templates", keeps)
        yield


@pytest.fixture(scope="session", autouse=True)
def _quick_codes():
    """Codes are hashed quickly here; that they are hashed slowly is tested once."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as replaced:
        replaced.setattr(codes, "HASHER", quick)
        yield


@pytest.fixture(scope="session", autouse=True)
def _read_once():
    """A paper that was read is not read anew, and no process is started for each, but
    where that is what is tested."""
    from heed.documents import reading
    from tests.read_once import ReadOnce

    with ExitStack() as until_the_end, pytest.MonkeyPatch.context() as replaced:
        once = ReadOnce(until_the_end)
        replaced.setattr(reading, "_child", once.child)
        replaced.setattr(reading, "start", once.start)
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_browser():
    """The browser that tests of this process looked through, closed once none does."""
    yield
    if "tests.browser" in sys.modules:
        sys.modules["tests.browser"].close_the_browser()
