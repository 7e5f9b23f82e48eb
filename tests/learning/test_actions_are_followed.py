"""An action has an owner and a date; that it was done and that it helped are two
questions."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from heed.audit.models import Entry
from heed.cases.actions import exclude_person
from heed.cases.models import Deadline, OpenItem, StepTaken
from heed.cases.queries import running_deadlines
from heed.cases.steps import AlreadyDone, Refused, Seen, Stale
from heed.correspondence.models import OutgoingEmail
from heed.learning.actions import (
    agree_new_date,
    assure_impact,
    close_case,
    end_without_doing,
    hand_to_new_owner,
    open_actions,
    record_impact,
    record_progress,
    reopen_action,
    reopen_case,
    replace_action,
)
from heed.learning.models import Action, Impact
from heed.learning.queries import (
    actions_due_for,
    actions_without_owner,
    without_impact,
)
from heed.learning.shown import ShownAction, shown_action
from heed.partnership.actions import disable_person
from heed.rulebook.language import Stage
from tests.cases.factories import NOON
from tests.learning.factories import (
    DUE,
    LATER,
    a_case_that_learns,
    a_recommendation,
    an_action,
    done,
)
from tests.partnership.factories import HEED

pytestmark = pytest.mark.django_db


def looked(action, people, judgement="some", *, at=NOON, by=None):
    return record_impact(
        action,
        looked_on=at.date(),
        method="dip_sample",
        measure="Twenty forms.",
        evidence="Nineteen name everybody in the home.",
        judgement=judgement,
        by=by or people["lead"],
        at=at,
    )


def test_an_action_is_on_the_board_of_deadlines_with_its_own_date():
    case, people = a_case_that_learns()

    action = an_action(case, people)
    an_action(case, people, due_on=date(2026, 5, 4))

    board = running_deadlines(people["manager"], at=NOON)
    dates = {shown.kept.due_on for shown in board if shown.kept.clock == "action"}
    assert dates == {DUE, date(2026, 5, 4)}
    assert action.deadline.about == "Action 1"


def test_the_owner_is_told_without_a_word_of_it():
    case, people = a_case_that_learns()

    action = an_action(case, people)

    letter = OutgoingEmail.objects.get(letter="action_planned")
    assert letter.to_address == people["owner"].email
    assert action.public_id in letter.fields["link"]
    assert "discharge" not in str(letter.fields)


def test_who_is_kept_from_the_case_is_told_of_no_recommendation_and_no_action():
    case, people = a_case_that_learns()
    for who in ("lead", "owner"):
        by = {"by": people["manager"], "at": NOON}
        exclude_person(case, person=people[who], reason="Kin.", **by)

    an_action(case, people, of=a_recommendation(case, people))

    told = OutgoingEmail.objects.filter(
        letter__in=["recommendation_made", "action_planned"]
    )
    assert list(told) == []


def test_a_date_on_a_bank_holiday_is_shown_with_the_last_working_day():
    case, people = a_case_that_learns()

    shown = shown_action(an_action(case, people, due_on=date(2026, 5, 4)), at=NOON)

    assert shown.target_on == date(2026, 5, 4)
    assert "bank holiday" in shown.why_not_working.lower() or shown.why_not_working
    assert shown.last_working_day == date(2026, 5, 1)


def test_a_year_without_known_bank_holidays_is_refused():
    case, people = a_case_that_learns()

    with pytest.raises(Refused, match="bank holidays"):
        an_action(case, people, due_on=date(2150, 1, 1))

    assert not Action.objects.exists()


def test_an_open_action_is_overdue_from_the_day_after_its_date():
    case, people = a_case_that_learns()
    action = an_action(case, people)
    on_the_day = datetime(2026, 6, 1, 22, 0, tzinfo=UTC)
    after = datetime(2026, 6, 2, 8, 0, tzinfo=UTC)

    assert not shown_action(action, at=on_the_day).is_overdue
    assert shown_action(action, at=after).label == "Overdue"


@given(late=st.integers(-400, 400))
def test_overdue_and_days_late_agree(late):
    from datetime import timedelta

    day = DUE + timedelta(days=late)
    action = Action(status=Action.Status.ON_TRACK)
    shown = ShownAction(action, DUE, DUE, None, "", (), day)

    assert shown.is_overdue == (late > 0)
    assert shown.days_late == max(late, 0)


def test_a_later_date_stands_beside_the_first_with_its_reason():
    case, people = a_case_that_learns()
    action = an_action(case, people)

    agree_new_date(
        action,
        new_target_on=date(2026, 9, 1),
        reason="The form is changed once a year.",
        told="The executive, 1 April.",
        by=people["manager"],
        at=NOON,
    )

    shown = shown_action(action, at=LATER)
    assert (shown.first_due_on, shown.target_on) == (DUE, date(2026, 9, 1))
    assert shown.later_dates[0].reason == "The form is changed once a year."
    assert not shown.is_overdue


def test_no_date_moves_without_a_reason():
    case, people = a_case_that_learns()
    action = an_action(case, people)

    with pytest.raises(Refused, match="reasons"):
        agree_new_date(
            action,
            new_target_on=date(2026, 9, 1),
            reason=" ",
            told="",
            by=people["manager"],
            at=NOON,
        )

    assert shown_action(action, at=NOON).target_on == DUE


def test_the_owner_says_how_it_goes():
    case, people = a_case_that_learns()
    action = an_action(case, people)

    record_progress(
        action, status="at_risk", words="No trainer.", by=people["owner"], at=NOON
    )

    action.refresh_from_db()
    assert action.status == "at_risk"
    step = StepTaken.objects.get(step="record_action_progress")
    assert (step.by_kind, step.by_name) == ("person", "Matthias Oyelaran")
    assert Entry.objects.filter(what="record_action_progress").exists()


def test_nobody_signs_off_their_own_action():
    case, people = a_case_that_learns()
    action = an_action(case, people, owner=people["lead"])

    with pytest.raises(Refused, match="other than its owner"):
        done(action, people, by=people["lead"])


def test_the_safeguarding_lead_signs_off_what_a_colleague_did():
    case, people = a_case_that_learns()
    action = an_action(case, people)

    done(action, people, by=people["lead"])

    action.refresh_from_db()
    assert action.status == Action.Status.COMPLETE
    assert Deadline.objects.get(pk=action.deadline_id).met_on == NOON.date()


def test_an_owner_who_leads_nothing_signs_off_nothing():
    case, people = a_case_that_learns()

    with pytest.raises(Refused, match="Only"):
        done(an_action(case, people), people, by=people["owner"])


def test_evidence_dated_before_the_action_is_flagged():
    case, people = a_case_that_learns()
    action = an_action(case, people)

    done(action, people, evidence_dated_on=date(2025, 11, 30))

    action.refresh_from_db()
    warnings = shown_action(action, at=NOON).warnings
    assert any("before the action began" in sentence for sentence in warnings)


def test_a_sign_off_without_evidence_stays_a_named_gap_until_there_is_some():
    case, people = a_case_that_learns()
    action = an_action(case, people)

    done(action, people, evidence="", evidence_dated_on=None)

    gap = OpenItem.objects.get(kind="action.1.evidence")
    assert gap.answered_at is None
    action.refresh_from_db()
    assert (
        "It was signed off without evidence." in shown_action(action, at=NOON).warnings
    )

    reopen_action(action, due_on=DUE, reason="Show it.", by=people["manager"], at=NOON)
    done(action, people)
    gap.refresh_from_db()
    assert gap.answered_at == NOON


def test_done_is_not_the_same_as_better_for_children():
    case, people = a_case_that_learns()
    action = an_action(case, people)
    done(action, people)

    with pytest.raises(Refused, match="what changed because of action 1"):
        assure_impact(case, reason="All done.", by=people["police"], at=NOON)

    looked(action, people, "not_yet")
    assert [each.kept for each in without_impact(case, at=NOON)] == [action]

    looked(action, people, "sustained", at=LATER)
    assure_impact(case, reason="Audit of July.", by=people["police"], at=LATER)
    case.refresh_from_db()
    assert case.stage == Stage.IMPACT_ASSURED
    assert Impact.objects.filter(assured_by=people["police"].name).count() == 1


def test_whether_it_helped_is_asked_only_of_what_was_done():
    case, people = a_case_that_learns()

    with pytest.raises(Refused, match="once the action was done"):
        looked(an_action(case, people), people)


def test_impact_is_not_signed_while_an_action_is_open():
    case, people = a_case_that_learns()
    an_action(case, people)
    an_action(case, people)

    with pytest.raises(Refused, match="Actions 1 and 2 are still open"):
        assure_impact(case, reason="Nearly.", by=people["icb"], at=NOON)


def test_an_action_not_progressed_has_its_reasons_and_leaves_the_board():
    case, people = a_case_that_learns()
    action = an_action(case, people)

    end_without_doing(
        action, reason="A new law does it.", by=people["manager"], at=NOON
    )

    action.refresh_from_db()
    assert action.endings.get().words == "A new law does it."
    assert not running_deadlines(people["manager"], at=NOON)


def test_an_action_is_replaced_by_one_of_the_same_case_only():
    case, people = a_case_that_learns()
    first, second = an_action(case, people), an_action(case, people)
    other, others = a_case_that_learns()

    with pytest.raises(Refused, match="same case"):
        replace_action(
            first,
            replaced_by=an_action(other, others),
            reason="Joined.",
            by=people["manager"],
            at=NOON,
        )
    replace_action(
        first, replaced_by=second, reason="Joined.", by=people["manager"], at=NOON
    )

    first.refresh_from_db()
    assert (first.status, first.replaced_by) == ("superseded", second)


def test_a_reopened_action_keeps_how_it_had_ended():
    case, people = a_case_that_learns()
    action = an_action(case, people)
    done(action, people)

    reopen_action(
        action,
        due_on=date(2026, 8, 3),
        reason="The new form lost the question.",
        by=people["manager"],
        at=LATER,
    )

    action.refresh_from_db()
    shown = shown_action(action, at=LATER)
    assert shown.label == "Reopened: not started"
    assert shown.first_due_on == date(2026, 8, 3)
    assert action.endings.get().status == "complete"


def test_an_owner_who_has_left_is_shown_until_another_takes_over():
    case, people = a_case_that_learns()
    action = an_action(case, people)
    disable_person(people["owner"], by=HEED, at=NOON)

    [waiting] = actions_without_owner(case.partnership, at=NOON)
    assert "needs a new owner" in waiting.warnings[0]

    action.refresh_from_db()
    hand_to_new_owner(
        action,
        owner=people["lead"],
        reason="He has left.",
        by=people["coordinator"],
        at=NOON,
    )
    assert actions_without_owner(case.partnership, at=NOON) == []
    assert "Matthias Oyelaran" in action.updates.first().words


def test_what_is_due_for_a_person_comes_in_the_order_of_its_dates():
    case, people = a_case_that_learns()
    late = an_action(case, people, due_on=date(2026, 9, 1))
    soon = an_action(case, people)
    over = an_action(case, people)
    done(over, people)

    waiting = actions_due_for(people["owner"], at=NOON)

    assert [each.kept for each in waiting] == [soon, late]


def test_what_is_typed_is_not_in_the_database():
    case, people = a_case_that_learns()
    action = an_action(case, people, of=a_recommendation(case, people))
    record_progress(
        action, status="on_track", words="Wrenfold ward", by=people["owner"], at=NOON
    )
    done(action, people, what_was_done="Wrenfold ward", evidence="Wrenfold ward")
    action.refresh_from_db()
    looked(action, people)

    raw = ""
    with connection.cursor() as cursor:
        for model in ("recommendation", "action", "progress", "ending", "impact"):
            cursor.execute(f"SELECT * FROM learning_{model}")
            raw += str(cursor.fetchall())
    for words in ("Wrenfold", "discharge", "Babies go home", "Nineteen", "Twenty"):
        assert words not in raw


def test_a_second_sending_does_nothing_twice():
    case, people = a_case_that_learns()
    action = an_action(case, people)
    seen = Seen(once="a" * 32)
    said = {"status": "on_track", "words": "Begun.", "by": people["owner"], "at": NOON}

    record_progress(action, seen=seen, **said)
    with pytest.raises(AlreadyDone):
        record_progress(action, seen=seen, **said)

    assert action.updates.count() == 1


def test_nobody_signs_off_what_changed_while_they_read_it():
    case, people = a_case_that_learns()
    action = an_action(case, people)
    read = Seen(version=action.version)
    hand_to_new_owner(
        action, owner=people["lead"], reason="Ill.", by=people["manager"], at=NOON
    )

    with pytest.raises(Stale):
        done(action, people, seen=read)


def test_a_case_is_followed_closed_and_taken_up_again():
    case, people = a_case_that_learns(stage=Stage.PUBLISHED)
    action = an_action(case, people)
    open_actions(case, by=people["coordinator"], at=NOON)
    done(action, people)
    action.refresh_from_db()
    looked(action, people)
    assure_impact(case, reason="It lasts.", by=people["icb"], at=NOON)

    closed = close_case(case, reason="All is done.", by=people["icb"], at=NOON)
    assert (closed.stage, closed.closed_at) == (Stage.CLOSED, NOON)

    again = reopen_case(case, reason="A letter came.", by=people["icb"], at=LATER)
    assert (again.stage, again.closed_at) == (Stage.UNDER_CONSIDERATION, None)


def test_a_case_with_an_open_action_is_not_closed():
    case, people = a_case_that_learns(stage=Stage.IMPACT_ASSURED)
    an_action(case, people)

    with pytest.raises(Refused, match="Action 1 is still open"):
        close_case(case, reason="Enough.", by=people["icb"], at=NOON)
