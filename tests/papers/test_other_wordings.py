"""Labels, columns and people in wordings that no vocabulary has: by shape and by root."""

from datetime import date

import pytest

from heed.papers.forms import read_referral
from heed.papers.forms.columns import columns, with_contents
from heed.papers.forms.fitting import fits
from heed.papers.forms.labels import REFERRAL
from heed.papers.forms.letter_deaths import is_alive
from heed.papers.forms.roots import by_roots
from heed.papers.forms.shapes import asks_by_shape, asks_plainly, tells
from heed.papers.forms.told import looks_like_name, people_told
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid


def read(*rows, on=None):
    return read_referral(read_blocks(a_docx(grid(*rows)), "form.docx"), on=on)


@pytest.mark.parametrize(
    ("label", "asks"),
    [
        ("Who should we come back to with questions?", "referrer.name"),
        ("Whereabouts did it happen?", "incident.place"),
        (
            "Has your organisation's safeguarding lead approved this?",
            "lead.endorsement",
        ),
        ("Have reporters been in touch?", "other.media"),
        ("Ring or email them on", "referrer.contact"),
        ("Favourite football team", ""),
    ],
)
def test_a_label_in_other_words_is_known_by_its_roots(label, asks):
    assert by_roots("referral", label) == asks


def test_the_roots_of_a_label_are_nothing_in_an_answer():
    words = "We rang the mother and she told the health visitor"

    assert REFERRAL.meaning(words) == ""


def test_a_label_about_a_parent_never_answers_for_the_child():
    made = read(
        ["Name of child", "Ava Pike"],
        ["Date of birth", "3/4/2019"],
        ["School", "Elm Primary"],
        ["Mother's name and date of birth", "Ann Pike 12/05/1984"],
    )

    (child,) = made["children"]
    (mother,) = made["adults"]
    assert "conflicts_with" not in child["dob"]
    assert (mother["name"], mother["dob"]["iso"]) == ("Ann Pike", "1984-05-12")


def test_the_second_label_of_a_row_is_no_more_of_the_first_answer():
    made = read(
        ["Name of child", "Ava Pike", "Wobbles", "3/4/2019"],
        ["School", "Elm Primary", "Colours", "12"],
        ["Place of incident", "At home", "Zigzags", "7 of them"],
    )

    assert made["incident"]["place"] == "At home"
    assert {"label": "Zigzags", "answer": "7 of them"} in made["unread"]


def test_shape_tells_a_label_from_an_answer():
    assert asks_by_shape("Date you sent this back")
    assert asks_plainly("5. Account of our work")
    assert not asks_by_shape("14 Gannet Rise")
    assert not asks_by_shape("Not known")
    assert tells("Yes, on 3/4/26")


def test_columns_without_a_known_heading_are_told_by_what_stands_below():
    labels = ["Wibble", "Wobble", "Wubble", "Webble"]
    rows = [
        ["1", "3/4/2026", "0915", "Seen at home by the health visitor, well."],
        ["2", "5/4/2026", "late evening", "Rang twice; there was no reply at all."],
    ]

    names = with_contents(labels, columns(labels), rows)

    assert names == ["n", "date", "time", "event"]


def test_people_are_told_by_how_they_are_related_and_by_nothing_else():
    words = (
        "Mum Ann Lark, 34, and her ex-partner Joe Hill. Little sister Mia is 4. Beth "
        "Cole rang. Tom's wife Jane Roe came."
    )

    found = [(each.name, each.relationship, each.age) for each in people_told(words)]

    assert found == [
        ("Ann Lark", "Mum", "34"),
        ("Joe Hill", "ex-partner", ""),
        ("Mia", "Little sister", "4"),
    ]


@pytest.mark.parametrize(
    "words",
    ["Ann Lark Father or father figure Not named", "wants it considered", "Call at 3"],
)
def test_a_sentence_is_no_name(words):
    assert not looks_like_name(words)


