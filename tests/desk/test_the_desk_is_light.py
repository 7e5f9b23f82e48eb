"""The pages that everybody opens first ask the database little, and no more of many
cases and referrals than of few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.cases.actions import add_child, note_earliest_awareness, raise_safety_action
from heed.incidents.actions import give_view_on_notification
from tests.cases.factories import NOON, a_case, declared, it_is, the_people
from tests.partnership.factories import a_partnership, signed_in
from tests.referrals.factories import a_referral
from tests.walked import walked_once

pytestmark = pytest.mark.django_db(databases=["default", "library"])
MOST = {"/": 24, "/cases/": 8, "/deadlines/": 17, "/referrals/": 11}


@walked_once
def a_desk(*, cases):
    """A partnership with this many cases, each with a date, a child who is not safe
    yet and two views that are missing, and as many referrals that wait."""
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    for _ in range(cases):
        case = a_case(partnership)
        declared(case, *people.values())
        unit = {"by": people["manager"], "at": NOON}
        note_earliest_awareness(case, on=NOON.date(), **unit)
        add_child(case, given_name="Lumi", **unit)
        raise_safety_action(
            case,
            what="See the baby today.",
            owner="The duty social worker",
            owner_organisation="Children's services",
            due_at=NOON,
            **unit,
        )
        give_view_on_notification(
            case, view="notify", reasons="It is serious.", by=people["icb"], at=NOON
        )
        a_referral(partnership)
    return people


def queries_of(client, person, page):
    with it_is(NOON):
        signed_in(client, person)
        client.get(page)  # the session is written once
        with CaptureQueriesContext(connection) as asked:
            assert client.get(page).status_code == 200
    return [query["sql"][:110] for query in asked.captured_queries]


@pytest.mark.parametrize("cases", [1, 3])
@pytest.mark.parametrize("page", MOST)
def test_the_business_unit_opens_light_pages(client, page, cases):
    asked = queries_of(client, a_desk(cases=cases)["manager"], page)
    assert len(asked) <= MOST[page], f"{len(asked)}\n" + "\n".join(asked)


@pytest.mark.parametrize("cases", [1, 3])
def test_a_partner_opens_a_light_page_of_work(client, cases):
    asked = queries_of(client, a_desk(cases=cases)["police"], "/")
    assert len(asked) <= MOST["/"], f"{len(asked)}\n" + "\n".join(asked)
