"""What every test stands on."""

import gc

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from heed.vault import codes

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
def _keys_forgotten():
    """No test opens anything with keys that another test unwrapped."""
    from heed.vault.keys import forget_keys

    yield
    forget_keys()


@pytest.fixture(autouse=True)
def _quick_codes(monkeypatch):
    """Codes are hashed quickly here; that they are hashed slowly is tested once."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(codes, "HASHER", quick)


# Where the whole suite runs on two processors, what takes minutes begins first, and a
# world that a file builds once is built by one process.
FIRST = (
    "tests/journeys/",
    "tests/demo/",
    "tests/walls/",
    "tests/faults/",
    "tests/reviews/test_in_a_browser.py",
    "tests/config/test_backup_and_restore.py",
    "tests/ui/",
    "tests/referrals/test_in_a_browser.py",
    "tests/library/test_the_public_process.py",
)
EACH_BY_ITSELF = "test_the_whole_way.py"


def pytest_collection_modifyitems(config, items):
    """Group by file and put the long ones first, for processes that work side by side."""
    if not hasattr(config, "workerinput"):
        return
    for item in items:
        file = item.location[0]
        group = item.name if file.endswith(EACH_BY_ITSELF) else file
        item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: _turn(item.location[0]))


def _turn(file: str) -> int:
    return next(
        (turn for turn, begins in enumerate(FIRST) if file.startswith(begins)),
        len(FIRST),
    )
