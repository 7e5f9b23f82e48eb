"""How the whole suite is shared out among processes that work side by side.

What takes minutes begins first, and a world that a file builds once is built by one
process."""

from xdist.scheduler import LoadScopeScheduling

FIRST = (
    "tests/journeys/",
    "tests/walls/",
    "tests/demo/",
    "tests/faults/",
    "tests/reviews/test_in_a_browser.py",
    "tests/config/test_backup_and_restore.py",
    "tests/ui/",
    "tests/referrals/test_in_a_browser.py",
    "tests/library/test_the_public_process.py",
)
ONE_WORLD = "tests/walls/"


class InGroups(LoadScopeScheduling):
    """Gives a process the tests of one group, from the first to the last. (The marks of
    `--dist loadgroup` are written where this pytest no longer reads them.)"""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def group_of(nodeid: str) -> str:
    """What one process does by itself: a file, or a folder with one world."""
    file, _, _ = nodeid.partition("::")
    return ONE_WORLD if file.startswith(ONE_WORLD) else file


def pytest_xdist_make_scheduler(config, log):
    return InGroups(config, log)


def pytest_collection_modifyitems(config, items):
    """Put the long ones first."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _turn(item.location[0]))


def _turn(file: str) -> int:
    return next(
        (turn for turn, begins in enumerate(FIRST) if file.startswith(begins)),
        len(FIRST),
    )
