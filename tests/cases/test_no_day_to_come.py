"""What is recorded as having happened has happened: at the one door, for every step."""

from datetime import timedelta

import pytest

from heed.audit.models import Entry
from heed.cases import actions
from heed.cases.models import Case, Child, FamilyContact, FamilyMember, StepTaken
from heed.cases.steps import Refused
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.process import STEPS
from tests.cases.factories import NOON, a_case_with_people

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
TOMORROW = TODAY + timedelta(days=1)
AHEAD = "in the future. Look at the day again."


def told_the_family(case, people, day):
    what = {"what_was_said": "We rang.", "how": "telephone"}
    return actions.record_family_contact(
        case, happened_on=day, by=people["manager"], at=NOON, **what
    )


def noted_a_trial(case, people, day):
    what = {
        "circumstance": Circumstance.CRIMINAL_PROCEEDINGS,
        "is_over": False,
        "words": ".",
    }
    return actions.note_circumstance(
        case, since_on=day, by=people["manager"], at=NOON, **what
    )


def gave_it_away(case, people, day):
    return actions.transfer_case(
        case, agreed_on=day, words="By letter", by=people["police"], at=NOON
    )


@pytest.mark.parametrize("step", [told_the_family, noted_a_trial, gave_it_away])
def test_no_step_happened_on_a_day_to_come(step):
    case, people = a_case_with_people()
    before = StepTaken.objects.count()

    with pytest.raises(Refused, match=AHEAD):
        step(case, people, TOMORROW)

    assert StepTaken.objects.count() == before
    assert not FamilyContact.objects.exists()
    assert Case.objects.get(pk=case.pk).flags == []
    assert Entry.objects.order_by("sequence").last().refused
    step(case, people, TODAY)
    assert StepTaken.objects.count() == before + 1


def test_one_step_alone_is_of_a_day_to_come():
    assert [s.slug for s in STEPS.values() if s.lies_ahead] == ["plan_publication"]


def test_nobody_was_born_or_died_on_a_day_to_come():
    case, people = a_case_with_people()
    doing = {"by": people["coordinator"], "at": NOON}

    with pytest.raises(Refused, match="A child cannot have been born"):
        actions.add_child(case, given_name="Wren", born_on=TOMORROW, **doing)
    with pytest.raises(Refused, match="Nobody of the family"):
        actions.name_family_member(case, name="Ada", born_on=TOMORROW, **doing)
    child = actions.add_child(case, given_name="Wren", due_on=TOMORROW, **doing)
    with pytest.raises(Refused, match="A child cannot have died"):
        actions.amend_child(child, died_on=TOMORROW, **doing)

    assert Child.objects.get().died_on is None
    assert not FamilyMember.objects.exists()
