"""Layouts of forms by which alone labels and answers are told apart, and what people
type behind an answer."""

import pytest

from heed.papers.forms import read_referral
from heed.papers.forms.agency_summary import read_agency_summary
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para, run

BOLD, ITALIC = "<w:b/>", "<w:i/>"
CHILD = grid(["Name of child", "Leo Pike"], ["Date of birth", "3/4/2019"])


def read(*body):
    return read_referral(read_blocks(a_docx(*body), "form.docx"))


def flags(made) -> set[str]:
    return {flag["name"] for flag in made["flags"]}


def asked(question, *answers, hint=""):
    return [
        para(run(question, BOLD)),
        *([para(run(hint, ITALIC))] if hint else []),
        *map(para, answers),
    ]


def test_a_form_in_bold_and_italics_is_read_by_its_letters():
    made = read(
        *asked(
            "1. Who is making this referral?",
            "Ida Cole",
            "Team Manager, Care Team 2",
            "Elm Council",
            "T: 01632 960 377  E: i@elm.example",
            hint="Give your name, post and agency.",
        ),
        *asked(
            "2. Child’s details",
            "Leo Pike (LP to everyone), 14th Feb 2011, male",
            hint="Full name and any other names, date of birth, sex.",
        ),
        *asked(
            "3. Has the child died?", "Yes, 19/12/2025", hint="If yes give the date."
        ),
        *asked("4. School or college", "Elm Academy"),
        *asked("5. What happened?", "He was found in the garage.", hint="Facts first."),
        *asked("6. Key dates", "06/05/2022 care order", "11/9/25 – moved home"),
    )

    who, (child,) = made["referrer"], made["children"]
    assert (who["name"], who["role"]) == ("Ida Cole", "Team Manager, Care Team 2")
    assert (who["organisation"], who["phone"]) == ("Elm Council", "01632 960 377")
    assert (child["given"], child["aka"], child["sex"]) == ("Leo", ["LP"], "male")
    assert (child["status"], child["date_of_death"]["iso"]) == ("died", "2025-12-19")
    assert [d["event"] for d in made["key_dates"]] == ["care order", "moved home"]


def test_people_in_columns_are_told_by_how_they_are_related():
    made = read(
        grid(
            ["", "Subject child", "Sibling", "Mother"],
            ["Forename(s)", "Leo", "–", "Sue"],
            ["Surname", "Pike", "–", "Pike"],
            ["DOB", "3/4/2019", "", "1/2/1990"],
            ["Occupation", "", "", "Carer"],
        )
    )

    (child,), (mother,) = made["children"], made["adults"]
    assert (child["given"], child["role"]) == ("Leo", "index")
    assert (mother["name"], mother["relationship"]) == ("Sue Pike", "Mother")


def test_a_mark_under_yes_or_no_answers_a_statement():
    made = read(
        CHILD,
        grid(
            ["Criteria", "Yes", "No"],
            ["1. Abuse or neglect is known", "", "X"],
            ["2. Abuse or neglect is suspected", "X", ""],
            ["3. The child has been seriously harmed", "X", "X"],
        ),
    )["criteria"]

    assert made["abuse_or_neglect"] == "suspected"
    assert (made["boxes_ticked"], made["boxes_unclear"]) == ([2], [3])


def test_two_labels_with_dots_on_a_line_are_both_unanswered():
    form = grid(["Your name", "Ida Cole"], ["Name of child", "Leo Pike"], ["Sex", "M"])
    made = read(form, para("Signed: ............   Dated: ............"))
    assert not made.get("signed")
    assert made["referral_date"] is None
    assert "unsigned" in flags(made)


def test_a_sentence_below_a_label_for_a_name_is_no_name_and_is_kept():
    said = "Please do not tell the family that it was me who wrote this to you."
    made = read(CHILD, para("Name of safeguarding lead:"), para(said))
    assert made["safeguarding_lead"] is None
    assert "referrer_confidentiality_requested" in flags(made)


def test_what_is_typed_behind_an_answer_is_no_part_of_it():
    made = read(
        grid(
            ["Your name", "Ida Cole"],
            ["Your phone", "07700 900318 (text, don’t ring)"],
            ["Name of child", "Leo Pike"],
            ["Home address", "12 Elm Road – do not write to this address"],
            ["Date of birth", "3/4/2019"],
        )
    )
    (child,) = made["children"]
    assert made["referrer"]["phone"] == "07700 900318"
    assert "contact_safety_note" in flags(made)
    assert (child["address"], child["address_withheld"]) == ("12 Elm Road", True)


