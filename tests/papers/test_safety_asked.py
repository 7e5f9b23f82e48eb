"""Whether a child is at risk now: "no" to "safe" is a risk, and doubt is never a no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.forms import read_referral
from heed.papers.forms.pointers import is_as_above, pointed_at, points_elsewhere
from heed.papers.forms.safety import agreed, open_risk, polarity, safety_question
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid

SAFE = (
    "Is every child safe now?",
    "Is every child safe now? What has been done?",
    "Are they safe",
    "Are all children out of harm's way?",
    "Is any child no longer at risk?",
    "Are his brothers and sisters safe from harm tonight? (yes/no)",
)
AT_RISK = (
    "Is any child still at risk? What has been done about it?",
    "Is anyone in danger?",
    "Are there any immediate safeguarding concerns?",
    "Is a child unsafe now?",
)
UNCLEAR = (
    "Has the risk been removed?",
    "Are there no concerns?",
    "Have the concerns been dealt with?",
    "Are other children at risk or safe?",
    "Is any child not safe?",
    "Safety of siblings",
    "Was the child safe at the time?",
    "Is the father safe to contact?",
    "Any risk to staff?",
    "Is the child safe at school?",
)
DOUBT = (
    "They have gone to a friend and nobody has checked.",
    "But I am worried about the baby.",
    "As far as I know.",
    "He still sees them on Sundays.",
    "Not checked since Friday.",
)


@pytest.mark.parametrize("question", SAFE)
def test_no_to_whether_they_are_safe_is_an_open_risk(question):
    assert safety_question(question) == "safety.safe"
    assert open_risk(question, "No. I have told nobody yet.") is True
    assert open_risk(question, "Yes") is False


@pytest.mark.parametrize("question", AT_RISK)
def test_no_to_whether_they_are_at_risk_is_none(question):
    assert polarity(question) == "risk"
    assert open_risk(question, "No") is False
    assert open_risk(question, "Yes - he is at home with her") is True


@pytest.mark.parametrize("question", UNCLEAR)
@pytest.mark.parametrize("answer", ["Yes", "No", "No. All is in hand.", "N"])
def test_a_question_that_may_ask_either_settles_nothing(question, answer):
    assert open_risk(question, answer) is None


@pytest.mark.parametrize("doubt", DOUBT)
@pytest.mark.parametrize("question", [*SAFE, *AT_RISK])
@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_whoever_takes_something_back_never_says_that_there_is_no_risk(
    question, answer, doubt
):
    assert open_risk(question, f"{answer}. {doubt}") is not False


@given(st.lists(st.sampled_from([True, False, None]), max_size=4))
def test_several_answers_are_no_risk_only_where_none_says_otherwise(found):
    assert (agreed(found) is False) == (bool(found) and set(found) == {False})


def read(*rows):
    return read_referral(read_blocks(a_docx(grid(*rows)), "form.docx"))


def test_an_unsafe_child_of_a_form_in_other_words_is_an_open_risk():
    made = read(
        ["Name of child", "Marlo Keating"],
        ["School", "Elm Primary"],
        ["Reason for referral", "Marlo was hurt."],
        ["Is every child safe now? What has been done?", "No. I told nobody yet."],
    )

    assert made["immediate_safety"]["open_risk"] is True
    assert made["immediate_safety"]["reported_to"] == []
    assert "immediate_safety_unresolved" in {flag["name"] for flag in made["flags"]}


@pytest.mark.parametrize(
    "words",
    ["as letter", "see attached form", "As per email", "See overleaf", "enclosed"],
)
def test_a_pointer_is_nobodys_name_and_is_kept(words):
    made = read(
        ["Name of child", words],
        ["Date of birth", "3/4/2019"],
        ["Parents", words],
        ["Reason for referral", "A child was hurt."],
        ["School", "Elm Primary"],
    )

    assert points_elsewhere(words)
    assert [child["given"] for child in made["children"]] == [None]
    assert made["adults"] == []
    assert {"label": "Name of child", "answer": words} in made["unread"]


def test_what_stands_above_is_told_from_what_stands_elsewhere():
    assert is_as_above("as above")
    assert pointed_at("Same address as child") == "child 1"
    assert not points_elsewhere("Seeley")
    assert not is_as_above("Asabove Road 3")
