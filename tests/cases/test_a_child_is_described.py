"""A child and an adult can be described on pages: what a submission owes of each child,
the other names and dates of birth by which people are found."""

from datetime import date

import pytest
from django.urls import reverse

from heed.cases.actions import add_child, record_incident_days
from heed.cases.describing import facts_of_child, parts_of_child
from heed.cases.models import Case, Child, FamilyMember
from heed.deidentify import Kind
from heed.incidents.gaps import LACKING
from heed.publications.register import register_of_case
from heed.referrals.understanding import (
    facts_of_child as facts_of_child_in_a_referral,
)
from heed.rulebook import children
from heed.rulebook.children import CHILD_FACTS
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.incidents.asking import browser_of, press, text
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db
SAID = {
    "child_identity": {
        "ethnicity": "MWBC",
        "religion": "Methodist",
        "language": "Cornish",
        "immigration": "unaccompanied",
        "disabled": "yes",
        "needs": "He is deaf in one ear.",
    },
    "child_care": {
        "legal_status": "by_agreement",
        "placement": "foster",
        "looked_after_by": "Saltern Borough Council",
        "parental_responsibility": "Calder Broadmire",
        "plans": ["child_in_need_now", "child_protection_before"],
        "plan_words": "Neglect, in 2021.",
        "education": "attends",
        "school": "Marrowby Academy",
    },
    "child_harm": {"harm": "neglect", "nhs_number": "943 476 5919", "notes": "Left."},
}


def parts(name, day):
    return {
        f"{name}-{part}": str(getattr(day, part)) for part in ("day", "month", "year")
    }


@pytest.fixture
def desk():
    case, people = a_case_with_people()
    with it_is(NOON):
        yield case, browser_of(people["coordinator"]), people


def described(desk, **more):
    """A child, described on the pages and by nothing else."""
    case, client, _ = desk
    who = {"given_name": "Jory", "family_name": "Thistlemere", "sex": "male"}
    who |= {"also_known_as": "Joz\nJ. Broadmire", "role": "subject", "status": "alive"}
    who |= parts("born_on", date(2009, 8, 14)) | more
    answer = press(client, reverse("add_child", args=[case.public_id]), **who)
    assert answer.url == reverse("children", args=[case.public_id])
    child = Child.objects.get(case=case)
    for page, answers in SAID.items():
        press(client, reverse(page, args=[child.public_id]), **answers)
    return Child.objects.get(case=case)


def test_every_fact_that_a_submission_owes_of_a_child_can_be_said_on_a_page(desk):
    told = {fact.slug: said for fact, said in facts_of_child(described(desk))}

    assert told == {
        "age": "16 or 17 years",
        "sex": "Male",
        "ethnicity": "Mixed: White and Black Caribbean",
        "disability": "Yes; He is deaf in one ear.",
        "religion": "Methodist",
        "language": "Cornish",
        "legal_status": "In care by agreement (section 20)",
        "plans": "Child in need plan now; Child protection plan before; "
        "Neglect, in 2021.",
        "education": "At school, college or nursery; Marrowby Academy",
    }
    assert set(told) == {fact.slug for fact in CHILD_FACTS}
    assert {fact.lacks for fact in CHILD_FACTS} <= set(LACKING)


def test_what_the_national_form_asks_beside_can_be_said_on_the_same_pages(desk):
    child = described(desk)

    on, off = (
        {
            label: said
            for part in parts_of_child(child, names_on=n)
            for label, said in part.rows
        }
        for n in (True, False)
    )

    assert on["Immigration"] == "Seeks asylum, unaccompanied"
    assert on["Placement"] == "Foster placement with somebody else"
    assert on["Looked after by"] == "Saltern Borough Council"
    assert on["Parental responsibility"] == "Calder Broadmire"
    assert not {"Calder Broadmire", "Saltern Borough Council"} & {*off.values()}


def test_a_child_who_is_not_in_care_is_not_asked_where_she_is_placed_and_by_whom():
    child = Child(number=1, legal_status="not_in_care", placement="")
    child.case = Case(opened_at=NOON)

    known = {
        label: said
        for part in parts_of_child(child, names_on=True)
        for label, said in part.rows
    }

    assert known["Placement"] == known["Looked after by"] == "Not in care"
    assert known["Immigration"] == ""
    child.immigration, child.legal_status = "not_known", "not_known"
    care = parts_of_child(child, names_on=True)
    assert ("Immigration", "Not known") in care[1].rows
    assert ("Placement", "") in care[2].rows


