"""What may run beside a case, and what it may and may not hold back."""

from heed.rulebook import process
from heed.rulebook.language import Blocks, Role
from heed.rulebook.parallel import BLOCKS, KINDS, Kind
from heed.rulebook.process import notification, panel, referral

STEPS = list(process.STEPS.values())
HELD = [step for step in STEPS if step.held_by]
# A referral, a child made safe, a notification, a submission, an answer to the Panel.
NEVER_HELD = {
    process.ANSWER_REQUEST,
    process.CONFIRM_SAFETY_ACTION,
    process.OPEN_RAPID_REVIEW,
    process.RAISE_SAFETY_ACTION,
    process.SEND_TO_PANEL,
    process.WRITE_RAPID_REVIEW,
    *(step for step in STEPS if step in vars(referral).values()),
    *(step for step in STEPS if step in vars(notification).values()),
    *(step for step in STEPS if step in vars(panel).values()),
}


def test_nothing_that_may_never_be_stopped_is_held():
    assert [step.slug for step in HELD if step.never_stopped] == []
    assert [step.slug for step in HELD if step in NEVER_HELD] == []


def test_each_thing_that_may_wait_holds_a_step_and_is_named():
    assert {step.held_by for step in HELD} == set(Blocks) == set(BLOCKS)


def test_taking_something_back_waits_for_nothing():
    back = {process.WITHDRAW_PUBLISHED, process.PUBLISH_CORRECTION}
    assert [step.slug for step in back if step.held_by] == []


def test_one_may_put_on_hold_and_only_who_answers_for_it_lets_go_on():
    assert process.LIFT_HOLD.by < process.SET_HOLD.by | {Role.LEAD_PARTNER}
    assert Role.COORDINATOR not in process.LIFT_HOLD.by
    assert process.LIFT_HOLD.reasons
    assert process.SET_HOLD.reasons


def test_every_kind_says_what_it_may_ask():
    assert set(KINDS) == set(Kind)
    assert all(words.asks.endswith(".") for words in KINDS.values())
