"""Letters, notes and answers in the wrong place: only what is stated is a fact."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.forms import read_referral
from heed.papers.forms.prose import answers_in_prose
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para


def read(text: str, name="letter.txt"):
    return read_referral(read_blocks(text.encode(), name))


def flags(made) -> set[str]:
    return {flag["name"] for flag in made["flags"]}


NOTE = """Caller: Mrs Joan Applegarth (neighbour), 01632 960909

The little boy next door, Teddy Marsh, aged 5, was taken away in an ambulance.
She does not want the family to know that she rang. Please only ring after 4pm.
"""


def test_a_note_of_a_call_names_the_caller_and_the_child():
    made = read(NOTE)

    assert made["referrer"]["name"] == "Mrs Joan Applegarth"
    assert made["referrer"]["phone"] == "01632 960909"
    assert made["referrer"]["capacity"] == "public"
    child = made["children"][0]
    assert (child["given"], child["family"], child["dob"]) == ("Teddy", "Marsh", None)
    assert {
        "no_form",
        "public_referrer",
        "referrer_confidentiality_requested",
        "contact_safety_note",
    } <= flags(made)


def test_whoever_is_merely_named_in_a_letter_is_no_child():
    made = read("Dear all,\n\nJanet Lark rang Peter Fell about the meeting.\n")

    assert made["children"] == []
    assert made["adults"] == []


def test_what_is_denied_raises_nothing():
    summary = "There is no media interest. He has no known safe address."
    table = grid(["Name of child", "Leo"], ["School", "Elm"], ["Summary", summary])
    made = read_referral(read_blocks(a_docx(table), "form.docx"))

    assert not {"media_interest", "safe_address_present"} & flags(made)


def test_a_whole_form_may_stand_in_one_row():
    made = read(
        "Your name,Your organisation,Name of child,Date of birth,Date of incident\n"
        "Ann Lark,Larkrise,Leo Fernwood,3/4/2019,12/3/2026\n",
        "export.csv",
    )

    assert made["referrer"]["name"] == "Ann Lark"
    assert made["children"][0]["dob"]["iso"] == "2019-04-03"
    assert made["incident"]["date"]["iso"] == "2026-03-12"


def test_an_answer_under_the_wrong_label_is_moved_and_said():
    table = grid(
        ["Referrer", "Ann Lark"],
        ["Telephone", "ann@larkrise.example"],
        ["Name of child", "Leo"],
        ["Ethnicity", "Section 20"],
    )
    made = read_referral(read_blocks(a_docx(table), "form.docx"))

    assert made["referrer"]["email"] == "ann@larkrise.example"
    assert made["referrer"]["phone"] is None
    assert made["children"][0]["legal_status"] == ["Section 20"]
    assert "answer_in_wrong_section" in flags(made)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Maya, aged 4, was staying with us when her father died.", "unknown"),
        ("Maya, aged 4, whose father, Tom, died, is at home.", "unknown"),
        ("Maya, aged 4, is safe. Maya's father died.", "alive"),
        ("Maya, aged 4, nearly died.", "unknown"),
        ("Maya, aged 4, is here. The death of Maya's father was sudden.", "unknown"),
        ("Maya, aged 4, lives with Ann. Ann told Maya that Tom died.", "alive"),
        ("Maya, aged 4, was at home, her father, Tom, died.", "unknown"),
        ("Maya, aged 4, died on 3 March 2025.", "died"),
        ("My niece Maya Lark, our little one, has died.", "died"),
        ("Maya Lark, aged 4, who lived with her father, sadly died.", "died"),
        ("Maya (aged 4) was shaken by her father and died in hospital.", "died"),
        ("I write about the death of my granddaughter Maya, aged 4.", "died"),
        ("Maya, aged 4, fell on Monday. Maya was pronounced dead.", "died"),
    ],
)
def test_only_a_child_who_is_said_to_have_died_died(words, status):
    made = read(f"Dear all,\n\n{words} There was neglect.\n")

    assert [child["given"] for child in made["children"]] == ["Maya"]
    assert made["children"][0]["status"] == status
    outcome = "died" if status == "died" else "unknown"
    assert made["criteria"]["outcome"] == outcome


@pytest.mark.parametrize("day", ["4/2/25", "4 February 2025"])
def test_an_unborn_baby_is_one_child_with_the_day_when_it_is_due(day):
    made = read(f"Dear all,\n\nI write about the unborn baby Khan (EDD {day}).\n")

    (child,) = made["children"]
    assert (child["status"], child["dob"], child["role"]) == ("unborn", None, "index")
    assert child["edd"]["iso"] == "2025-02-04"
    assert child["family"] == "Khan"


LISTED = """Referrer: Ann Lark
Child 1: Aisha Khan DOB 3/4/19 Female
Child 2: Amir Khan DOB 5/6/21 Male
"""


@pytest.mark.parametrize(
    ("below", "died", "on"),
    [
        ("Child died: Amir\nDate of death: 29/1/25\n", "Amir", "2025-01-29"),
        ("Date of death: 29/1/25 (Amir)\n", "Amir", "2025-01-29"),
        ("Child died: Yes\nDate of death: 29/1/25\n", None, None),
        ("Date of death: 29/1/25\n", None, None),
    ],
)
def test_what_is_said_below_a_list_of_children_is_of_the_child_it_names(
    below, died, on
):
    made = read(LISTED + below)

    assert [
        (c["given"], c["family"], c["sex"], c["dob"]["iso"]) for c in made["children"]
    ] == [
        ("Aisha", "Khan", "female", "2019-04-03"),
        ("Amir", "Khan", "male", "2021-06-05"),
    ]
    deaths = [c for c in made["children"] if c["status"] == "died"]
    assert [c["given"] for c in deaths] == ([died] if died else [])
    dated = [c["date_of_death"]["iso"] for c in made["children"] if c["date_of_death"]]
    assert dated == ([on] if on else [])
    assert died or "29/1/25" in [each["answer"] for each in made["unread"]]


def test_what_stands_in_the_lines_of_one_child_is_of_that_child():
    made = read(
        "Referrer: Ann Lark\nChild 1: Aisha Khan\nDate of birth: 3/4/19\n"
        "Child 2: Amir Khan\nDate of birth: 5/6/21\nDate of death: 29/1/25\n"
    )

    assert [c["status"] for c in made["children"]] == ["unknown", "died"]
    assert made["children"][1]["dob"]["iso"] == "2021-06-05"


def test_a_dash_behind_a_label_is_as_good_as_a_colon():
    made = read(
        "Dear team,\n\nChild's name - Ava Pike\nDate of birth – 3/4/2019\n"
        "School - Elm Primary\n\nHer brother Tom, aged 7, died in 2020.\n"
    )

    (child,) = made["children"]
    assert (child["given"], child["family"]) == ("Ava", "Pike")
    assert child["dob"]["iso"] == "2019-04-03"
    assert child["status"] == "unknown"


def test_the_sister_of_a_mother_is_no_sibling_and_a_brother_is_no_subject():
    made = read(
        "Dear all,\n\nHer brother Tom, aged 7, died in 2020. Mum's sister Beth, aged 16, "
        "helps out.\n"
    )

    assert [(c["given"], c["role"]) for c in made["children"]] == [("Tom", "sibling")]


@pytest.mark.parametrize("unit", ["Aa-", "Aa'", "Leo died ", "has ", "Aa ", "a"])
def test_a_letter_of_one_word_over_and_over_is_read_in_a_moment(unit):
    began = perf_counter()
    answers_in_prose("Leo, aged 4, fell. " + unit * (20_000 // len(unit)), None)

    assert perf_counter() - began < 1


WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "Name",
                "Name of child:",
                "DOB",
                "Mother",
                "Referrer",
                "Criteria",
                "☒ Yes",
            ),
            *(
                "Leo and Mia Fernwood",
                "3/4/19",
                "as above",
                "n/a",
                "Child 1",
                "Signed ...",
            ),
            *("", "their fourteenth birthday", "Please give details", "12 weeks old"),
        ]
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(WORDS, min_size=1, max_size=8), lines=WORDS)
def test_no_arrangement_of_labels_breaks_the_reader(rows, lines):
    body = (grid(*rows), *(para(line) for line in lines))
    made = read_referral(read_blocks(a_docx(*body), "form.docx"))

    assert made["kind"] == "referral"


def test_a_sister_of_the_mother_or_of_who_writes_is_no_sister_of_the_child():
    made = read(
        "Dear all,\nBaby is Oakley Finch, 4 mths. Mum is Demi Finch, 19. Demi's sister "
        "Lacey, 12, is there. My sister Tracey Rudge rang.\nYours, Jo Pike"
    )

    children = {each["given"]: each["role"] for each in made["children"]}
    assert children == {"Oakley": "index", "Lacey": "other"}


def test_when_on_a_note_is_the_day_of_the_call_and_not_of_the_harm():
    made = read(
        "TELEPHONE NOTE\n\nTaken by: M. Okoye\nWhen: 3 Feb 2026, 14:20\nCaller: Jo Pike\n"
    )

    assert made["referral_date"]["iso"] == "2026-02-03"
    assert made["incident"]["date"] is None


POLICE = """WESTMERE POLICE NOTIFICATION TO SAFEGUARDING PARTNERSHIP

