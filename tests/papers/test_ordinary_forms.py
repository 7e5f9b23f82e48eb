"""What ordinary forms do: numbers before questions, several answers in one box, boxes
for criteria, the lead inside a label.
"""

from datetime import date

import pytest

from heed.papers.forms import read_referral
from heed.papers.forms.agency_head import titled_agency
from heed.papers.forms.columns import columns
from heed.papers.forms.letter_deaths import is_alive
from heed.papers.forms.paper_flags import marking_in
from heed.papers.forms.sharing import shared
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, cell, grid, para

ON = date(2026, 6, 20)


def read(*body):
    return read_referral(read_blocks(a_docx(*body), "form.docx"), on=ON)


def form(*rows):
    """A form that names a child, with these rows besides."""
    child = (["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"])
    return read(grid(*child, *rows))


def flags(made) -> set[str]:
    return {flag["name"] for flag in made["flags"]}


NUMBERED = grid(
    [cell("Section 1: About you", span=3)],
    ["1.1", "Your name", "Tobias Renshaw"],
    ["1.2", "Contact telephone number and email", "01632 960871 / t.r@bch.example"],
    ["1.3", "Date this form was completed", "2nd March 2026"],
    ["1.4", "Have you discussed this with your agency's safeguarding lead?", "Yes"],
    ["1.5", "Name of safeguarding lead and date discussed", "Wil Strand - 26 Feb 2026"],
    [cell("Section 2: The child or children", span=3)],
    ["2.1", "Name(s) of child(ren)", "Jago Pike\nTressa Pike"],
    ["2.2", "Date(s) of birth", "Jago 14/09/2016\nTressa 01/12/2019"],
    ["2.3", "Gender", "Jago - male, Tressa - female"],
    ["2.4", "School", "Jago - Elm Juniors, Tressa - Stannary Infants"],
    ["2.5", "Has a child died?", "No"],
)


def test_a_column_of_numbers_is_neither_label_nor_answer():
    made = read(NUMBERED)

    assert made["referrer"]["email"] == "t.r@bch.example"
    assert made["referral_date"]["iso"] == "2026-03-02"
    lead = made["safeguarding_lead"]
    assert (lead["name"], lead["endorsement"]) == ("Wil Strand", "consulted")
    assert lead["consulted_on"]["iso"] == "2026-02-26"
    assert "1.2" not in str(made["unread"])


def test_one_answer_for_several_children_is_divided_among_them():
    jago, tressa = read(NUMBERED)["children"]

    assert (jago["sex"], tressa["sex"]) == ("male", "female")
    assert (jago["school"], tressa["school"]) == ("Elm Juniors", "Stannary Infants")
    assert (jago["status"], tressa["status"]) == ("alive", "alive")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Jago - male, Tressa - female", {"jago": "male", "tressa": "female"}),
        ("Jago: Elm; Tressa: Oak", {"jago": "Elm", "tressa": "Oak"}),
        ("Jago is at Elm and Tressa is at Oak", {"jago": "at Elm", "tressa": "at Oak"}),
        ("Both at Elm", {}),
        ("Elm; Jago likes it, Tressa does not", {}),
    ],
)
def test_an_answer_is_divided_only_where_it_names_each(words, parts):
    assert shared(words, ["jago", "tressa"]) == parts


def test_a_table_whose_first_column_holds_ages_keeps_it():
    made = read(
        para("Siblings"),
        grid(
            ["Age", "Name", "School"],
            ["4", "Leo Pike", "Elm"],
            ["7", "Ada Pike", "Elm"],
            ["9", "Mia Pike", "Oak"],
        ),
    )

    assert "9" in str(made)


@pytest.mark.parametrize(
    ("label", "said", "endorsement", "on"),
    [
        (
            "Agency safeguarding lead consulted (name, role, date)",
            "Morgan Eaves, Team Manager, 20/05/2026",
            "consulted",
            "2026-05-20",
        ),
        ("Safeguarding lead agreeing this referral", "Morgan Eaves", "decided", None),
        (
            "Safeguarding lead",
            "Morgan Eaves (consulted 29/05/26)",
            "consulted",
            "2026-05-29",
        ),
        ("Safeguarding lead signature", "Morgan Eaves", "signed", None),
        ("Name of safeguarding lead", "Morgan Eaves", "named", None),
    ],
)
def test_the_label_of_the_lead_says_what_the_lead_did(label, said, endorsement, on):
    lead = form(["Agency", "Elm Trust"], [label, said])["safeguarding_lead"]

    assert (lead["name"], lead["endorsement"]) == ("Morgan Eaves", endorsement)
    assert (lead["consulted_on"] or {}).get("iso") == on


