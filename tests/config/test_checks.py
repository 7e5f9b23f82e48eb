"""Heed says at its start what was set up wrongly, and nothing when all is well."""

import sqlite3
import subprocess
import sys

import pytest
from django.core.checks import ERROR, run_checks
from django.core.management import call_command
from django.db import connection

from heed.config import checks
from heed.config.checks import in_use, journal, log_is_sound
from heed.vault.keys import forget_keys, make_key_file
from tests.faults.house import a_house

SECRET = "s" * 64


@pytest.fixture
def well(settings, db, tmp_path):
    """Settings as those of a real place."""
    settings.MASTER_KEY_FILE = tmp_path / "master.keys"
    make_key_file(settings.MASTER_KEY_FILE)
    settings.CHECKPOINT_FOLDER = tmp_path / "kept-apart"
    settings.JOURNAL_FOLDER = tmp_path / "kept-apart-too"
    settings.SECURE = True
    settings.SECRET_KEY = SECRET
    settings.DESK_ADDRESS = "https://desk.quillshire.example"
    settings.PUBLIC_ADDRESS = "https://reviews.quillshire.example"
    settings.SMTP = {"tls": "required", "host": "smtp.quillshire.example"}
    yield settings
    forget_keys()


def said() -> list[str]:
    found = run_checks(databases=in_use())
    assert all(each.level >= ERROR for each in found if each.id.startswith("heed.E"))
    return [each.id for each in found if not each.is_silenced()]


@pytest.mark.django_db(databases=["default", "library"])
def test_nothing_is_said_when_all_is_well(well):
    assert said() == []


@pytest.mark.django_db(databases=["default", "library"])
@pytest.mark.parametrize(
    ("changed", "id_"),
    [
        ({"SECRET_KEY": "short"}, "heed.E004"),
        ({"PUBLIC_ADDRESS": "https://desk.quillshire.example:8443"}, "heed.E005"),
        ({"DEMONSTRATION": True}, "heed.E006"),
        ({"SMTP": {"tls": "yes", "host": "localhost"}}, "heed.E007"),
        ({"SMTP": {"tls": "none", "host": "smtp.quillshire.example"}}, "heed.E008"),
    ],
)
def test_each_thing_that_is_set_up_wrongly_is_named(well, changed, id_):
    for name, value in changed.items():
        setattr(well, name, value)
    assert said() == [id_]


@pytest.mark.django_db(databases=["default", "library"])
@pytest.mark.parametrize("spoilt", ["missing", "open to others", "not a key"])
def test_keys_that_cannot_be_trusted_keep_heed_from_starting(well, spoilt):
    path = well.MASTER_KEY_FILE
    if spoilt == "missing":
        path.unlink()
    elif spoilt == "open to others":
        path.chmod(0o640)
    else:
        path.write_text("a key?\n")
    assert said() == ["heed.E003"]


@pytest.mark.django_db(databases=["default", "library"])
def test_localhost_may_serve_both_doors_and_send_in_clear_to_itself(well):
    well.SECURE, well.SECRET_KEY, well.DEMONSTRATION = False, "short", True
    well.DESK_ADDRESS = "http://localhost:8000"
    well.PUBLIC_ADDRESS = "http://localhost:8001"
    well.SMTP = {"tls": "none", "host": "localhost"}
    assert said() == []


def test_the_public_door_is_given_no_casework_and_no_key(well, monkeypatch):
    well.ON_PUBLIC_DOOR = True
    monkeypatch.delenv("HEED_SECRET_KEY")
    well.MASTER_KEY_FILE = well.MASTER_KEY_FILE.with_name("elsewhere")
    assert checks.the_public_door_holds_nothing() == []
    monkeypatch.setenv("HEED_DATABASE", "postgresql://heed@db/heed")
    monkeypatch.setenv("HEED_MASTER_KEYS", "/etc/heed/master.keys")
    found = checks.the_public_door_holds_nothing()
    assert [each.id for each in found] == ["heed.E001", "heed.E001"]
    make_key_file(well.MASTER_KEY_FILE)
    assert checks.the_public_door_holds_nothing()[-1].id == "heed.W002"


def test_a_database_that_does_not_wait_for_the_disk_is_named(well):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers = OFF")
        try:
            (found,) = checks.sqlite_keeps_what_it_is_given(databases=["default"])
        finally:
            cursor.execute("PRAGMA recursive_triggers = ON")
    assert "recursive_triggers is 0, not 1" in found.msg


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 54, 0), True),
    ],
)
def test_which_sqlite_could_damage_a_write_ahead_log_is_known(version, sound):
    assert log_is_sound(version) is sound
    why = "would be sound" if sound else "could damage"
    assert "TRUNCATE" in journal(version)
    assert why in journal(version)


@pytest.mark.django_db(databases=["default", "library"])
def test_the_command_says_which_journal_was_chosen_and_why(well, capsys):
    call_command("check")
    printed = capsys.readouterr().out
    if connection.vendor == "sqlite":
        assert sqlite3.sqlite_version in printed
        assert "TRUNCATE" in printed


@pytest.mark.django_db(databases=["default", "library"])
def test_a_desk_without_keys_does_not_start_and_says_why(tmp_path):
    house = a_house(tmp_path / "house")
    (house.folder / "keys" / "master.keys").unlink()
    for words in (["serve", "desk"], ["worker", "--once"]):
        started = house.heed(*words)
        assert started.returncode != 0
        assert "heed keys make" in started.stderr
        assert "Traceback" not in started.stderr


@pytest.mark.django_db(databases=["default", "library"])
def test_the_public_door_starts_without_a_casework_database(tmp_path):
    house = a_house(tmp_path / "house")
    started = subprocess.run(
        [sys.executable, "-m", "heed.config", "check"],
        env={
            "PATH": "/usr/bin",
            "HEED_DOOR": "public",
            "HEED_VAR": str(tmp_path / "public"),
            "HEED_LIBRARY_DATABASE": f"sqlite:///{house.folder}/library.sqlite3",
        },
        check=False,
        capture_output=True,
        text=True,
    )
    assert started.returncode == 0, started.stderr


def test_a_database_that_does_not_answer_is_named_in_a_sentence(tmp_path):
    started = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "heed.config", "worker", "--once"],
        env={
            "PATH": "/usr/bin",
            "HEED_VAR": str(tmp_path),
            "HEED_SECRET_KEY": SECRET,
            "HEED_DATABASE": f"sqlite:///{tmp_path}/no/such/folder/heed.sqlite3",
        },
        check=False,
        capture_output=True,
        text=True,
    )
    assert started.returncode != 0
    assert "The casework database does not answer." in started.stderr
    assert "Traceback" not in started.stderr
    # What takes long to load waits until somebody needs it.
    loaded = {line.rpartition("|")[2].strip() for line in started.stderr.splitlines()}
    assert "heed.papers.write_pdf" in loaded
    assert not {"pikepdf", "pypdf", "typst", "xlsxwriter", "yaml"} & loaded
