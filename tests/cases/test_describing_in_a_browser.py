"""How the pages that describe a child look, wide and narrow."""

from datetime import date

import pytest
from django.urls import reverse

from heed.cases.actions import (
    add_child,
    keep_household,
    name_family_member,
    record_incident_days,
    relate_people,
)
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
    married = name_family_member(case, name="Wenna", relationship="mother", **by)
    father = relate_people(case, one=member, kin="father", other=child, **by)
    for one, kin, other in (
        (married, "mother", child),
        (married, "mother", unborn),
        (married, "married", member),
    ):
        relate_people(case, one=one, kin=kin, other=other, until="2024", **by)
    home = keep_household(case, people=[married, child], **by)
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
        "family": reverse("family", args=[case.public_id]),
        "relate_people": reverse("relate_people", args=[case.public_id]),
        "relation": reverse("relation", args=[father.public_id]),
        "household": reverse("household", args=[home.public_id]),
        "incident_days": reverse("incident_days", args=[case.public_id]),
        "sheet": reverse("weigh_for_child", args=[child.public_id]),
        "sheets": reverse("weigh_notification", args=[case.public_id]),
    }

    def names_on(client):
        client.post(reverse("case_names", args=[case.public_id]))

    with a_desk(NOON) as desk:
        session = a_session(people["coordinator"], then=names_on)
        look_at(desk, session, pages, named="describing")
