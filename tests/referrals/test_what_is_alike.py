"""When two referrals are suggested as one: names, days, places, and in what words."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.referrals.alike import asked_of, likeness, marks_of
from heed.vault.blind import FORMS, Kind

LETTERS = st.text(st.characters(categories=["L"]), min_size=2, max_size=12)
DAYS = st.dates(date(2005, 1, 1), date(2026, 1, 1))


def a_child(given="Jory", family="Thistlemere", dob=None, **more):
    born = {"iso": dob.isoformat(), "verbatim": ""} if dob else None
    return {"given": given, "family": family, "aka": [], "dob": born} | more


def compared(one, other, *, days=(None, None)):
    """What the blind index would say of two children, each in a referral of its own."""
    marks = marks_of({"children": [other], "incident": {"date": _day(days[1])}})
    known = {kind: _forms(kind, values) for kind, values in marks.items()}
    asked = asked_of(one) | ({"happened": [days[0]]} if days[0] else {})
    return likeness(
        (kind, value)
        for kind, values in asked.items()
        for value in values
        if _forms(kind, [value]) & known[kind]
    )


def _forms(kind, values):
    return {form for value in values for form in FORMS[Kind(kind)](value)}


def _day(day):
    return {"iso": day.isoformat(), "verbatim": ""} if day else None


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