REPORTING OFFICER: DS 4471 GEMMA HARKER, CHILD ABUSE INVESTIGATION TEAM
SUBJECT: WREN, MILO JAMES
BORN: 02/02/{year}

CIRCUMSTANCES: AT 2310 HRS ON 11 OCTOBER 2026 AMBULANCE CALLED TO ADDRESS AND A CHILD
FOUND WITH HEAD INJURY AT FOOT OF STAIRS. MOTHER - WREN, CHELSEA BORN 23/05/1999
AGENCIES INFORMED: CORONER, SOCIAL CARE
"""


def test_a_notice_in_capitals_names_its_people_the_right_way_round():
    made = read(POLICE.format(year=2021))

    child = made["children"][0]
    assert (child["given"], child["family"]) == ("Milo James", "Wren")
    assert (made["referrer"]["name"], made["referrer"]["role"]) == (
        "Gemma Harker",
        "DS",
    )
    assert made["incident"]["date"]["iso"] == "2026-10-11"
    assert "Coroner, Social Care" in {each["answer"] for each in made["unread"]}


def test_a_grown_subject_of_a_notice_is_no_child():
    assert read(POLICE.format(year=1990))["children"] == []


MEMORANDUM = """MEMORANDUM

To:\tBusiness Manager
From:\tOlu Fasanya, Service Manager, Dale Council
Date:\t18 May 2026

1.\tEthan Marsden (DOB 04/10/2015) and his sister Lola Marsden (DOB 17/03/2018) live here.
2.\tOn 14 May 2026 both children were found alone and without food. Neglect is known.
3.\tTheir father, Scott Marsden, is in prison. His sister, Julie Marsden, has them both.
"""


def test_the_numbered_paragraphs_of_a_memorandum_are_its_account():
    made = read(MEMORANDUM)

    assert [each["given"] for each in made["children"]] == ["Ethan", "Lola"]
    assert [each["name"] for each in made["adults"]] == ["Scott Marsden"]
    assert made["incident"]["date"]["iso"] == "2026-05-14"
    assert made["criteria"]["abuse_or_neglect"] == "known"


def test_who_was_brought_in_and_died_further_on_in_the_sentence_has_died():
    made = read(
        "Dear all,\nRowan Lindsay, born 20 January 2026, is why I write. Rowan was brought "
        "in by ambulance on 8 February with a skull fracture and retinal bleeding and "
        "sadly died on 10 February 2026.\nYours, Jo Pike"
    )

    child = made["children"][0]
    assert (child["status"], child["date_of_death"]["iso"]) == ("died", "2026-02-10")
