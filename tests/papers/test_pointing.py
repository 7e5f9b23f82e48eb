"""Answers that point: "as child 1" is that child's answer, and nobody else's."""

import pytest

from heed.papers.forms import read_referral
from heed.papers.forms.pointers import pointed_at
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para


def read(*body):
    return read_referral(read_blocks(a_docx(*body), "form.docx"))


def addresses(people) -> list[str | None]:
    return [each.get("address") for each in people]


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        *(("as above", "above"), ("Same as above", "above"), ("ditto", "above")),
        *(("As child 1", "child 1"), ("same as Child 2.", "child 2")),
        *(("as first child", "child 1"), ("as subject", "child 1")),
        *(("as mother", "mother"), ("same address as his father", "father")),
        *(("As for Leo", "leo"), ("same as referrer", "referrer")),
        *(("11 Smithy Fold", ""), ("Asquith Road", ""), ("As it happened", "")),
    ],
)
def test_a_pointer_says_whom_it_points_to(words, whom):
    assert pointed_at(words) == whom


def test_as_child_1_makes_no_third_child_and_gives_the_second_the_first_ones_answer():
    made = read(
        para("Child 1"),
        grid(
            ["First name", "Elowen"],
            ["Last name", "Pike"],
            ["Usual address", "11 Smithy Fold, Quillbury"],
            ["School", "Elm Primary"],
        ),
        para("Child 2"),
        grid(
            ["First name", "Caspian"],
            ["Last name", "Pike"],
            ["Usual address", "As child 1"],
            ["Looked after at time of incident", "No"],
            ["School", "same as Child 1"],
        ),
    )

    assert [each["given"] for each in made["children"]] == ["Elowen", "Caspian"]
    assert addresses(made["children"]) == ["11 Smithy Fold, Quillbury"] * 2
    assert made["children"][1]["school"] == "Elm Primary"
    assert made["children"][1]["looked_after"] is False


def test_children_side_by_side_keep_their_own_addresses():
    made = read(
        grid(
            ["", "Child 1", "Child 2", "Child 3"],
            ["Surname", "Pike", "Pike", "Hale"],
            ["First name(s)", "Leo", "Ada", "Anya"],
            ["DoB", "19-Jan-2025", "2/3/2022", "28/02/2018"],
            ["Home address", "18 Bell Row", "as Child 1", "5 Quern Lane"],
        )
    )

    assert addresses(made["children"]) == ["18 Bell Row", "18 Bell Row", "5 Quern Lane"]


FAMILY = ["Name", "Relationship to child", "DOB", "Address"]


def test_as_mother_is_the_mothers_and_not_the_row_above():
    made = read(
        grid(["Name of child", "Callie Pike"], ["Home address", "Harrow House"]),
        grid(
            FAMILY,
            ["Naomi Pike", "Mother", "13/3/84", "8 Tithe Street"],
            ["Imran Sadiq", "Father", "n/k", "n/k"],
            ["Jordan Pike", "Half brother", "02/10/2015", "as mother"],
        ),
    )

    assert addresses(made["children"]) == ["Harrow House", "8 Tithe Street"]


def test_as_above_below_two_addresses_is_kept_as_typed_and_asked():
    made = read(
        grid(["Name of child", "Lacey Pike"], ["Home address", "14 Kiln Bank"]),
        grid(
            FAMILY,
            ["Kerry Pike", "Mother", "22/08/1998", "as above"],
            ["Ashley Orme", "Father", "4.2.95", "60 Canal View"],
            ["Riley Pike", "Brother", "17/06/2020", "as above"],
        ),
    )

    assert addresses(made["adults"]) == ["14 Kiln Bank", "60 Canal View"]
    assert addresses(made["children"]) == ["14 Kiln Bank", "as above"]
    why = [f["why"] for f in made["flags"] if f["name"] == "answer_in_wrong_section"]
    assert why == ["“as above” may mean “14 Kiln Bank” or “60 Canal View”."]


def test_a_date_that_only_points_nowhere_is_no_date():
    made = read(
        grid(
            ["Name of child", "Leo Pike"],
            ["Mother", "Ann Pike"],
            ["Father", "Joe Hill"],
            ["Father's address", "as mother"],
        )
    )

    assert [each["name"] for each in made["adults"]] == ["Ann Pike", "Joe Hill"]
    assert made["adults"][1]["address"] == "as mother"
