"""Names that are written into one word with others: what a campaign is called by."""

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
