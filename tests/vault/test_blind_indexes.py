"""Rows are found by names, dates and numbers that the database cannot read."""

import unicodedata
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed.vault.actions import index
from heed.vault.blind import birth, name_parts, nhs_number, postcode, sounds
from heed.vault.keys import forget_keys
from heed.vault.models import BlindTerm
from heed.vault.queries import row_ids_matching, shared_with
from tests.vault.notes import AT, BY, MOORLAND, QUILLSHIRE


def indexed(kind, *values, row_id=None, partnership_id=QUILLSHIRE):
    row_id = row_id or uuid4()
    index(
        row_id=row_id,
        partnership_id=partnership_id,
        kind=kind,
        values=values,
        by=BY,
        at=AT,
    )
    return row_id


def found(kind, value):
    return row_ids_matching(QUILLSHIRE, kind, value)


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("José", "jose"),
        ("Zoë", "Zoe"),
        ("O'Brien", "o’brien"),
        ("O'Brien", "OBRIEN"),
        ("Nguyễn", "nguyen"),
        ("Łukasz", "lukasz"),
        ("Søren", "Soren"),
        ("İpek", "ipek"),
        ("Strauß", "STRAUSS"),
        ("Smith-Jones", "smith"),
        ("Smith-Jones", "Jones"),
        ("Smith-Jones", "Smith Jones"),
        ("Smith‑Jones", "SmithJones"),
        ("van der Berg", "Berg"),
        ("Ｊａｎｅ", "jane"),
        ("محمد", "محمد"),
        ("Ng", "ng"),
        ("=Ann", "Ann"),
        ("Anna\u200bMaria", "AnnaMaria"),
    ],
)
def test_a_name_is_found_however_it_is_written(db, kept, asked):
    row_id = indexed("name", kept)
    assert found("name", asked) == {row_id}


def test_a_name_of_several_parts_is_found_where_all_of_them_are(db):
    both = indexed("name", "Ayesha", "Marsh")
    indexed("name", "Ayesha", "Hill")
    assert found("name", "Ayesha Marsh") == {both}
    assert len(found("name", "Ayesha")) == 2


@given(st.text())
def test_the_form_of_a_name_does_not_depend_on_case_or_composition(name):
    parts = name_parts(name)
    assert name_parts(unicodedata.normalize("NFD", name)) == parts
    assert name_parts(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "alike",
    [
        ("Catherine", "Katherine", "Kathryn", "Catharine"),
        ("Mohammed", "Muhammad", "Mohamed", "Muhammed"),
        ("Aisha", "Ayesha", "Aaisha", "Aysha"),
        ("Stephen", "Steven", "Stefan"),
        ("Sean", "Seán"),
        ("Philip", "Phillip", "Filip"),
        ("Jon", "John"),
        ("Thomas", "Tomas"),
        ("Clark", "Clarke"),
        ("Smith", "Smyth", "Smythe"),
        ("McDonald", "MacDonald"),
        ("Wright", "Right"),
        ("Knowles", "Noles"),
        ("Geoffrey", "Jeffrey"),
        ("Zachary", "Zachery"),
    ],
)
def test_names_that_sound_alike_have_one_sound(alike):
    assert len({frozenset(sounds(name)) for name in alike}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Smith", "Jones"), ("Amy", "Ella"), ("Daniel", "Danielle Hope")]
)
def test_names_that_sound_different_have_different_sounds(one, other):
    assert sounds(one) != sounds(other)


def test_names_in_other_scripts_and_very_short_ones_have_no_sound():
    assert sounds("محمد") == sounds("Li") == sounds("") == set()


@given(st.text())
def test_every_name_has_sounds_that_can_be_compared(name):
    assert all(sound.isascii() and len(sound) > 1 for sound in sounds(name))


@given(st.dates())
def test_a_date_of_birth_is_found_with_day_and_month_swapped(day):
    swapped = [day.replace(day=day.month, month=day.day)] if day.day <= 12 else []
    assert all(birth(other) == birth(day) for other in swapped)


@given(st.dates(), st.dates())
def test_other_dates_of_birth_are_other_dates(one, other):
    same = one.year == other.year and {one.day, one.month} == {other.day, other.month}
    assert (birth(one) == birth(other)) == same


