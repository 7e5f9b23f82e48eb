"""What words choose: printed choices that nobody deleted, denials, two meanings."""

from time import perf_counter

import pytest

from heed.papers.forms import read_referral
from heed.papers.forms.boxes import chosen
from heed.papers.forms.choices import (
    ABUSE,
    ENDORSEMENT,
    OUTCOME,
    SEX,
    STATUS,
    YES_NO,
    choice,
    is_unanswered,
)
from heed.papers.forms.labelled import Form
from heed.papers.forms.signals import signals
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid


def read(*rows):
    return read_referral(read_blocks(a_docx(grid(*rows)), "form.docx"))


def flags(made) -> set[str]:
    return {flag["name"] for flag in made["flags"]}


@pytest.mark.parametrize(
    "words",
    [
        *("Yes / No", "YES/NO", "Y/N", "Yes  No", "Yes/No/Not known", "No / Yes"),
        *(
            "Yes / No (please delete)",
            "Yes or No",
            "Yes / No / N/K",
            "Yes/No*",
            "Y / N",
        ),
        *("Yes / No ☒", "Yes | No | Unknown", "Yes / No: delete as applicable"),
    ],
)
def test_printed_choices_of_which_none_was_deleted_say_nothing(words):
    assert choice(YES_NO, words) is None
    assert choice(ENDORSEMENT, words) is None
    assert is_unanswered(words)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        *(("Yes", "yes"), ("No", "no"), ("Yes / No - Yes", "yes"), ("N/A", "no")),
        *(
            ("Yes/No: no, not yet", "no"),
            ("N/K", "not_known"),
            ("Y - since May", "yes"),
        ),
        *(("Yes, no concerns now", "yes"), ("Yes ☐ No ☒", "no"), ("Yes ☒ No ☐", "yes")),
    ],
)
def test_an_answer_to_yes_or_no_is_read(words, meant):
    assert choice(YES_NO, words) == meant
    assert not is_unanswered(words)


def test_a_form_with_its_choices_undeleted_states_nothing():
    made = read(
        ["Name of child", "Leo Fernwood"],
        ["Is the child looked after?", "Yes / No"],
        ["Any media interest?", "YES/NO"],
        ["Has the safeguarding lead been consulted?", "Y/N"],
        ["Cross border issues", "Yes / No"],
        ["Handling instructions", "Yes / No"],
    )

    assert "looked_after" not in made["children"][0]
    assert "media_interest" not in made
    assert made["safeguarding_lead"] is None
    assert not {"cross_border", "handling_restriction", "media_interest"} & flags(made)


@pytest.mark.parametrize(
    ("choices", "words", "meant"),
    [
        (ABUSE, "not suspected", "no"),
        (ABUSE, "Not currently suspected", "no"),
        (ABUSE, "No known or suspected abuse", "no"),
        (ABUSE, "Physical abuse not suspected, but neglect is suspected", "unknown"),
        (ABUSE, "Known, not suspected", "unknown"),
        (ABUSE, "Not known or suspected", "unknown"),
        (ABUSE, "Known or suspected", "known_or_suspected"),
        (ABUSE, "Known / suspected", "known_or_suspected"),
        (ABUSE, "Suspected, not confirmed", "suspected"),
        (ABUSE, "Yes / No", None),
        (OUTCOME, "Child is alive / has died", None),
        (OUTCOME, "Died / seriously harmed", None),
        (OUTCOME, "died or seriously harmed", None),
        (OUTCOME, "Has not died", None),
        (OUTCOME, "Not died, seriously harmed", "seriously_harmed"),
        (OUTCOME, "Seriously injured, at risk of death", "seriously_harmed"),
        (OUTCOME, "Died of serious injuries", "died"),
        (OUTCOME, "Death", "died"),
        (OUTCOME, "Neither", "neither"),
        (STATUS, "Alive / died", None),
        (STATUS, "In hospital, has since died", None),
        (STATUS, "Deceased", "died"),
        (STATUS, "In hospital / critical", "alive"),
        (SEX, "Male / Female", None),
        (SEX, "M / F", None),
        (SEX, "Female", "female"),
    ],
)
def test_a_denial_is_no_and_two_meanings_are_none(choices, words, meant):
    assert choice(choices, words) == meant


@pytest.mark.parametrize(
    ("died", "harmed", "outcome"),
    [
        ("No ☒", "Yes ☒", "seriously_harmed"),
        ("No", "No", "neither"),
        ("No", "", "unknown"),
        ("Yes", "Yes", "died"),
        ("Yes", "No", "died"),
        ("Not known", "Yes", "unknown"),
        ("Yes / No", "Yes / No", "unknown"),
    ],
)
def test_two_questions_about_the_outcome_are_read_together(died, harmed, outcome):
    made = read(
        ["Referrer", "Ann Lark"],
        ["Name of child", "Leo Fernwood"],
        ["Did the child die?", died],
        ["Was the child seriously harmed?", harmed],
    )

    assert made["criteria"]["outcome"] == outcome
    status = {"Y": "died", "N": "alive"}[died[0]] if "/" not in died else "unknown"
    status = "unknown" if died == "Not known" else status
    assert made["children"][0]["status"] == status


def test_one_question_about_both_outcomes_may_be_answered_no():
    asks = "Has the child died or been seriously harmed?"
    made = read(["Referrer", "Ann Lark"], ["Name of child", "Leo"], [asks, "No"])

    assert made["criteria"]["outcome"] == "neither"


def test_words_are_not_taken_for_areas_or_for_somebody_of_the_same_name():
    raised = signals(["He was placed in care. An unrelated matter was closed."])

    assert not {"cross_border", "same_name_bystander"} & set(raised)
    assert "cross_border" in signals(["She was placed by Larkshire in May."])
    assert "same_name_bystander" in signals(["An unrelated child has the same name."])


@pytest.mark.parametrize(
    "text",
    [
        "Name:" + " " * 20_000 + "\nx",
        "Name" + " " * 20_000 + "\nx\ny",
        "Name of child" + "\xa0" * 20_000 + "x",
        "(" * 20_000,
    ],
)
def test_thousands_of_spaces_are_read_in_a_moment(text):
    form, began = Form(), perf_counter()
    form.inside(text, "")
    form.is_label(text)
    form.label_and_rest(text)
    form.unknown_label(text)

    assert perf_counter() - began < 0.5


@pytest.mark.parametrize(
    ("line", "ticked"),
    [
        ("Yes ✓ / No", "Yes"),
        ("✓ Yes / No", "Yes"),
        ("Yes / No ✓", "Yes / No"),  # the question, or its last word
        ("Yes / ✓ No", "No"),
        ("Yes ☒ No ☐ Not known", "Yes"),
        ("Yes ☐ No ☒", "No"),
        ("☐ Yes ☒ No", "No"),
        ("Known to police? ☒ Yes ☐ No", "Yes"),
        ("Father/stepfather ☒ Mother ☐", "Father/stepfather"),
    ],
)
def test_a_tick_belongs_to_the_word_it_stands_by(line, ticked):
    assert chosen(line) == ticked
