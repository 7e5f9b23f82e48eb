"""What was opened and asked before it was kept is taken from the record: only a reader
of the business unit considers a referral."""

from datetime import timedelta

import pytest
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader

from heed.partnership.models import RoleHeld
from heed.referrals.actions import (
    note_reading,
    open_case,
    return_for_information,
)
from heed.referrals.models import Referral
from heed.rulebook.language import Role
from tests.cases.factories import NOON, the_people
from tests.partnership.factories import a_partnership, a_person
from tests.referrals.factories import a_referral
from tests.walked import walked_once

KEPT = ("referrals", "0013_as_the_record_says")
SINCE = ("referrals", "0009_earliest_day_of_a_split")
LATER = [NOON + timedelta(hours=n) for n in range(6)]


def migrations_since_then(loader):
    plan = loader.graph.forwards_plan(KEPT)
    here = [loader.graph.nodes[node] for node in plan if node[0] == "referrals"]
    return here[[one.name for one in here].index(SINCE[1]) + 1 :]


def brought_to_date():
    """The referrals as they were at 0009, without either day, and what follows of data,
    each with the models of its own time."""
    Referral.objects.update(considered_at=None, asked_at=None)
    loader = MigrationLoader(None)
    for migration in migrations_since_then(loader):
        of_data = [one for one in migration.operations if isinstance(one, RunPython)]
        if of_data:
            place = (migration.app_label, migration.name)
            then = loader.project_state(place, at_end=False).apps
            for operation in of_data:
                operation.code(then, None)


def considered(referral):
    return Referral.objects.get(pk=referral.pk).considered_at


def asked(referral):
    return Referral.objects.get(pk=referral.pk).asked_at


@walked_once
def a_desk():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    return partnership, the_people(partnership)


def test_tables_and_rows_are_changed_apart():
    for migration in migrations_since_then(MigrationLoader(None)):
        data = [isinstance(one, RunPython) for one in migration.operations]
        assert all(data) or not any(data), migration.name


@pytest.mark.django_db
def test_it_is_considered_since_somebody_of_the_business_unit_opened_it():
    partnership, people = a_desk()
    ours, other = a_referral(partnership), a_referral(partnership)
    elsewhere = a_partnership("Brackenholt", at=NOON, reference_prefix="B")
    stranger = a_person(Role.MANAGER, partnership=elsewhere, at=NOON)
    for hour, who in enumerate([people["police"], stranger, people["coordinator"]]):
        note_reading(ours, by=who, at=LATER[hour])
    note_reading(ours, by=people["manager"], at=LATER[4])
    note_reading(other, by=people["police"], at=LATER[0])

    brought_to_date()

    assert (considered(ours), considered(other)) == (LATER[2], None)


@pytest.mark.django_db
def test_a_role_counts_on_the_days_on_which_it_was_held():
    partnership, people = a_desk()
    ours = a_referral(partnership)
    held = RoleHeld.objects.filter(person=people["coordinator"])
    held.update(ends_on=NOON.date() + timedelta(days=1))
    note_reading(ours, by=people["coordinator"], at=NOON + timedelta(days=1))
    note_reading(ours, by=people["manager"], at=NOON + timedelta(days=2))

    brought_to_date()

    assert considered(ours) == NOON + timedelta(days=2)


@pytest.mark.django_db
def test_a_question_waits_since_it_was_asked_last_while_it_is_not_answered():
    partnership, people = a_desk()
    ours, taken_up = a_referral(partnership), a_referral(partnership)
    why = {"reasons": "Which school?", "by": people["manager"]}
    for each, at in ((ours, LATER[1]), (taken_up, LATER[1])):
        return_for_information(each, **why, at=at)
    open_case(taken_up, by=people["manager"], at=LATER[2])

    brought_to_date()

    assert (asked(ours), asked(taken_up)) == (LATER[1], None)
