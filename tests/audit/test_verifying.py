"""Verification finds every way in which the record could have been spoilt."""

import json
import shutil
import time
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from heed.audit.actions import write_checkpoint
from heed.audit.models import Entry, Head
from heed.audit.verification import verify
from tests.audit.entries import (
    AT,
    BY,
    an_entry,
    many_entries,
    rehash,
    some_entries,
    tamper,
    triggers_gone,
)

SWAPPED = """UPDATE audit_entry SET sequence = CASE sequence WHEN 3 THEN 1004
             WHEN 4 THEN 1003 END WHERE sequence IN (3, 4)"""
BACK = "UPDATE audit_entry SET sequence = sequence - 1000 WHERE sequence > 1000"


def checkpoint():
    return write_checkpoint(by=BY, at=AT)


def test_a_record_nobody_touched_holds(db):
    assert (verify().ok, verify().entries, verify().checkpoint) == (True, 0, None)
    some_entries(7)
    for window in (1, 2, 3, 7, 100):
        verdict = verify(window=window)
        assert (verdict.ok, verdict.entries, verdict.broken_at) == (True, 7, None)


SPOILT = {
    "SET canonical = replace(canonical, 'r4', 'r9') WHERE sequence = 5": 5,
    "SET link = replace(link, substr(link, 1, 1), 'x') WHERE sequence = 5": 5,
    "SET link = '' WHERE sequence = 5": 5,
    "SET link = substr(link, 1, 63) WHERE sequence = 5": 5,
    "SET link = substr(link, 1, 63) WHERE sequence = 8": 8,
    "SET link = 'x\n' || substr(link, 3) WHERE sequence = 5": 5,
    "SET canonical = canonical || '\n' WHERE sequence = 5": 5,
    "SET canonical = '' WHERE sequence = 8": 8,
    "SET sequence = 9 WHERE sequence = 8": 8,
}
GONE = {"= 1": 1, "= 5": 5, "BETWEEN 2 AND 7": 2, "= 8": 8, "> 0": 1}
MOVED_HEAD = {"sequence = 6": 7, "link = 'x'": 9}
FAULTS = [
    *((f"UPDATE audit_entry {how}", place) for how, place in SPOILT.items()),
    *((f"DELETE FROM audit_entry WHERE sequence {n}", p) for n, p in GONE.items()),
    *((f"UPDATE audit_head SET {how}", place) for how, place in MOVED_HEAD.items()),
]


@pytest.mark.parametrize("window", [1, 3, 100])
@pytest.mark.parametrize(("sql", "broken_at"), FAULTS)
def test_an_edited_or_deleted_entry_is_found_in_its_place(db, sql, broken_at, window):
    some_entries(8)
    tamper(sql)
    verdict = verify(window=window)
    assert (verdict.ok, verdict.broken_at) == (False, broken_at)
    assert verdict.why


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "0" * 32),
        ("at", "2026-03-10 09:00:00"),
        ("actor_kind", "person"),
        ("actor_id", "somebody else"),
        ("role", "manager"),
        ("what", "read_identities"),
        ("subject_kind", "cases.Case"),
        ("subject_id", "another"),
        ("case_id", None),
        ("partnership_id", "0" * 32),
        ("result", "refused"),
        ("reason_code", ""),
    ],
)
def test_a_column_that_says_something_else_than_was_hashed_is_found(db, column, value):
    some_entries(8)
    tamper(f"UPDATE audit_entry SET {column} = %s WHERE sequence = 6", value)
    verdict = verify()
    assert (verdict.ok, verdict.broken_at, verdict.entries) == (False, 6, 5)
    assert "columns" in verdict.why
    assert verify(columns=False).ok


def test_the_chain_alone_shows_a_number_that_was_moved(db):
    some_entries(8)
    tamper("UPDATE audit_entry SET sequence = 12 WHERE sequence = 8")
    verdict = verify(columns=False)
    assert (verdict.ok, verdict.entries) == (False, 8)


def test_the_first_of_several_faults_is_named(db):
    some_entries(8)
    tamper("UPDATE audit_entry SET role = 'manager' WHERE sequence = 3")
    tamper("UPDATE audit_entry SET link = 'x' WHERE sequence = 6")
    assert verify().broken_at == 3
    tamper("UPDATE audit_entry SET canonical = 'x' WHERE sequence = 2")
    assert verify().broken_at == 2


def test_reordered_entries_are_found(db):
    some_entries(8)
    with triggers_gone() as cursor:
        cursor.execute(SWAPPED)
        cursor.execute(BACK)
    assert verify().broken_at == 3
    assert verify(columns=False).broken_at == 3


def test_an_entry_put_in_beside_the_door_is_found(db):
    some_entries(8)
    last = Entry.objects.get(sequence=8)
    last.pk, last.sequence = uuid4(), 9
    last.save(force_insert=True)
    assert verify().broken_at == 9
    assert verify(columns=False).broken_at == 9


def test_a_chain_without_its_head_is_found(db):
    some_entries(3)
    Head.objects.all().delete()
    verdict = verify()
    assert (verdict.ok, verdict.broken_at) == (False, None)
    with pytest.raises(Head.DoesNotExist):
        an_entry()


# Against a forger who hashes the chain anew, only a checkpoint outside helps.


def test_a_chain_hashed_anew_is_found_by_the_checkpoint(db):
    some_entries(8)
    checkpoint()
    tamper("UPDATE audit_entry SET role = 'manager' WHERE sequence = 3")
    rehash(after=2)
    verdict = verify()
    assert (verdict.ok, verdict.broken_at) == (False, 8)
    assert "checkpoint" in verdict.why