def test_a_child_is_alive_only_where_a_sentence_says_so_of_it_now():
    assert is_alive("Kezia Lark", "Kezia was scalded. She is in intensive care.")
    assert is_alive("Mia", "Mia is still at the flat.")
    assert not is_alive("Mia", "Mia was at home when her father fell.")
    assert not is_alive("Mia", "Mia's brother is at home.")
    assert not is_alive("Mia", "Mia is at the mortuary.")


def test_a_birthday_is_never_the_day_of_the_incident():
    letter = (
        "Dear all,\n\nAva Pike (dob 8/1/14) took an overdose at home on Sunday. Mum is "
        "Ann Pike 12.3.91 and she found her.\n"
    )

    made = read_referral(read_blocks(letter.encode(), "a.txt"), on=date(2026, 6, 30))

    when = made["incident"]["date"]
    assert (when["iso"], when["verbatim"]) == ("2026-06-28", "on Sunday")
    assert "relative_dates_inferred" in {flag["name"] for flag in made["flags"]}


def test_an_incident_long_before_the_paper_is_doubted():
    made = read(
        ["Name of child", "Ava Pike"],
        ["School", "Elm Primary"],
        ["Date of incident", "12/3/1991"],
        ["Date of referral", "1/6/2026"],
    )

    assert made["incident"]["date"]["uncertain"]
    assert "date_uncertain" in {flag["name"] for flag in made["flags"]}


def test_the_word_left_over_of_a_strike_out_is_an_answer():
    assert REFERRAL.meaning("Father or father figure") == "parent:father.name"
    assert REFERRAL.meaning("Subject 2") == "child.name"


@pytest.mark.parametrize(
    ("label", "answer"),
    [
        ("Father's employer", "Acme Ltd"),
        ("Who was with her when it happened?", "Nan (Jean Pike)"),
        ("When was the ambulance called?", "1/2/2026 10:05"),
        ("Date the child was last seen by a professional", "12/1/2026"),
        ("Name of the family pet", "Rex"),
        ("Who reported the child missing?", "Nan"),
        ("Date of previous injury", "1/2/2020"),
        ("Where did the family live before?", "Leeds"),
        ("How many people live there?", "6"),
        ("Is the sibling's school aware?", "Yes"),
        ("When did the safeguarding lead leave?", "May 2025"),
    ],
)
def test_a_question_about_somebody_else_fills_no_field_and_is_kept(label, answer):
    rows = (["Child", "Ava Pike"], ["Date of birth", "3/4/2019"], ["School", "Elm"])

    made = read(*rows, [label, answer])

    assert (made["referrer"]["organisation"], made["agencies"]) == (None, [])
    assert made["incident"] == {"date": None}
    assert made["safeguarding_lead"] is None
    assert (made["children"][0]["family"], made["children"][0]["school"]) == (
        "Pike",
        "Elm",
    )
    assert "address" not in made["children"][0]
    assert {"label": label, "answer": answer} in made["unread"]


def test_a_letter_states_nothing_of_those_whom_it_only_mentions():
    letter = (
        "Dear team,\n\nOn 4 June 2026 I saw Mia Cole (dob 3/4/2020). Her friend Ella "
        "Roe, aged 6, died in 2024. We met Mrs Jane Fell on 3 May. There was neglect.\n"
    )

    made = read_referral(read_blocks(letter.encode(), "a.txt"))

    assert [(c["given"], c["role"]) for c in made["children"]] == [
        ("Mia", "index"),
        ("Ella", "other"),
    ]
    assert made["criteria"]["outcome"] == "unknown"
    assert made["adults"] == []


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("referrer.name", "Jo Lark, Nurse", "We were told by two people"),
        ("incident.date", "Sunday 4 May 2026", "Nan (Jean Pike)"),
        ("incident.time", "about 3pm", "she was asleep"),
        ("referrer.phone", "01632 960111", "not at weekends"),
        ("child.sex", "Girl", "12/3/2020"),
        ("incident.what", "She fell.", ""),
    ],
)
def test_an_answer_under_a_label_of_roots_must_fit_what_is_asked(key, good, bad):
    assert fits(key, good)
    assert not bad or not fits(key, bad)
