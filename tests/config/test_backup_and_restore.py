"""Everything but the keys can be copied while Heed runs, and put back so that nothing
that has ended comes back to life. Real processes, real files."""

import json
import shutil
import signal
import sqlite3

import pytest

from tests.faults.house import House, a_house
from tests.walls.canaries import found_in_folder

pytestmark = pytest.mark.django_db(databases=["default", "library"])
LIFE = ("-m", "tests.config.a_life")


@pytest.fixture(scope="module")
def life(django_db_setup, django_db_blocker, tmp_path_factory):
    """A house in which things happen, a backup taken while writes went on, and what
    ended after it."""
    with django_db_blocker.unblock():
        house = a_house(tmp_path_factory.mktemp("backup") / "house")
    said(house, *LIFE, "begin")
    backup = house.folder.parent / "backup"
    writer = house.start(*LIFE, "write_on")
    try:
        assert writer.stdout.readline() == "writing\n"
        before = entries(house)
        made = said(house, "-m", "heed.config", "backup", str(backup), "--json")
        after = entries(house)
    finally:
        writer.send_signal(signal.SIGTERM)
        writer.communicate(timeout=30)
    assert after > before + 1, "nothing was written while the backup was made"
    stood = said(house, *LIFE, "end")
    return house, backup, made, stood


@pytest.fixture(scope="module")
def put_back(life, tmp_path_factory):
    """The backup, put back on a new machine that nobody changes; and what was said."""
    house = a_new_machine(life, tmp_path_factory.mktemp("put_back"))
    done = restore(house, life[1])
    assert done.returncode == 0, done.stderr
    return house, json.loads(done.stdout)


@pytest.fixture(scope="module")
def now(put_back):
    """How it all stands on that machine."""
    return said(put_back[0], *LIFE, "see")


@pytest.fixture
def another(put_back, tmp_path):
    """A copy of that machine, for what changes it."""
    return House(shutil.copytree(put_back[0].folder, tmp_path / "another"))


def entries(house) -> int:
    return house.ask("SELECT sequence FROM audit_head")[0][0]


def said(house, *words, **more) -> dict:
    done = house.run(*words, **more)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def a_new_machine(life, tmp_path, *, journal=True) -> House:
    """Another folder, with the key folder and the journal fetched from their places."""
    old, new = life[0].folder, tmp_path / "new"
    (new / "tmp").mkdir(parents=True)
    (new / "static").mkdir()
    shutil.copytree(old / "keys", new / "keys")
    if journal:
        shutil.copytree(old / "journal", new / "journal")
    return House(new)


def restore(house, backup, *words):
    return house.heed("restore", str(backup), "--json", *words)


def test_what_was_taken_while_writes_went_on_is_whole(life, put_back, now):
    _, _, made, stood = life
    house, answer = put_back

    assert answer["entries"] >= made["entries"]
    verdict = said(house, "-m", "heed.config", "audit", "verify", "--json")
    assert verdict["ok"] is True
    assert house.heed("check").returncode == 0
    assert now["bytes of files"] == stood["bytes of files"] > 0
    assert now["children"] == stood["children"]


def test_nothing_that_has_ended_since_comes_back_to_life(life, put_back, now):
    old, _, _, stood = life
    house, answer = put_back
    assert stood["in the library"] == ["published", True]
    assert stood["earlier review"] == ["published", True]
    assert (stood["in the case"], stood["revoked"], stood["excluded"]) == (
        True,
        False,
        0,
    )
    assert set(answer["ended_again"]) == {
        "access",
        "account",
        "earlier_review",
        "invitation",
        "publication",
        "request",
        "role",
        "second_factor",
    }
    assert now["in the library"] == ["withdrawn", False]
    ended = {
        "earlier review": ["withdrawn", False],
        "earlier waits": 1,
        "in the case": False,
        "next number is free": True,
        "revoked": True,
        "excluded": 1,
        "ended": True,
        "disabled": True,
        "second factors": 0,
        "locked": 1,
        "invited": False,
        "asked": False,
    }
    assert {name: now[name] for name in ended} == ended
    assert house.ask("SELECT count(*) FROM django_session") == [(0,)]
    told = house.ask("SELECT count(*) FROM audit_entry WHERE what = 'ended_again'")
    assert told == [(sum(answer["ended_again"].values()),)]
    assert now["the record holds"] is True
    assert said(old, *LIFE, "see")["in the library"] == ["withdrawn", False]


