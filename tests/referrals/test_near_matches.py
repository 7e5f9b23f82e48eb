"""A second referral about the same event is found by the precision that its date has,
and by a house that has no number; the reason is said in words."""

import pytest

from heed.cases.models import Case
from heed.papers.dates.reading import read_date
from heed.referrals.actions import open_case
from heed.referrals.alike import (
    NEXT_DAY,
    SAME_DAY,
    SAME_HOUSE,
    SAME_MONTH,
    SOME_DAYS,
    SWAPPED,
)
from heed.referrals.queries import possible_matches
from heed.referrals.understanding import days_of
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership
from tests.referrals.factories import a_referral
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
BROTHER = {
    "child__1__given": "Piran",
    "child__1__dob": "2 July 2012",
    "adult__1__name": "Somebody Else",
}


@walked_once
def a_desk():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    return partnership, the_people(partnership)


def why(referral, people):
    found = possible_matches(referral, people["coordinator"], at=NOON).suggested
    return {each.reference: each.alike.why for each in found}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("9 March 2026", SAME_DAY),
        ("3 September 2025", SWAPPED),
        ("8 March 2026", NEXT_DAY),
        ("w/c 9 March 2026", SOME_DAYS),
        ("March 2026", SAME_MONTH),
        ("7 March 2026", None),
    ],
)
@pytest.mark.parametrize("in_a_case", [False, True])
def test_an_event_is_found_by_the_precision_of_its_date(said, reason, in_a_case):
    partnership, people = a_desk()
    when = "9 March 2025" if reason == SWAPPED else "9 March 2026"
    first = a_referral(partnership, incident__date=when)
    if in_a_case:
        open_case(first, by=people["coordinator"], at=NOON)

    again = a_referral(partnership, incident__date=said, **BROTHER)

    found = why(again, people).get(first.reference, "")
    assert bool(reason) == bool(found)
    assert (reason or "") in found


def test_a_case_whose_week_alone_is_known_keeps_that_week_and_is_found_by_it():
    partnership, people = a_desk()
    first = a_referral(partnership, incident__date="w/c 2 March 2026")
    case = open_case(first, by=people["coordinator"], at=NOON)
    kept = Case.objects.get(pk=case.pk)
    assert (kept.happened_on.day, kept.happened_until.day) == (2, 8)

    again = a_referral(partnership, incident__date="5 March 2026", **BROTHER)

    assert SOME_DAYS in why(again, people)[case.reference]


def test_a_house_without_a_number_is_found_by_its_name():
    partnership, people = a_desk()
    first = a_referral(
        partnership, child__1__address="Wren’s Nest, Mill Lane", incident__date=""
    )

    again = a_referral(
        partnership,
        child__1__address="The Wrens Nest Mill Ln Marrowby",
        incident__date="",
        **BROTHER,
    )

    assert SAME_HOUSE in why(again, people)[first.reference]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("w/c 9 March 2026", ("2026-03-09", "2026-03-15")),
        ("9-11 March 2026", ("2026-03-09", "2026-03-11")),
        ("March 2026", ("2026-03-01", "2026-03-31")),
        ("3 or 5 March 2026", None),
    ],
)
def test_a_week_is_seven_days(said, days):
    found = days_of(read_date(said, near=NOON.date()).to_json())
    assert (found and tuple(map(str, found))) == days
