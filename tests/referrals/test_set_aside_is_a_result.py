"""A referral that does not meet the criteria is a result: reasons, a challenge, and a
register that tells of nobody."""

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from heed.cases.steps import Refused
from heed.referrals.actions import (
    decide_as_lead,
    draft_for_lead,
    look_again,
    set_aside,
)
from heed.referrals.models import SetAside
from heed.referrals.queries import register_of
from heed.referrals.queries.results import HELD_BACK, held_back, is_told_by_total
from heed.referrals.understanding import ethnicity_code
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.factories import a_nurses_draft, a_referral, staff_of
from tests.walked import walked_once

WHY = "It was an accident: two accounts agree."
CHALLENGED = "The ward saw older bruises."


@walked_once
def one_set_aside():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    referral = a_referral(partnership, child__1__ethnicity="White British")
    set_aside(referral, reasons=WHY, by=people["manager"], at=NOON)
    referral.refresh_from_db()
    return referral, people


@pytest.mark.django_db
def test_it_is_counted_by_age_and_ethnic_group_without_a_name():
    one_set_aside()
    assert SetAside.objects.get().children == [
        {"age_band": "11-15", "ethnicity": "WBRI"}
    ]


@pytest.mark.django_db
def test_challenged_it_is_looked_at_again_and_its_clock_runs_again():
    referral, people = one_set_aside()

    look_again(referral, reasons=CHALLENGED, by=people["coordinator"], at=NOON)

    referral.refresh_from_db()
    assert referral.stage == Stage.REFERRAL_RECEIVED
    assert SetAside.objects.get().challenged_by == people["coordinator"].name


@pytest.mark.django_db
def test_another_manager_decides_on_a_challenge_where_there_is_one():
    referral, people = one_set_aside()
    look_again(referral, reasons=CHALLENGED, by=people["coordinator"], at=NOON)
    other = a_person(Role.MANAGER, partnership=referral.partnership, at=NOON)

    with pytest.raises(Refused, match="another manager decides"):
        set_aside(referral, reasons=WHY, by=people["manager"], at=NOON)
    set_aside(referral, reasons=WHY, by=other, at=NOON)

    assert SetAside.objects.count() == 2


@pytest.mark.django_db
def test_where_there_is_one_manager_nobody_is_left_unable_to_act():
    referral, people = one_set_aside()
    look_again(referral, reasons=CHALLENGED, by=people["coordinator"], at=NOON)
    set_aside(referral, reasons=WHY, by=people["manager"], at=NOON)
    referral.refresh_from_db()
    assert referral.stage == Stage.NOT_PURSUED


@pytest.mark.django_db
def test_a_professional_hears_the_reasons_through_their_lead():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people, staff = the_people(partnership), staff_of(partnership)
    draft = draft_for_lead(a_nurses_draft(staff["nurse"]), by=staff["nurse"], at=NOON)

    decide_as_lead(draft, outcome="refer", reasons="Yes.", by=staff["lead"], at=NOON)
    draft.refresh_from_db()
    told = "Two accounts of the accident agree."
    set_aside(draft, reasons=WHY, for_lead=told, by=people["manager"], at=NOON)
    where = reverse("draft", args=[draft.public_id])

    to_lead = signed_in(Client(), staff["lead"]).get(where).content.decode()
    assert told in to_lead
    assert WHY not in to_lead
    said = signed_in(Client(), staff["nurse"]).get(where).content.decode()
    assert told not in said
    assert WHY not in said
    assert reverse("draft_look_again", args=[draft.public_id]) in said


@pytest.mark.django_db
def test_asked_twice_the_words_of_the_second_are_shown_again():
    referral, people = one_set_aside()
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("look_again", args=[referral.public_id])
    assert browser.post(where, {"reasons": CHALLENGED}).status_code == 302

    again = browser.post(where, {"reasons": CHALLENGED})

    assert again.status_code in {200, 409, 422}
    assert CHALLENGED in again.content.decode()


@pytest.mark.django_db
def test_what_was_not_set_aside_cannot_be_challenged():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    referral = a_referral(partnership)
    with pytest.raises(Refused):
        look_again(referral, reasons=CHALLENGED, by=people["manager"], at=NOON)
    browser = signed_in(Client(), people["manager"])
    assert (
        browser.get(reverse("look_again", args=[referral.public_id])).status_code == 404
    )


@pytest.mark.django_db
def test_the_register_holds_small_numbers_back_and_is_the_units_own():
    _referral, people = one_set_aside()
    elsewhere = a_partnership("Brackenholt", at=NOON, reference_prefix="B")
    stranger = a_person(Role.MANAGER, partnership=elsewhere, at=NOON)

    register = register_of(people["manager"], at=NOON)
    ages = dict(register.tables)["Age of the children"]

    assert [(line.group, line.set_aside) for line in ages] == [
        ("11 to 15 years", HELD_BACK)
    ]
    assert register_of(stranger, at=NOON).set_aside == "0"
    page = signed_in(Client(), people["manager"]).get(reverse("not_met"))
    assert "Marchwinter" not in page.content.decode()


@pytest.mark.django_db
def test_the_total_of_a_year_tells_no_number_that_is_held_back_beside_it():
    _referral, people = one_set_aside()

    register = register_of(people["manager"], at=NOON)

    assert register.set_aside == HELD_BACK
    (line,) = dict(register.tables)["Where they came from"]
    assert line.set_aside == HELD_BACK


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 60)))
def test_no_number_that_is_held_back_can_be_worked_out_from_the_total(counts):
    shown = held_back(counts)
    hidden = [group for group, said in shown.items() if said == HELD_BACK]
    assert all(counts[g] >= 5 or counts[g] == 0 for g in counts if g not in hidden)
    others = [g for g, n in counts.items() if n and g not in hidden]
    assert len(hidden) != 1 or not others


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12)))
def test_where_the_total_is_shown_each_number_held_back_may_be_another(counts):
    if is_told_by_total(counts):
        return
    hidden = [counts[g] for g, said in held_back(counts).items() if said == HELD_BACK]
    many, all_of_them = len(hidden), sum(hidden)
    for _ in hidden:
        if many == 2:  # one of the two may be large
            assert all_of_them > 2
            continue
        rest = range(many - 1, 4 * (many - 1) + 1)
        assert len([n for n in range(1, 5) if all_of_them - n in rest]) > 1


@pytest.mark.parametrize(
    ("counts", "tells"),
    [
        ({}, False),
        ({"a": 0}, False),
        ({"a": 1}, True),
        ({"a": 2, "b": 2}, True),
        ({"a": 5}, False),
        ({"a": 1, "b": 5}, False),
        (dict.fromkeys("abcdef", 1), True),
        (dict.fromkeys("abc", 4), True),
        ({"a": 1, "b": 1, "c": 9}, True),
        ({"a": 4, "b": 4}, False),
    ],
)
def test_a_total_is_held_back_where_it_tells(counts, tells):
    assert is_told_by_total(counts) is tells


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("White British", "WBRI"),
        ("British, white", "WBRI"),
        ("Asian - Pakistani", "APKN"),
        ("WIRI", "NOBT"),
        ("", "NOBT"),
        ("English", "NOBT"),
    ],
)
def test_no_ethnic_group_is_guessed(said, code):
    assert ethnicity_code(said) == code
