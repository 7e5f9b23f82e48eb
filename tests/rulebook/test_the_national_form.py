"""What kind of incident it is, as the national form asks it."""

import pytest

from heed.rulebook.criteria.notifiable import NotificationAnswers
from heed.rulebook.national_form import NATURES, Nature, nature_of

YES, NO, NOT_KNOWN = "yes", "no", "not_known"


@pytest.mark.parametrize(
    ("answers", "nature"),
    [
        ({"died": YES, "abuse_or_neglect": "known"}, Nature.DEATH),
        (
            {"died": YES, "abuse_or_neglect": NO, "looked_after": YES},
            Nature.DEATH_IN_CARE,
        ),
        (
            {"died": YES, "abuse_or_neglect": NOT_KNOWN, "looked_after": YES},
            Nature.DEATH,
        ),
        (
            {"died": YES, "abuse_or_neglect": NO, "care_leaver": YES},
            Nature.DEATH_AFTER_CARE,
        ),
        (
            {"died": YES, "is_child": NO, "care_leaver": YES},
            Nature.DEATH_AFTER_CARE,
        ),
        ({"died": YES, "is_child": NO}, None),
        (
            {"died": YES, "care_leaver": YES, "abuse_or_neglect": NOT_KNOWN},
            None,
        ),
        ({"died": YES, "abuse_or_neglect": NO}, Nature.DEATH),
        ({"died": NO, "seriously_harmed": YES}, Nature.SERIOUS_HARM),
        ({"died": NOT_KNOWN, "caused_serious_harm": YES}, Nature.OTHER),
        ({"died": NOT_KNOWN, "seriously_harmed": NOT_KNOWN}, None),
        ({}, None),
    ],
)
def test_what_is_not_known_makes_no_death_one_without_abuse(answers, nature):
    assert nature_of(NotificationAnswers.from_record(answers)) is nature


def test_every_kind_is_said_in_words():
    assert set(NATURES) == set(Nature)
