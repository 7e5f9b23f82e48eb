"""The master key is changed while people work, and a rotation that stops half-way is
finished by the next one."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from heed.vault import actions
from heed.vault.actions import index, rotate_master_key, wrap_under
from heed.vault.key_file import add_master_key, master_keys
from heed.vault.keys import forget_keys, key_ring
from heed.vault.models import KeyWrap
from heed.vault.queries import row_ids_matching
from heed.vault.texts import open_text, seal_text
from tests.vault.notes import AT, BY, QUILLSHIRE, a_key, a_note, again

pytestmark = pytest.mark.usefixtures("_notes", "keys")


def rotate(**choices):
    forget_keys()
    return rotate_master_key(by=BY, at=AT, **choices)


def masters_in_use():
    wraps = KeyWrap.objects.filter(parent=None)
    return set(wraps.values_list("master_key_id", flat=True))


def test_after_a_rotation_everything_opens_under_the_new_key(keys):
    notes = [a_note(f"Word {n}") for n in range(7)]
    before = master_keys().writing
    rotation = rotate(batch=3)
    assert (rotation.rewrapped, rotation.resumed, rotation.left_closed) == (
        7,
        False,
        [],
    )
    assert masters_in_use() == {rotation.master_key_id} != {before}
    # The old key is no longer needed for what is in the database.
    lines = keys.read_text().splitlines()
    keys.write_text("\n".join(line for line in lines if not line.startswith(before)))
    forget_keys()
    assert [again(note).words for note in notes] == [f"Word {n}" for n in range(7)]


def test_the_first_line_of_the_file_writes_and_all_lines_read(keys):
    before = master_keys().writing
    rotation = rotate()
    masters = master_keys()
    assert masters.writing == rotation.master_key_id
    assert before in masters
    assert len(masters) == 2
    assert keys.stat().st_mode & 0o077 == 0


def test_a_rotation_stopped_half_way_is_finished_by_the_next(monkeypatch):
    notes = [a_note(f"Word {n}") for n in range(9)]
    real, calls = actions._rewrap_batch, []

    def stops_in_the_third_batch(*arguments, **options):
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(*arguments, **options)

    monkeypatch.setattr(actions, "_rewrap_batch", stops_in_the_third_batch)
    with pytest.raises(KeyboardInterrupt):
        rotate(batch=2)
    assert len(masters_in_use()) == 2
    forget_keys()
    assert [again(note).words for note in notes] == [f"Word {n}" for n in range(9)]

    monkeypatch.setattr(actions, "_rewrap_batch", real)
    rotation = rotate(batch=2)
    assert (rotation.resumed, rotation.rewrapped) == (True, 5)
    assert masters_in_use() == {master_keys().writing}
    assert len(master_keys()) == 2
    forget_keys()
    assert [again(note).words for note in notes] == [f"Word {n}" for n in range(9)]


def test_a_stop_after_the_new_key_was_written_adds_no_third(monkeypatch):
    a_note()
    monkeypatch.setattr(actions, "_rewrap_batch", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rotate()
    monkeypatch.undo()
    assert rotate().resumed
    assert len(master_keys()) == 2


def test_work_goes_on_during_a_rotation(monkeypatch):
    real, made = actions._rewrap_batch, []

    def somebody_works(*arguments, **options):
        made.append(a_note(f"Word {len(made)}"))
        return real(*arguments, **options)

    [a_note("Before.") for _ in range(4)]
    monkeypatch.setattr(actions, "_rewrap_batch", somebody_works)
    rotate(batch=2)
    forget_keys()
    assert [again(note).words for note in made] == [
        f"Word {n}" for n in range(len(made))
    ]
    assert masters_in_use() == {master_keys().writing}


def test_keys_under_other_keys_are_left_where_they_are():
    case, referral = a_key(), a_key(purpose="referral")
    wrap_under(referral, parent_key=case, by=BY, at=AT)
    assert rotate().rewrapped == 1
    forget_keys()
    assert key_ring().key(referral.pk)


def test_blind_indexes_and_sealed_texts_outlive_a_rotation():
    note, secret = a_note(), seal_text("second factor", "JBSWY3DP")
    index(
        row_id=note.pk,
        partnership_id=QUILLSHIRE,
        kind="name",
        values=["Ayesha"],
        by=BY,
        at=AT,
    )
    rotate()
    forget_keys()
    assert row_ids_matching(QUILLSHIRE, "name", "Ayesha") == {note.pk}
    assert open_text("second factor", secret) == "JBSWY3DP"


def test_a_key_that_does_not_open_stops_no_other():
    broken, notes = a_key(), [a_note(f"Word {n}") for n in range(3)]
    KeyWrap.objects.filter(data_key=broken).update(wrapped=b"spoilt")
    rotation = rotate(batch=2)
    assert rotation.left_closed == [broken.pk]
    assert rotation.rewrapped == 3
    forget_keys()
    assert [again(note).words for note in notes] == ["Word 0", "Word 1", "Word 2"]


def test_the_command_says_what_it_did(keys):
    a_note()
    said = StringIO()
    call_command("keys", "make", stdout=said)
    call_command("keys", "rotate", stdout=said)
    assert "left as it is" in said.getvalue()
    assert "1 data keys now lie under the master key" in said.getvalue()


def test_the_command_says_that_it_finished_what_was_begun(keys):
    a_note()
    add_master_key(keys)
    said = StringIO()
    call_command("keys", "rotate", stdout=said)
    assert "A rotation had been begun. It was finished." in said.getvalue()


def test_the_command_ends_with_1_when_a_key_did_not_open():
    KeyWrap.objects.filter(data_key=a_key()).update(wrapped=b"spoilt")
    with pytest.raises(SystemExit, match="1"):
        call_command("keys", "rotate", stdout=StringIO(), stderr=StringIO())


def test_the_command_makes_what_is_missing_and_refuses_what_is_unsafe(keys):
    for path in keys.parent.iterdir():
        path.unlink()
    said = StringIO()
    call_command("keys", "make", stdout=said)
    assert "Keep a copy" in said.getvalue()
    keys.chmod(0o644)
    with pytest.raises(CommandError, match="can be read by others") as refusal:
        call_command("keys", "rotate")
    assert refusal.value.returncode == 2
