"""Our own Word form, filled in and read back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.forms import read_referral, referral_from_answers
from heed.papers.questions import (
    FORM_VERSION,
    NOT_FOR,
    PURPOSE,
    REFERRAL,
    VERSION_TAG,
    Kind,
    asked,
    key,
    question,
    section,
)
from heed.papers.reading import read_blocks
from heed.papers.referral_form import SentTo, fill_referral_form, referral_form
from tests.papers.factories_in import a_docx, box, control, grid, header, para, run

ANSWERS = {
    "safety.at_risk": "yes",
    "safety.who": "Mia: she is with her uncle",
    "safety.told": "MASH by phone, 3 March 2026",
    "referrer.name": "Ann Lark",
    "referrer.capacity": "staff",
    "referrer.organisation": "Quillshire School",
    "referrer.withhold": "yes",
    "lead.name": "Piet Stone",
    "lead.endorsement": "decided",
    "child.1.role": "index",
    "child.1.given": "Leo",
    "child.1.family": "Fernwood",
    "child.1.aka": "Lee; Leo F",
    "child.1.status": "died",
    "child.1.dob": "3 April 2019",
    "child.1.date_of_death": "1 March 2026",
    "child.1.sex": "male",
    "child.2.role": "sibling",
    "child.2.family": "Fernwood",
    "child.2.status": "unborn",
    "child.2.edd": "14/06/26",
    "adult.1.name": "Kay Fernwood",
    "adult.1.relationship": "mother",
    "adult.1.to": "Leo",
    "adult.1.suspected": "not_known",
    "incident.date": "28 February",
    "incident.time": "about 10pm",
    "incident.what": "He was found.\n\nHe was cold.",
    "criteria.abuse_or_neglect": "suspected",
    "criteria.outcome": "died",
    "agency.1.name": "Quillbury Surgery",
    "agency.1.still_involved": "yes",
    "key_date.1.date": "May 2025",
    "key_date.1.event": "Moved home",
    "other.parallel": ["criminal", "coroner"],
    "other.media": "no",
    "declaration.signed": "Ann Lark",
    "declaration.date": "4 March 2026",
}


def filled(answers) -> bytes:
    """The form as Word keeps it: a named control for every answer and every box."""
    body = [para(control(VERSION_TAG, FORM_VERSION))]
    for part, one in asked():
        for number in range(1, part.printed + 1):
            name = key(part, one, number)
            given_ = answers.get(name, "")
            ticked = [given_] if isinstance(given_, str) else given_
            boxes = [
                box(f"{name}.{c.slug}", ticked=c.slug in ticked) + run(c.label)
                for c in one.choices
            ]
            text = [] if boxes else [control(name, given_ or "Write", empty=not given_)]
            body += [para(one.label), *map(para, [*boxes, *text])]
    return a_docx(*body)


def read(data: bytes) -> dict:
    return read_referral(read_blocks(data, "form.docx"), channel="portal")


def test_our_form_is_read_back_exactly_as_it_was_filled_in():
    found = read(filled(ANSWERS))

    expected = referral_from_answers({**ANSWERS, VERSION_TAG: FORM_VERSION})
    assert {k: v for k, v in found.items() if k != "hidden"} == expected


def test_the_word_form_that_we_send_out_is_read_back_exactly():
    form = referral_form(SentTo(partnership="Quillshire", mailbox="in@quill.example"))

    found = read(fill_referral_form(form, ANSWERS))

    expected = referral_from_answers({**ANSWERS, VERSION_TAG: FORM_VERSION})
    assert {k: v for k, v in found.items() if k != "hidden"} == expected


_WORDS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1
)
_TEXT_KEYS = [
    key(part, one, 1)
    for part, one in asked()
    if one.kind in {Kind.LINE, Kind.TEXT, Kind.EMAIL, Kind.PHONE}
]


@settings(max_examples=25, deadline=None)
@given(answers=st.dictionaries(st.sampled_from(_TEXT_KEYS), _WORDS, max_size=8))
def test_whatever_is_written_into_our_form_is_read_as_from_the_web(answers):
    found = read(filled(answers))

    expected = referral_from_answers({**answers, VERSION_TAG: FORM_VERSION})
    assert {k: v for k, v in found.items() if k != "hidden"} == expected


def test_the_referral_says_what_the_answers_say():
    made = referral_from_answers(ANSWERS)

    leo, unborn = made["children"]
    assert (leo["given"], leo["aka"]) == ("Leo", ["Lee", "Leo F"])
    assert (leo["status"], leo["date_of_death"]["iso"]) == ("died", "2026-03-01")
    assert (unborn["status"], unborn["edd"]["iso"]) == ("unborn", "2026-06-14")
    assert made["adults"][0]["to"] == [leo["ref"]]
    assert made["incident"]["date"]["iso"] == "2026-02-28"
    assert made["incident"]["date"]["inferred_year"]
    assert made["immediate_safety"]["open_risk"] is True
    assert made["parallel"] == [{"type": "criminal"}, {"type": "coroner"}]
    assert made["safeguarding_lead"]["endorsement"] == "decided"
    assert made["agencies"][0]["still_involved"] is True
    assert made["media_interest"] is False
    names = {flag["name"] for flag in made["flags"]}
    assert names == {
        "unborn_child",
        "multiple_children",
        "year_inferred",
        "referrer_confidentiality_requested",
    }


def test_an_empty_form_makes_no_records():
    made = referral_from_answers({})

    assert made["children"] == made["adults"] == made["agencies"] == []
    assert made["safeguarding_lead"] is None
    assert made["immediate_safety"]["open_risk"] is None


def test_on_a_screen_too_a_lead_who_was_not_asked_has_no_name():
    said = "I have not spoken to her yet"
    lead = referral_from_answers({"lead.name": said})["safeguarding_lead"]

    assert (lead["name"], lead["endorsement"]) == (None, "none")
    assert lead["verbatim"] == said


def test_on_a_screen_too_what_follows_the_comma_is_the_leads_post():
    typed = {
        "lead.name": "Oriel Vantongeren, Named Nurse",
        "lead.endorsement": "decided",
    }
    lead = referral_from_answers(typed)["safeguarding_lead"]

    assert (lead["name"], lead["role"]) == ("Oriel Vantongeren", "Named Nurse")
    assert lead["endorsement"] == "decided"


def test_a_program_that_forgets_the_names_of_controls_loses_no_answer():
    # LibreOffice 7.4 keeps the words of a form and drops the tags of its controls.
    body = [
        '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
        + run("1. About you")
        + "</w:p>",
        para("Your name"),
        para("Ann Lark"),
        para("Who are you in this?"),
        para("☒\xa0I\xa0work\xa0for\xa0an\xa0organisation"),
        para("☐\xa0Something\xa0else"),
        para("What happened?"),
        para("Write it in your own words. Say what you saw and what you were told."),
        para("He fell: twice."),
        '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>' + run("Child 1") + "</w:p>",
        grid(
            ["About child 1", "Your answer"],
            ["First names", "Leo"],
            ["Date of birth", "3/4/2019"],
            ["Sex", "☐ Female  ☒ Male  ☐ Not known"],
        ),
        '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>' + run("Child 2") + "</w:p>",
        grid(["About child 2", "Your answer"], ["First names", "Mia"]),
        grid(
            ["", "Adult 1", "Adult 2"],
            ["Full name", "Kay Fernwood", "Write here"],
            ["Who are they to the child?", "mother", "Write here"],
        ),
        grid(
            ["Name of the organisation", "Do they still work with the family?"],
            ["Quillbury Surgery", "☒ Yes  ☐ No"],
            ["Write here", "☐ Yes  ☐ No"],
        ),
    ]
    data = a_docx(*body, parts={"footer1": header(f"Form: {FORM_VERSION}")})

    found = read(data)

    assert found["referrer"]["capacity"] == "staff"
    assert found["circumstances"] == "He fell: twice."
    assert [child["given"] for child in found["children"]] == ["Leo", "Mia"]
    assert found["children"][0]["sex"] == "male"
    assert [adult["name"] for adult in found["adults"]] == ["Kay Fernwood"]
    assert [each["name"] for each in found["agencies"]] == ["Quillbury Surgery"]
    assert found["form_version"] == FORM_VERSION


def test_what_was_typed_beside_a_control_is_not_lost():
    data = a_docx(
        para(control(VERSION_TAG, FORM_VERSION)),
        para("Your name"),
        para(control("referrer.name", "Ann Lark")),
        para("How was the child harmed?"),
        para(control("incident.harm", "Write", empty=True)),
        para("A broken arm, and bruises."),
    )

    assert read(data)["unread"] == [
        {"label": "How was the child harmed?", "answer": "A broken arm, and bruises."}
    ]


def test_a_control_that_is_not_ours_stays_unread():
    extra = a_docx(
        para(control(VERSION_TAG, FORM_VERSION)),
        para(control("referrer.name", "Ann")),
        para(control("local.team", "North")),
    )

    assert read(extra)["unread"] == [{"label": "local.team", "answer": "North"}]
    assert read(filled(ANSWERS))["unread"] == []


# The list of questions


def test_every_question_has_its_own_key_and_its_own_words():
    keys = [key(part, one) for part, one in asked()]
    labels = [one.label for _, one in asked()]

    assert len(set(keys)) == len(keys)
    assert len(set(labels)) == len(labels)


def test_a_condition_names_an_earlier_question_and_its_choices():
    for part in REFERRAL:
        slugs = [one.slug for one in part.questions]
        for one in part.questions:
            if one.only_if:
                opener, answers = one.only_if
                assert slugs.index(opener) < slugs.index(one.slug)
                choices = {c.slug for c in question(part.slug, opener).choices}
                assert answers <= choices


def test_only_choices_have_choices():
    for _, one in asked():
        assert bool(one.choices) == (one.kind in {Kind.ONE, Kind.SOME})


def test_only_the_risk_and_what_happened_must_be_answered():
    required = [key(part, one) for part, one in asked() if one.required]

    assert required == ["safety.at_risk", "incident.what"]


def test_what_is_not_asked_is_not_found():
    with pytest.raises(KeyError):
        question("child", "favourite_colour")
    with pytest.raises(KeyError):
        section("pets")


def _syllables(word: str) -> int:
    groups = re.findall(r"[aeiouy]+", word.lower().removesuffix("e"))
    return max(1, len(groups))


def test_the_questions_can_be_read_at_the_age_of_fourteen():
    """Flesch-Kincaid grade of every sentence of the form together."""
    texts = [PURPOSE, NOT_FOR]
    for part in REFERRAL:
        texts += [part.title, part.help]
    for _, one in asked():
        texts += [one.label, one.help, *(c.label for c in one.choices)]
    sentences = [s for t in texts for s in re.split(r"[.?!:;]", t) if s.strip()]
    words = [w for s in sentences for w in re.findall(r"[A-Za-z’']+", s)]
    grade = (
        0.39 * len(words) / len(sentences)
        + 11.8 * sum(map(_syllables, words)) / len(words)
        - 15.59
    )

    assert grade <= 9