def test_numbers_and_postcodes_are_found_however_they_are_spaced(db):
    row_id = indexed("postcode", "QS1 2AB")
    indexed("nhs_number", "999 012 3456", row_id=row_id)
    assert found("postcode", "qs12ab") == {row_id}
    assert found("nhs_number", "999-012-3456") == {row_id}
    assert postcode(" ") == nhs_number("none") == set()


def test_indexing_again_replaces_what_a_row_is_found_by(db):
    row_id = indexed("name", "Ayesha", "Marsh")
    indexed("born", date(2019, 3, 4), row_id=row_id)
    indexed("name", "Aisha", "Marsh", row_id=row_id)
    assert found("name", "Ayesha") == set()
    assert found("name", "Aisha") == found("born", date(2019, 4, 3)) == {row_id}
    indexed("name", row_id=row_id)
    assert found("name", "Marsh") == set()


def test_what_is_not_known_is_not_indexed(db):
    row_id = indexed("name", None, "", "   ")
    indexed("born", None, row_id=row_id)
    assert not BlindTerm.objects.exists()
    assert found("name", "") == set()


def test_an_unknown_kind_is_an_error(db):
    with pytest.raises(ValueError, match="shoe_size"):
        indexed("shoe_size", "7")


def test_another_partnership_finds_nothing_and_marks_otherwise(db):
    here = indexed("name", "Ayesha")
    there = indexed("name", "Ayesha", partnership_id=MOORLAND)
    assert found("name", "Ayesha") == {here}
    assert row_ids_matching(MOORLAND, "name", "Ayesha") == {there}
    assert len(set(BlindTerm.objects.values_list("digest", flat=True))) == 2


def test_a_partnership_that_has_indexed_nothing_finds_nothing(db):
    assert row_ids_matching(MOORLAND, "name", "Ayesha") == set()
    assert shared_with(MOORLAND, {"name": ["Ayesha"]}) == {}


def test_similar_rows_say_how_much_they_share(db):
    same, sounds_alike, other = uuid4(), uuid4(), uuid4()
    for row_id, names, born in [
        (same, ["Ayesha", "Marsh"], date(2019, 3, 4)),
        (sounds_alike, ["Aisha", "Marsh"], date(2019, 4, 3)),
        (other, ["Tom", "Hill"], date(2012, 1, 31)),
    ]:
        for kind in ("name", "sound"):
            indexed(kind, *names, row_id=row_id)
        indexed("born", born, row_id=row_id)
    indexed("nhs_number", "9990123456", row_id=same)

    asked = {
        "name": ["Ayesha", "Marsh"],
        "sound": ["Ayesha", "Marsh"],
        "born": [date(2019, 3, 4)],
        "nhs_number": ["999 012 3456"],
    }
    found = shared_with(QUILLSHIRE, asked)

    assert set(found) == {same, sounds_alike}
    assert found[same] == {
        (kind, each) for kind, all_ in asked.items() for each in all_
    }
    assert found[sounds_alike] == {
        ("name", "Marsh"),
        ("sound", "Ayesha"),
        ("sound", "Marsh"),
        ("born", date(2019, 3, 4)),
    }


def test_an_address_is_found_by_its_postcode_or_its_door(db):
    by_code = indexed("address", "Flat 2, 14 Harbour Row, Marrowby ZZ99 1AB")
    asked = {"address": ["14 harbour row"], "born": []}

    assert set(shared_with(QUILLSHIRE, asked)) == {by_code}
    assert set(shared_with(QUILLSHIRE, {"address": ["zz991ab"]})) == {by_code}
    assert shared_with(QUILLSHIRE, {"address": ["15 Harbour Row"]}) == {}


def test_looking_for_what_is_shared_takes_few_questions(db, django_assert_num_queries):
    for _ in range(20):
        indexed("name", "Ayesha")
    forget_keys()
    with django_assert_num_queries(3):
        assert len(shared_with(QUILLSHIRE, {"name": ["Ayesha"]})) == 20


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(categories=["L"]), min_size=4))
def test_the_database_holds_marks_and_no_names(db, name):
    indexed("name", name)
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest FROM vault_blindterm")
        digests = [bytes(row[0]) for row in cursor.fetchall()]
    assert all(len(digest) == 32 for digest in digests)
    assert name.encode() not in b"".join(digests)