def test_a_bare_date_below_a_lead_who_has_one_is_that_of_the_paper():
    made = form(
        ["Your name", "Fenella Hill"],
        ["Name of your safeguarding lead", "Ruth Castellan, Head of Safeguarding"],
        ["Has your safeguarding lead been consulted?", "Yes 08/06/26"],
        ["Date", "9 June 2026"],
    )

    assert made["safeguarding_lead"]["consulted_on"]["iso"] == "2026-06-08"
    assert made["referral_date"]["iso"] == "2026-06-09"


@pytest.mark.parametrize(
    ("boxes", "abuse", "outcome"),
    [
        (
            "☒ Abuse is suspected\n☐ Abuse is known\n☒ The child has died",
            *("suspected", "died"),
        ),
        ("[X] Abuse is known\n[ ] Abuse is suspected", "known", "unknown"),
        ("☑ Child seriously harmed\n☐ Child died", "unknown", "seriously_harmed"),
    ],
)
def test_criteria_are_read_from_plain_boxes(boxes, abuse, outcome):
    made = form(["Criteria (tick all that apply)", boxes])

    assert made["criteria"]["abuse_or_neglect"] == abuse
    assert made["criteria"]["outcome"] == outcome
    assert "two_criteria_boxes" not in flags(made)


def test_boxes_below_their_question_answer_it_line_by_line():
    made = read(
        grid(["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"]),
        para("Abuse or neglect"),
        para("☐ Known"),
        para("☒ Suspected"),
        para("☐ Not known"),
        para("Is the child looked after?"),
        para("☐ Yes"),
        para("☒ No"),
    )

    assert made["criteria"]["abuse_or_neglect"] == "suspected"
    assert made["children"][0]["looked_after"] is False


@pytest.mark.parametrize(
    ("label", "said", "status"),
    [
        ("Date of death", "Not applicable", "alive"),
        ("Date of death (if applicable)", "N/A", "alive"),
        ("Date of death", "n/k", "unknown"),
        ("Has the child died?", "No", "alive"),
        ("Type of incident", "Serious harm", "alive"),
        ("Type of incident", "Death", "died"),
    ],
)
def test_whether_a_child_lives_is_told_by_what_is_plainly_answered(label, said, status):
    made = form([label, said])

    assert made["children"][0]["status"] == status
    assert "answer_in_wrong_section" not in flags(made)


def test_a_death_that_the_paper_also_denies_is_not_known():
    made = form(
        ["Date of death", "n/a"], ["Outcome for the child", "The child has died"]
    )

    assert made["children"][0]["status"] == "unknown"


def test_children_told_of_together_live_together():
    words = "Harper and Toby are with foster carers."

    assert is_alive("Harper", words, frozenset({"toby"}))
    assert is_alive("Toby", words, frozenset({"harper"}))


def test_the_father_of_one_child_is_another_than_that_of_the_other():
    made = form(
        ["Mother of all three: name", "Priya Hill"],
        ["Mother: date of birth", "05.05.93"],
        ["Father of Child 1 and Child 2: name", "Gareth Pike"],
        ["Father of Child 1 and Child 2: date of birth", "1 Sept 1991"],
        ["Father of Child 3: name", "Sameer Khan"],
    )

    told = [
        (a["name"], a["relationship"], a["dob"] and a["dob"]["iso"])
        for a in made["adults"]
    ]
    assert told == [
        ("Priya Hill", "mother", "1993-05-05"),
        ("Gareth Pike", "father", "1991-09-01"),
        ("Sameer Khan", "father", None),
    ]
    assert made["adults"][1]["to"] == ["child-1"]


def test_adults_of_one_box_are_adults_whatever_they_are_to_one_another():
    made = form(
        [
            "Any other adult living in the home (name, relationship, date of birth)",
            "Kit Lavery (mum's partner) dob 30/1/88 and Bryony Lavery, his sister, dob 4/6/92",
        ],
        ["Other significant adults", "Yve Pike (maternal aunt), 3 Saddler's Yard, Elm"],
    )

    assert len(made["children"]) == 1
    told = {a["name"]: (a["relationship"], a.get("address")) for a in made["adults"]}
    assert told == {
        "Kit Lavery": ("mum's partner", None),
        "Bryony Lavery": ("sister", None),
        "Yve Pike": ("maternal aunt", "3 Saddler's Yard, Elm"),
    }


def test_what_is_told_behind_a_name_is_no_part_of_it_and_is_kept():
    said = "Cody Pike, dob 16/10/1996 - arrested on suspicion of murder"
    made = form(["Mother's partner", said])

    (adult,) = made["adults"]
    assert (adult["name"], adult["relationship"]) == ("Cody Pike", "mother's partner")
    assert (adult["dob"]["iso"], adult["suspected"]) == ("1996-10-16", True)
    assert "arrested on suspicion of murder" in str(made["unread"])


