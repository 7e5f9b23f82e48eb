"""Referral forms of other areas and years: labels, boxes and tables as they come."""

from datetime import date

import pytest

from heed.papers.forms import read_referral
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.names import people_in, split_name
from heed.papers.forms.nhs_numbers import is_valid
from heed.papers.forms.phrases import phrases
from heed.papers.forms.spelling import letter_by_letter, normal
from heed.papers.reading import read_blocks
from tests.papers.factories_in import (
    a_docx,
    cell,
    comments,
    deleted,
    grid,
    header,
    inserted,
    para,
    run,
    styles,
)

TITLES = styles(H="heading 2")


def read(*body, parts=None, on=date(2025, 12, 1)):
    data = a_docx(*body, parts={"styles": TITLES, **(parts or {})})
    return read_referral(read_blocks(data, "form.docx"), on=on)


def flags(referral) -> set[str]:
    return {flag["name"] for flag in referral["flags"]}


def title(words: str) -> str:
    return para(words, style="H")


OLD_FORM = (
    title("Consideration of Case for Serious Case Review"),
    para("Please complete all sections and return within 72 hours."),
    grid(
        ["REFERRER DETAILS"],
        ["Name:", "Janet Blythe", "Agency:", "Quillshire NHS Trust"],
        ["Designation:", "Named Nurse", "Tel No:", "01632 960123"],
        ["E-mail", "j.blythe@qnhs.example", "Date of Referral", "03.11.25"],
    ),
    grid(
        ["SUBJECT CHILD"],
        ["Name of child:", "Tobiah MARCHWINTER", "D.O.B.", "14/2/2010"],
        ["Date of death (if applicable)", "2nd November 2025", "Gender", "Male"],
        ["Ethnic Origin", "White British", "Legal Status", "Section 20"],
        ["Home address", "4 Larch Close", "Is child subject to a CP Plan?", "No"],
        ["Date of critical incident", "1/11/25 at 23:40", "NHS No.", "943 476 5919"],
    ),
    para(run("Family composition / significant others", "<w:b/>")),
    grid(
        ["Name", "Relationship", "DOB", "Address"],
        ["Tobiah Marchwinter", "Subject", "2/14/2010", "as above"],
        ["Ellen Marchwinter", "Mother", "6/6/85", "4 Larch Close"],
        ["not known", "Father", "", ""],
        ["Piet Marchwinter", "Brother", "May 2014", "as above"],
        ["Unborn Baby Marchwinter", "Half-sibling", "EDD 12/3/26", ""],
        ["", "", "", ""],
    ),
    grid(
        ["Professionals involved"],
        ["Name", "Agency", "Contact details", "Still involved?"],
        ["Dr Amy Lark", "Quillbury Surgery", "01632 960001", "Yes"],
        ["PC 112 Stone", "Quillshire Police", "", "N"],
    ),
    title("Criteria (please tick)"),
    grid(
        ["a) A child has died and abuse or neglect is known or suspected", "X"],
        ["b) A child has been seriously harmed and abuse is suspected", ""],
    ),
    title("Brief outline of events"),
    para("Tobiah was found in the river."),
    para("He had been missing since Friday."),
    title("Brief chronology of key dates"),
    grid(
        ["Date", "Event"],
        ["12/5/25", "First missing episode"],
        ["31/9/25", "Referral to CAMHS"],
    ),
    grid(
        ["FOR OFFICE USE ONLY"],
        ["Date referral received", "4/11/25"],
        ["Date sent to sub-group chair", "5/11/25"],
        ["Date agencies asked", "3/11/25"],
    ),
    grid(["Signed:", "J Blythe", "Date:", "3/11/25"]),
)


def test_the_referrer_of_an_old_form():
    referral = read(*OLD_FORM)

    assert referral["referrer"] == {
        "name": "Janet Blythe",
        "role": "Named Nurse",
        "organisation": "Quillshire NHS Trust",
        "email": "j.blythe@qnhs.example",
        "phone": "01632 960123",
        "address": None,
        "capacity": "staff",
    }
    assert referral["referral_date"]["iso"] == "2025-11-03"
    assert referral["signed"] == "J Blythe"


def test_the_children_of_an_old_form_are_each_one_child():
    tobiah, piet, unborn = read(*OLD_FORM)["children"]

    assert (tobiah["given"], tobiah["family"]) == ("Tobiah", "MARCHWINTER")
    assert (tobiah["role"], tobiah["status"], tobiah["sex"]) == (
        "index",
        "died",
        "male",
    )
    assert tobiah["date_of_death"]["iso"] == "2025-11-02"
    assert tobiah["looked_after"]
    assert tobiah["plan_history"] == []
    assert tobiah["identifiers"]["nhs_check"] == "valid"
    assert (piet["role"], piet["dob"]["precision"]) == ("sibling", "month")
    assert (unborn["status"], unborn["edd"]["iso"]) == ("unborn", "2026-03-12")


