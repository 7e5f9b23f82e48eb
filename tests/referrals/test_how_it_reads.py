"""The open pages are written for a tired reader, in the field's own words."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heed.papers.questions import asked
from heed.papers.reading_age import grade
from heed.referrals.understanding import apart, guidance_on, understood_from
from heed.ui.words import unwanted_words, words_of_template
from tests.asked_of_each import asked_of_each
from tests.cases.factories import NOON
from tests.guards.source import HEED

TEMPLATES = HEED / "referrals/templates/referrals"
OPEN = (
    "start",
    "privacy",
    "page",
    "check",
    "receipt",
    "status",
    "come_back_later",
    "add",
    "added",
    "choose",
    "complaining",
    "form_closes",
    "papers",
    "resume",
    "several",
    "tasks",
)
TODAY = NOON.date()
ANSWERS = [f"{s.slug}{'.1' if s.each else ''}.{q.slug}" for s, q in asked()]


@pytest.mark.parametrize("name", OPEN)
def test_the_open_pages_can_be_read_at_the_age_of_fourteen(name):
    words = words_of_template((TEMPLATES / f"{name}.html").read_text())

    assert grade(re.sub(r"[ \t]+", " ", words)) <= 9


@asked_of_each(sorted(TEMPLATES.glob("*.html")), named=lambda path: path.stem)
def test_no_page_says_what_screens_do_not_say(path):
    assert unwanted_words(path.read_text()) == []


@pytest.mark.parametrize(
    ("abuse", "outcome", "says"),
    [
        ("suspected", "died", "is what this form is for"),
        ("no", "seriously_harmed", "If you are not sure"),
        ("suspected", "neither", "call children’s social care"),
        ("no", "neither", "You can send this form all the same"),
    ],
)
def test_the_self_check_guides(abuse, outcome, says):
    answers = {"criteria.abuse_or_neglect": abuse, "criteria.outcome": outcome}

    assert says in " ".join(guidance_on(answers))


@pytest.mark.parametrize("outcome", ["", "unknown", "died"])
def test_not_known_is_not_argued_with(outcome):
    answers = {"criteria.abuse_or_neglect": "unknown", "criteria.outcome": outcome}

    assert guidance_on(answers) == []


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(ANSWERS), st.text(min_size=1, max_size=60), max_size=25
    )
)
def test_whatever_somebody_types_is_taken_in_and_nothing_typed_is_lost(answers):
    parts = apart(answers, understood_from(answers, channel="portal", on=TODAY))

    kept = repr((parts.answers, parts.identity, parts.withheld))
    for key, words in answers.items():
        assert repr(words.strip())[1:-1] in kept or repr(words)[1:-1] in kept, key


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abcdefgh", min_size=6, max_size=12), st.booleans())
@example(
    address="bbc aaaaaa", sibling=False
)  # what a flag quotes as the media's interest
def test_a_withheld_address_is_never_among_what_is_read(address, sibling):
    answers = {
        "child.1.given": "Marny",
        "child.1.address": address,
        "child.1.address_withheld": "yes",
        "adult.1.name": "Somebody",
        "adult.1.address": address,
    }
    answers |= {"child.2.given": "Juno", "child.2.address": address} if sibling else {}

    parts = apart(answers, understood_from(answers, channel="portal", on=TODAY))

    assert address not in repr((parts.answers, parts.reading))
    assert address in repr(parts.withheld)


def test_a_flag_that_quotes_nothing_is_a_sentence_all_the_same():
    answers = {
        "child.1.given": "Marny",
        "child.1.dob": "30 February 2019",
        "child.1.address": "7 Vole Reach",
        "child.1.address_withheld": "yes",
    }
    parts = apart(answers, understood_from(answers, channel="portal", on=TODAY))
    why = {flag["name"]: flag["why"] for flag in parts.reading["flags"]}
    assert why["impossible_date"] == "What was typed is not a date."
