"""Each thing that was understood leads to its own place in the paper, also where the
same words stand in several."""

import pytest
from django.test import Client
from django.urls import reverse

from heed.papers.blocks import anchored, document, heading, leaves, paragraph
from heed.papers.paper import read_paper
from heed.papers.reading import read_blocks
from heed.papers.referral_form import SentTo, fill_referral_form, referral_form
from heed.papers.write_pdf import write_pdf
from heed.referrals.checking import items_of
from heed.referrals.models import Referral
from heed.referrals.placing import Places, lined
from heed.referrals.understanding import apart
from tests.cases.factories import NOON, the_people
from tests.papers.factories_in import a_docx, grid, para
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import ABOUT_PIPIT, an_email, arrived
from tests.walked import walked_once

ABOUT = (
    ("Completed by", "Moira Lapwing"),
    ("Today’s date", "6 May 2026"),
    ("Date of incident", "3 May 2026"),
    ("What happened?", "Wren was found hurt behind the shed."),
    ("Has your safeguarding lead agreed?", "Yes"),
)
CRITERIA = (
    ("Was abuse or neglect known or suspected?", "☐ Known ☒ Suspected ☐ No"),
    ("Has the child died or been seriously harmed?", "☐ Died ☒ Seriously harmed"),
)
TOLD = "Rufus Teal and Wren Teal lived with Dora Teal. Both were well in April."
A_FORM = a_docx(
    para("Referral for a practice review"),
    para(TOLD),
    grid(
        *ABOUT,
        ("Child’s first name", "Rufus"),
        ("Child’s surname", "Teal"),
        ("Date of birth", "4 March 2015"),
        ("Gender", "M"),
    ),
    para("Family"),
    grid(
        ("Name", "Relationship", "Date of birth", "M/F"),
        ("Dora Teal", "Mother", "1 July 1990", "F"),
        ("Wren Teal", "Sister", "9 August 2018", "F"),
    ),
    grid(*CRITERIA),
)
SAID_OF_TWO = (
    ("Child 1", "First name: Rufus", "Surname: Teal", "Date of birth: 4 March 2015"),
    ("Child 2", "First name: Wren", "Surname: Teal", "Date of birth: 9 August 2018"),
)
A_FLAT_FORM = write_pdf(
    document(
        heading(1, "Referral for a practice review"),
        paragraph(TOLD),
        *(paragraph(f"{label.rstrip('?')}: {said}") for label, said in ABOUT),
        *(
            block
            for title, *lines in SAID_OF_TWO
            for block in (heading(2, title), *map(paragraph, lines))
        ),
        *(paragraph(f"{label} {said}") for label, said in CRITERIA),
    )
)


def paper_of(data: bytes, name: str):
    return lined(anchored(read_blocks(data, name).document))


def anchors(data: bytes, name: str) -> dict[str, str]:
    """The anchor of the place to which each thing leads."""
    reading = read_paper(data, name, "referral")
    items = items_of(reading, hides_where=False, numbers=lambda _: [])
    return Places(paper_of(data, name), reading["places"]).of(items)


def placed(data: bytes, name: str) -> dict[str, str]:
    """The words of the place to which each thing leads."""
    words = dict(leaves(paper_of(data, name).blocks))
    places = anchors(data, name)
    return {key: " ".join(words[at].split()) for key, at in places.items()}


def children(data: bytes, name: str) -> dict[str, str]:
    reading = read_paper(data, name, "referral")
    return {child["given"]: child["ref"] for child in reading["children"]}


BOTH = pytest.mark.parametrize(
    "paper",
    [(A_FORM, "form.docx"), (A_FLAT_FORM, "form.pdf")],
    ids=["word", "pdf"],
)


@BOTH
def test_two_children_of_one_surname_lead_to_two_places(paper):
    reading, refs = read_paper(*paper, "referral"), children(*paper)
    rufus, wren = (f"{refs[name]}.family" for name in ("Rufus", "Wren"))
    assert [child["family"] for child in reading["children"]] == ["Teal", "Teal"]

    found, at = placed(*paper), anchors(*paper)

    assert at[rufus] != at[wren]
    assert found[rufus] in {"Teal", "Surname: Teal"}
    assert found[wren] in {"Wren Teal", "Surname: Teal"}
    assert "9 August 2018" in found[f"{refs['Wren']}.dob"]


@BOTH
def test_what_was_ticked_leads_to_its_box(paper):
    found = placed(*paper)

    assert "☒ Suspected" in found["criteria.abuse_or_neglect"]
    assert "☒ Seriously harmed" in found["criteria.outcome"]
    assert "Yes" in found["safeguarding_lead.endorsement"]


def test_what_was_chosen_of_a_child_leads_to_that_child():
    found, refs = placed(A_FORM, "form.docx"), children(A_FORM, "form.docx")
    assert found[f"{refs['Rufus']}.sex"] == "M"
    assert found[f"{refs['Wren']}.sex"] == "F"


def test_what_no_label_asks_leads_to_what_it_was_worked_out_from():
    paper = a_docx(
        grid(
            ["Name of child", "Rufus Teal"],
            ["Date of birth", "9 August 2018"],
            ["Relationship", "Brother"],
            ["Date of death", "2 March 2026"],
            ["What happened", "He was found in the yard."],
        )
    )
    reading = read_paper(paper, "form.docx", "referral")
    assert (reading["children"][0]["sex"], reading["criteria"]["outcome"]) == (
        "male",
        "died",
    )

    found = placed(paper, "form.docx")

    assert found["child-1.sex"] in {"Rufus Teal", "9 August 2018", "Brother"}
    assert found["criteria.outcome"] == "He was found in the yard."


def test_on_our_own_form_each_choice_leads_to_the_box_that_is_ticked():
    sent_to = SentTo(partnership="Quillshire", mailbox="r@quillshire.example")
    form = fill_referral_form(referral_form(sent_to), ABOUT_PIPIT)
    found = placed(form, "form.docx")

    assert "This is suspected" in found["criteria.abuse_or_neglect"]
    assert "seriously harmed" in found["criteria.outcome"]
    assert "Alive" in found["child-1.status"]
    assert "No" in found["immediate_safety.open_risk"]


def test_where_the_referrer_and_an_address_stand_is_kept_apart_with_them():
    reading = {
        "children": [{"ref": "child-1", "address_withheld": True}],
        "places": {
            "referrer.name": {"label": "Name"},
            "child.1.address": {"label": "Address"},
            "child.1.family": {"label": "Surname"},
        },
    }
    assert apart({}, reading).reading["places"] == {
        "child.1.family": {"label": "Surname"}
    }


@walked_once
def a_form_by_email():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    arrived(an_email(("form.pdf", A_FLAT_FORM)), partnership)
    return Referral.objects.get(), people


@pytest.mark.django_db
def test_the_page_leads_to_the_lines_of_a_pdf():
    referral, people = a_form_by_email()
    browser = signed_in(Client(), people["coordinator"])
    page = browser.get(reverse("check_understood", args=[referral.public_id]))
    said = page.content.decode()

    places = {
        row["item"].key: row["place"]
        for group in page.context["groups"]
        for row in group["rows"]
        if row["place"]
    }
    surnames = [where for key, where in places.items() if key.endswith(".family")]
    assert len(set(surnames)) == len(surnames) > 1
    for where in places.values():
        assert f'id="{where}"' in said
