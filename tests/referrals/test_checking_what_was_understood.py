"""A coordinator checks what Heed understood beside the paper as it came."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.gaps import name_gap
from heed.cases.models import Child, OpenItem, StepTaken
from heed.cases.steps import Refused
from heed.partnership.actions import grant_role  # noqa: F401
from heed.referrals.actions import check_understood, open_case
from heed.referrals.models import Checked, Referral
from heed.referrals.queries import found_by, papers_of, possible_matches, reading_of
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_referral,
    an_emailed_form,
    arrived,
)
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
CORRECTED, RIGHT, OPEN = Checked.Answer.CORRECTED, "right", "left_open"


@walked_once
def an_emailed_one():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    arrived(an_emailed_form(partnership), partnership)
    return Referral.objects.get(), people


@walked_once
def one_of_the_web():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    return a_referral(partnership, child__1__dob="3/4/2010 or 4/4/2010"), people


def checked(referral, people, *answers):
    return check_understood(
        referral, answers=answers, by=people["coordinator"], at=NOON
    )


def page_of(referral, who, **asked):
    browser = signed_in(Client(), who)
    return browser.get(reverse("check_understood", args=[referral.public_id]), asked)


def test_what_was_read_stays_beside_what_a_person_puts_right():
    referral, people = one_of_the_web()
    before = referral.reading

    checked(
        referral, people, ("child-1.family", CORRECTED, "Marchwynter", "Marchwinter")
    )

    referral.refresh_from_db()
    assert referral.reading == before
    assert reading_of(referral)["children"][0]["family"] == "Marchwynter"
    kept = Checked.objects.get()
    assert (kept.read, kept.said) == ("Marchwinter", "Marchwynter")
    assert StepTaken.objects.get(step="check_understood").reasons is None


def test_said_again_the_later_word_counts_and_the_earlier_stays():
    referral, people = one_of_the_web()
    checked(referral, people, ("child-1.family", CORRECTED, "Wrong", "Marchwinter"))
    checked(referral, people, ("child-1.family", RIGHT, "", "Marchwinter"))

    assert reading_of(referral)["children"][0]["family"] == "Marchwinter"
    assert Checked.objects.count() == 2


def test_a_case_opens_with_what_was_put_right():
    referral, people = one_of_the_web()
    checked(referral, people, ("child-1.dob", CORRECTED, "4 April 2010", "Not clear"))

    case = open_case(referral, by=people["coordinator"], at=NOON)

    assert Child.objects.get(case=case).born_on == date(2010, 4, 4)


def test_a_name_that_was_put_right_is_found_by_either():
    referral, people = one_of_the_web()
    checked(referral, people, ("child-1.family", CORRECTED, "Ostrander", "Marchwinter"))

    for family in ("Ostrander", "Marchwinter"):
        other = a_referral(referral.partnership, child__1__family=family)
        found = possible_matches(other, people["coordinator"], at=NOON)
        assert referral.reference in found.references


def test_a_gap_that_is_filled_is_closed():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    without = {k: v for k, v in ABOUT_PIPIT.items() if k != "incident.date"}
    referral = a_referral(partnership, answers=without)
    assert OpenItem.objects.filter(kind="referral.when", answered_at=None).exists()

    name_gap(referral, kind="referral.lead", label="The lead did not sign.", at=NOON)

    checked(
        referral, people, ("incident.date", CORRECTED, "9 March 2026", "Not stated")
    )

    assert not OpenItem.objects.filter(kind="referral.when", answered_at=None).exists()
    # What a lead owes is no word of the paper, and stays open.
    assert OpenItem.objects.filter(kind="referral.lead", answered_at=None).exists()


def test_a_name_that_was_never_right_is_not_found_by_once_it_is_taken_back():
    referral, people = one_of_the_web()
    checked(referral, people, ("child-1.family", CORRECTED, "Ostrander", "Marchwinter"))

    checked(referral, people, ("child-1.family", RIGHT, "", "Marchwinter"))

    assert found_by(people["coordinator"], "Ostrander", at=NOON) == []
    assert found_by(people["coordinator"], "Marchwinter", at=NOON) == [referral]


def test_nothing_but_what_a_referral_says_is_checked():
    referral, people = one_of_the_web()
    with pytest.raises(Refused):
        checked(referral, people, ("child-1.secret", CORRECTED, "x", ""))


def test_only_the_business_unit_checks():
    referral, people = one_of_the_web()
    answers = [("child-1.family", RIGHT, "", "Marchwinter")]
    with pytest.raises(Refused):
        check_understood(referral, answers=answers, by=people["police"], at=NOON)


# The page


def test_doubts_come_first_and_lead_to_what_they_are_about():
    referral, people = one_of_the_web()
    said = page_of(referral, people["coordinator"]).content.decode()

    first, then = said.index("Please look at these first"), said.index("As it came")
    assert first < said.index('href="#check-child-1-dob"') < then
    assert 'id="check-child-1-dob"' in said


def test_each_thing_leads_to_the_answer_it_came_from():
    referral, people = one_of_the_web()
    said = page_of(referral, people["coordinator"]).content.decode()

    for key in ("child.1.family", "incident.date", "adult.1.name"):
        assert f'href="#typed-{key}"' in said
        assert f'id="typed-{key}"' in said


def test_each_thing_leads_to_its_place_in_the_paper():
    referral, people = an_emailed_one()
    page = page_of(referral, people["coordinator"], paper="first")

    left = page.context["left"]
    assert left.words is not None
    places = {
        row["item"].key: row["place"]
        for group in page.context["groups"]
        for row in group["rows"]
    }
    assert places["child-1.family"]
    assert f'id="{places["child-1.family"]}"' in page.content.decode()
    assert Entry.objects.filter(what="read_paper").exists()


def test_all_else_without_a_doubt_is_right_with_one_press():
    referral, people = one_of_the_web()
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("check_understood", args=[referral.public_id])

    browser.post(where, {"rest": "right", "said-child-1-family": "Marchwynter"})

    last = {each.item: each.answer for each in Checked.objects.all()}
    assert last["child-1.family"] == "corrected"
    assert last["child-1.given"] == "right"
    assert "child-1.dob" not in last  # it leaves a doubt: a person looks at it


def test_after_saving_a_person_goes_on_at_the_next_doubt_beside_the_same_paper():
    referral, people = one_of_the_web()
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("check_understood", args=[referral.public_id])
    right = {"answer-child-1-given": "right"}

    at_the_doubt = browser.post(f"{where}?paper=first", right)
    assert at_the_doubt.url == f"{where}?paper=first#check-child-1-dob"

    doubted = {"answer-child-1-dob": "left_open"}
    after_the_last = browser.post(where, doubted).url
    key = after_the_last.removeprefix(f"{where}#check-")
    page = browser.get(where)
    assert f'id="check-{key}"' in page.content.decode()
    assert key not in {"child-1-dob", "child-1-given"}

    everything = {
        f"answer-{item.field}": "right" for item in page.context["form"].items
    }
    assert browser.post(where, everything).url == f"{where}#checked"


def test_what_was_typed_is_not_lost_where_something_is_wrong():
    referral, people = one_of_the_web()
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("check_understood", args=[referral.public_id])

    page = browser.post(
        where,
        {"answer-child-1-given": "corrected", "said-child-1-family": "Marchwynter"},
    )

    said = page.content.decode()
    assert "Say what it should be" in said
    assert "Marchwynter" in said
    assert not Checked.objects.exists()


def test_what_was_typed_is_shown_again_where_a_case_opened_meanwhile():
    referral, people = one_of_the_web()
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("check_understood", args=[referral.public_id])
    case = open_case(referral, by=people["manager"], at=NOON)
    declared(case, people["coordinator"])

    page = browser.post(
        where,
        {
            "answer-child-1-family": "corrected",
            "said-child-1-family": "Marchwynter",
        },
    )

    said = page.content.decode()
    assert "<title>Error:" in said
    assert "Marchwynter" in said
    assert not Checked.objects.exists()


# The papers for who reads less


def a_case_with_its_paper():
    referral, people = an_emailed_one()
    case = open_case(referral, by=people["coordinator"], at=NOON)
    for each in ("coordinator", "police", "icb", "local_authority", "manager"):
        declared(case, people[each])
    referral.refresh_from_db()
    return referral, case, people


def paper_for(referral, who):
    (paper, *_) = papers_of(referral, with_emails=False)
    browser = signed_in(Client(), who)
    where = reverse("referral_paper", args=[referral.public_id, paper.public_id])
    return browser, where


def test_a_partner_reads_the_words_of_a_paper_without_who_referred():
    referral, case, people = a_case_with_its_paper()
    browser, where = paper_for(referral, people["police"])
    browser.post(reverse("case_names", args=[case.public_id]), {"names": "on"})

    said = browser.get(where).content.decode()

    assert "found hurt behind the boathouse" in said
    assert "Marchwinter" in said
    for hidden in ("Ashgrove", "Wilhelmina", "neighbour@marrowby.example"):
        assert hidden not in said


def test_with_names_off_a_partner_reads_what_happened_and_nobodys_name():
    referral, _case, people = a_case_with_its_paper()
    browser, where = paper_for(referral, people["police"])

    said = browser.get(where).content.decode()

    assert "found hurt behind the boathouse" in said
    for hidden in ("Marchwinter", "Tobiah", "Corisande", "Ashgrove"):
        assert hidden not in said


def test_the_business_unit_reads_all_of_a_paper():
    referral, people = an_emailed_one()
    browser, where = paper_for(referral, people["coordinator"])
    assert "Wilhelmina Ashgrove" in browser.get(where).content.decode()
