"""Cases for tests of the spine itself, begun as the referrals begin them."""

from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import transaction

from heed import clock
from heed.audit.actors import SystemActor
from heed.cases.access import is_excluded
from heed.cases.actions import allot_reference, begin_case, declare_interest, new_case
from heed.cases.models import Case
from heed.rulebook.language import Role, Seat, Stage
from tests.partnership.factories import a_partnership, a_person
from tests.walked import walked_once

HEED = SystemActor("the_tests")
NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


@walked_once
def the_people(partnership, *, at=NOON) -> dict:
    """A manager, a coordinator and the three delegated partners of a partnership."""
    people = {
        "manager": a_person(Role.MANAGER, partnership=partnership, at=at),
        "coordinator": a_person(Role.COORDINATOR, partnership=partnership, at=at),
    }
    for seat in Seat:
        people[seat.value] = a_person(
            Role.DELEGATED_PARTNER, partnership=partnership, seat=seat, at=at
        )
    return people


@walked_once
def a_case(partnership=None, *, stage=Stage.UNDER_CONSIDERATION, at=NOON) -> Case:
    """A case at a stage, with the list that every case begins with."""
    partnership = partnership or a_partnership(at=at)
    with transaction.atomic():
        case = new_case(
            partnership=partnership,
            reference=allot_reference(partnership, by=HEED, at=at),
            began_with="referral",
            happened_on=at.date(),
            by=HEED,
            at=at,
        )
        return begin_case(case, stage=stage, by=HEED, at=at)


@walked_once
def declared(case: Case, *people, at=NOON) -> None:
    """Each of these people declares that they have no interest in the case."""
    for person in people:
        if not is_excluded(person, case):
            declare_interest(case, answer="none", details="", by=person, at=at)


@walked_once
def a_case_with_people(*, stage=Stage.UNDER_CONSIDERATION, at=NOON):
    """A case and the people on its list, all of whom have declared no interest."""
    partnership = a_partnership(at=at)
    people = the_people(partnership, at=at)
    case = a_case(partnership, stage=stage, at=at)
    declared(case, *people.values(), at=at)
    return case, people


@contextmanager
def it_is(moment):
    """For requests that a test makes: what the clock says, as in the demonstration."""
    clock.set_offset_source(lambda: moment - clock.real_now())
    try:
        yield
    finally:
        clock.set_offset_source(None)
