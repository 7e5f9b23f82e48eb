"""A hold keeps exactly what it names from being done, says why and when that is looked
at again, and stands until somebody who answers for it lets it go on."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from heed.cases.actions import (
    grant_access,
    lift_hold,
    look_again_at_hold,
    note_process,
    raise_safety_action,
    remind_of_holds,
    set_hold,
)
from heed.cases.models import Hold, StepTaken
from heed.cases.steps import Refused, carrying_out
from heed.correspondence.models import OutgoingEmail
from heed.desk.also_due import due_beside_the_clocks
from heed.incidents.actions import record_notification
from heed.rulebook import process
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.language import Blocks, Role, Seat, Stage
from heed.rulebook.parallel import Kind
from tests.cases.factories import HEED, NOON, a_case_with_people, declared, it_is
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db
IN_MAY = date(2026, 5, 6)
WHY = "The senior investigating officer asked us to wait until the trial."
HELD = [step for step in process.STEPS.values() if step.held_by]


def held(case, people, blocks=Blocks.INTERVIEWS, by="coordinator"):
    return set_hold(
        case, blocks=blocks, reason=WHY, review_on=IN_MAY, by=people[by], at=NOON
    )


def on_the_list(role, case, people):
    person = a_person(role, partnership=case.partnership, at=NOON)
    seat = Seat.LOCAL_AUTHORITY
    unit = {"by": people["manager"], "at": NOON}
    grant_access(case, person=person, role=role, seat=seat, **unit)
    declared(case, person)
    return person


def lifted(hold, people, *, at=NOON, by="manager"):
    return lift_hold(hold, reason="The trial is over.", by=people[by], at=at)


@pytest.mark.parametrize("step", HELD, ids=lambda step: step.slug)
def test_a_hold_names_its_reason_and_its_day_where_it_blocks(step):
    stage = min(step.at, key=list(Stage).index)
    case, people = a_case_with_people(stage=stage)
    held(case, people, step.held_by)
    who = HEED if Role.SYSTEM in step.by else _somebody_of(step, people)

    with (
        pytest.raises(Refused) as refused,
        carrying_out(step, case, by=who, at=NOON, reasons="."),
    ):
        pass

    assert WHY.rstrip(".") in str(refused.value)
    assert "6 May 2026" in str(refused.value)
    assert "a business unit manager" in str(refused.value)
    assert "may let it go on" in str(refused.value)


def _somebody_of(step, people):
    return people["manager" if Role.MANAGER in step.by else "icb"]


def test_who_may_not_take_the_step_learns_nothing_of_the_hold():
    case, people = a_case_with_people(stage=Stage.IN_REVIEW)
    held(case, people)

    with (
        pytest.raises(Refused) as refused,
        carrying_out(process.INVITE_TO_EVENT, case, by=people["police"], at=NOON),
    ):
        pass

    assert "hold" not in str(refused.value)


def test_a_hold_on_everything_stops_no_safety_and_no_notification():
    case, people = a_case_with_people()
    for blocks in Blocks:
        held(case, people, blocks)

    raise_safety_action(
        case,
        what="See him today.",
        owner="",
        owner_organisation="Children's services",
        due_at=NOON,
        by=people["coordinator"],
        at=NOON,
    )
    sent = record_notification(
        case,
        sent_at=NOON,
        national_reference="S",
        late_reason="",
        by=people["local_authority"],
        at=NOON,
    )

    assert sent.case.stage == Stage.RAPID_REVIEW


def test_a_lifted_hold_blocks_no_more_and_another_on_the_same_still_does():
    case, people = a_case_with_people(stage=Stage.IN_REVIEW)
    first, second = held(case, people), held(case, people)
    lifted(first, people)

    def invite():
        step, by = process.INVITE_TO_EVENT, people["coordinator"]
        with carrying_out(step, case, by=by, at=NOON):
            pass

    with pytest.raises(Refused, match="On hold"):
        invite()
    lifted(second, people)
    invite()
    with pytest.raises(Refused, match="already"):
        lifted(second, people)


def test_a_coordinator_puts_on_hold_and_does_not_let_go_on():
    case, people = a_case_with_people()
    hold = held(case, people)

    with pytest.raises(Refused, match="Only"):
        lifted(hold, people, by="coordinator")


def test_its_day_may_be_put_later_with_a_reason_and_never_lies_behind():
    case, people = a_case_with_people()
    hold = held(case, people)
    later = {"reason": "The trial was moved.", "by": people["coordinator"], "at": NOON}

    moved = look_again_at_hold(hold, review_on=date(2026, 9, 1), **later)

    assert (moved.review_on, moved.reason) == (date(2026, 9, 1), "The trial was moved.")
    with pytest.raises(Refused, match="passed"):
        look_again_at_hold(moved, review_on=date(2026, 3, 1), **later)


def test_what_proceedings_forbid_is_on_hold_from_the_moment_they_are_noted():
    case, people = a_case_with_people()
    said = {"kind": Kind.POLICE, "by": people["coordinator"], "at": NOON}
    forbids = {"forbids": [Blocks.INTERVIEWS, Blocks.PUBLICATION]}

    with pytest.raises(Refused, match="looked at again"):
        note_process(case, **said, **forbids, why_forbids=WHY)
    with pytest.raises(Refused, match="why it must wait"):
        note_process(case, **said, **forbids, look_again_on=IN_MAY)
    kept = note_process(case, **said, **forbids, why_forbids=WHY, look_again_on=IN_MAY)

    assert {hold.blocks for hold in kept.holds.all()} == set(forbids["forbids"])
    case.refresh_from_db()
    assert set(case.flags) == {
        Circumstance.CRIMINAL_PROCEEDINGS,
        Circumstance.PUBLICATION_ON_HOLD,
    }


def test_what_waits_because_of_proceedings_is_put_on_hold_by_who_may(client):
    case, people = a_case_with_people()
    notifier = on_the_list(Role.LOCAL_AUTHORITY_NOTIFIER, case, people)
    said = {"kind": Kind.POLICE, "at": NOON}
    waits = {"forbids": [Blocks.DISCLOSURE], "why_forbids": WHY}
    waits["look_again_on"] = IN_MAY

    with pytest.raises(Refused, match="put something on hold"):
        note_process(case, **said, **waits, by=notifier)
    assert not Hold.objects.exists()
    note_process(case, **said, by=notifier)
    with it_is(NOON):
        signed_in(client, notifier)
        asked = client.get(reverse("note_process", args=[case.public_id])).text
        signed_in(client, people["coordinator"])
        of_others = client.get(reverse("note_process", args=[case.public_id])).text
    note_process(case, **said, **waits, by=people["coordinator"])

    assert "What must wait because of it?" not in asked
    assert "What must wait because of it?" in of_others
    taken = StepTaken.objects.get(case=case, step="set_hold")
    assert (taken.reasons, taken.by_name) == (WHY, people["coordinator"].name)
    told = OutgoingEmail.objects.filter(letter="please_look")
    assert people["manager"].email in {one.to_address for one in told}


def test_publication_is_on_hold_as_long_as_one_hold_on_it_stands():
    case, people = a_case_with_people()
    first = held(case, people, Blocks.PUBLICATION)
    second = held(case, people, Blocks.PUBLICATION)

    lifted(first, people)
    case.refresh_from_db()
    assert case.has_flag(Circumstance.PUBLICATION_ON_HOLD)
    lifted(second, people)

    case.refresh_from_db()
    assert not case.has_flag(Circumstance.PUBLICATION_ON_HOLD)


def test_the_day_to_look_again_is_reminded_of_and_stands_on_the_board():
    case, people = a_case_with_people()
    held(case, people)
    in_may = NOON + timedelta(days=(IN_MAY - NOON.date()).days)

    due = due_beside_the_clocks(people["icb"], at=NOON)
    remind_of_holds(by=HEED, at=in_may)
    remind_of_holds(by=HEED, at=in_may)

    assert [one.day for one in due] == [IN_MAY]
    told = OutgoingEmail.objects.filter(letter="what_is_due")
    assert {one.to_address for one in told} == {
        people[who].email for who in ("manager", "local_authority", "icb", "police")
    }
    assert len(told) == 4
    assert "trial" not in str([one.fields for one in told])


def test_the_pages_set_a_hold_show_it_and_let_it_go_on(client):
    case, people = a_case_with_people()
    scrutineer = a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)
    with it_is(NOON):
        signed_in(client, people["manager"])
        page = f"/cases/{case.public_id}/beside/"
        client.post(
            f"{page}hold/",
            {
                "blocks": "publication",
                "reason": WHY,
                "review_on-day": "6",
                "review_on-month": "5",
                "review_on-year": "2026",
            },
        )
        hold = Hold.objects.get()
        shown = client.get(page).text
        on_the_case = client.get(f"/cases/{case.public_id}/").text
        client.post(f"/holds/{hold.public_id}/lift/", {"reason": "It is over."})
        after = client.get(page).text
        signed_in(client, scrutineer)
        closed = client.get(f"/holds/{hold.public_id}/").status_code

    assert WHY in shown
    assert "On hold: Publishing anything of the case" in on_the_case
    assert "Goes on since" in after
    assert closed == 404
