"""How the pages look on which two decide, wide and narrow."""

import pytest
from django.urls import reverse

from heed.cases import actions
from heed.rulebook.outcomes import AddressAnswer, InterestDecision
from tests.cases.factories import NOON, a_case, a_case_with_people, declared, the_people
from tests.looking import a_desk, a_session, look_at
from tests.partnership.factories import a_partnership

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
MAY = InterestDecision.MAY_WORK_ON_IT


def test_the_pages_on_which_two_let_somebody_in():
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    case = a_case(partnership)
    unsure, manager = people["police"], people["manager"]
    declared(case, *(each for each in people.values() if each != unsure))
    about = {"by": manager, "at": NOON}
    declaration = actions.declare_interest(
        case, answer="unsure", details="A cousin’s neighbour?", by=unsure, at=NOON
    )
    actions.decide_on_interest(
        declaration, outcome=MAY, reason="They have never met.", **about
    )
    kept_out = actions.exclude_person(
        case, person=people["coordinator"], reason="Lives next door.", **about
    )
    actions.lift_exclusion(kept_out, outcome=MAY, reason="Has moved away.", **about)
    pages = {
        "all": reverse("case_interests", args=[case.public_id]),
        "declared": reverse("interest", args=[declaration.public_id]),
        "kept-out": reverse("lift_exclusion", args=[kept_out.public_id]),
        "work": "/",
    }
    with a_desk(NOON) as desk:
        look_at(desk, a_session(people["icb"]), pages, named="second")
        first = {"all": pages["all"], "declared": pages["declared"]}
        look_at(desk, a_session(manager), first, named="first")


def test_the_pages_on_which_a_coordinator_asks_for_an_address():
    case, people = a_case_with_people()
    coordinator, manager = people["coordinator"], people["manager"]
    child = actions.add_child(case, given_name="Wren", by=coordinator, at=NOON)
    kept, agreed, closed = (
        actions.record_protected_address(
            case, address=where, child=child, by=coordinator, at=NOON
        )
        for where in ("7 Vole Reach", "2 Sand Row", "1 Heron Lane")
    )
    asked, other, third = (
        actions.ask_for_protected_address(
            each, reason="To take her the letter by hand.", by=coordinator, at=NOON
        )
        for each in (kept, agreed, closed)
    )
    for request, outcome in (
        (other, AddressAnswer.MAY_READ_ONCE),
        (third, AddressAnswer.MAY_NOT_READ),
    ):
        actions.answer_address_request(
            request, outcome=outcome, answer="As we said.", by=manager, at=NOON
        )
    of_case = reverse("address_requests", args=[case.public_id])
    pages = {
        name: reverse("protected_address", args=[each.public_id])
        for name, each in {"waits": kept, "agreed": agreed, "declined": closed}.items()
    }
    answer = reverse("address_request", args=[asked.public_id])
    with a_desk(NOON) as desk:
        look_at(desk, a_session(coordinator), pages, named="address")
        by_manager = {"asked": of_case, "answer": answer, "reads": pages["waits"]}
        look_at(desk, a_session(manager), by_manager, named="address-manager")
