"""What is open from one request to the next shows what stands now, also where another
file took the database's place."""

import sqlite3
from contextlib import closing

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db.utils import ConnectionHandler

from heed.config import environment as env
from heed.config.staying_open import leave_what_was_set_aside

pytestmark = pytest.mark.django_db


def a_database(path, words):
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE said (words TEXT)")
        made.execute("INSERT INTO said VALUES (?)", [words])
        made.commit()
    return path


@pytest.fixture
def kept(tmp_path):
    path = a_database(tmp_path / "casework.sqlite3", "before")
    found = ConnectionHandler(
        {"default": env.staying_open(env.database(f"sqlite:///{path}"))}
    )
    yield found
    found.close_all()


def said_in(kept):
    with kept["default"].cursor() as cursor:
        return cursor.execute("SELECT words FROM said").fetchone()[0]


def another_request(kept):
    for connection in kept.all(initialized_only=True):
        connection.close_if_unusable_or_obsolete()
    leave_what_was_set_aside(kept=kept)


def test_it_is_the_same_for_the_next_request_and_shows_what_others_wrote(
    kept, tmp_path
):
    assert said_in(kept) == "before"
    opened = kept["default"].connection
    with closing(sqlite3.connect(tmp_path / "casework.sqlite3")) as other:
        other.execute("UPDATE said SET words = 'after'")
        other.commit()
    another_request(kept)
    assert kept["default"].connection is opened
    assert said_in(kept) == "after"


def test_nobody_waits_for_what_is_open(kept, tmp_path):
    assert said_in(kept) == "before"
    with closing(sqlite3.connect(tmp_path / "casework.sqlite3", timeout=0)) as other:
        other.execute("BEGIN EXCLUSIVE")  # as a restore looks whether it is idle
        other.rollback()


def test_a_backup_that_was_put_in_its_place_is_read_at_once(kept, tmp_path):
    path = tmp_path / "casework.sqlite3"
    assert said_in(kept) == "before"
    path.rename(tmp_path / "casework.sqlite3.before-restore")
    a_database(tmp_path / "copy", "restored").rename(path)
    another_request(kept)
    assert said_in(kept) == "restored"


def test_a_request_in_the_middle_of_a_transaction_is_left_alone(kept, tmp_path):
    with closing(kept["default"]) as connection:
        assert said_in(kept) == "before"
        connection.set_autocommit(False)
        connection.in_atomic_block = True
        (tmp_path / "casework.sqlite3").rename(tmp_path / "aside")
        leave_what_was_set_aside(kept=kept)
        assert connection.connection is not None
        connection.in_atomic_block = False


def test_the_desk_keeps_casework_open_and_looks_at_each_request():
    assert settings.DATABASES["default"]["CONN_MAX_AGE"] > 0
    assert settings.DATABASES["default"]["CONN_HEALTH_CHECKS"]
    listening = [receiver for _, receiver, *_ in request_started.receivers]
    assert any(one() is leave_what_was_set_aside for one in listening)
    assert request_finished.receivers
