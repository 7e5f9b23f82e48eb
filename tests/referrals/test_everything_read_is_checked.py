"""Whatever the reader tells of a paper stands before a person, who says whether it is
right; what is right goes into the case."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from heed.cases.models import Child, FamilyMember
from heed.papers.forms import referral_from_answers
from heed.papers.questions import REFERRAL, key
from heed.papers.questions import Kind as Question
from heed.referrals.actions import add_information, check_understood, open_case
from heed.referrals.asked import Kind
from heed.referrals.checking import as_it_stands, in_groups, items_of, label_of
from heed.referrals.models import Checked, ChildAtRisk, Referral
from heed.referrals.queries import reading_of
from heed.referrals.said import ASKED, ELSEWHERE, PARTS
from tests.cases.factories import NOON, declared, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_referral, an_email, arrived
from tests.walked import walked_once

PAPERS = Path(__file__).parents[1] / "papers" / "filled"
A_GRID = PAPERS / "second" / "p01-ottersley-grid.docx"
CONTRACT = {
    "": "kind form_version protective_marking channel received_at signed referral_date "
    "referrer safeguarding_lead children adults incident criteria gate "
    "joint_working_concern agencies key_dates immediate_safety parallel cross_border "
    "media_interest office unread flags hidden",
    "safeguarding_lead": "name role endorsement consulted_on verbatim",
    "children": "ref role given family possible_family aka initials_in_header dob edd "
    "date_of_death age_text sex status ethnicity_verbatim language address "
    "address_withheld whereabouts school legal_status plan_history looked_after "
    "responsible_la identifiers multiple_birth",
    "adults": "name aka relationship to dob address suspected third_party",
    "incident": "date time place area country outside_england harm",
    "criteria": "abuse_or_neglect outcome boxes_ticked boxes_unclear",
    "agencies": "name contact still_involved",
    "key_dates": "date event",
    "immediate_safety": "open_risk children reported_to",
    "parallel": "type ref",
    "office": "received sent_to_chair agencies_asked agency_deadline considered "
    "recommendation_sent decided",
    "unread": "label answer",
}


def names_in(reading) -> set[str]:
    """Every name in a reading: of the whole, and within each part."""
    found = set()
    for name, value in reading.items():
        found.add(name)
        within = value if isinstance(value, list) else [value]
        for each in within:
            if isinstance(each, dict) and "iso" not in each:
                found |= {f"{name}.{inner}" for inner in each}
    return found


def asked_for() -> set[str]:
    found = set()
    for part in PARTS:
        found |= {part.read_as} - {""}
        for each in part.asked:
            alone = each.alone or not part.read_as
            found.add(each.name if alone else f"{part.read_as}.{each.name}")
    return found


def is_known(name: str) -> bool:
    whole = name.partition(".")[0]
    if whole in {"gate", *ELSEWHERE}:  # a gate has the questions of its own paper
        return True
    return name in asked_for() or name in ELSEWHERE


def test_all_that_the_contract_names_is_asked_or_excepted_by_name():
    names = {
        f"{part}.{name}" if part else name
        for part, said in CONTRACT.items()
        for name in said.split()
    }
    assert {name for name in names if not is_known(name)} == set()


def test_all_that_our_own_form_and_the_filled_papers_say_is_asked():
    answers = {
        key(section, question): question.choices[0].slug
        if question.choices
        else "3 May 2020"
        if question.kind is Question.DATE
        else "943 476 5919 said"
        for section in REFERRAL
        for question in section.questions
    }
    names = names_in(referral_from_answers(answers))
    for paper in PAPERS.rglob("*.json"):
        expected = json.loads(paper.read_text())
        if expected.get("kind") == "referral":
            names |= names_in(expected)
    assert {name for name in names if not is_known(name)} == set()


def test_an_exception_is_for_something_that_is_read_and_has_a_reason():
    assert all(len(why.split()) > 3 for why in ELSEWHERE.values())
    assert not set(ELSEWHERE) & asked_for()


@pytest.mark.parametrize(
    ("item", "words", "said"),
    [
        ("child-1.identifiers", "943 476 5919", "943 476 5919"),
        ("child-1.legal_status", "Care order, 2024; Section 20", "Care order, 2024"),
        ("child-1.looked_after", "no", "No"),
        ("adult-1.to", "Child 1 and 2", "Child 1, Child 2"),
        ("agency-1.still_involved", "yes", "Yes"),
        ("criteria.boxes_ticked", "1 and 3", "1, 3"),
        ("key_date-1.date", "4 May 2024", "4 May 2024"),
        ("gate-1.answer", "yes", "Yes"),
        ("incident.circumstances", "He fell.", "He fell."),
        ("paper.referral_date", "5 May 2024", "5 May 2024"),
        ("unread-1.answer", "Something else", "Something else"),
        ("immediate_safety.open_risk", "unknown", "Not known"),
    ],
)
def test_whatever_is_put_right_stands_in_its_place(item, words, said):
    reading = {
        "children": [{"identifiers": {"nhs_number": "1"}}, {}],
        "adults": [{}],
        "agencies": [{"name": "A school"}],
        "key_dates": [{"date": None, "event": "Birth"}],
        "gate": {"Is it known?": False},
        "unread": [{"label": "Other", "answer": "Something"}],
    }
    made = as_it_stands(reading, {item: words}, near=date(2024, 5, 6))
    found = {
        each.key: each
        for each in items_of(made, hides_where=False, numbers=lambda _: [])
    }
    assert said in found[item].read
    assert label_of(item)


def test_every_kind_of_thing_is_said_in_words():
    assert {each.kind for each in ASKED.values()} == set(Kind)


def test_a_doubt_stands_with_what_it_is_about():
    reading = {
        "children": [{"identifiers": {"nhs_number": "1", "nhs_check": "invalid"}}],
        "flags": [{"name": "nhs_number_invalid", "where": "child-1", "why": "Wrong."}],
    }
    (item,) = [
        each
        for each in items_of(reading, hides_where=False, numbers=lambda _: [])
        if each.flags
    ]
    assert item.key == "child-1.identifiers"
    assert "does not fit" in item.read


def test_what_is_doubted_because_it_is_not_said_can_be_said():
    reading = {
        "children": [{"given": "Wren"}],
        "flags": [{"name": "sex_not_stated", "where": "child-1", "why": "Not said."}],
    }
    found = items_of(reading, hides_where=False, numbers=lambda _: [])
    (item,) = [each for each in found if each.flags]
    assert (item.key, item.read) == ("child-1.sex", "Not stated")


def test_whether_a_child_is_at_risk_is_not_called_right_together_with_others():
    reading = {"immediate_safety": {"open_risk": False, "reported_to": ["The police"]}}
    found = items_of(reading, hides_where=False, numbers=lambda _: [])
    sure = {each.key for each in found if each.is_sure}
    assert "immediate_safety.open_risk" not in sure
    assert "immediate_safety.reported_to" in sure


def test_where_nobody_may_find_them_nothing_tells_where_they_are():
    reading = {"children": [{"address": "4 Elm Row", "whereabouts": "With her aunt"}]}
    shown = {"hides_where": True, "is_unit": True, "typed": False}
    assert not [
        each
        for each in items_of(reading, hides_where=True, numbers=lambda _: [])
        if each.read in {"4 Elm Row", "With her aunt"}
    ]
    assert "Elm Row" not in str(in_groups(reading, **shown))
    assert "Kept apart" in str(in_groups(reading, **shown))


# On the page


@walked_once
def a_grid_by_email():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    arrived(an_email(("form.docx", A_GRID.read_bytes())), partnership)
    return Referral.objects.get(), people


def checked(referral, people, *answers):
    return check_understood(
        referral, answers=answers, by=people["coordinator"], at=NOON
    )


@pytest.mark.django_db
def test_a_paper_of_others_is_checked_whole_group_by_group():
    referral, people = a_grid_by_email()
    browser = signed_in(Client(), people["coordinator"])
    where = reverse("check_understood", args=[referral.public_id])
    page = browser.get(where)
    titles = [group["title"] for group in page.context["groups"]]
    for title in ("Child 4", "The safeguarding lead", "For office use"):
        assert title in titles
    assert "What stood under other headings" in titles

    browser.post(where, {"rest": "child-2"})

    kept = {each.item for each in Checked.objects.all()}
    assert kept
    assert {item.partition(".")[0] for item in kept} == {"child-2"}
    doubted = {
        row["item"].key
        for group in page.context["groups"]
        for row in group["rows"]
        if row["item"].flags
    }
    assert doubted
    assert not kept & doubted


@pytest.mark.django_db
def test_what_is_put_right_of_the_rest_goes_into_the_case():
    referral, people = a_grid_by_email()
    right = Checked.Answer.CORRECTED
    checked(
        referral,
        people,
        ("child-1.identifiers", right, "943 476 5919", ""),
        ("child-1.language", right, "Polish", ""),
        ("child-1.ethnicity_verbatim", right, "White British", ""),
        ("child-1.legal_status", right, "Care order", ""),
        ("child-1.looked_after", right, "yes", ""),
        ("adult-1.address", right, "4 Elm Row", ""),
        ("agency-1.name", right, "A school", ""),  # none was read: nothing to put right
    )

    case = open_case(referral, by=people["coordinator"], at=NOON)

    child = Child.objects.filter(case=case).first()
    assert child.identifiers == {"nhs_number": "943 476 5919", "nhs_check": "valid"}
    assert (child.language, child.ethnicity) == ("Polish", "WBRI")
    assert "Care order" in child.plan_words
    assert "Looked after by a council: yes" in child.notes
    assert FamilyMember.objects.filter(case=case).first().contact == "4 Elm Row"


@pytest.mark.django_db
def test_a_partner_reads_all_of_it_but_who_referred_and_who_leads():
    referral, people = a_grid_by_email()
    note = Checked.Answer.CORRECTED, "Ask Marguerite Oduya-Finch first.", ""
    checked(referral, people, ("other.notes", *note))
    case = open_case(referral, by=people["coordinator"], at=NOON)
    declared(case, people["police"], at=NOON)
    browser = signed_in(Client(), people["police"])
    browser.post(reverse("case_names", args=[case.public_id]), {"names": "on"})

    said = browser.get(reverse("referral", args=[referral.public_id])).content.decode()
    understood = said.partition("What Heed understood")[2]

    for shown in ("Amberline", "White &amp; Black Caribbean", "12/06/26", "first."):
        assert shown in understood
    for kept in ("Oduya-Finch", "Hal Prewitt"):
        assert kept not in said


QUOTING = {
    "flags": [
        {"name": "quoted", "where": "incident", "why": "“Ask Wilhelmina Ashgrove”."},
        {"name": "dated", "where": "safeguarding_lead.consulted_on", "why": "“Lent”."},
    ],
    "unread": [{"label": "Ring Ms Ashgrove on", "answer": "Mondays"}],
}


@pytest.mark.django_db
@pytest.mark.parametrize("names", ["on", "off"])
def test_nothing_typed_doubted_or_added_tells_a_partner_who_referred_or_leads(names):
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    referral = a_referral(
        partnership,
        lead__name="Hal Prewitt",
        lead__endorsement="is_referrer",
        agency__1__name="Marrowby Health Visitors",
        agency__1__contact="Wilhelmina Ashgrove, neighbour@marrowby.example",
        incident__what="Wilhelmina Ashgrove and Hal Prewitt found him by the boathouse.",
    )
    referral.reading |= QUOTING
    referral.save(update_fields=["reading"])
    case = open_case(referral, by=people["coordinator"], at=NOON)
    added = "More. Yours, Wilhelmina Ashgrove"
    add_information(referral, words=added, by=people["coordinator"], at=NOON)
    declared(case, people["police"], at=NOON)
    browser = signed_in(Client(), people["police"])
    if names == "on":
        browser.post(reverse("case_names", args=[case.public_id]), {"names": "on"})

    said = browser.get(reverse("referral", args=[referral.public_id])).content.decode()

    for shown in ("boathouse", "Mondays", "More. Yours", "Marrowby Health"):
        assert shown in said
    for kept in ("Wilhelmina", "Ashgrove", "Prewitt", "neighbour@", "I am the safe"):
        assert kept not in said
    assert "“Lent”" not in said


@pytest.mark.django_db
def test_a_risk_that_was_read_as_none_is_raised_when_a_person_says_otherwise():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    referral = a_referral(partnership)
    assert not ChildAtRisk.objects.exists()

    checked(referral, people, ("immediate_safety.open_risk", "corrected", "yes", "No"))

    referral.refresh_from_db()
    assert referral.risk_now == "yes"
    assert ChildAtRisk.objects.get().confirmed_at is None
    assert reading_of(referral)["immediate_safety"]["open_risk"] is True

    checked(referral, people, ("immediate_safety.open_risk", "corrected", "no", "No"))
    assert ChildAtRisk.objects.get().confirmed_at is None  # that is said elsewhere