def test_the_rest_of_an_old_form():
    referral = read(*OLD_FORM)

    assert [a["name"] for a in referral["adults"]] == ["Ellen Marchwinter", None]
    assert referral["adults"][0]["dob"]["iso"] == "1985-06-06"
    assert referral["incident"]["date"]["iso"] == "2025-11-01"
    assert referral["incident"]["time"] == "23:40"
    assert referral["criteria"]["boxes_ticked"] == [1]
    assert referral["criteria"]["outcome"] == "died"
    assert referral["criteria"]["abuse_or_neglect"] == "known_or_suspected"
    assert [a["still_involved"] for a in referral["agencies"]] == [True, False]
    assert [k["event"] for k in referral["key_dates"]] == [
        "First missing episode",
        "Referral to CAMHS",
    ]
    assert (
        referral["circumstances"].splitlines()[1] == "He had been missing since Friday."
    )
    assert referral["office"]["received"]["iso"] == "2025-11-04"


def test_the_flags_of_an_old_form():
    assert flags(read(*OLD_FORM)) == {
        "multiple_children",
        "unborn_child",
        "father_unknown",
        "dob_month_only",
        "impossible_date",
        "office_dates_out_of_order",
        "obsolete_legal_text",
        "safeguarding_lead_missing",
        "immediate_safety_unresolved",
        "date_format_us_locale",
        "date_uncertain",
    }


IN_CELLS = (
    grid(
        ["1. Details of person making the referral"],
        ["Name: Robert Fell\nJob title: Head teacher\nOrganisation: Larkrise Academy"],
        ["Has this been discussed with your safeguarding lead?\n☒ Yes  ☐ No"],
        ["Name of Safeguarding Lead: Ms P Ivory"],
    ),
    grid(
        ["2. Child(ren)"],
        ["Forename(s)", "Leo and Mia"],
        ["Surname", "Fernwood"],
        ["Date(s) of birth", "3/4/2019 and 5th Jan 2021"],
        ["Mother's name", "Kayleigh Fernwood (aka Kay)"],
        ["Mother's DOB", "12.01.1996"],
        ["Siblings", "Joe Fernwood (aged 9), Unborn baby"],
    ),
    grid(
        ["3. The incident"],
        ["Date and time of incident:", "Monday 3rd November 2025, 14:30"],
        ["Please give a summary of the case\nThey were alone.\nMother came at 5pm."],
        ["Are there any immediate safeguarding concerns?", "Yes - Joe is at home"],
        ["Action taken to safeguard", "MASH told on 3/11/25"],
        ["Favourite football team", "Quillbury Town"],
    ),
)


def test_answers_inside_the_cells_of_their_labels():
    referral = read(*IN_CELLS)

    assert referral["referrer"]["name"] == "Robert Fell"
    assert referral["referrer"]["role"] == "Head teacher"
    assert referral["safeguarding_lead"]["name"] == "Ms P Ivory"
    assert referral["safeguarding_lead"]["endorsement"] == "consulted"
    assert referral["circumstances"] == "They were alone.\nMother came at 5pm."


def test_several_children_in_one_cell_are_several_children():
    children = read(*IN_CELLS)["children"]

    assert [(c["given"], c["family"]) for c in children] == [
        ("Leo", "Fernwood"),
        ("Mia", "Fernwood"),
        ("Joe", "Fernwood"),
        (None, None),
    ]
    assert [c["dob"]["iso"] for c in children[:2]] == ["2019-04-03", "2021-01-05"]
    assert children[2]["age_text"] == "9"
    assert children[3]["possible_family"] == "Fernwood"


def test_a_parent_whom_the_label_describes_is_an_adult():
    adult = read(*IN_CELLS)["adults"][0]

    assert (adult["name"], adult["aka"]) == ("Kayleigh Fernwood", ["Kay"])
    assert (adult["relationship"], adult["dob"]["iso"]) == ("mother", "1996-01-12")


def test_who_was_told_of_a_risk_is_kept_with_it():
    safety = read(*IN_CELLS)["immediate_safety"]

    assert safety["open_risk"] is True
    assert safety["children"] == ["child-3"]
    assert safety["reported_to"] == ["MASH told on 3/11/25"]


def test_a_label_that_nobody_knows_is_kept_with_its_answer():
    assert read(*IN_CELLS)["unread"] == [
        {"label": "Favourite football team", "answer": "Quillbury Town"}
    ]


