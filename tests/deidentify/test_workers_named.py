"""Somebody at work who is named beside what they are, and is in no register."""

import pytest

from heed.deidentify import Tier, scan_text
from tests.deidentify.quillshire import a_register

NAMED = {
    "Jane, her social worker, came.": "Jane",
    "We met Jane, her social worker.": "Jane",
    "Then social worker Jane came.": "Jane",
    "He saw the nurse, Priya, twice.": "Priya",
    "He saw the nurse, Rose, twice.": "Rose",
    "Her teacher (Mark) rang.": "Mark",
    "He told Grace, the midwife, of it.": "Grace",
    "Rose, the nurse from the ward, said so.": "Rose",
    "A health visitor called Joy came.": "Joy",
    "Will, his key worker, stayed.": "Will",
}
NAMES_NOBODY = (
    "In May, her social worker left.",
    "In May, her social worker, who was new, left.",
    "On Monday, the nurse rang.",
    "It gave hope, the nurse said.",
    "The midwife, March 2021, wrote.",
    "Will, the school nurse wondered, he come back?",
    "At Christmas, her social worker rang.",
    "Police, the social worker and the nurse met.",
    "Housing, the social worker, and the GP met.",
    "Health, her teacher, and the police met.",
    "The teacher, Police and GP met.",
    "Mother, her social worker, and the nurse met.",
)


@pytest.mark.parametrize("words", NAMED)
def test_who_is_named_beside_their_work_is_put_before_a_person(words):
    found = {each.text: each for each in scan_text(words, a_register())}

    assert NAMED[words] in found
    assert found[NAMED[words]].tier is Tier.CHECK


@pytest.mark.parametrize("words", NAMES_NOBODY)
def test_work_alone_names_nobody(words):
    assert scan_text(words, a_register()) == []
