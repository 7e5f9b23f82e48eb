"""After a split each goes on by itself, and none of them forgets the other: who stepped
back, whose names are left out, what comes later, what its sender is told."""

import pytest

from heed.cases.access import is_excluded
from heed.cases.steps import Refused
from heed.publications.register import register_of_case
from heed.referrals.actions import (
    check_understood,
    join_to_referral,
    open_case,
    split_referral,
    step_back,
)
from heed.referrals.files import may_read_email
from heed.referrals.models import Checked, Referral, SplitOff
from heed.referrals.rendition import left_out, people_of
from heed.referrals.splitting import GOES, STAYS
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_referral,
    an_emailed_form,
    arrived,
)
from tests.referrals.test_splitting import (
    JUNO,
    LATER,
    TWO,
    back,
    fresh,
    in_two,
    one_of_two,
)

pytestmark = pytest.mark.django_db


def test_what_is_joined_is_taken_out_before_anything_is_split():
    referral, people = one_of_two()
    other = a_referral(referral.partnership)
    by = {"by": people["coordinator"], "at": NOON}
    join_to_referral(other, referral, reasons="One.", **by)

    with pytest.raises(Refused, match="out again first, then split"):
        in_two(fresh(referral), people)
    assert not SplitOff.objects.exists()


@pytest.mark.parametrize("place", [0, 1])
def test_who_steps_back_from_either_afterwards_reads_neither(place):
    referral, people = one_of_two()
    pair = in_two(referral, people)
    desk = people["coordinator"]

    step_back(pair[place], details="My aunt.", by=desk, at=LATER)

    assert not Referral.objects.at_the_desk_of(desk, at=LATER).exists()
    case = open_case(fresh(pair[1 - place]), by=people["manager"], at=LATER)
    assert is_excluded(desk, case)


def test_who_steps_back_from_one_is_kept_out_of_the_case_of_the_other():
    referral, people = one_of_two()
    first, taken = in_two(referral, people)
    case = open_case(taken, by=people["manager"], at=LATER)

    step_back(first, details="", by=people["coordinator"], at=LATER)

    assert is_excluded(people["coordinator"], case)


def test_who_steps_back_from_one_reads_the_email_of_neither():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership)
    arrived(an_emailed_form(partnership, answers=ABOUT_PIPIT | JUNO), partnership)
    first, desk = Referral.objects.get(), people["coordinator"]
    parts = {"child-1": STAYS, "child-2": GOES}
    more = {"reasons": "Two.", "by": people["manager"], "at": NOON}
    split_referral(first, parts=parts, papers={}, added={}, **more)
    assert may_read_email(first.email, desk, at=NOON)

    step_back(fresh(first), details="", by=desk, at=NOON)

    assert not may_read_email(first.email, desk, at=NOON)


def test_with_names_off_the_people_of_the_other_one_are_left_out_too():
    told = {"incident.what": "Tobiah Marchwinter was found, and Juno Ashdown too."}
    referral, people = one_of_two(told=told)
    first, taken = in_two(referral, people)
    case = open_case(taken, by=people["manager"], at=LATER)

    assert "Tobiah" not in left_out(told["incident.what"], people_of(fresh(taken)))
    assert "Juno" not in left_out(told["incident.what"], people_of(first))
    values = {each.value for each in register_of_case(case).entries}
    assert {"Tobiah Marchwinter", "Corisande Marchwinter", "3 Plover Row"} <= values


def test_what_was_taken_out_of_what_was_taken_out_leaves_all_of_them_out():
    told = {"incident.what": "Tobiah Marchwinter was found."}
    referral, people = one_of_two(told=told)
    _, taken = in_two(referral, people, TWO | {"child-3": GOES})
    third = split_referral(
        taken,
        parts={"child-1": STAYS, "child-2": GOES},
        papers={},
        added={},
        reasons="Three.",
        by=people["coordinator"],
        at=LATER,
    )

    assert "Tobiah" not in left_out(told["incident.what"], people_of(fresh(third)))


def test_an_answer_to_a_doubt_stays_with_its_doubt_and_comes_back():
    referral, people = one_of_two()
    doubts = [("child-1", "Tobiah?"), ("child-2", "Juno?"), ("document", "Late?")]
    referral.reading |= {
        "flags": [{"name": "twins", "where": w, "why": why} for w, why in doubts]
    }
    referral.save(update_fields=["reading"])
    said = [(f"flag.{n}.twins", "right", f"Seen {n}", "") for n in (1, 3)]
    check_understood(referral, answers=said, by=people["coordinator"], at=NOON)

    first, taken = in_two(fresh(referral), people)

    assert answered(taken) == {"flag.2.twins": "Seen 3"}  # that of Juno is open
    assert answered(first) == {"flag.1.twins": "Seen 1", "flag.2.twins": "Seen 3"}
    said = [("flag.1.twins", "right", "Juno seen", "")]
    check_understood(taken, answers=said, by=people["coordinator"], at=LATER)
    first, _ = back(first, fresh(taken), people)
    assert answered(first) == {
        "flag.1.twins": "Seen 1",
        "flag.2.twins": "Juno seen",
        "flag.3.twins": "Seen 3",
    }


def answered(referral):
    return {c.item: c.said for c in Checked.objects.filter(referral=referral)}
