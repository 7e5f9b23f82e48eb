"""The Word referral form: made from the questions, and read back as it was filled in."""

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from heed.papers.forms import referral_from_answers
from heed.papers.forms.reading import read_referral
from heed.papers.glyphs import legible
from heed.papers.questions import (
    FORM_VERSION,
    NOT_FOR,
    REFERRAL,
    VERSION_TAG,
    Kind,
    key,
)
from heed.papers.read_docx import read_docx
from heed.papers.referral_form import (
    NOT_A_PROTECTION_REFERRAL,
    SentTo,
    fill_referral_form,
    referral_form,
)
from heed.papers.word_xml import named

QUILLSHIRE = SentTo(
    partnership="Quillshire Safeguarding Children Partnership",
    mailbox="reviews@quillshire.example",
    telephone="01632 960100",
    front_door="01632 960101",
    out_of_hours="01632 960102",
)
FORM = referral_form(QUILLSHIRE)

ALL_KEYS = {
    key(section, question, number): question
    for section in REFERRAL
    for number in range(1, (section.printed if section.each else 1) + 1)
    for question in section.questions
}


def answered(form: bytes) -> dict[str, str | list[str]]:
    """What our reader finds in the controls of a form, by key."""
    found: dict[str, str | list[str]] = {}
    for field in read_docx(form).document.fields:
        if field.checked:
            name, _, choice = field.tag.rpartition(".")
            if ALL_KEYS[name].kind is Kind.SOME:
                found.setdefault(name, []).append(choice)
            else:
                found[name] = choice
        elif field.checked is None and field.text and field.tag != VERSION_TAG:
            found[field.tag] = field.text
    return found


