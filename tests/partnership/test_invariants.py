"""Whatever people try, an administrator sees no case and a manager stays."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heed import clock
from heed.partnership.actions import (
    disable_person,
    enable_person,
    end_role,
    grant_role,
    name_alternate,
)
from heed.partnership.models import RoleHeld
from heed.partnership.refusals import Refused
from heed.rulebook.language import Role
from heed.rulebook.roles import HOLDS_A_SEAT, SEES_NO_CASE, WITHOUT_ACCOUNT
from tests.partnership.factories import a_partnership, a_person

NOW = clock.now()
TODAY = clock.london_date(NOW)
ROLES = sorted(set(Role) - WITHOUT_ACCOUNT)
WHO = st.integers(min_value=0, max_value=5)


def the_cast():
    here, there = a_partnership(), a_partnership()
    return [
        a_person(role, partnership=partnership, second_factor=False)
        for partnership in (here, there)
        for role in (Role.MANAGER, Role.SYSTEM_ADMINISTRATOR, Role.SAFEGUARDING_LEAD)
    ]


def grant(by, to, role):
    seat = "local_authority" if role in HOLDS_A_SEAT else None
    grant_role(
        to,
        partnership=by.partnership,
        role=role,
        seat=seat,
        despite_warnings=True,
        by=by,
        at=NOW,
    )


def end(by, to, role):
    for held in RoleHeld.objects.on(TODAY).filter(person=to, role=role):
        end_role(held, by=by, at=NOW)


def alternate(by, to, role):
    for held in RoleHeld.objects.on(TODAY).filter(person=by):
        name_alternate(held, person=to, by=by, at=NOW)


def disable(by, to, role):
    disable_person(to, by=by, at=NOW)


def enable(by, to, role):
    enable_person(to, by=by, at=NOW)


DEEDS = st.tuples(
    st.sampled_from([grant, end, alternate, disable, enable]),
    WHO,
    WHO,
    st.sampled_from(ROLES),
)


@pytest.mark.django_db
@given(deeds=st.lists(DEEDS, min_size=1, max_size=6))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_sequence_of_grants_opens_a_case_to_an_administrator(deeds):
    with transaction.atomic():
        cast = the_cast()
        for deed, by, to, role in deeds:
            with suppress(Refused):
                deed(cast[by], cast[to], role)

            held = RoleHeld.objects.on(TODAY)
            administrators = held.filter(role=Role.SYSTEM_ADMINISTRATOR)
            others = held.filter(person__in=administrators.values("person"))
            assert set(others.values_list("role", flat=True)) <= SEES_NO_CASE
            for partnership in {person.partnership for person in cast}:
                managers = held.of_the_able().filter(partnership=partnership)
                assert managers.filter(role=Role.MANAGER).exists()
            assert (
                not RoleHeld.objects.filter(
                    granted_by__in=administrators.values("person")
                )
                .exclude(role__in=SEES_NO_CASE)
                .exists()
            )
        transaction.set_rollback(True)