@pytest.mark.parametrize(
    ("related", "to"),
    [
        ("Mother of both", ["child-1", "child-2"]),
        ("Father of Ava", ["child-2"]),
        ("Leo’s dad", ["child-1"]),
        ("not a blood relation", []),
        ("Mother", ["child-1"]),
    ],
)
def test_of_which_child_somebody_is_a_parent_is_as_it_was_typed(related, to):
    made = read(
        grid(
            ["Name", "Date of birth", "Relationship"],
            ["Leo Pike", "3/4/2019", "Subject"],
            ["Ava Pike", "3/5/2021", "Sister"],
            ["Sam Pike", "1/2/1990", related],
        )
    )
    (adult,) = made["adults"]
    assert adult["to"] == to


def test_a_day_of_birth_told_otherwise_in_the_account_is_a_conflict():
    made = read(CHILD, grid(["What happened", "Leo (b. 4th March 2019) was hurt."]))
    assert {"dob_conflict", "dob_conflict_day_month_swap"} <= flags(made)


@pytest.mark.parametrize(
    ("told", "suspected"),
    [
        ("Sam Pike was arrested on suspicion of assault.", True),
        ("Sam Pike was arrested and released without charge.", None),
        ("Sam Pike found him.", None),
    ],
)
def test_who_is_said_to_be_arrested_is_suspected(told, suspected):
    made = read(
        CHILD, grid(["Father: name", "Sam Pike"]), grid(["What happened", told])
    )
    assert made["adults"][0].get("suspected") is suspected


def test_records_that_are_asked_for_are_not_yet_secured():
    table = grid(
        ["Name of agency", "Elm Housing"],
        ["Have files been secured?", "Not yet, asked for 16/2"],
        ["Date asked / date due", "11/2/2026 / 20/2/2026"],
    )
    made = read_agency_summary(read_blocks(a_docx(table), "return.docx"))
    assert made["records_secured"] == "no"
    assert made["due"]["iso"] == "2026-02-20"


def test_numbered_paragraphs_below_a_list_of_names_are_the_account():
    made = read_agency_summary(
        read_blocks(
            a_docx(
                para("Name of agency:<tab/>Elm Police".replace("<tab/>", " ")),
                para("Not known to us: Leo Pike, Ava Pike"),
                para("1. 14/02/2024 a neighbour heard shouting and no child was seen."),
            ),
            "return.docx",
        )
    )
    assert made["people_stated_not_known"] == ["Leo Pike", "Ava Pike"]
    assert "a neighbour heard shouting" in made["summary"]


@pytest.mark.parametrize(
    ("label", "code", "sex"),
    [
        ("Sex: 1 = male, 2 = female, 9 = not stated", "2", "female"),
        ("Sex (M = male, F = female)", "m", "male"),
        ("Sex: 1 = male, 2 = female", "7", None),
    ],
)
def test_a_code_means_what_its_label_says_and_no_other_means_anything(label, code, sex):
    school = grid(["School", "Elm Primary"])
    assert read(CHILD, school, grid([label, code]))["children"][0].get("sex") == sex


def test_not_suspected_among_the_codes_of_a_label_is_no_answer():
    label = "Abuse/neglect: 1 = known, 2 = suspected, 3 = not suspected"

    assert (
        read(CHILD, grid([label, "2"]))["criteria"]["abuse_or_neglect"] == "suspected"
    )


def test_yes_to_known_or_suspected_says_no_more_than_that():
    asks = grid(["Is abuse or neglect known or suspected?", "Yes"])

    assert read(CHILD, asks)["criteria"]["abuse_or_neglect"] == "known_or_suspected"


@pytest.mark.parametrize(
    "words",
    [
        "Between 10pm on 31 August and 2am on 1 September 2026",
        "31/8/26 22:00 - 1/9/26 02:00",
        "2200hrs 31 August 2026 to 0200 hrs 1 September 2026",
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(words):
    when = grid(["Date of referral", "3/9/2026"], ["Date of incident", words])
    made = read(CHILD, when)

    assert made["incident"]["date"]["iso"] == "2026-08-31"
    assert made["incident"]["time"] == "22:00"
    assert "spans_midnight" in flags(made)


def test_two_days_further_apart_stay_open():
    words = "Between 10pm on 28 August and 2am on 1 September 2026"
    when = grid(["Date of referral", "3/9/2026"], ["Date of incident", words])

    assert read(CHILD, when)["incident"]["date"]["iso"] is None
