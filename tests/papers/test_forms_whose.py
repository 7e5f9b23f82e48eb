"""Whose an answer is: of one of several by a number, or of nobody who is named."""

import pytest

from heed.papers.blocks import Paragraph, Run
from heed.papers.forms import read_referral
from heed.papers.forms.filling import Filling
from heed.papers.forms.flat import ends_question, is_torn
from heed.papers.forms.labelled import Form
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.names import people_in
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


def test_a_day_that_is_due_is_none_on_which_it_was_done():
    assert REFERRAL.meaning("Rapid review due") != "office.considered"
    assert REFERRAL.meaning("Summaries due back") == "office.agency_deadline"


@pytest.mark.parametrize(
    "label", ["To which child", "To which child?", "Of which child"]
)
def test_a_column_says_whose_parent_somebody_is(label):
    head = ("Name", "Relationship", label, "DoB")
    made = read_referral(
        read_blocks(
            a_docx(
                grid(["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"]),
                grid(["Sibling 1 name", "Amy Pike"], ["Sibling 1 DOB", "1/2/2021"]),
                grid(head, ["Ted Hill", "Father", "2", "n/k"]),
            ),
            "form.docx",
        )
    )

    (ted,) = made["adults"]
    assert (ted["name"], ted["to"]) == ("Ted Hill", ["child-2"])


def test_a_list_says_which_child_the_paper_is_about():
    head = ("Surname", "Forename", "DoB", "Subject of this referral?")
    rows = (
        ["Pike", "Leo", "3/4/2019", "Yes"],
        ["Pike", "Amy", "1/2/2021", "No"],
    )
    body = grid(["Your name", "Ida Cole"], ["Your role", "Nurse"], ["Date", "1/2/2026"])
    made = read_referral(read_blocks(a_docx(body, grid(head, *rows)), "form.docx"))

    assert [child["role"] for child in made["children"]] == ["index", "sibling"]


@pytest.mark.parametrize(
    ("said", "name", "born"),
    [
        ("Sue Pike, DOB 3/12/2004 (care leaver)", "Sue Pike", "2004-12-03"),
        ("Sue Pike, DOB approx 2001", "Sue Pike", "2001"),
    ],
)
def test_what_stands_behind_a_birth_takes_no_name_away(said, name, born):
    made = read(["Mum's address", "1 Elm Road"], ["Mother", said])

    (mother,) = made["adults"]
    assert mother["name"] == name
    assert born in str(mother["dob"])
    assert mother["address"] == "1 Elm Road"


def test_an_action_tells_whom_only_where_it_says_so():
    label = "Action taken to make children safe"
    placed = read([label, "Both placed with carers"], ["Sex", "male"])
    told = read([label, "Told the police on 3 May"], ["Sex", "male"])

    assert placed["immediate_safety"]["reported_to"] == []
    assert told["immediate_safety"]["reported_to"] == ["Told the police on 3 May"]


def test_a_belief_that_it_was_neglect_is_a_suspicion():
    said = read(["Is abuse or neglect known or suspected?", "Yes I think neglect"])

    assert said["criteria"]["abuse_or_neglect"] == "suspected"


def test_an_address_withheld_is_nowhere_that_a_child_is():
    made = read(["Sex", "male"], ["Placement address", "WITHHELD - ask the manager"])

    (child,) = made["children"]
    assert child["address_withheld"] is True
    assert "whereabouts" not in child


def test_boxes_of_processes_tick_no_criteria():
    line = (
        "☒ Police investigation   ☒ Coroner's inquest   ☐ LADO   ☒ Child death review"
    )
    made = read(["Sex", "male"], ["Also happening"], [line])

    assert made["criteria"]["boxes_ticked"] == []
    assert [each["type"] for each in made["parallel"]] == [
        "criminal",
        "coroner",
        "child_death_review",
    ]


def test_whom_a_child_lives_with_is_no_address():
    made = read(["Sex", "male"], ["Home address", "mother"], ["School", "–"])

    (child,) = made["children"]
    assert "address" not in child
    assert "school" not in child


def test_who_stands_in_another_line_is_no_twin():
    names = "Al Pike and Bo Pike (twins)\nCy Pike (half sister)"

    assert [each.twin for each in people_in(names)] == [True, True, False]


@pytest.mark.parametrize(
    ("label", "said", "risk"),
    [
        ("Immediate action outstanding", "None. Amy is with nan, safe.", False),
        ("Siblings' safety", "With their nan. No outstanding risk.", False),
        ("Siblings' safety", "With nan, but dad visits. No outstanding risk.", None),
        ("Are the other children safe?", "No – nobody has checked", True),
        ("Are the other children safe?", "Nobody has checked", None),
    ],
)
def test_a_denial_of_risk_is_heard_where_nothing_takes_it_back(label, said, risk):
    made = read(["Sex", "male"], [label, said])

    assert made["immediate_safety"]["open_risk"] is risk


def test_where_an_answer_points_it_says_nothing_by_itself():
    made = read(["Sex", "male"], ["Ethnicity", "as B"])

    assert "ethnicity_verbatim" not in made["children"][0]


def test_the_father_of_the_twins_is_nobody_elses():
    parents = "Mum – Kim Pike, dob 1/2/1990\nTwins' dad – Ted Hill"
    body = grid(
        ["Your name", "Ida Cole"],
        ["Names of children", "Al Pike and Bo Pike (twins)\nCy Marsh (half sister)"],
        ["Date of incident", "1/2/2026"],
        ["Parents and carers (names, dates of birth)", parents],
    )
    made = read_referral(read_blocks(a_docx(body), "form.docx"))

    (ted,) = [each for each in made["adults"] if each["name"] == "Ted Hill"]
    assert ted["to"] == ["child-1", "child-2"]