def body(form: bytes = FORM):
    with zipfile.ZipFile(io.BytesIO(form)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def text(form: bytes = FORM) -> str:
    return "\n".join("".join(p.itertext()) for p in body(form).iter(named("p")))


def tags(form: bytes = FORM) -> list[str]:
    return [tag.get(named("val")) for tag in body(form).iter(named("tag"))]


# What it says


def test_it_says_first_that_it_is_no_way_to_get_help_and_whom_to_call():
    words = text()

    warning = words.index(NOT_A_PROTECTION_REFERRAL)
    assert warning < words.index("Use this form to tell us")
    assert NOT_FOR in words
    assert "call 999" in words
    assert "Children’s social care: 01632 960101" in words
    assert "at night and at weekends: 01632 960102" in words


def test_it_says_where_to_send_it_and_whom_to_call_instead():
    words = text()

    assert words.count("reviews@quillshire.example") == 2
    assert "call 01632 960100" in words


def test_a_partnership_without_telephones_still_has_a_whole_form():
    words = text(referral_form(SentTo(partnership="P", mailbox="a@b.example")))

    assert "Children’s social care:" not in words
    assert "help, call" not in words
    assert "call 999" in words


def test_every_question_is_asked_as_often_as_it_is_printed():
    asked = {
        re.sub(r"[.]\w+$", "", tag) if tag not in ALL_KEYS else tag for tag in tags()
    }

    assert asked - {"form"} == set(ALL_KEYS)
    words = text()
    for section in REFERRAL:
        assert section.title in words
        assert all(question.label in words for question in section.questions)


def test_a_question_for_some_says_for_whom():
    assert "Only if you ticked “Not born yet”." in text()
    assert "Only if you ticked “Yes” or “Not known”." in text()


def test_where_there_are_more_than_fit_it_says_what_to_do():
    assert text().count("Write about the others in the part “Anything else”") == 4


# How it is built


def test_no_two_controls_have_the_same_tag_or_number():
    numbers = [
        control.find(f"{named('sdtPr')}/{named('id')}").get(named("val"))
        for control in body().iter(named("sdt"))
    ]

    assert len(tags()) == len(set(tags())) == len(set(numbers))


def test_no_name_of_a_control_is_longer_than_word_allows():
    for name in ("tag", "alias"):
        lengths = {len(each.get(named("val"))) for each in body().iter(named(name))}
        assert max(lengths) <= 64


def test_its_parts_are_headings_and_its_tables_have_header_rows():
    opened = docx.Document(io.BytesIO(FORM))

    headings = [p.text for p in opened.paragraphs if p.style.name == "Heading 2"]
    assert headings[1:] == [f"{n}. {s.title}" for n, s in enumerate(REFERRAL, 1)]
    for made in opened.tables:
        assert made.rows[0]._tr.find(f".//{named('tblHeader')}") is not None
        assert all(cell.text for cell in made.rows[0].cells)


def test_it_names_no_author_and_is_the_same_bytes_each_time():
    opened = docx.Document(io.BytesIO(FORM))

    assert opened.core_properties.author == ""
    assert referral_form(QUILLSHIRE) == FORM


# Filling it in, and reading it back


def test_an_empty_form_answers_nothing_but_its_version():
    fields = {f.tag: f.text for f in read_docx(FORM).document.fields}

    assert answered(FORM) == {}
    assert fields[VERSION_TAG] == FORM_VERSION


def test_every_answer_reads_back_as_it_was_given():
    given = {
        name: question.choices[-1].slug
        if question.kind is Kind.ONE
        else [c.slug for c in question.choices[:3]]
        if question.kind is Kind.SOME
        else f"Answer to {name}\non two lines"
        for name, question in ALL_KEYS.items()
    }

    assert answered(fill_referral_form(FORM, given)) == given


def test_the_referral_read_from_the_form_is_the_one_typed_on_the_web():
    given = {
        "safety.at_risk": "yes",
        "safety.who": "Her brother Sam, at home",
        "referrer.name": "Oriel Vantongeren",
        "referrer.capacity": "staff",
        "lead.endorsement": "decided",
        "child.1.role": "index",
        "child.1.given": "Lumi",
        "child.1.family": "Ostrander-Vale",
        "child.1.dob": "18 November 2025",
        "child.1.status": "died",
        "child.2.role": "sibling",
        "child.2.given": "Sam",
        "child.2.status": "alive",
        "adult.1.name": "J. Vale",
        "adult.1.relationship": "mother",
        "incident.date": "23 December 2025",
        "incident.what": "She was found unwell.\nAn ambulance was called.",
        "criteria.abuse_or_neglect": "suspected",
        "criteria.outcome": "died",
        "agency.1.name": "Quillshire Hospitals",
        "agency.1.still_involved": "yes",
        "key_date.1.date": "2 December 2025",
        "key_date.1.event": "Visit by the midwife",
        "other.parallel": ["criminal", "coroner"],
        "declaration.date": "24 December 2025",
    }

    read = read_referral(read_docx(fill_referral_form(FORM, given)), channel="portal")

    typed = referral_from_answers(
        {**given, VERSION_TAG: FORM_VERSION}, channel="portal"
    )
    assert {k: v for k, v in read.items() if k in typed} == typed
    assert read["form_version"] == FORM_VERSION


WORDS = st.text(min_size=1, max_size=60).filter(lambda t: legible(t).strip())


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(ALL_KEYS)), WORDS, max_size=6))
def test_any_words_that_somebody_types_come_back(given):
    given = {name: words for name, words in given.items() if not ALL_KEYS[name].choices}

    back = answered(fill_referral_form(FORM, given))

    assert back.keys() == given.keys()
    for name, words in given.items():
        assert back[name].split() == legible(words).split()


def test_a_form_filled_in_twice_keeps_both_hands():
    first = fill_referral_form(FORM, {"child.1.given": "Robin"})

    assert answered(fill_referral_form(first, {"incident.what": "It fell."})) == {
        "child.1.given": "Robin",
        "incident.what": "It fell.",
    }


@pytest.mark.parametrize(
    "given",
    [{"child.9.given": "x"}, {"child.1.sex": "odd"}, {"fish": "x"}, {"fish": ["x"]}],
)
def test_an_answer_to_no_question_is_refused(given):
    with pytest.raises(ValueError, match="does not ask"):
        fill_referral_form(FORM, given)