def test_an_entry_taken_out_and_the_rest_hashed_anew_is_found_without_one(db):
    some_entries(8)
    tamper("DELETE FROM audit_entry WHERE sequence = 4")
    rehash(after=3)
    assert verify().broken_at == 4


def test_a_tail_cut_off_with_its_head_moved_back_is_found_by_the_checkpoint(db):
    some_entries(8)
    checkpoint()
    tamper("DELETE FROM audit_entry WHERE sequence > 5")
    rehash(after=5)
    verdict = verify()
    assert (verdict.ok, verdict.broken_at) == (False, 6)
    assert verdict.checkpoint["sequence"] == 8


def test_an_old_database_put_in_its_place_is_found_by_the_checkpoint(db):
    some_entries(4)
    old = list(Entry.objects.all()), Head.objects.get()
    some_entries(4)
    checkpoint()
    with triggers_gone() as cursor:
        cursor.execute("DELETE FROM audit_entry")
        Entry.objects.bulk_create(old[0])
        Head.objects.update(sequence=old[1].sequence, link=old[1].link)
    assert verify().broken_at == 5


def test_the_record_may_grow_past_its_checkpoint(db):
    checkpoint()
    some_entries(4)
    checkpoint()
    some_entries(4)
    verdict = verify()
    assert verdict.ok
    assert verdict.checkpoint == {
        "sequence": 4,
        "at": "2026-03-11T09:00:00.000000+00:00",
    }


def test_a_checkpoint_that_we_did_not_sign_is_found(db, checkpoints):
    some_entries(4)
    path = checkpoint()
    said = json.loads(path.read_text())
    said["said"]["link"] = "0" * 64
    path.write_text(json.dumps(said))
    verdict = verify()
    assert (verdict.ok, verdict.broken_at) == (False, None)
    assert "not signed" in verdict.why
    path.write_text("spoilt")
    assert "not signed" in verify().why


def test_a_checkpoint_stays_when_it_is_written_again(db, checkpoints):
    some_entries(4)
    path = checkpoint()
    before = path.read_bytes()
    assert checkpoint() == path
    assert path.read_bytes() == before
    assert len(list(checkpoints.iterdir())) == 1
    assert path.stat().st_mode & 0o077 == 0


# The command


def said(*words):
    out = StringIO()
    try:
        call_command("audit", *words, stdout=out, stderr=StringIO())
    except SystemExit as end:
        return out.getvalue(), end.code
    return out.getvalue(), 0


def test_the_command_answers_in_json(db):
    some_entries(3)
    said("checkpoint")
    text, code = said("verify", "--json")
    answer = json.loads(text)
    assert (answer["entries"], answer["ok"], code) == (3, True, 0)
    assert answer["checkpoint"]["sequence"] == 3
    assert "broken_at" not in answer

    tamper("DELETE FROM audit_entry WHERE sequence = 2")
    text, code = said("verify", "--json")
    answer = json.loads(text)
    assert (answer["ok"], answer["broken_at"], code) == (False, 2, 1)


def test_the_command_answers_in_words(db):
    assert "No checkpoint has been written yet" in said("verify")[0]
    some_entries(3)
    assert said("checkpoint")[0].startswith("Wrote ")
    assert "3 entries hold" in said("verify")[0]
    tamper("DELETE FROM audit_entry WHERE sequence = 3")
    text, code = said("verify")
    assert text.startswith("BROKEN at entry 3: ")
    assert code == 1


def test_a_copy_of_the_checkpoints_brought_from_elsewhere_knows_more(
    db, settings, tmp_path
):
    some_entries(4)
    said("checkpoint")
    elsewhere = shutil.copytree(settings.CHECKPOINT_FOLDER, tmp_path / "elsewhere")
    shutil.rmtree(settings.CHECKPOINT_FOLDER)
    tamper("DELETE FROM audit_entry WHERE sequence = 4")
    link = Entry.objects.get(sequence=3).link
    Head.objects.update(sequence=3, link=link)

    assert json.loads(said("verify", "--json")[0])["ok"] is True
    text, code = said("verify", "--json", f"--checkpoints={elsewhere}")
    assert (json.loads(text)["broken_at"], code) == (4, 1)


def test_a_folder_without_checkpoints_proves_nothing(db, tmp_path):
    with pytest.raises(CommandError, match="There is no checkpoint") as refusal:
        said("verify", f"--checkpoints={tmp_path}")
    assert refusal.value.returncode == 2


def test_without_its_signing_key_the_command_says_so(db, settings):
    said("checkpoint")
    shutil.rmtree(settings.MASTER_KEY_FILE.parent)
    with pytest.raises(CommandError, match="heed keys make") as refusal:
        call_command("audit", "verify", stdout=StringIO())
    assert refusal.value.returncode == 2


def test_without_its_tables_the_command_says_so(db, monkeypatch):
    def no_table(**_):
        raise DatabaseError

    monkeypatch.setattr("heed.audit.management.commands.audit.verify", no_table)
    with pytest.raises(CommandError, match="heed migrate") as refusal:
        call_command("audit", "verify", stdout=StringIO())
    assert refusal.value.returncode == 2


def test_the_command_names_missing_triggers(db):
    noted = StringIO()
    with triggers_gone():
        call_command("audit", "verify", stdout=StringIO(), stderr=noted)
    assert "audit_entry_refuses" in noted.getvalue()


def test_fifty_thousand_entries_are_verified_quickly(db):
    many_entries(50_000)
    started = time.process_time()
    verdict = verify()
    spent = time.process_time() - started
    assert (verdict.ok, verdict.entries) == (True, 50_000)
    assert spent < 5, "bench/audit.py shows the ratio to the hashing alone"
    tamper("UPDATE audit_entry SET role = 'manager' WHERE sequence = 49999")
    assert verify().broken_at == 49_999
