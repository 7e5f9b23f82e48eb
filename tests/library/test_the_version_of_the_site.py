import sqlite3
from contextlib import closing

import pytest

from heed.library import version
from heed.library.version import Glance, Version


class Library:
    """A library in a file, as Django's connection to it looks to the glance."""

    vendor, in_atomic_block, Database = "sqlite", False, sqlite3

    def __init__(self, file, mode="truncate"):
        self.settings_dict = {"NAME": str(file)}
        self.asked = 0
        self.connection = None
        with closing(self.writer()) as writer:
            writer.execute(f"pragma journal_mode={mode}")
            writer.execute("create table library_siteversion (number, mark)")
            writer.execute("insert into library_siteversion values (1, 'a')")

    def writer(self):
        return sqlite3.connect(self.settings_dict["NAME"], isolation_level=None)

    def publish(self, number):
        with closing(self.writer()) as writer:
            writer.execute("update library_siteversion set number = ?", [number])

    def ensure_connection(self):
        self.asked += 1
        self.connection = self.connection or self.writer()

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None


@pytest.fixture
def library(tmp_path, monkeypatch):
    def make(**options):
        made = Library(tmp_path / "library.sqlite3", **options)
        monkeypatch.setattr(version, "connections", {"library": made})
        return made

    return make


def test_the_database_is_asked_only_after_a_commit(library):
    kept, glance = library(), Glance()

    assert [glance() for _ in range(5)] == [Version(1, "a")] * 5
    assert kept.asked == 1

    kept.publish(2)

    assert [glance().number for _ in range(5)] == [2] * 5
    assert kept.asked == 2
    kept.close()


def test_a_commit_is_seen_by_the_very_next_glance(library):
    kept, glance = library(), Glance()

    for number in range(2, 60):
        kept.publish(number)
        assert glance().number == number
    kept.close()


def test_what_is_not_committed_is_not_seen(library):
    kept, glance = library(), Glance()
    glance()
    with closing(kept.writer()) as writer:
        writer.execute("begin immediate")
        writer.execute("update library_siteversion set number = 2")
        assert glance().number == 1
        writer.execute("rollback")
    assert glance().number == 1
    kept.close()


def test_a_copy_that_takes_the_files_place_is_read_instead(
    library, tmp_path, monkeypatch
):
    kept, glance = library(), Glance()
    glance()
    copy = Library(tmp_path / "copy.sqlite3")
    copy.publish(7)
    (tmp_path / "copy.sqlite3").replace(tmp_path / "library.sqlite3")
    monkeypatch.setattr(version, "A_MOMENT", -1)

    assert glance().number == 7
    kept.close()


def test_a_library_with_a_write_ahead_log_is_asked_every_time(library):
    kept, glance = library(mode="wal"), Glance()
    glance()
    kept.publish(2)

    assert glance().number == 2
    assert kept.asked == 2
    kept.close()


def test_a_library_elsewhere_is_asked_every_time(library):
    kept, glance = library(), Glance()
    kept.vendor = "postgresql"

    assert [glance().number, glance().number] == [1, 1]
    assert kept.asked == 2
    kept.close()


def test_a_connection_that_was_lost_is_opened_again(library):
    kept = library()
    kept.ensure_connection()
    kept.connection.close()

    assert version.site_version().number == 1
    kept.close()
