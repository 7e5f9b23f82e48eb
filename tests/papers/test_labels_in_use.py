"""The labels that forms in use print are understood, family by family."""

from pathlib import Path

import pytest

from heed.papers.forms.agency_people import VOCABULARY as RETURN
from heed.papers.forms.labels import REFERRAL

TEXT = Path(__file__).with_name("labels_in_use.txt").read_text()
KINDS = {"referral": REFERRAL, "agency_summary": RETURN}


@pytest.mark.parametrize("kind", KINDS)
def test_every_label_in_use_asks_what_it_asks(kind):
    vocabulary = KINDS[kind]
    part = TEXT.partition(f"[{kind}]\n")[2].partition("\n[")[0]
    wrong = []
    for line in part.strip().splitlines():
        keys, _, labels = line.partition(": ")
        wrong += [
            (label, asked)
            for label in labels.split(" | ")
            if (asked := vocabulary.asked(label)).replace(" ", "_") not in keys.split()
        ]

    assert wrong == []


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Legal status at the time of the incident", ".legal_status"),
        ("Ethnicity (if known)", ".ethnicity"),
        ("School, where applicable", "child.school"),
        (
            "Father of Child 1 and Child 2: name",
            "parent:father of child 1 and child 2.name",
        ),
        ("Mother of all three: date of birth", "parent:mother of all three.dob"),
        ("Mother's partner: DOB", "parent:mothers partner.dob"),
        ("1.4", ""),
        ("As child 1", ""),
        ("No - will be done next week", ""),
    ],
)
def test_what_qualifies_a_label_is_no_part_of_it(label, key):
    assert REFERRAL.meaning(label) == key


def test_a_little_word_may_tell_one_day_from_another():
    assert RETURN.meaning("Date of return") == "returned_on"
    assert RETURN.meaning("Date for return") == "due"
