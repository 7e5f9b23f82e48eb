"""Whose an answer is: of one of several by a number, or of nobody who is named."""

import pytest

from heed.papers.blocks import Paragraph, Run
from heed.papers.forms import read_referral
from heed.papers.forms.filling import Filling
from heed.papers.forms.flat import ends_question, is_torn
from heed.papers.forms.labelled import Form
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.referral import referral
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid


def read(*rows):
    child = (["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"])
    return read_referral(read_blocks(a_docx(grid(*child, *rows)), "form.docx"))


@pytest.mark.parametrize(
    ("label", "asks"),
    [
        ("Adult 1 name", "numbered:adult.1.name"),
        ("Adult 2 relationship to young person", "numbered:adult.2.relationship"),
        ("Sibling 1 – DOB", "numbered:sibling.1.dob"),
        ("Date of birth of sibling 2", "numbered:sibling.2.dob"),
        ("Agency 1", "numbered:agency.1.name"),
        ("Agency 2 still involved?", "numbered:agency.2.still_involved"),
        ("Name of adult 2", "numbered:adult.2.name"),
    ],
)
def test_a_number_says_of_which_of_several_a_label_asks(label, asks):
    assert REFERRAL.meaning(label) == asks


def test_what_is_asked_by_number_is_put_together_by_number():
    made = read(
        ["Sibling 1 name", "Amy Pike"],
        ["Sibling 1 school", "Elm Primary"],
        ["Adult 1 name", "Sue Pike"],
        ["Adult 1 relationship to child", "Mother"],
        ["Adult 2 name", "Ted Pike"],
        ["Adult 2 relationship to child", "Uncle"],
        ["Adult 1 date of birth", "5/6/1990"],
        ["Agency 1", "Elm Surgery"],
        ["Agency 1 still involved?", "No"],
    )

    assert [(c["given"], c["role"]) for c in made["children"]] == [
        ("Leo", "index"),
        ("Amy", "sibling"),
    ]
    assert made["children"][1]["school"] == "Elm Primary"
    sue, ted = made["adults"]
    assert (sue["name"], sue["relationship"]) == ("Sue Pike", "Mother")
    assert (sue["dob"]["iso"], ted["dob"]) == ("1990-06-05", None)
    (agency,) = made["agencies"]
    assert (agency["name"], agency["still_involved"]) == ("Elm Surgery", False)


def test_a_number_without_a_name_makes_nobody():
    made = read(
        ["Sex", "male"],
        ["Sibling 2 date of birth", "1/2/2020"],
        ["Adult 3 DOB", "1/2/1990"],
    )

    assert len(made["children"]) == 1
    assert made["adults"] == []
    assert "1/2/2020" in str(made["unread"])


def test_boxes_that_end_a_question_make_no_second_child():
    made = read(
        ["Is the young person", "☐ living   ☒ deceased   ☐ missing"],
        ["Ethnic group", "☐ Asian   ☒ White British"],
    )

    (child,) = made["children"]
    assert (child["given"], child["status"]) == ("Leo", "died")
    assert child["ethnicity_verbatim"] == "White British"


def test_answers_that_name_nobody_are_no_further_child():
    table = grid(["Ethnicity", "First language"], ["White Irish", "English"])
    second = grid(["Ethnicity", "First language", "Sex"], ["Roma", "Polish", "F"])
    body = grid(["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"])
    reading = read_blocks(a_docx(body, table, second), "form.docx")
    made = read_referral(reading)

    assert [child["given"] for child in made["children"]] == ["Leo"]


@pytest.mark.parametrize(
    ("label", "rest", "torn"),
    [
        ("Nickname /", "street name", True),
        ("Education, employment or", "training", True),
        ("In which council area", "did it happen?", True),
        ("Sex", "male", False),
        ("School", "Elm Primary", False),
    ],
)
def test_the_rest_of_a_broken_label_is_no_answer(label, rest, torn):
    assert is_torn(label, rest) is torn


def test_a_question_that_its_cell_breaks_is_one_question():
    assert ends_question("Are there children who may still be at", "risk?")
    assert not ends_question("Leo was taken to hospital", "risk?")
    assert not ends_question("Are they safe? No.", "who is not?")


def test_a_numbered_title_names_nobody_and_its_part_does():
    lines = (
        *("1. Person submitting", "First name", "Ola", "Last name", "Bright"),
        *("Role", "Neighbourhood Officer", "Organisation", "Elm Homes"),
        *("2. Young person", "First name", "Leo", "Last name", "Pike"),
        *("Date of birth", "3/4/2019", "Nickname / street name", "Lee"),
        *("Adult 1 name", "Sue Pike", "Adult 1 relationship", "Mother"),
        *("Is abuse or neglect known or suspected?", "Suspected"),
    )
    filling = Filling()
    for piece in Form(flat=True).pieces([Paragraph((Run(line),)) for line in lines]):
        filling.take(piece)
    made = referral(filling.answers)

    assert made["referrer"]["name"] == "Ola Bright"
    assert made["referrer"]["capacity"] == "staff"
    assert [child["given"] for child in made["children"]] == ["Leo"]
    assert made["criteria"]["abuse_or_neglect"] == "suspected"
    (sue,) = made["adults"]
    assert (sue["name"], sue["relationship"]) == ("Sue Pike", "Mother")
