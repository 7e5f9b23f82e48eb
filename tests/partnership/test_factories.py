"""Everybody who can hold a role can be brought in by the real actions."""

import pytest

from heed import clock
from heed.partnership.queries import roles_of
from heed.rulebook.language import Role
from heed.rulebook.roles import WITHOUT_ACCOUNT
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", sorted(set(Role) - WITHOUT_ACCOUNT))
def test_somebody_is_invited_to_each_role_and_holds_it(role):
    person = a_person(role)

    held = roles_of(person, person.partnership, clock.london_date(clock.now()))

    assert [each.role for each in held] == [role]


def test_a_session_that_passed_the_second_factor_opens_the_account(client):
    assert signed_in(client, a_person()).get("/account/").status_code == 200
