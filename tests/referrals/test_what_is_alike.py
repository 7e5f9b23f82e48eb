"""When two referrals are suggested as one: names, days, places, and in what words."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.dates.reading import read_date
from heed.referrals.alike import (
    NEXT_DAY,
    ONE_OF_SEVERAL,
    SAME_DAY,
    SAME_HOUSE,
    SAME_MONTH,
    SAME_PLACE,
    SAME_STREET,
    SOME_DAYS,
    SWAPPED,
    asked_of,
    days_asked,
    likeness,
    marks_of,
)
from heed.vault.blind import Kind, forms_of, houses

LETTERS = st.text(st.characters(categories=["L"]), min_size=2, max_size=12)
DAYS = st.dates(date(2005, 1, 1), date(2026, 1, 1))


def a_child(given="Jory", family="Thistlemere", dob=None, **more):
    born = {"iso": dob.isoformat(), "verbatim": ""} if dob else None
    return {"given": given, "family": family, "aka": [], "dob": born} | more


def compared(one, other, *, days=(None, None)):
    """What the blind index would say of two children, each in a referral of its own."""
    marks = marks_of({"children": [other], "incident": {"date": _day(days[1])}})
    known = {kind: _forms(kind, values) for kind, values in marks.items()}
    asked = asked_of(one) | {"happened": days_asked(_day(days[0]))}
    return likeness(
        (kind, value)
        for kind, values in asked.items()
        for value in values
        if _forms(kind, [value]) & known[kind]
    )


def _forms(kind, values):
    return {form for value in values for form in forms_of(Kind(kind), value)}


def _day(written):
    """A date as it is read: a day, or the words that somebody wrote."""
    if isinstance(written, str):
        return read_date(written, near=date(2026, 3, 20)).to_json()
    iso = written and written.isoformat()
    return {"iso": iso, "verbatim": iso} if iso else None


def test_a_name_that_sounds_alike_and_a_swapped_birthday_are_enough():
    here = a_child("Jory", "Thistlemere", date(2009, 4, 8))
    there = a_child("Jorey", "Thistelmere", date(2009, 8, 4))

    found = compared(here, there)

    assert found.is_enough
    assert "day and month the other way round" in found.why


@given(LETTERS, LETTERS, DAYS)
def test_a_child_is_always_like_itself_whatever_the_letters(first, last, born):
    child = a_child(first, last, born)
    assert compared(child, child).weight >= likeness([("born", born)]).weight


@given(DAYS.filter(lambda day: day.day <= 12))
def test_day_and_month_swapped_is_the_same_birthday(born):
    swapped = date(born.year, born.day, born.month)
    alike = compared(a_child(dob=born), a_child("Una", "Vale", dob=swapped))
    assert (
        alike.reasons
        == compared(a_child(dob=born), a_child("Una", "Vale", dob=born)).reasons
    )
    assert alike.weight == 2


@given(LETTERS)
def test_how_a_name_is_composed_makes_no_difference(name):
    taken_apart = unicodedata.normalize("NFD", name)
    composed = unicodedata.normalize("NFC", name)
    found = compared(
        a_child(taken_apart, "Thistlemere"), a_child(composed, "Thistlemere")
    )
    assert found == compared(
        a_child(composed, "Thistlemere"), a_child(composed, "Thistlemere")
    )


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011", "\u2013"])
def test_a_double_name_is_found_by_half_of_it_and_counts_once(hyphen):
    double = a_child("Lumi", f"Ostrander{hyphen}Vale")
    assert compared(double, a_child("Lumi", "Vale")).is_enough
    assert not compared(double, a_child("Otto", "Ostrander-Vale")).is_enough


def test_an_initial_weighs_less_than_a_name():
    assert not compared(a_child("J", "M"), a_child("J", "M")).is_enough
    assert compared(a_child("J", "Marsh"), a_child("J", "Marsh")).is_enough


def test_a_family_name_alone_is_no_likeness_and_with_the_place_or_the_day_it_is():
    here = a_child("Jory", "Thistlemere", address="14 Harbour Row, ZZ99 1AB")
    sister = a_child("Wenna", "Thistlemere")
    assert not compared(here, sister).is_enough

    same_place = compared(here, sister | {"address": "14 harbour row"})
    assert same_place.is_enough
    assert "the same address or postcode" in same_place.reasons
    day = date(2026, 2, 18)
    assert compared(here, sister, days=(day, day)).is_enough


@given(LETTERS, LETTERS, DAYS, st.text(max_size=30))
def test_the_reasons_never_say_what_is_alike(first, last, born, address):
    child = a_child(first.upper(), last, born, address=address or "1 Quay Street")
    said = compared(child, child).why
    assert born.isoformat() not in said
    assert "1 Quay" not in said
    assert all(len(name) < 5 or name not in said for name in (first.upper(), last))


def test_particles_of_names_tell_nobody_apart():
    here, there = a_child("Baby", "van der Berg"), a_child("Baby", "van der Meer")
    assert compared(here, there).weight == 0


# When it happened


SISTERS = a_child("Jory", "Thistlemere"), a_child("Wenna", "Thistlemere")


@pytest.mark.parametrize(
    ("here", "there", "why"),
    [
        ("9 March 2026", "09/03/26", SAME_DAY),
        ("3 May 2026", "5 March 2026", SWAPPED),
        ("9 March 2026", "8 March 2026", NEXT_DAY),
        ("9 March 2026", "10 March 2026", NEXT_DAY),
        ("9 March 2026", "11 March 2026", None),
        ("11 March 2026", "w/c 9 March 2026", SOME_DAYS),
        ("16 March 2026", "w/c 9 March 2026", None),
        ("w/c 9 March 2026", "9-11 March 2026", SOME_DAYS),
        ("11 March 2026", "March 2026", SAME_MONTH),
        ("11 April 2026", "March 2026", None),
        ("March 2026", "early March 2026", SAME_MONTH),
        ("w/c 30 March 2026", "April 2026", SAME_MONTH),
        ("3 March 2026", "3 or 5 March 2026", ONE_OF_SEVERAL),
        ("4 March 2026", "3 or 5 March 2026", None),
        ("3 or 5 March 2026", "5 or 7 March 2026", ONE_OF_SEVERAL),
        ("2026", "9 March 2026", None),
        ("2026", "2026", None),
        ("when he fell", "when he fell", None),
    ],
)
def test_a_date_is_compared_with_the_precision_that_it_has(here, there, why):
    for one, other in ((here, there), (there, here)):
        found = compared(*SISTERS, days=(one, other))
        beside = [each for each in found.reasons if "name" not in each]
        assert beside == ([why] if why else []), (one, other)
        assert found.is_enough == bool(why)


@given(DAYS, st.integers(-40, 40))
def test_days_are_alike_the_same_swapped_or_next_to_each_other_only(day, apart):
    other = date.fromordinal(day.toordinal() + apart)
    found = compared(*SISTERS, days=(day, other))
    swapped = day.day <= 12 and other == date(day.year, day.day, day.month)
    assert found.is_enough == (abs(apart) <= 1 or swapped)


# Where somebody lives who has no number


@pytest.mark.parametrize(
    ("here", "there", "why"),
    [
        ("Wren’s Nest, Mill Lane", "The Wrens Nest Mill Lane Marrowby", SAME_HOUSE),
        ("Rose Cottage, Marrowby", "ROSE COTTAGE\nQuillshire", SAME_HOUSE),
        ("Thornfield, Mill Lane, Marrowby", "Thornfield Mill Ln", SAME_HOUSE),
        ("Thornfield, Mill Lane", "thornfield, Marrowby, Old Road", SAME_HOUSE),
        ("Flat 2, Harbour House, Quay Street", "Harbour House", SAME_HOUSE),
        ("Wren’s Nest, Mill Lane", "Robin’s Rest, Mill Lane", SAME_STREET),
        ("Mill Rd, Marrowby", "mill road", SAME_STREET),
        ("14 Mill Road", "14 Mill Rd, Marrowby", SAME_PLACE),
        ("14 Mill Road", "15 Mill Road", None),
        ("Marrowby, Quillshire", "Marrowby, Quillshire", None),
        ("No fixed abode, last Quay Street", "No fixed abode, Old Road", None),
        ("Not known", "Not known", None),
    ],
)
def test_a_house_without_a_number_is_found_by_its_name_or_its_street(here, there, why):
    jory, wenna = SISTERS
    for one, other in ((here, there), (there, here)):
        found = compared(jory | {"address": one}, wenna | {"address": other})
        beside = [each for each in found.reasons if "name that is" not in each]
        assert beside == ([why] if why else []), (one, other)


@given(st.text(max_size=60))
def test_no_address_is_too_odd_to_be_looked_at(address):
    assert all(form.startswith("house ") for form in houses(address))
