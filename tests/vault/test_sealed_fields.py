"""A sealed field gives back what it was given, and to nobody and nowhere else."""

import uuid
from datetime import date, datetime

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed.vault.ciphers import CannotOpen
from heed.vault.fields import SealedFieldError
from heed.vault.keys import forget_keys
from heed.vault.models import DataKey
from tests.vault.notes import AT, MOORLAND, Note, a_key, a_note, again

pytestmark = pytest.mark.usefixtures("_notes")

quickly = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
any_text = st.text(st.characters(exclude_categories=[])) | st.text(
    "\ud800\0é'\U0001f9d2"
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | any_text,
    lambda inner: st.lists(inner) | st.dictionaries(any_text, inner),
    max_leaves=12,
).filter(lambda value: value is not None)


def raw(note, column):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM vault_tests_note WHERE id = %s", [_pk(note)]
        )
        value = cursor.fetchone()[0]
    return value if value is None else bytes(value)


def put(note, column, value):
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE vault_tests_note SET {column} = %s WHERE id = %s",
            [value, _pk(note)],
        )


def _pk(note):
    return Note._meta.pk.get_db_prep_value(note.pk, connection)


@quickly
@given(any_text)
def test_any_text_comes_back_as_it_went_in(words):
    note = a_note(words)
    assert note.words == words
    assert again(note).words == words


@quickly
@given(json_values)
def test_any_json_comes_back_as_it_went_in(details):
    assert again(a_note(details=details)).details == details


@quickly
@given(st.dates(), st.binary())
def test_any_date_and_any_bytes_come_back_as_they_went_in(born_on, content):
    kept = again(a_note(born_on=born_on, content=content))
    assert (kept.born_on, kept.content) == (born_on, content)


def test_nothing_stays_nothing_and_an_empty_text_is_sealed_like_any_other():
    note = a_note("", reason=None)
    kept = again(note)
    assert (kept.words, kept.reason) == ("", None)
    assert raw(note, "reason") is None
    assert len(raw(note, "words")) == 1 + 12 + 16


@quickly
@given(st.text(min_size=4))
def test_the_database_holds_nothing_of_the_words(words):
    sealed = raw(a_note(words), "words")
    assert words.encode("utf-8", "surrogatepass") not in sealed


def test_the_same_words_are_never_sealed_alike():
    key = a_key()
    first, second = a_note("Seen.", key=key), a_note("Seen.", key=key)
    assert raw(first, "words") != raw(second, "words")


@quickly
@given(st.data())
def test_one_changed_byte_opens_nothing(data):
    note = a_note("Seen at home with her mother.")
    sealed = bytearray(raw(note, "words"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    put(note, "words", bytes(sealed))
    with pytest.raises(CannotOpen, match=str(note.pk)):
        again(note).words  # noqa: B018


@pytest.mark.parametrize("left", [0, 1, 12, 13, 28])
def test_words_cut_short_open_nothing(left):
    note = a_note("Seen at home.")
    put(note, "words", raw(note, "words")[:left])
    with pytest.raises(CannotOpen, match=str(note.pk)):
        again(note).words  # noqa: B018


def test_words_moved_to_another_row_open_nothing():
    key = a_key()
    here, there = a_note("Her words.", key=key), a_note("His words.", key=key)
    put(there, "words", raw(here, "words"))
    with pytest.raises(CannotOpen, match=str(there.pk)):
        again(there).words  # noqa: B018
    assert again(here).words == "Her words."


def test_words_moved_to_another_field_open_nothing():
    note = a_note("Seen at home.", reason="A reason.")
    put(note, "words", raw(note, "reason"))
    with pytest.raises(CannotOpen, match=r"test_note\.words of row"):
        again(note).words  # noqa: B018


def test_words_under_another_key_open_nothing():
    note = a_note("Seen at home.")
    Note.objects.filter(pk=note.pk).update(data_key=a_key())
    with pytest.raises(CannotOpen, match=str(note.pk)):
        again(note).words  # noqa: B018


def test_a_key_moved_to_another_partnership_opens_nothing():
    note = a_note("Seen at home.")
    DataKey.objects.filter(pk=note.data_key_id).update(partnership_id=MOORLAND)
    forget_keys()
    with pytest.raises(CannotOpen, match=str(note.pk)):
        again(note).words  # noqa: B018


def test_a_failure_tells_nothing_of_how_it_was_sealed():
    note = a_note("Seen at home.")
    put(note, "words", b"nonsense")
    with pytest.raises(CannotOpen) as failure:
        again(note).words  # noqa: B018
    assert failure.value.__suppress_context__
    assert "Seen" not in str(failure.value)


def test_words_are_opened_when_read_and_not_before():
    note = a_note("Seen at home.")
    put(note, "words", b"spoilt")
    kept = again(note)
    assert kept.kind == "plain"
    assert repr(kept.__dict__["words"]) == str(kept.__dict__["words"]) == "<sealed>"


def test_a_row_saved_whole_keeps_what_nobody_opened():
    note = a_note("Seen at home.", reason="A reason.")
    before = raw(note, "words")
    kept = again(note)
    kept.reason = "A better reason."
    kept.save()
    assert raw(note, "words") == before
    assert again(note).reason == "A better reason."


def test_a_row_copied_under_another_id_and_key_is_sealed_anew():
    note = again(a_note("Seen at home.", details=["a", 1]))
    note.pk, note.data_key, note._state.adding = uuid.uuid4(), a_key(), True
    note.save(force_insert=True)
    kept = again(note)
    assert (kept.words, kept.details, kept.reason) == ("Seen at home.", ["a", 1], None)


def test_many_rows_are_kept_at_once():
    key = a_key()
    Note.objects.bulk_create(
        [Note(data_key=key, words=f"Word {n}", reason=None) for n in range(30)]
    )
    kept = Note.objects.filter(data_key=key)
    assert {note.words for note in kept} == {f"Word {n}" for n in range(30)}


def test_deferred_words_are_fetched_when_read():
    note = a_note("Seen at home.", reason="A reason.")
    assert Note.objects.defer("words").get(pk=note.pk).words == "Seen at home."
    lean = Note.objects.only("kind").get(pk=note.pk)
    assert lean.reason == "A reason."
    lean.reason = None
    lean.save(update_fields=["reason"])
    assert again(note).reason is None


def test_a_row_refreshed_shows_what_is_kept_now():
    note = a_note("Seen at home.")
    other = again(note)
    other.words = "Not seen."
    other.save(update_fields=["words"])
    note.refresh_from_db()
    assert note.words == "Not seen."


def test_a_page_of_rows_opens_all_its_keys_together(django_assert_num_queries):
    for number in range(12):
        a_note(f"Word {number}")
    forget_keys()
    with django_assert_num_queries(2):
        assert len({note.words for note in Note.objects.all()}) == 12


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("words", b"bytes"),
        ("words", 7),
        ("born_on", datetime(2026, 3, 11)),
        ("born_on", "2026-03-11"),
        ("details", {"when": date(2026, 3, 11)}),
        ("details", {"pair": (1, 2)}),
        ("details", {1: "one"}),
        ("details", [float("nan")]),
        ("content", "text"),
    ],
)
def test_what_would_not_come_back_alike_is_refused(field, value):
    values = {"words": "Seen.", field: value}
    with pytest.raises(TypeError):
        a_note(**values)


def test_a_row_without_a_key_keeps_no_words():
    with pytest.raises(SealedFieldError):
        Note.objects.create(words="Seen at home.")


def test_time_is_no_part_of_a_key():
    assert a_key().created_at == AT
