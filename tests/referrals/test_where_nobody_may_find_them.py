"""Where somebody lives who must not be found stands on no page and in no paper that is
shown, however it was written."""

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import record_protected_address
from heed.cases.models import Child
from heed.referrals.actions import (
    check_understood,
    join_to_case,
    join_to_referral,
    open_case,
)
from heed.referrals.models import Referral
from heed.referrals.queries import papers_of
from heed.vault.models import BlindTerm
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_filled_form,
    a_referral,
    an_email,
    an_emailed_form,
    arrived,
)
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
@pytest.mark.parametrize("to", ["the one that withholds", "the one that tells"])
def test_before_a_case_what_one_withholds_is_not_told_by_one_that_is_joined_to_it(to):
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    openly = a_referral(partnership, child__1__address=WHERE)
    silent = a_referral(
        partnership, child__1__address=WHERE, child__1__address_withheld="yes"
    )
    browser = signed_in(Client(), people["manager"])
    page = reverse("referral", args=[openly.public_id])
    assert "Nightjar" in browser.get(page).content.decode()
    pair = (openly, silent) if to == "the one that withholds" else (silent, openly)

    join_to_referral(*pair, reasons="One boy.", by=people["manager"], at=NOON)

    assert "Nightjar" not in browser.get(page).content.decode()


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


# Papers

TOLD = {"child.1.address": WHERE, "incident.what": "Found hurt at 17 NIGHTJAR  CLOSE."}


@walked_once
def a_case_of_a_paper_that_tells_where():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    arrived(an_emailed_form(partnership, answers=ABOUT_PIPIT | TOLD), partnership)
    referral = Referral.objects.get()
    case = open_case(referral, by=people["manager"], at=NOON)
    declared(case, *(people[who] for who in ("manager", "coordinator", "police")))
    referral.refresh_from_db()
    return referral, case, people


def read_by(who, referral, case, *, names):
    browser = signed_in(Client(), who)
    if names:
        browser.post(reverse("case_names", args=[case.public_id]), {"names": "on"})
    (paper, *_) = papers_of(referral, with_emails=False)
    where = reverse("referral_paper", args=[referral.public_id, paper.public_id])
    return browser.get(where).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["manager", "police"])
def test_a_paper_tells_nobody_an_address_that_the_case_keeps_apart(who):
    referral, case, people = a_case_of_a_paper_that_tells_where()
    assert "Nightjar" in read_by(people[who], referral, case, names=True)
    record_protected_address(
        case,
        address="17 Nightjar Close Marrowby",
        child=Child.objects.get(case=case),
        by=people["manager"],
        at=NOON,
    )

    said = read_by(people[who], referral, case, names=True)

    assert "Found hurt at" in said
    for hidden in ("nightjar", "qx4 7zz"):
        assert hidden not in said.casefold()


@pytest.mark.django_db
def test_a_paper_that_tells_an_address_in_another_way_is_not_shown():
    referral, case, people = a_case_of_a_paper_that_tells_where()
    record_protected_address(
        case,
        address="The Old Lock House, QX4 7ZZ",
        child=Child.objects.get(case=case),
        by=people["manager"],
        at=NOON,
    )

    said = read_by(people["police"], referral, case, names=True)

    assert "it is not certain that Heed would leave it out" in said
    assert "Found hurt at" not in said


@pytest.mark.django_db
def test_with_names_off_the_business_unit_too_reads_nobodys_name_in_a_paper():
    referral, case, people = a_case_of_a_paper_that_tells_where()
    said = read_by(people["coordinator"], referral, case, names=False)
    assert "Found hurt at" in said
    for hidden in ("Tobiah", "Marchwinter", "Corisande", "Nightjar"):
        assert hidden not in said


@pytest.mark.django_db
def test_with_names_off_the_business_unit_reads_no_name_of_a_file():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    form = ("Tobiah Marchwinter.docx", a_filled_form())
    arrived(an_email(form), partnership)
    referral = Referral.objects.get()
    case = open_case(referral, by=people["manager"], at=NOON)
    declared(case, people["coordinator"])
    browser = signed_in(Client(), people["coordinator"])
    (paper, *_) = papers_of(referral, with_emails=False)
    pages = [
        reverse("referral", args=[referral.public_id]),
        reverse("referral_paper", args=[referral.public_id, paper.public_id]),
    ]

    for page in pages:
        assert "Tobiah" not in browser.get(page).content.decode()
    browser.post(reverse("case_names", args=[case.public_id]), {"names": "on"})
    for page in pages:
        assert "Tobiah Marchwinter.docx" in browser.get(page).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["coordinator", "police"])
def test_who_reads_in_a_paper_who_the_people_are_stands_on_the_record(who):
    referral, case, people = a_case_of_a_paper_that_tells_where()
    entries = Entry.objects.filter(what="read_identities", actor_id=people[who].pk)

    read_by(people[who], referral, case, names=False)
    assert entries.count() == 0
    assert "Marchwinter" in read_by(people[who], referral, case, names=True)
    assert entries.count() == 2  # turned on, and read
