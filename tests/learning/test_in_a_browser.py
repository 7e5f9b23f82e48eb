"""How the pages of learning look, in a real browser."""

from datetime import date

import pytest
from django.urls import reverse

from heed.learning.actions import (
    agree_new_date,
    end_without_doing,
    record_impact,
    record_progress,
    respond_to_recommendation,
)
from heed.partnership.actions import disable_person
from heed.rulebook.language import Role
from tests.browser import chromium, open_page, wide_and_narrow
from tests.cases.factories import NOON, it_is
from tests.learning.factories import (
    LATER,
    a_briefing,
    a_case_that_learns,
    a_recommendation,
    a_school,
    an_action,
    done,
)
from tests.partnership.factories import HEED, a_person, signed_in
from tests.partnership.test_in_a_browser import desk  # noqa: F401

pytestmark = [
    pytest.mark.django_db(databases=["default", "library"]),
    pytest.mark.browser,
]


def a_case_in_full():
    """Goldcrest's recommendations and actions, with something of each kind."""
    case, people = a_case_that_learns()
    school, _ = a_school(case)
    first = a_recommendation(case, people, to=[people["hospital"], school])
    a_recommendation(
        case,
        people,
        kind="finding",
        text="How will the partnership know that fathers are seen?",
        multi_agency=True,
    )
    respond_to_recommendation(
        first.addressees.get(organisation=people["hospital"]),
        answer="accepted",
        reasons="The discharge form changes in May.",
        by=people["lead"],
        at=NOON,
    )
    complete = an_action(case, people, of=first)
    record_progress(
        complete,
        status="at_risk",
        words="The printer is booked until May.",
        by=people["owner"],
        at=NOON,
    )
    agree_new_date(
        complete,
        new_target_on=date(2026, 8, 31),
        reason="Forms are printed once a quarter.",
        told="The executive, 9 March",
        by=people["manager"],
        at=NOON,
    )
    done(complete, people, evidence_dated_on=date(2025, 11, 30), at=LATER)
    complete.refresh_from_db()
    record_impact(
        complete,
        looked_on=LATER.date(),
        method="dip_sample",
        measure="Twenty discharge forms of June.",
        evidence="Nineteen name everybody who lives in the home.",
        judgement="some",
        by=people["lead"],
        at=LATER,
    )
    an_action(case, people, due_on=date(2026, 8, 31))
    left = a_person(
        Role.PRACTITIONER,
        partnership=case.partnership,
        organisation=people["hospital"],
        name="Corentin Abbas-Whitlock",
        at=NOON,
    )
    an_action(case, people, owner=left)
    disable_person(left, by=HEED, at=NOON)
    end_without_doing(
        an_action(case, people),
        reason="A new standard asks for it everywhere.",
        by=people["manager"],
        at=NOON,
    )
    waiting = an_action(case, people, due_on=date(2026, 12, 25))
    named = a_briefing(case, people, next_steps=["We remember Lumi."])
    ready = a_briefing(case, people)
    return case, people, (first, complete, waiting), (named, ready)


def look_at(page, address, name):
    answer = page.goto(address)
    assert answer.status == 200, (name, answer.status)
    wide_and_narrow(page, f"learning-{name}")


def walk(desk, client, person, pages):  # noqa: F811
    signed_in(client, person)
    cookie = {"name": "heed", "value": client.cookies["heed"].value, "url": desk}
    addresses = {
        f"{name}-{person.name.split()[0].lower()}": reverse(name, args=args)
        for name, args in pages.items()
    }
    with it_is(LATER), chromium() as browser, open_page(browser) as page:
        page.context.add_cookies([cookie])
        for name, address in addresses.items():
            look_at(page, desk + address, name)


def test_each_page_of_the_partners_and_the_business_unit(desk, client):  # noqa: F811
    case, people, rows, (named, ready) = a_case_in_full()
    first, complete, waiting = rows
    of_case, manager = (case.public_id,), people["manager"]
    walk(
        desk,
        client,
        manager,
        {
            "case": of_case,
            "learning": of_case,
            "make_recommendation": of_case,
            "recommendation": (first.public_id,),
            "plan_action": of_case,
            "action": (complete.public_id,),
            "complete_action": (waiting.public_id,),
            "new_action_date": (waiting.public_id,),
            "record_impact": (complete.public_id,),
            "briefing": (named.public_id,),
            "preview_briefing": (named.public_id,),
            "approve_briefing": (ready.public_id,),
            "assure_impact": of_case,
        },
    )


def test_each_page_of_an_organisation(desk, client):  # noqa: F811
    _, people, (first, _, waiting), _ = a_case_in_full()
    walk(
        desk,
        client,
        people["lead"],
        {
            "my_actions": (),
            "recommendation": (first.public_id,),
            "respond_to_recommendation": (
                first.addressees.get(organisation=people["hospital"]).public_id,
            ),
            "plan_action_for": (first.public_id,),
            "action": (waiting.public_id,),
            "record_progress": (waiting.public_id,),
        },
    )