def one_child(*rows):
    return read(
        grid(["Referred by", "Ann Lark"], ["Referring agency", "School"], *rows)
    )


def test_twins_in_one_cell_share_their_date_of_birth():
    referral = one_child(["Name of child", "Twins Leo & Mia Fernwood, dob 3/4/19"])

    assert [c["given"] for c in referral["children"]] == ["Leo", "Mia"]
    assert [c["dob"]["iso"] for c in referral["children"]] == ["2019-04-03"] * 2
    assert {"twins", "multiple_children"} <= flags(referral)


def test_one_date_beside_two_children_is_given_to_neither():
    referral = one_child(
        ["Name of child", "Leo Fernwood and Mia Fernwood"], ["Date of birth", "3/4/19"]
    )

    assert [c["dob"] for c in referral["children"]] == [None, None]
    assert "dob_ambiguous" in flags(referral)
    assert {"label": "Date of birth", "answer": "3/4/19"} in referral["unread"]


def test_an_unborn_child_has_a_due_date_and_no_date_of_birth():
    referral = one_child(
        ["Name of child", "Unborn baby Rowan"], ["DOB / EDD", "EDD 14/02/2026"]
    )

    child = referral["children"][0]
    assert (child["status"], child["family"]) == ("unborn", "Rowan")
    assert child["edd"]["iso"] == "2026-02-14"
    assert child["dob"] is None
    assert "unborn_child" in flags(referral)
    assert "dob_unknown" not in flags(referral)


def test_an_unknown_date_of_birth_stays_unknown():
    referral = one_child(["Name of child", "Leo"], ["Date of birth", "not known"])

    assert referral["children"][0]["dob"]["iso"] is None
    assert {"dob_unknown", "surname_unknown"} <= flags(referral)


def test_deleted_words_are_not_answers_and_inserted_words_are():
    name = (
        f"<w:tc><w:p>{deleted('Mia')}{inserted('Leo')}{run(' Fernwood')}</w:p></w:tc>"
    )
    referral = one_child(["Name of child", name])

    assert referral["children"][0]["given"] == "Leo"
    assert "Mia" not in str(referral["children"])
    assert referral["hidden"]["tracked_deletions"][0]["text"] == "Mia"
    assert "tracked_changes_present" in flags(referral)


def test_comments_are_not_answers():
    referral = read(
        grid(["Name of child", "Leo"], ["Referrer", "Ann"], ["School", "Larkrise"]),
        parts={"comments": comments(("Jo", "Is it Leon?"))},
    )

    assert "Leon" not in str(referral["children"])
    assert "comments_present" in flags(referral)


def test_the_choice_that_is_not_struck_out_is_meant():
    struck = f"<w:tc><w:p>{run('YES / ')}{run('NO', '<w:strike/>')}</w:p></w:tc>"
    referral = one_child(["Name of child", "Leo"], ["Media interest", struck])

    assert referral["media_interest"] is True


@pytest.mark.parametrize(
    "words", ["☐ Male ☒ Female", "Male [ ]  Female [x]", "F", "female", "✓ Female"]
)
def test_a_box_is_ticked_in_many_ways(words):
    referral = one_child(["Name of child", "Leo"], ["Sex", words])

    assert referral["children"][0]["sex"] == "female"


def test_a_table_with_a_column_for_each_child():
    referral = read(
        grid(["Referrer name", "Ann Lark"]),
        grid(
            ["", "Child 1", "Child 2"],
            ["Name of child", "Leo Fernwood", "Mia Fernwood"],
            ["Date of birth", "3/4/2019", "5/1/2021"],
        ),
    )

    assert [c["dob"]["iso"] for c in referral["children"]] == [
        "2019-04-03",
        "2021-01-05",
    ]


def test_the_same_section_for_a_second_child():
    def section(number, given, born):
        return (
            title(f"Child {number}"),
            grid(["First name", given], ["Surname", "Fernwood"], ["DOB", born]),
        )

    referral = read(*section(1, "Leo", "3/4/2019"), *section(2, "Mia", "5/1/2021"))

    assert [c["given"] for c in referral["children"]] == ["Leo", "Mia"]
    assert [c["dob"]["iso"] for c in referral["children"]] == [
        "2019-04-03",
        "2021-01-05",
    ]


def test_a_date_of_birth_with_day_and_month_swapped_elsewhere_is_a_conflict():
    referral = read(
        grid(["Name of child", "Leo Fernwood"], ["Date of birth", "3/4/2019"]),
        title("Family"),
        grid(
            ["Name", "Relationship to child", "DOB"],
            ["Leo Fernwood", "Subject", "4/3/2019"],
        ),
    )

    child = referral["children"][0]
    assert len(referral["children"]) == 1
    assert child["dob"]["iso"] == "2019-04-03"
    assert child["dob"]["conflicts_with"]["iso"] == "2019-03-04"
    assert {"dob_conflict", "dob_conflict_day_month_swap"} <= flags(referral)


