"""Labels in a row above the row of their answers, two or more across."""

import pytest

from heed.papers.forms import read_referral
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para, run

BOLD = "<w:b/>"


def read(*body):
    return read_referral(read_blocks(a_docx(*body), "form.docx"))


def bold(*labels):
    return [f"<w:tc>{para(run(each, BOLD))}</w:tc>" for each in labels]


CHILD = grid(["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"])


def test_a_bold_row_asks_what_the_row_below_it_answers():
    made = read(
        para("About you", style="Heading2"),
        grid(bold("Your name", "Your job"), ["Ms Ida Cole", "headteacher"]),
        grid(bold("Your organisation", "Your email"), ["Elm School", "i@elm.example"]),
        CHILD,
    )

    who = made["referrer"]
    assert (who["name"], who["role"]) == ("Ms Ida Cole", "headteacher")
    assert (who["organisation"], who["email"]) == ("Elm School", "i@elm.example")


def test_labels_above_make_no_further_child():
    made = read(
        grid(["Name of child"], ["Leo Pike"]),
        grid(["Date of birth", "Sex"], ["3/4/2019", "male"]),
        grid(["Ethnicity", "First language"], ["White British", "English"]),
        grid(["When did it happen?", "At what time?"], ["2/3/2026", "8.15am"]),
    )

    (child,) = made["children"]
    assert (child["given"], child["dob"]["iso"]) == ("Leo", "2019-04-03")
    assert (child["sex"], child["language"]) == ("male", "English")
    assert made["incident"]["date"]["iso"] == "2026-03-02"


def test_a_list_of_people_below_its_head_stays_a_list():
    made = read(
        CHILD,
        grid(
            bold("Name", "Relationship", "Address"),
            ["Sue Pike", "Mother", "1 Elm Road"],
        ),
        grid(bold("Agency", "Still involved?"), ["Elm Surgery", "Yes"]),
    )

    assert [each["name"] for each in made["adults"]] == ["Sue Pike"]
    assert [each["name"] for each in made["agencies"]] == ["Elm Surgery"]


@pytest.mark.parametrize("tail", ["Please say which", "Give the dates"])
def test_what_only_goes_on_asking_answers_nothing(tail):
    asked = f"Is the child on a child protection plan? {tail}"
    made = read(CHILD, grid(bold(asked), ["Neglect, since 4/6/2025"]))

    assert made["children"][0]["plan_history"] == ["Neglect, since 4/6/2025"]


def test_a_column_of_labels_has_its_answers_beside_it():
    """Though an answer may read as a label would, and a label not be known."""
    made = read(
        grid(
            ["Name of child", "Leo Pike"],
            ["Date of birth", "3/4/2019"],
            ["Sex", "male"],
            ["Is abuse or neglect known or suspected?", "Suspected"],
            ["Shade of the folder", "Physical abuse"],
            ["Other processes under way", "Criminal investigation"],
            ["Colour of the binder", "9 June 2025"],
        )
    )

    assert made["criteria"]["abuse_or_neglect"] == "suspected"
    assert [each["type"] for each in made["parallel"]] == ["criminal"]