def test_restored_again_it_ends_again_and_what_ends_later_is_noted(
    life, another, tmp_path
):
    house, backup = another, life[1]
    said(house, "-m", "heed.config", "backup", str(tmp_path / "second"), "--json")

    again = restore(house, backup, "--replace")

    assert again.returncode == 0, again.stderr
    aside = json.loads(again.stdout)["set_aside"]
    assert any("casework.sqlite3.before-restore" in path for path in aside)
    assert any("checkpoints" in path for path in aside)
    stands = said(house, *LIFE, "see")
    assert stands["in the library"] == ["withdrawn", False]
    assert stands["the record holds"] is True
    assert restore(house, tmp_path / "second", "--replace").returncode == 0


def test_neither_a_word_of_a_case_nor_a_key_is_in_the_backup(life):
    house, backup, _, _ = life
    assert found_in_folder(backup) == {}
    kept = b"".join(p.read_bytes() for p in backup.rglob("*") if p.is_file())
    for key in (house.folder / "keys").glob("*.key*"):
        secrets = [x.partition(":")[2] or x for x in key.read_text().splitlines()]
        assert not any(s.encode() in kept for s in secrets if s and s[0] != "#")
    assert {p.stat().st_mode & 0o077 for p in [backup, *backup.rglob("*")]} == {0}


@pytest.mark.parametrize(
    ("spoil", "said_of_it"),
    [
        (
            lambda b: (b / "casework.sqlite3").write_bytes(b"x"),
            "not as it was made",
        ),
        (
            lambda b: next((b / "files").rglob("*")).rename(b / "y"),
            "not as it was made",
        ),
        (lambda b: (b / "files" / "more").write_text("x"), "not as it was made"),
        (lambda b: (b / "manifest.signature").unlink(), "not signed by our key"),
        (lambda b: (b / "manifest.json").unlink(), "no manifest.json"),
    ],
)
def test_a_backup_that_was_changed_is_not_put_back(life, tmp_path, spoil, said_of_it):
    house = a_new_machine(life, tmp_path)
    spoilt = shutil.copytree(life[1], tmp_path / "spoilt")
    spoil(spoilt)

    done = restore(house, spoilt)

    assert (done.returncode, said_of_it in done.stderr) == (2, True), done.stderr
    assert "Traceback" not in done.stderr
    assert not house.casework.exists()


def test_a_record_that_does_not_hold_is_not_put_back(life, tmp_path):
    """Somebody with the signing key, even, does not get a shortened record in."""
    house = a_new_machine(life, tmp_path)
    spoilt = shutil.copytree(life[1], tmp_path / "spoilt")
    with sqlite3.connect(spoilt / "casework.sqlite3") as opened:
        opened.execute("DROP TRIGGER audit_entry_refuses_update")
        opened.execute("UPDATE audit_entry SET actor_id = 'x' WHERE sequence = 3")
    signed = house.run("-m", "tests.config.sign_again", str(spoilt))
    assert signed.returncode == 0, signed.stderr

    done = restore(house, spoilt)

    assert (done.returncode, "does not hold" in done.stderr) == (2, True), done.stderr
    assert [p.name for p in house.folder.glob("*sqlite3*")] == []


def test_data_that_is_there_and_a_journal_that_is_not_stop_it(life, tmp_path):
    old, backup, _, _ = life
    done = restore(old, backup)
    assert (done.returncode, "--replace" in done.stderr) == (2, True)

    house = a_new_machine(life, tmp_path, journal=False)
    done = restore(house, backup)
    assert (done.returncode, "HEED_JOURNAL" in done.stderr) == (2, True)
    assert not house.casework.exists()
    assert restore(house, backup, "--without-journal").returncode == 0
    assert said(house, *LIFE, "see")["in the library"] == ["published", True]


def test_without_the_key_folder_it_says_what_to_fetch(life, tmp_path):
    house = a_new_machine(life, tmp_path)
    shutil.rmtree(house.folder / "keys")
    done = restore(house, life[1])
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "keys" in done.stderr


def test_it_waits_for_nobody_and_writes_over_nothing(life, another):
    old, backup, _, _ = life
    there = old.heed("backup", str(backup))
    assert (there.returncode, "holds something" in there.stderr) == (2, True)

    with sqlite3.connect(another.casework) as using:
        using.execute("BEGIN EXCLUSIVE")
        done = restore(another, backup, "--replace")
    assert (done.returncode, "is in use" in done.stderr) == (2, True)
