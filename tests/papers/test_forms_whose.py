"""Whose an answer is: of one of several by a number, or of nobody who is named."""

import pytest

from heed.papers.forms import read_referral
from heed.papers.forms.labels import REFERRAL
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