def test_the_page_says_it_in_words_and_hides_what_may_name_somebody(desk):
    case, client, _ = desk
    described(desk)
    address = reverse("children", args=[case.public_id])

    off = text(client.get(address))
    client.post(reverse("case_names", args=[case.public_id]))
    on = text(client.get(address))

    for page in (off, on):
        assert "White and Black Caribbean" in page
        assert "MWBC" not in page
        assert "In care by agreement" in page
    for words in ("Jory", "Broadmire", "Marrowby", "deaf", "Left.", "943 476"):
        assert words not in off
        assert words in on


def test_what_is_on_one_page_is_not_lost_by_another(desk):
    _, client, _ = desk
    child = described(desk)

    press(client, reverse("child_care", args=[child.public_id]), education="home")

    kept = Child.objects.get(pk=child.pk)
    assert kept.education == "home"
    assert kept.religion == "Methodist"
    assert kept.also_known_as == ["Joz", "J. Broadmire"]
    assert kept.identifiers == {"nhs_number": "943 476 5919", "nhs_check": "valid"}
    assert kept.school is None


def test_an_unborn_child_has_the_day_on_which_it_is_due(desk):
    case, client, _ = desk
    press(
        client,
        reverse("add_child", args=[case.public_id]),
        status="unborn",
        role="sibling",
        **parts("due_on", date(2026, 5, 2)),
    )

    child = Child.objects.get(case=case)
    assert child.due_on == date(2026, 5, 2)
    assert child.age_band == "unborn"


def test_a_word_that_was_kept_before_and_is_no_choice_is_not_lost(desk):
    case, client, people = desk
    child = add_child(case, sex="boy", by=people["coordinator"], at=NOON)
    address = reverse("child", args=[child.public_id])

    assert 'value="boy" selected' in text(client.get(address))


def test_age_is_counted_on_the_day_of_the_incident(desk):
    case, _, people = desk
    child = add_child(case, born_on=date(2025, 3, 1), by=people["coordinator"], at=NOON)
    assert child.age_band == "1-5"

    record_incident_days(
        case, happened_on=date(2026, 2, 27), by=people["manager"], at=NOON
    )

    assert Child.objects.get(pk=child.pk).age_band == "under 1"


def test_other_names_and_birthdays_reach_the_search_for_identifying_words(desk):
    case, client, _ = desk
    described(desk)
    press(
        client,
        reverse("name_family_member", args=[case.public_id]),
        name="Calder Broadmire",
        also_known_as="Cal Storr",
        relationship="father",
        **parts("born_on", date(1984, 11, 3)),
    )

    found = {(each.kind, each.value) for each in register_of_case(case).entries}

    for alias in ("Joz", "J. Broadmire", "Cal Storr"):
        assert (Kind.ALIAS, alias) in found
    assert (Kind.DOB, "1984-11-03") in found
    assert FamilyMember.objects.get(case=case).also_known_as == ["Cal Storr"]


def test_an_agency_is_asked_to_search_for_them(client):
    review, people = a_rapid_review()
    with it_is(NOON):
        desk = signed_in(client, people["coordinator"])
        press(
            desk,
            reverse("name_family_member", args=[review.case.public_id]),
            name="Calder Broadmire",
            also_known_as="Cal Storr",
            relationship="father",
            **parts("born_on", date(1984, 11, 3)),
        )
    request, _ = a_request(review, people)
    member = FamilyMember.objects.get(case=request.case)
    assert (member.also_known_as, member.born_on) == (["Cal Storr"], date(1984, 11, 3))


@pytest.mark.parametrize(
    "table",
    ["AGE_BANDS", "ETHNICITIES", "LEGAL_STATUSES", "PLACEMENTS", "HARM"],
)
def test_every_choice_fits_where_it_is_kept(table):
    field = {
        "AGE_BANDS": "age_band",
        "ETHNICITIES": "ethnicity",
        "LEGAL_STATUSES": "legal_status",
        "PLACEMENTS": "placement",
        "HARM": "harm",
    }[table]
    longest = max(map(len, getattr(children, table)))
    assert longest <= Child._meta.get_field(field).max_length


def test_what_a_referral_says_of_language_and_plans_has_its_own_place():
    facts = facts_of_child_in_a_referral(
        {
            "language": "Cornish",
            "legal_status": ["care order"],
            "plan_history": ["2021 to 2022"],
            "ethnicity_verbatim": "Cornish",
            "responsible_la": "Saltern Borough Council",
        }
    )

    assert facts["language"] == "Cornish"
    assert facts["plan_words"] == (
        "Orders or care: care order\nChild protection plans: 2021 to 2022"
    )
    assert facts["looked_after_by"] == "Saltern Borough Council"
    assert facts["notes"] == "Ethnic group, in their own words: Cornish"
