"""What identifies although nobody put it in the register."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.deidentify import Tier, scan_text
from heed.deidentify.codes import is_nhs_number, is_pupil_number
from heed.deidentify.misspellings import is_one_letter_apart
from tests.deidentify.quillshire import a_register, found

NOBODY = a_register(records=[{"role": "Child", "pseudonym": "Whimbrel"}])
CONFIRMED, CHECK = Tier.CONFIRMED, Tier.CHECK


@pytest.mark.parametrize(
    ("text", "class_", "tier", "said"),
    [
        ("seen on 4 September 2025 at", "date", CONFIRMED, "4 September 2025"),
        ("seen 04/09/2025", "date", CONFIRMED, "04/09/2025"),
        ("seen 2025-09-04", "date", CONFIRMED, "2025-09-04"),
        ("seen on 4 September", "date", CHECK, "4 September"),
        ("published on 4 September 2025", "date", CHECK, "4 September 2025"),
        ("on her fourteenth birthday", "date", CHECK, "fourteenth birthday"),
        ("a 14-year-old", "age", CHECK, "14-year-old"),
        ("was fourteen years old", "age", CHECK, "fourteen years old"),
        ("aged 22 months", "age", CHECK, "aged 22 months"),
        ("at the age of 14", "age", CHECK, "age of 14"),
        ("NHS number 999 123 4560", "identifier", CONFIRMED, "999 123 4560"),
        ("number 943 476 5919 on", "identifier", CONFIRMED, "943 476 5919"),
        ("crime number 42/1234567/26", "identifier", CONFIRMED, "42/1234567/26"),
        ("court case ZE24C00123", "identifier", CONFIRMED, "ZE24C00123"),
        ("record number Q778812", "identifier", CONFIRMED, "Q778812"),
        ("lives at ZZ99 4AB now", "postcode", CONFIRMED, "ZZ99 4AB"),
        ("in a car ZZ26 ZZZ", "identifier", CONFIRMED, "ZZ26 ZZZ"),
        ("rang 07700 900123", "phone", CONFIRMED, "07700 900123"),
        ("rang 01632 960123", "phone", CHECK, "01632 960123"),
        ("wrote to a.b@quillshire.example", "email", CHECK, "a.b@quillshire.example"),
        ("in Lanternfold Street", "address", CHECK, "Lanternfold Street"),
        ("at Farrowdene High School", "school", CHECK, "Farrowdene High School"),
        ("taken to Puffin Ward", "place", CHECK, "Puffin Ward"),
        (
            "to Thornwick Children\u2019s Centre",
            *("place", CHECK, "Thornwick Children\u2019s Centre"),
        ),
        ("at Saltern Family Hub", "place", CHECK, "Saltern Family Hub"),
        ("at St Bride\u2019s Church", "place", CHECK, "St Bride\u2019s Church"),
        ("the Hollin Road Mosque", "place", CHECK, "Hollin Road Mosque"),
        ("saw Dr Pellowick", "professional", CHECK, "Dr Pellowick"),
        ("social worker Mabry Pellowick", "professional", CHECK, "Mabry Pellowick"),
        ("then Plover ran", "pseudonym_inconsistent", CHECK, "Plover"),
        (
            "the only trilingual harbour pilot's family in Saltern Quay",
            "rare_attribute",
            CHECK,
            "the only trilingual harbour pilot's family in Saltern Quay",
        ),
        (
            "as the headline “Girl left alone for days as agencies argued” had it",
            "searchable_quote",
            CHECK,
            "“Girl left alone for days as agencies argued”",
        ),
    ],
)
def test_what_nobody_put_in_the_register_is_found(text, class_, tier, said):
    findings = scan_text(text, NOBODY)
    assert (class_, said, tier) in [(f.class_, f.text, f.tier) for f in findings]


@pytest.mark.parametrize(
    "text",
    [
        "Children aged 16 to 25, and a third of those aged under one.",
        "Section 3.2.1, table 12, 40 %, 1,200 cases, 24/7, £12.50, 2018-19.",
        "Working Together 2023 and SI 2018/789 apply; see chapter 5.",
        "the social worker and the health visitor; a school; the hospital ward",
        "Primary School children, the Nursery, a Sixth Form College, the High Street",
        "a Sure Start Children's Centre, the Family Hub, a Youth Club, Local Health Centre",
        "The Multi-Agency Safeguarding Hub wrote to the Church. The Catholic Church came.",
        "In March 2024 the rate rose; May 2024 was no better.",
        "the only child, the only time, his only contact",
        "Social Worker 1, Health Visitor 2 and GP 1 met.",
    ],
)
def test_ordinary_sentences_raise_nothing(text):
    assert found(scan_text(text, NOBODY)) == []


def test_a_date_at_the_beginning_of_a_line_is_found():
    text = "the last of the list\n4 September 2025\nseen"
    assert found(scan_text(text, NOBODY)) == [("date", "4 September 2025")]


def test_a_cited_child_of_another_review_is_no_slip():
    register = a_register(records=[{"role": "Child", "pseudonym": "Child B"}])
    assert scan_text("as in the review of Child A (2019)", register) == []
    (slip,) = scan_text("then Child D went home", register)
    assert (slip.class_, slip.text) == ("pseudonym_inconsistent", "Child D")


@pytest.mark.parametrize(
    ("scheme", "name", "text", "slip"),
    [
        ("trees", "Amber", "then Rowan ran to Amber", "Rowan"),
        ("letters", "Amber", "then Child D ran to Amber", "Child D"),
        ("birds", "Rowan", "then Alder ran to Rowan", "Alder"),
        ("", "Amber", "then Rowan ran to Amber", None),
    ],
)
def test_a_name_of_the_areas_scheme_is_a_slip_whatever_name_the_family_chose(
    scheme, name, text, slip
):
    register = a_register(records=[{"role": "Child", "pseudonym": name}])
    found_ = scan_text(text, replace(register, scheme=scheme))
    slips = [f.text for f in found_ if f.class_ == "pseudonym_inconsistent"]
    assert slips == ([slip] if slip else [])


def test_a_pronoun_that_gives_the_sex_away_is_found():
    text = (
        "Whimbrel said they were tired. Whimbrel took their bag. When Whimbrel slept "
        "they dreamt. Whimbrel lost her shoe. Whimbrel's mother saw her."
    )
    (finding,) = scan_text(text, NOBODY)
    assert (finding.class_, finding.text) == ("sex_revealed", "her")


def test_traits_of_three_sections_together_are_one_finding():
    text = (
        "Whimbrel is one of twins.\n\nAged 14, Whimbrel moved.\n\n"
        "A rare metabolic disorder was diagnosed."
    )
    (finding,) = [f for f in scan_text(text, NOBODY) if f.class_ == "combination"]
    assert finding.text == "twins"
    assert "a rare condition, an exact age" in finding.why


@given(st.text("0123456789", min_size=9, max_size=9))
def test_an_nhs_number_has_at_most_one_check_digit(nine):
    valid = [digit for digit in "0123456789" if is_nhs_number(nine + digit)]
    assert len(valid) <= 1


def test_check_digits_follow_their_published_examples():
    assert is_nhs_number("943 476 5919")
    assert not is_nhs_number("943 476 5918")
    assert is_pupil_number("H801200001001")
    assert not is_pupil_number("A801200001001")


@given(
    st.text("abc", min_size=1, max_size=6),
    st.text("abc", min_size=1, max_size=6),
)
def test_one_letter_apart_is_what_a_slip_of_the_hand_makes(word, name):
    slips = {word[:n] + word[n + 1 :] for n in range(len(word))}
    for n in range(len(word) + 1):
        slips |= {word[:n] + letter + word[n:] for letter in "abc"}
        slips |= {
            word[:n] + letter + word[n + 1 :] for letter in "abc" if n < len(word)
        }
        if n + 1 < len(word):
            slips.add(word[:n] + word[n + 1] + word[n] + word[n + 2 :])
    assert is_one_letter_apart(word, name) == (name in slips - {word})