def test_what_has_a_meaning_but_no_place_is_kept():
    referral = one_child(
        ["Name of child", "Leo"],
        ["Safeguarding lead", "Ms P Ivory"],
        ["Telephone", "01632 960000"],
        ["Our ref", "Q/12"],
    )

    assert referral["unread"] == [
        {"label": "Telephone", "answer": "01632 960000"},
        {"label": "Our ref", "answer": "Q/12"},
    ]


def test_a_lead_who_refers_is_the_referrer():
    referral = one_child(["Name of child", "Leo"], ["Safeguarding lead", "Ann Lark"])

    assert referral["safeguarding_lead"]["endorsement"] == "is_referrer"
    assert "safeguarding_lead_missing" not in flags(referral)


def test_blank_rows_and_sections_make_no_records():
    referral = one_child(
        ["Name of child", "Leo"], ["Sibling names", "None"], ["Father's name", ""]
    )

    assert len(referral["children"]) == 1
    assert referral["adults"] == []


def test_the_marking_stands_at_the_edge_of_the_page():
    referral = read(
        *IN_CELLS, parts={"header1": header("OFFICIAL-SENSITIVE   Version 2.1")}
    )

    assert referral["protective_marking"] == "OFFICIAL-SENSITIVE"
    assert referral["form_version"] == "2.1"


def test_a_death_before_the_incident_is_flagged():
    referral = one_child(
        ["Name of child", "Leo Fernwood"],
        ["Date of death", "1/11/2025"],
        ["Date of incident", "3/11/2025"],
    )

    assert "death_before_incident" in flags(referral)


def test_cells_merged_downwards_are_read_and_flagged():
    referral = read(
        grid(
            [cell("Referrer name", down="restart"), "Ann Lark"],
            [cell("", down="continue"), "and Jo Fell"],
            ["Name of child", "Leo"],
            ["School", "Larkrise"],
        )
    )

    assert "merged_cells" in flags(referral)


def test_a_paper_that_is_no_form_is_kept_whole():
    referral = read("Dear colleague,", "A baby was hurt. Please call me.")

    assert "no_form" in flags(referral)
    assert "A baby was hurt." in referral["unread"][0]["answer"]


@pytest.mark.parametrize(
    ("label", "asks"),
    [
        ("Name of Referrer:", "referrer.name"),
        ("1.2 Your job title", "referrer.role"),
        ("1.2 Job title", ".role"),
        ("D.O.B.", ".dob"),
        ("Child's full name (if known)", "child.name"),
        ("Date of death (if applicable)", "child.date_of_death"),
        ("Please state the location of the incident", "incident.place"),
        ("Father’s date of birth", "parent:father.dob"),
        ("Favourite colour", ""),
        ("", ""),
    ],
)
def test_labels_are_known_in_many_wordings(label, asks):
    assert REFERRAL.meaning(label) == asks


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Leo and Mia Fernwood", [("Leo", "Fernwood"), ("Mia", "Fernwood")]),
        ("FERNWOOD, Leo", [("Leo", "FERNWOOD")]),
        ("Leo van der Berg aged 4", [("Leo", "van der Berg")]),
        ("Anne-Marie O'Neill (F) 6 years", [("Anne-Marie", "O'Neill")]),
        ("Leo (known as Lee) Fernwood", [("Leo", "Fernwood")]),
        ("Child A", [("Child A", "")]),
        ("Baby girl Fernwood", [("", "Fernwood")]),
        ("not known", []),
    ],
)
def test_people_are_found_in_a_cell(words, names):
    assert [(each.given, each.family) for each in people_in(words)] == names


def test_a_name_of_one_word_is_a_given_name():
    assert split_name("Leo") == ("Leo", "")
    assert split_name("Mr Leo Fernwood") == ("Leo", "Fernwood")


def test_an_nhs_number_is_checked_by_its_last_digit():
    assert is_valid("9434765919")
    assert not is_valid("9434765918")
    assert not is_valid("0000000000")


@pytest.mark.parametrize("file", ["labels.txt", "agency_labels.txt"])
def test_no_phrase_of_the_vocabulary_asks_two_things(file):
    asked: dict[str, str] = {}
    for key, phrase in phrases(file):
        exact = phrase.startswith("=")
        words = f"={letter_by_letter(phrase)}" if exact else normal(phrase)
        assert words, phrase
        assert asked.setdefault(words, key) == key, phrase
