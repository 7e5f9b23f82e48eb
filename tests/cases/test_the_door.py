"""Every change goes through one door, whole or not at all."""

from datetime import timedelta

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.cases.actions import raise_safety_action, revoke_access
from heed.cases.models import AccessGrant, OpenItem, SafetyAction, StepTaken
from heed.cases.steps import AlreadyDone, Refused, Seen, Stale, carrying_out
from heed.rulebook import process
from heed.rulebook.language import Role, Stage
from tests.cases.factories import NOON, a_case_with_people, it_is
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db


def ask_for_safety(case, by, **more):
    return raise_safety_action(
        case,
        what="Find out where the baby sleeps tonight.",
        owner="",
        owner_organisation="Quillshire Council",
        due_at=NOON + timedelta(hours=4),
        by=by,
        at=NOON,
        **more,
    )


def test_a_step_is_written_down_with_its_actor_role_and_stage():
    case, people = a_case_with_people()

    ask_for_safety(case, people["coordinator"])

    step = StepTaken.objects.get(step="raise_safety_action")
    assert step.case == case
    assert step.by_id == str(people["coordinator"].pk)
    assert step.role == Role.COORDINATOR
    assert step.stage_before == step.stage_after == Stage.UNDER_CONSIDERATION


def test_a_step_has_its_audit_entry():
    case, people = a_case_with_people()

    ask_for_safety(case, people["coordinator"])

    entry = Entry.objects.get(what="raise_safety_action")
    assert entry.case_id == case.pk
    assert entry.result == "done"


def test_the_words_of_a_step_are_in_no_audit_entry():
    case, people = a_case_with_people()

    ask_for_safety(case, people["coordinator"])

    assert not any("baby" in str(entry.canonical) for entry in Entry.objects.all())


def test_a_refusal_is_recorded_and_changes_nothing():
    case, people = a_case_with_people()
    grant = AccessGrant.objects.filter(case=case).first()

    with pytest.raises(Refused, match="Only a manager may do this"):
        revoke_access(grant, reason="Moved on.", by=people["icb"], at=NOON)

    grant.refresh_from_db()
    assert grant.revoked_at is None
    assert Entry.objects.get(what="revoke_access").result == "refused"
    assert not StepTaken.objects.filter(step="revoke_access").exists()


def test_somebody_of_another_partnership_is_refused_without_learning_the_stage():
    case, _ = a_case_with_people()
    stranger = a_person(Role.MANAGER, at=NOON)

    with pytest.raises(Refused) as refused:
        ask_for_safety(case, stranger)

    assert "Under consideration" not in str(refused.value)


def test_a_stage_that_does_not_fit_is_said_in_words():
    case, people = a_case_with_people()

    with (
        pytest.raises(Refused, match="while the case is at “Under consideration”"),
        carrying_out(
            process.OPEN_RAPID_REVIEW, case, by=people["coordinator"], at=NOON
        ),
    ):
        pass


def test_reasons_that_are_required_are_asked_for():
    case, people = a_case_with_people()
    grant = AccessGrant.objects.filter(case=case, role=Role.COORDINATOR).get()

    with pytest.raises(Refused, match="Please give your reasons"):
        revoke_access(grant, reason=" ", by=people["manager"], at=NOON)


def test_missing_reasons_never_stop_what_nothing_may_stop():
    from heed.cases.actions import confirm_safety_action

    case, people = a_case_with_people()
    action = ask_for_safety(case, people["coordinator"])

    confirm_safety_action(action, outcome="", by=people["police"], at=NOON)

    assert OpenItem.objects.get(case=case).kind == "reasons.confirm_safety_action"


def test_the_page_that_confirms_says_what_was_to_be_done(client):
    case, people = a_case_with_people()
    action = ask_for_safety(case, people["coordinator"])

    with it_is(NOON):
        signed_in(client, people["police"])
        page = client.get(reverse("confirm_safety_action", args=[action.public_id]))

    assert "Find out where the baby sleeps tonight. (Quillshire Council)" in page.text


def test_a_page_that_was_overtaken_changes_nothing():
    case, people = a_case_with_people()
    action = ask_for_safety(case, people["coordinator"])
    SafetyAction.objects.filter(pk=action.pk).update(version=7)

    from heed.cases.actions import confirm_safety_action

    with pytest.raises(Stale) as stale:
        confirm_safety_action(
            action,
            outcome="Visited.",
            by=people["police"],
            at=NOON,
            seen=Seen(version=1),
        )

    assert stale.value.current.version == 7
    assert SafetyAction.objects.get(pk=action.pk).is_open


def test_the_same_form_sent_twice_is_done_once():
    case, people = a_case_with_people()
    seen = Seen(once="one sending of one page")

    ask_for_safety(case, people["coordinator"], seen=seen)
    with pytest.raises(AlreadyDone):
        ask_for_safety(case, people["coordinator"], seen=seen)

    assert SafetyAction.objects.filter(case=case).count() == 1


def test_when_the_change_fails_nothing_of_the_step_remains():
    case, people = a_case_with_people()
    before = StepTaken.objects.count()

    with (
        pytest.raises(ZeroDivisionError),
        carrying_out(
            process.RAISE_SAFETY_ACTION, case, by=people["coordinator"], at=NOON
        ),
    ):
        raise ZeroDivisionError

    case.refresh_from_db()
    assert StepTaken.objects.count() == before
    assert not Entry.objects.filter(what="raise_safety_action").exists()


@pytest.mark.parametrize("role", sorted(set(Role) - process.GRANT_ACCESS.by))
def test_nobody_else_may_put_people_on_the_list(role):
    if role in {
        Role.PUBLIC,
        Role.REFERRER,
        Role.AGENCY_CONTRIBUTOR,
        Role.SYSTEM,
    }:
        return
    from heed.cases.actions import grant_access

    case, people = a_case_with_people()
    other = a_person(role, partnership=case.partnership, at=NOON)

    with pytest.raises(Refused, match="Only"):
        grant_access(
            case, person=people["manager"], role=Role.MANAGER, by=other, at=NOON
        )
