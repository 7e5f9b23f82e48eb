<<<<<<< HEAD
"""How the pages look on which two decide, wide and narrow."""
=======
"""How the pages that describe a child look, wide and narrow."""

from datetime import date
>>>>>>> d6973ed (Look at the pages that describe a child)

import pytest
from django.urls import reverse

<<<<<<< HEAD
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
=======
from heed.cases.actions import add_child, name_family_member, record_incident_days
from heed.incidents.actions import weigh_notification
from tests.cases.factories import NOON, a_case_with_people
from tests.looking import a_desk, a_session, look_at

pytestmark = [pytest.mark.django_db, pytest.mark.browser]


def a_described_child(case, by):
    return add_child(
        case,
        given_name="Jory",
        family_name="Thistlemere",
        also_known_as=["Joz", "J. Broadmire"],
        born_on=date(2009, 8, 14),
        status="alive",
        sex="male",
        ethnicity="WBRI",
        religion="Methodist",
        language="Cornish",
        disabled="yes",
        needs="He is deaf in one ear, and tires by the afternoon.",
        legal_status="by_agreement",
        plans=["child_in_need_now", "child_protection_before"],
        plan_words="Neglect, from May 2021 to June 2022.",
        education="attends",
        school="Marrowby Academy",
        harm="criminal_exploitation",
        by=by,
        at=NOON,
    )


def test_the_pages_that_describe_a_child():
    case, people = a_case_with_people()
    by = {"by": people["coordinator"], "at": NOON}
    child = a_described_child(case, people["coordinator"])
    unborn = add_child(case, status="unborn", role="sibling", **by)
    member = name_family_member(
        case,
        name="Calder Broadmire",
        also_known_as=["Cal Storr"],
        relationship="father",
        born_on=date(1984, 11, 3),
        **by,
    )
    record_incident_days(
        case, happened_on=date(2026, 2, 1), happened_until=date(2026, 2, 28), **by
    )
    weigh_notification(
        child,
        answers={
            "abuse_or_neglect": {
                "answer": "suspected",
                "why": "",
                "ticks": {"known": ["exploitation"], "suspected": ["neglect"]},
            },
            "died": {"answer": "not_known", "why": ""},
        },
        **by,
    )
    pages = {
        name: reverse(name, args=[child.public_id])
        for name in ("child", "child_identity", "child_care", "child_harm")
    } | {
        "children": reverse("children", args=[case.public_id]),
        "unborn": reverse("child", args=[unborn.public_id]),
        "family_member": reverse("family_member", args=[member.public_id]),
        "incident_days": reverse("incident_days", args=[case.public_id]),
        "sheet": reverse("weigh_for_child", args=[child.public_id]),
        "sheets": reverse("weigh_notification", args=[case.public_id]),
    }

    def names_on(client):
        client.post(reverse("case_names", args=[case.public_id]))

    with a_desk(NOON) as desk:
        session = a_session(people["coordinator"], then=names_on)
        look_at(desk, session, pages, named="describing")
>>>>>>> d6973ed (Look at the pages that describe a child)
