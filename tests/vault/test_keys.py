"""Keys: in a file outside the database, under each other, and on a ring that forgets."""

import base64
import pickle
import stat
from itertools import pairwise
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from heed.vault.actions import new_data_key, standing_key, wrap_under
from heed.vault.ciphers import CannotOpen, Secret
from heed.vault.key_file import KeyFileRefused, make_key_file, master_keys
from heed.vault.keys import KeyRing, forget_keys, key_ring
from heed.vault.models import DataKey, KeyWrap
from heed.vault.signing import SigningKeyMissing, is_signed, sign
from tests.vault.notes import AT, BY, MOORLAND, QUILLSHIRE, a_key, a_note, again


def under(child, parent):
    wrap_under(child, parent_key=parent, by=BY, at=AT)


def lose(key):
    """What destroying a key will do, once legal hold allows it."""
    KeyWrap.objects.filter(data_key=key).delete()
    forget_keys()


# The file


def test_the_key_file_is_its_owners_alone(keys):
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((keys.parent / "checkpoint.key").stat().st_mode) == 0o600


def test_a_key_file_is_made_once_and_then_left_alone(keys):
    before = keys.read_bytes()
    assert make_key_file(keys) is False
    assert keys.read_bytes() == before
    assert sorted(path.name for path in keys.parent.iterdir()) == [
        "checkpoint.key",
        "checkpoint.public",
        "master.keys",
    ]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o620])
def test_a_key_file_that_others_can_reach_is_refused(keys, mode):
    keys.chmod(mode)
    with pytest.raises(KeyFileRefused, match="can be read by others"):
        master_keys()


def test_a_missing_key_file_says_how_to_make_one(keys):
    keys.unlink()
    with pytest.raises(KeyFileRefused, match="heed keys make"):
        master_keys()


@pytest.mark.parametrize(
    "line",
    [
        "no key at all",
        "name:",
        ":" + base64.b64encode(bytes(32)).decode(),
        "short:" + base64.b64encode(bytes(16)).decode(),
        "odd:%%%%",
    ],
)
def test_a_damaged_key_file_is_refused_without_showing_it(keys, line):
    keys.write_text(f"# a comment\n{line}\n")
    with pytest.raises(KeyFileRefused, match="Line 2") as refusal:
        master_keys()
    assert line.split(":")[-1] not in str(refusal.value) or not line.split(":")[-1]


def test_a_key_file_names_no_key_twice_and_is_never_empty(keys):
    line = f"one:{Secret.new().as_text()}\n"
    keys.write_text(line + line)
    with pytest.raises(KeyFileRefused, match="Line 2"):
        master_keys()
    keys.write_text("# nothing\n")
    with pytest.raises(KeyFileRefused, match="holds no key"):
        master_keys()


def test_the_public_door_reads_no_key(keys, settings):
    settings.DOOR = "public"
    with pytest.raises(KeyFileRefused, match="public door"):
        master_keys()


def test_no_key_shows_itself_or_is_copied_out(keys, db):
    masters = master_keys()
    text = keys.read_text().split(":")[-1].strip()
    ring = key_ring()
    opened = ring.key(a_key().pk)
    shown = repr(masters) + repr(masters[masters.writing]) + repr(ring) + repr(opened)
    assert text not in shown
    with pytest.raises(TypeError):
        pickle.dumps(masters[masters.writing])


def test_a_signature_holds_for_its_message_alone(keys):
    signature = sign(b"entry 7")
    assert is_signed(b"entry 7", signature)
    assert not is_signed(b"entry 8", signature)
    assert not is_signed(b"entry 7", "no signature")
    (keys.parent / "checkpoint.key").unlink()
    assert is_signed(b"entry 7", signature)
    with pytest.raises(SigningKeyMissing):
        sign(b"entry 7")


# Keys under keys


def test_a_data_key_opens_under_the_master_key_that_wrapped_it(keys, db):
    key = a_key()
    forget_keys()
    assert key_ring().key(key.pk).partnership_id == QUILLSHIRE


@pytest.mark.usefixtures("_notes")
def test_without_the_master_key_nothing_opens(keys):
    note = a_note("Seen at home.")
    keys.write_text(f"other:{Secret.new().as_text()}\n")
    forget_keys()
    with pytest.raises(CannotOpen, match=str(note.pk)):
        again(note).words  # noqa: B018


def test_a_tampered_wrap_opens_nothing(db):
    key, other = a_key(), a_key()
    taken = KeyWrap.objects.get(data_key=other)
    KeyWrap.objects.filter(data_key=key).update(wrapped=taken.wrapped)
    forget_keys()
    with pytest.raises(CannotOpen, match=str(key.pk)):
        key_ring().key(key.pk)


@pytest.mark.usefixtures("_notes")
def test_an_accepted_referral_opens_through_its_case_alone():
    case, referral = a_key(), a_key(purpose="referral")
    note = a_note("What was referred.", key=referral)
    under(referral, case)
    forget_keys()
    assert again(note).words == "What was referred."

    lose(case)
    with pytest.raises(CannotOpen, match=str(note.pk)):
        again(note).words  # noqa: B018


