"""Nurseries and pubs are found by names that do not say what they are, and are to be
checked; the same words in a sentence are none."""

import pytest

from heed.deidentify import register_of, scan_text
from tests.deidentify.quillshire import confirmed, found

NOBODY = register_of([])


@pytest.mark.parametrize(
    ("said", "class_", "name"),
    [
        ("She went to Little Acorns on Mondays.", "school", "Little Acorns"),
        ("Staff of Busy Bees rang twice.", "school", "Busy Bees"),
        ("He was seen at the Dog and Duck that night.", "place", "Dog and Duck"),
        ("They met in the Red Lion.", "place", "Red Lion"),
        ("Police went to the King’s Head.", "place", "King’s Head"),
        ("Father worked at the Ferrymans Arms.", "place", "Ferrymans Arms"),
    ],
)
def test_it_is_found_and_to_be_checked(said, class_, name):
    findings = scan_text(said, NOBODY)
    assert (class_, name) in found(findings)
    assert not confirmed(findings)


@pytest.mark.parametrize(
    "said",
    [
        "The dog and duck were fed by the little bees.",
        "Bright stars were drawn on the red lion of the poster.",
        "He was hit on the head. Arms and legs were bruised.",
        "Head of service and the King’s counsel agreed.",
        "The Castle ward and Rose were named. Little bears slept.",
        "The right arm, both arms and the head were X-rayed.",
    ],
)
def test_the_same_words_in_a_sentence_are_no_name(said):
    whys = {finding.why for finding in scan_text(said, NOBODY)}
    assert not any("It may be a" in why and "by its name" in why for why in whys)
