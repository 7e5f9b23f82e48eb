"""Names written into one word with others, when somebody was born, what few share."""

import pytest

from heed.deidentify import Tier, scan_text
from tests.deidentify.quillshire import a_person, a_register


@pytest.mark.parametrize(
    ("words", "form", "tier"),
    [
        ("They marched as #JusticeForElspeth then.", "JusticeForElspeth", "confirmed"),
        ("A page called ElspethMarchwinter.", "ElspethMarchwinter", "confirmed"),
        ("They marched as #JusticeForHope then.", "JusticeForHope", "check"),
    ],
)
def test_a_name_within_a_word_is_found(words, form, tier):
    found = {f.text: f for f in scan_text(words, a_register(a_person("Hope")))}

    assert found[form].tier is Tier(tier)
    assert found[form].class_ == "name"


@pytest.mark.parametrize(
    "words",
    ["It stood on YouTube.", "He used SystmOne and PowerPoint.", "ChildLine rang."],
)
def test_other_words_of_several_capitals_are_not(words):
    confirmed = [f for f in scan_text(words, a_register()) if f.is_confirmed]
    assert confirmed == []


def test_a_number_that_goes_by_its_own_name_is_found():
    (found,) = scan_text("The police sent URN 25MH1234518 on.", a_register())
    assert (found.text, found.class_) == ("25MH1234518", "identifier")


@pytest.mark.parametrize(
    "words", ["March-winter was seen.", "The march\u2011winter case."]
)
def test_a_name_that_a_hyphen_breaks_is_found(words):
    (found,) = scan_text(words, a_register())
    assert (found.is_confirmed, found.class_) == (True, "name")


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("She was born in March 2018.", "March 2018"),
        ("He was born in late 2018, the second child.", "2018"),
        ("Since his birth in 2018 nobody asked.", "2018"),
        ("The baby, born prematurely in June 2023, came home.", "June 2023"),
    ],
)
def test_when_somebody_was_born_is_put_before_a_person(words, when):
    found = {f.text: f for f in scan_text(words, a_register())}
    assert found[when].tier is Tier.CHECK


@pytest.mark.parametrize(
    "words",
    [
        "Of children born in 2018 one in ten was seen.",
        "All babies who were born in 2018 were offered it.",
        "It covers those born between 2015 and 2018.",
        "She was born at home.",
    ],
)
def test_when_many_were_born_tells_of_nobody(words):
    assert scan_text(words, a_register()) == []


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("He was the only boy in the class who signed.", "the only boy in the class"),
        ("She is the only child with Rett syndrome there.", "the only child with"),
        ("She was one of triplets.", "triplets"),
        ("A mother of nine children came.", "mother of nine children"),
        ("He was born at 24 weeks.", "24 weeks"),
    ],
)
def test_what_few_families_share_is_put_before_a_person(words, form):
    found = [f for f in scan_text(words, a_register()) if f.text.startswith(form)]
    assert [f.tier for f in found] == [Tier.CHECK]


@pytest.mark.parametrize(
    "words",
    [
        "He was the only child in the home.",
        "She was an only child.",
        "The mother of two of the children rang.",
        "It took a twin approach.",
        "Parents of five of the pupils replied.",
    ],
)
def test_what_many_families_share_is_not(words):
    rare = [f for f in scan_text(words, a_register()) if f.class_ == "rare_attribute"]
    assert rare == []