@pytest.mark.usefixtures("_notes")
def test_a_key_deep_under_others_is_found_with_few_questions(
    django_assert_num_queries,
):
    chain = [a_key() for _ in range(4)]
    notes = [a_note("Seen.", key=key) for key in chain]
    for child, parent in pairwise(chain):
        under(child, parent)
    forget_keys()
    with django_assert_num_queries(1 + 4):
        assert again(notes[0]).words == "Seen."
    forget_keys()
    rows = [again(note) for note in notes]
    with django_assert_num_queries(1):
        assert {row.words for row in rows} == {"Seen."}


def test_a_key_under_two_others_opens_through_either(db):
    message, one, other = a_key(), a_key(), a_key()
    under(message, one)
    under(message, other)
    lose(one)
    assert key_ring().key(message.pk)
    lose(other)
    with pytest.raises(CannotOpen):
        key_ring().key(message.pk)


def test_putting_a_key_under_another_twice_changes_nothing(db):
    child, parent = a_key(), a_key()
    under(child, parent)
    under(child, parent)
    wrap = KeyWrap.objects.get(data_key=child)
    assert (wrap.parent, wrap.master_key_id) == (parent, "")


def test_keys_never_lie_in_a_circle(db):
    one, two, three = a_key(), a_key(), a_key()
    under(one, two)
    under(two, three)
    for child, parent in [(three, one), (two, one), (one, one)]:
        with pytest.raises(ValueError, match="under itself"):
            under(child, parent)
    forget_keys()
    assert key_ring().key(one.pk)


def test_wraps_forced_into_a_circle_open_nothing_and_end(db):
    one, two = a_key(), a_key()
    under(one, two)
    wrap = KeyWrap.objects.get(data_key=one)
    KeyWrap.objects.filter(data_key=two).update(
        parent=one, master_key_id="", wrapped=wrap.wrapped
    )
    forget_keys()
    with pytest.raises(CannotOpen):
        key_ring().key(one.pk)


def test_a_key_stays_with_its_partnership(db):
    with pytest.raises(ValueError, match="its partnership"):
        under(a_key(), a_key(MOORLAND))


def test_a_wrap_lies_under_a_master_or_a_parent_and_never_both(db):
    key, parent = a_key(), a_key()
    for master_key_id, above in [("", None), ("one", parent)]:
        with pytest.raises(IntegrityError), transaction.atomic():
            KeyWrap.objects.create(
                data_key=key,
                master_key_id=master_key_id,
                parent=above,
                wrapped=b"",
                wrapped_at=AT,
                wrapped_by="",
            )


def test_a_partnership_has_one_key_for_a_purpose(db, monkeypatch):
    ask = {"partnership_id": QUILLSHIRE, "purpose": "partnership", "by": BY, "at": AT}
    first = standing_key(**ask)
    assert standing_key(**ask) == first
    assert standing_key(**ask | {"partnership_id": MOORLAND}) != first

    # Another process made it between our look and our write.
    nobody = DataKey.objects.none()
    with monkeypatch.context() as patch:
        patch.setattr(DataKey.objects, "filter", lambda **_: nobody)
        assert standing_key(**ask) == first
    forget_keys()
    assert key_ring().key(first.pk)


def test_a_key_made_in_vain_leaves_nothing(db):
    with transaction.atomic():
        new_data_key(partnership_id=QUILLSHIRE, purpose="case", by=BY, at=AT)
        transaction.set_rollback(True)
    assert not DataKey.objects.exists()


# The ring


def test_a_ring_fetches_a_key_once(db, django_assert_num_queries):
    key = a_key()
    forget_keys()
    with django_assert_num_queries(1):
        assert key_ring().key(key.pk) is key_ring().key(key.pk)


def test_a_forgotten_ring_opens_its_keys_anew(db, django_assert_num_queries):
    key = a_key()
    forget_keys()
    before = key_ring()
    before.key(key.pk)
    forget_keys()
    assert key_ring() is not before
    with django_assert_num_queries(1):
        key_ring().key(key.pk)


def test_requests_and_jobs_begin_and_end_without_keys(db):
    from django.core.signals import request_finished, request_started
    from django_tasks.signals import task_finished, task_started

    for moment in (request_started, request_finished, task_started, task_finished):
        kept = key_ring()
        receivers = list(moment._live_receivers(None)[0])
        assert any("forget_keys" in getattr(r, "__name__", "") for r in receivers)
        for receiver in receivers:
            if getattr(receiver, "__name__", "") == "forget_keys":
                receiver(signal=moment, sender=None)
        assert key_ring() is not kept


def test_an_unknown_key_opens_nothing(db):
    with pytest.raises(CannotOpen):
        KeyRing().key(uuid4())


def test_the_database_holds_no_key_as_it_is(keys, db):
    text = keys.read_text().split(":")[-1].strip()
    opened = key_ring().key(a_key().pk)
    secret = base64.b64decode(opened._secret.as_text())
    with connection.cursor() as cursor:
        cursor.execute("SELECT wrapped FROM vault_keywrap")
        wrapped = b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert secret not in wrapped
    assert base64.b64decode(text) not in wrapped
