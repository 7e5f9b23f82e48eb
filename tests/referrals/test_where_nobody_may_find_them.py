"""Where somebody lives who must not be found stands on no page and in no paper that is
shown, however it was written."""

import pytest
from django.test import Client
from django.urls import reverse

from heed.cases.models import Child
from heed.referrals.actions import check_understood, join_to_case, open_case
from heed.vault.models import BlindTerm
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_referral
from tests.walked import walked_once

WHERE = "17 Nightjar Close, Marrowby QX4 7ZZ"
PUT_RIGHT = ("child-1.address", "corrected", "71 Nightjar Close", WHERE)


@walked_once
def an_open_one_and_one_that_withholds():
    """A case of a referral that told an address openly and was put right, and a second
    referral that asks to keep it from somebody."""
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    openly = a_referral(partnership, child__1__address=WHERE)
    by = people["manager"]
    check_understood(openly, answers=[PUT_RIGHT], by=by, at=NOON)
    openly.refresh_from_db()
    case = open_case(openly, by=by, at=NOON)
    openly.refresh_from_db()
    declared(case, by, people["police"])
    second = a_referral(
        partnership, child__1__address=WHERE, child__1__address_withheld="yes"
    )
    return openly, case, second, people


def protected():
    openly, case, second, people = an_open_one_and_one_that_withholds()
    join_to_case(second, case, reasons="One boy.", by=people["manager"], at=NOON)
    openly.refresh_from_db()
    return openly, case, people


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["manager", "police"])
def test_an_address_that_was_put_right_is_shown_to_nobody_once_it_is_kept_apart(who):
    openly, case, people = protected()
    browser = signed_in(Client(), people[who])
    browser.post(reverse("case_names", args=[case.public_id]), {"names": "on"})

    page = browser.get(reverse("referral", args=[openly.public_id]))

    assert page.context["names_on"]
    assert "Nightjar" not in page.content.decode()


@pytest.mark.django_db
def test_what_was_put_right_stays_where_no_address_is_kept_apart():
    openly, case, _second, people = an_open_one_and_one_that_withholds()
    browser = signed_in(Client(), people["police"])
    browser.post(reverse("case_names", args=[case.public_id]), {"names": "on"})
    page = browser.get(reverse("referral", args=[openly.public_id]))
    assert "71 Nightjar Close" in page.content.decode()


@pytest.mark.django_db
def test_a_child_is_not_found_by_an_address_that_was_taken_out_of_view():
    _openly, case, second, people = an_open_one_and_one_that_withholds()
    child = Child.objects.get(case=case)
    marks = BlindTerm.objects.filter(row_id=child.pk)
    assert marks.filter(kind="address").exists()

    join_to_case(second, case, reasons="One boy.", by=people["manager"], at=NOON)

    assert not marks.filter(kind="address").exists()
    assert marks.filter(kind="name").exists()
