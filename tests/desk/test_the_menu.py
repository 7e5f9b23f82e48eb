"""The menu shows a person what opens for that person."""

import re

import pytest

from heed.rulebook.language import Role
from heed.rulebook.roles import WITHOUT_ACCOUNT
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db
LINK = re.compile(r'class="govuk-service-navigation__link" href="([^"]+)"')


@pytest.mark.parametrize("role", sorted(set(Role) - WITHOUT_ACCOUNT))
def test_every_link_of_the_menu_opens(client, role):
    with it_is(NOON):
        signed_in(client, a_person(role, at=NOON))
        links = LINK.findall(client.get("/").text)
        assert {"/", "/cases/", "/how-this-works/"} <= set(links)
        for link in links:
            assert client.get(link, follow=True).status_code == 200, link


@pytest.mark.parametrize(
    ("role", "link", "shown"),
    [
        (Role.DELEGATED_PARTNER, "/referrals/", False),
        (Role.COORDINATOR, "/referrals/", True),
        (Role.DELEGATED_PARTNER, "/people/", False),
        (Role.AUDITOR, "/record/", True),
        (Role.MANAGER, "/record/", False),
    ],
)
def test_a_link_that_would_not_open_is_not_shown(client, role, link, shown):
    with it_is(NOON):
        signed_in(client, a_person(role, at=NOON))
        assert (link in LINK.findall(client.get("/").text)) is shown
        assert (client.get(link).status_code != 404) is shown