def test_time_and_place_in_one_anothers_box_are_put_right_and_said():
    made = form(
        ["Time of the incident", "In the family car"],
        ["Place of the incident", "07.15"],
    )

    assert made["incident"]["place"] == "In the family car"
    assert made["incident"]["time"] == "07:15"
    assert "answer_in_wrong_section" in flags(made)


@pytest.mark.parametrize(
    ("said", "references"),
    [
        (
            "Police investigation; coroner informed (ref AV/0212/26)",
            [("criminal", None), ("coroner", "AV/0212/26")],
        ),
        (
            "Police crime ref 47Q/1182/26. Care proceedings.",
            [("criminal", "47Q/1182/26"), ("family_court", None)],
        ),
        (
            "criminal investigation (Op Thistlewick), inquest",
            [("criminal", "Op Thistlewick"), ("coroner", None)],
        ),
        (
            "Family court; police (no reference yet)",
            [("family_court", None), ("criminal", None)],
        ),
        ("Police investigation CRN 5512/26", [("criminal", "CRN 5512/26")]),
    ],
)
def test_each_process_keeps_its_reference(said, references):
    found = form(["Parallel proceedings", said])["parallel"]

    assert [(each["type"], each.get("ref")) for each in found] == references


def test_only_a_form_with_a_place_for_a_signature_can_be_unsigned():
    assert "unsigned" not in flags(form(["Referrer", "Ann Hill"]))
    assert "unsigned" in flags(form(["Referrer", "Ann Hill"], ["Signed", ""]))


def test_two_labels_on_one_line_of_a_cell_are_two():
    made = form(
        ["Name of referrer", "Ann Hill"],
        ["Tel: 01632 960777     Fax: 01632 960778", "Email: a@elm.example"],
    )

    assert made["referrer"]["phone"] == "01632 960777"
    assert {"label": "Fax", "answer": "01632 960778"} in made["unread"]


def test_a_label_whose_answer_is_blank_does_not_take_the_next_label():
    made = form(["FOR OFFICE USE"], ["Considered:", "Chair's decision:"])

    assert "office" not in made
    assert "date_uncertain" not in flags(made)


def test_a_heading_in_capitals_is_nobody():
    made = read(
        para("Child's name: Finley Pike\nDOB: 22/12/2024\nSiblings: Toby Pike (3)"),
        para("ADULTS"),
        para("Mother: Leanne Pike"),
    )

    assert [child["given"] for child in made["children"]] == ["Finley", "Toby"]


@pytest.mark.parametrize(
    ("related", "sex"),
    [("Half brother", "male"), ("Sister", "female"), ("Cousin", None), ("Twin", None)],
)
def test_a_brother_is_male(related, sex):
    made = read(
        grid(["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"]),
        grid(["Name", "Relationship", "DOB"], ["Jo Pike", related, "1/2/2021"]),
    )

    people = {child["given"]: child.get("sex") for child in made["children"]}
    assert people.get("Jo") == sex


def test_a_copy_of_a_notification_needs_no_lead_and_tells_of_twins():
    made = read(
        para("Serious child safeguarding incident notification"),
        para("Copy of submission"),
        para("Notifying local authority"),
        grid(
            ["Local authority", "Quillshire Council"],
            ["Name of person notifying", "Bo Ince"],
        ),
        para("Child 1"),
        grid(
            ["First name", "Leo"],
            ["Last name", "Pike"],
            ["Multiple birth", "Yes - twin"],
        ),
    )

    assert made["channel"] == "notification_copy"
    assert made["referrer"]["organisation"] == "Quillshire Council"
    assert made["children"][0]["multiple_birth"] == "twin"
    assert "twins" in flags(made)
    assert "safeguarding_lead_missing" not in flags(made)


def test_a_marking_is_known_however_it_is_joined():
    assert marking_in("RE: OFFICIAL SENSITIVE - referral") == "OFFICIAL SENSITIVE"
    assert marking_in("Official – Sensitive (Personal)").startswith("Official")
    assert marking_in("An official visit") == ""


def test_the_agency_stands_before_or_behind_the_kind_of_paper():
    assert titled_agency("Health chronology - Marl End Surgery") == "Marl End Surgery"
    assert titled_agency("Marl End Surgery chronology") == "Marl End Surgery"
    assert titled_agency("Chronology of contacts") == ""


def test_the_childs_words_are_its_voice():
    assert columns(["Child's words", "Child", "Their own words"]) == [
        "child_voice",
        "child",
        "",
    ]
