"""Somebody whose account is closed leaves nobody unable to act."""

import pytest

from heed.cases.access import able_to_take
from heed.cases.models import AccessGrant, OpenItem, StepTaken
from heed.correspondence.models import OutgoingEmail
from heed.desk.waiting import my_work
from heed.partnership.actions import disable_person, enable_person
from heed.rulebook import process
from heed.rulebook.language import Role, Seat
from tests.cases.factories import NOON, a_case_with_people
from tests.partnership.factories import a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def close(django_capture_on_commit_callbacks):
    def closed(person, by):
        with django_capture_on_commit_callbacks(execute=True):
            disable_person(person, by=by, at=NOON)

    return closed


def may_view(case):
    step = process.GIVE_VIEW_ON_NOTIFICATION
    return list(able_to_take(step, case, at=NOON))


def test_the_alternate_steps_in_when_an_account_is_closed(close):
    case, people = a_case_with_people()
    alternate = a_person(
        Role.DELEGATED_PARTNER, partnership=case.partnership, seat=Seat.POLICE, at=NOON
    )
    assert alternate not in may_view(case)

    close(people["police"], by=people["manager"])

    assert alternate in may_view(case)
    assert people["police"] not in may_view(case)
    letter = OutgoingEmail.objects.get(letter="you_step_in")
    assert letter.to_address == alternate.email
    assert not OpenItem.objects.filter(kind__startswith="nobody_for.").exists()


def test_where_nobody_of_the_body_is_left_the_case_and_the_manager_are_told(close):
    case, people = a_case_with_people()
    close(people["police"], by=people["manager"])

    gap = OpenItem.objects.get(kind="nobody_for.police")
    assert gap.case_id == case.pk
    work = my_work(people["manager"], at=NOON)
    assert ("Nobody can act for a body: name an alternate", case.reference) in {
        (one.what, one.about) for one in work
    }
    partner = my_work(people["icb"], at=NOON)
    assert not any("Nobody can act" in one.what for one in partner)


def test_who_comes_back_can_act_and_the_gap_is_closed(
    close, django_capture_on_commit_callbacks
):
    case, people = a_case_with_people()
    close(people["police"], by=people["manager"])

    with django_capture_on_commit_callbacks(execute=True):
        enable_person(people["police"], by=people["manager"], at=NOON)

    assert people["police"] in may_view(case)
    assert not OpenItem.objects.filter(
        kind__startswith="nobody_for.", answered_at=None
    ).exists()
    assert StepTaken.objects.filter(case=case, step="return_to_a_case").count() == 1
    work = my_work(people["manager"], at=NOON)
    assert not any("Nobody can act" in one.what for one in work)


def test_whoever_kept_in_touch_with_a_family_is_named_anew(close):
    case, people = a_case_with_people()
    record = case.familyrecords.get()
    record.contact_person = people["icb"]
    record.save(update_fields=["contact_person"])
    assert not any("anew" in one.what for one in my_work(people["manager"], at=NOON))

    close(people["icb"], by=people["manager"])

    assert any("anew" in one.what for one in my_work(people["manager"], at=NOON))


def test_in_cases_that_they_never_had_nothing_is_done(close):
    case, people = a_case_with_people()
    stranger = a_person(Role.COORDINATOR, partnership=case.partnership, at=NOON)
    AccessGrant.objects.filter(person=stranger).delete()
    close(stranger, by=people["manager"])
    assert not StepTaken.objects.filter(step="step_in_for_a_leaver").exists()
