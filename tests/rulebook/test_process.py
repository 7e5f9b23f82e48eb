"""What must hold for the table of stages, steps and clocks as a whole."""

import re

import pytest

from heed.rulebook import process, sources
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.language import Next, Role, Seat, Stage
from heed.rulebook.outcomes import LABELS, label
from heed.rulebook.process import stages
from heed.rulebook.process.stages import COMES_AFTER, STAGES
from heed.rulebook.roles import (
    BUSINESS_UNIT,
    CASE_ROLES,
    PARTNERS,
    SEES_NO_CASE,
)
from heed.rulebook.rows import clocks_started, clocks_stopped, ways_on
from tests.asked_of_each import asked_of_each

STEPS = list(process.STEPS.values())
ALL_TRANSITIONS = {f"T{n:02}" for n in range(1, 36)} | {"T07b"}
# Who sent a referral that was joined to another is still answered, and may still add;
# what it keeps apart is still opened.
OF_A_JOINED_REFERRAL = {
    "acknowledge_referral",
    "add_information",
    "check_understood",
    "export_referral",
    "keep_automatic_email",
    "move_added",
    "open_protected_address",
    "open_withheld_address",
    "say_where_it_came_from",
    "separate_referral",
    "withdraw_referral",
}
OPEN = set(Stage) - {Stage.CLOSED, Stage.ARCHIVED, Stage.MERGED}

every_step = asked_of_each(STEPS, named=lambda step: step.slug)


def named(*slugs):
    return [process.STEPS[slug] for slug in slugs]


def test_every_transition_of_the_field_is_in_the_table():
    assert {t for step in STEPS for t in step.transition.split(", ")} == ALL_TRANSITIONS


def test_every_clock_of_the_field_is_in_the_table():
    references = {clock.reference for clock in CLOCKS.values()}
    numbers = {
        re.match(r"CLK-\d\d", each).group() for each in references if "CLK" in each
    }
    assert numbers == {f"CLK-{n:02}" for n in range(14)}
    assert {"CLK-02b", "CLK-02c", "CLK-02d", "CLK-08n", "CLK-09n"} <= references
    assert len(references) == len(CLOCKS)


def test_every_stage_has_its_label_and_its_sentence():
    assert set(STAGES) == set(Stage)
    assert len({words.label for words in STAGES.values()}) == len(STAGES)
    assert all(words.sentence.endswith(".") for words in STAGES.values())


def test_every_stage_can_be_reached_from_a_concern():
    reached, before = {Stage.CONCERN}, set()
    while reached != before:
        before = set(reached)
        for step in STEPS:
            for stage in step.at & before:
                for following in ways_on(step):
                    moves = following.stage and stage not in following.stays_at
                    reached |= {following.stage} if moves else set()
    assert reached == set(Stage) - stages.FROM_BEFORE


def test_the_usual_way_is_a_way_that_the_steps_allow():
    assert set(COMES_AFTER) == set(Stage) - {Stage.CONCERN} - stages.FROM_BEFORE
    for stage, before in COMES_AFTER.items():
        assert any(
            following.stage == stage
            and before in step.at
            and before not in following.stays_at
            for step in STEPS
            for following in ways_on(step)
        ), f"{before} to {stage}"


def test_every_open_stage_leads_somewhere_else():
    for stage in OPEN:
        ways = {
            following.stage
            for step in STEPS
            if stage in step.at
            for following in ways_on(step)
            if following.stage and stage not in following.stays_at
        }
        assert ways - {stage}, stage


@every_step
def test_a_step_is_named_as_its_slug_and_stands_in_the_table(step):
    assert getattr(process, step.slug.upper()) is step
    assert re.fullmatch(r"[a-z_]+", step.slug)
    assert step.name[0].isupper()
    assert not step.name.endswith(".")


@every_step
def test_a_step_has_people_who_may_take_it_and_a_stage_to_take_it_at(step):
    assert step.by
    assert step.at
    assert step.by <= set(Role)
    assert not step.by & SEES_NO_CASE
    assert Stage.MERGED not in step.at or step.slug in OF_A_JOINED_REFERRAL


@every_step
def test_a_step_is_printed_with_its_source(step):
    assert str(step.source)


@every_step
def test_an_outcome_has_its_words_and_leads_where_the_table_says(step):
    for outcome in step.outcomes:
        assert label(outcome)
        assert step.follows(outcome) == step.leads_to[outcome]
    if not step.outcomes:
        assert step.follows() == step.leads_to


@every_step
def test_an_unknown_outcome_is_refused_where_there_is_a_choice(step):
    if step.outcomes:
        with pytest.raises(KeyError):
            step.follows("something_else")
        with pytest.raises(KeyError):
            step.follows()


@every_step
def test_a_case_that_is_further_on_is_not_moved_back(step):
    for following in ways_on(step):
        assert not following.stays_at or following.stage
    for outcome in step.outcomes or (None,):
        for stage in step.follows(outcome).stays_at:
            stays = step.follows(outcome, at=stage)
            assert stays.stage is None
            assert stays.starts == step.follows(outcome).starts
            assert stays.stops == step.follows(outcome).stops


@every_step
def test_where_only_one_partner_may_only_those_who_hold_a_seat_are_named(step):
    if step.seat:
        assert step.seat == Seat.LOCAL_AUTHORITY
        assert step.by <= PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER}


def test_steps_can_be_kept_in_sets():
    assert len(set(STEPS)) == len(STEPS)


def test_no_outcome_is_left_without_use():
    used = {outcome for step in STEPS for outcome in step.outcomes}
    used |= {"no_national_review", "thematic_national_review"}
    assert set(LABELS) == used


# Clocks


def test_every_clock_that_is_started_is_stopped_by_some_step():
    started = {clock for step in STEPS for clock in clocks_started(step)}
    stopped = {clock for step in STEPS for clock in clocks_stopped(step)}
    assert started == stopped


def test_a_clock_that_no_step_starts_says_where_it_is_kept():
    started = {clock for step in STEPS for clock in clocks_started(step)}
    says_so = {clock for clock in CLOCKS.values() if clock.kept}
    assert set(CLOCKS.values()) - started == says_so
    not_of_a_case = {"CLK-04a", "CLK-10", "CLK-11", "CLK-12", "CLK-13", "CLK-13b"}
    assert {clock.reference for clock in says_so} == not_of_a_case


def test_a_clock_can_be_stopped_wherever_it_may_run():
    for step in STEPS:
        for clock in clocks_started(step):
            stops = [each for each in STEPS if clock in clocks_stopped(each)]
            ends = {
                following.stage or stage
                for following in ways_on(step)
                if clock in following.starts
                for stage in step.at
            }
            for stage in ends - stages.FINISHED:
                reachable = _reachable(stage)
                assert any(each.at & reachable for each in stops), (clock.slug, stage)


def _reachable(stage):
    reached, before = {stage}, set()
    while reached != before:
        before = set(reached)
        reached |= {
            following.stage
            for step in STEPS
            if step.at & before
            for following in ways_on(step)
            if following.stage
        }
    return reached


def test_the_leads_decision_starts_and_stops_no_clock_of_the_local_authority():
    step = process.LEAD_DECIDES_TO_REFER
    touched = clocks_started(step) | clocks_stopped(step)
    assert not {clock.reference for clock in touched} & {"CLK-02", "CLK-02b", "CLK-03"}


def test_the_fifteen_days_run_from_sending_and_not_from_deciding():
    assert {clock.slug for clock in clocks_started(process.RECORD_NOTIFICATION)} == {
        "rapid_review",
        "copy_to_partners",
    }
    assert not clocks_started(process.DECIDE_ON_NOTIFICATION)


def test_replacing_a_reviewer_does_not_start_the_six_months_again():
    assert process.REPLACE_REVIEWER.leads_to == Next()


def test_putting_publication_off_stops_no_clock_but_the_months_it_is_looked_at():
    later = process.DECIDE_ON_PUBLICATION.follows("publish_later")
    assert later.stops == later.starts == (CLOCKS["deferral_check"],)


def test_a_target_agreed_later_starts_and_stops_nothing():
    assert process.SET_NEW_TARGET.leads_to == Next()


# Nothing stops a referral, a child being made safe, a notification or a submission.


@pytest.mark.parametrize(
    "step",
    named(
        "refer",
        "raise_safety_action",
        "confirm_safety_action",
        "record_notification",
        "record_notification_of_death",
        "log_outside_notification",
        "log_outside_death_notice",
        "log_enquiry",
        "send_to_panel",
    ),
    ids=lambda step: step.slug,
)
def test_no_stage_stops_it(step):
    assert step.at == set(Stage) - {Stage.MERGED}
    assert step.never_stopped
    assert not step.closed_until


@every_step
def test_only_publication_disclosure_and_removal_stay_closed(step):
    if step.closed_until:
        assert not step.never_stopped
        assert re.search("publi|approv|keep|remove|advance|material|anew", step.slug)


def test_an_urgent_withdrawal_is_always_possible():
    assert process.WITHDRAW_PUBLISHED.at == stages.ANY - stages.BEFORE_A_CASE
    assert process.WITHDRAW_PUBLISHED.never_stopped


def test_a_concern_reaches_the_unit_without_a_lead():
    for role in (Role.PUBLIC, Role.PRACTITIONER, Role.SYSTEM):
        assert role in process.REFER.by
    assert Stage.CONCERN in process.REFER.at


# Who may


def test_only_the_local_authority_decides_to_notify():
    assert process.DECIDE_ON_NOTIFICATION.seat == Seat.LOCAL_AUTHORITY
    assert process.DECIDE_ON_NOTIFICATION.by == PARTNERS


def test_three_partners_decide_on_a_review_and_sign_the_report():
    for step in named(
        "confirm_decision",
        "sign_off_rapid_review",
        "confirm_report",
        "sign_off_report",
        "answer_on_publication",
    ):
        assert step.by == PARTNERS
        assert step.signatures == 3
        assert step.seat is None


def is_a_statutory_decision(step):
    """By law or guidance it chooses with reasons, takes three, or is one body's own."""
    chooses = step.outcomes and step.reasons
    return step.source not in {sources.GOOD_PRACTICE, sources.LOCAL} and (
        chooses or step.signatures >= len(Seat) or step.seat is not None
    )


STATUTORY_DECISIONS = [step for step in STEPS if is_a_statutory_decision(step)]


def test_the_table_knows_its_statutory_decisions():
    assert {step.slug for step in STATUTORY_DECISIONS} >= {
        "decide_on_notification",
        "confirm_decision",
        "sign_off_rapid_review",
        "reconsider",
        "close_without_review",
        "sign_off_report",
        "decide_on_publication",
        "advance_early",
    }


@pytest.mark.parametrize(
    "step",
    STATUTORY_DECISIONS + named("appoint_reviewer", "assure_impact", "transfer_case"),
    ids=lambda step: step.slug,
)
def test_the_business_unit_takes_no_statutory_decision(step):
    assert not step.by & BUSINESS_UNIT


def test_what_three_decide_nobody_ends_in_another_way():
    after = stages.IN_RAPID_REVIEW | stages.AT_THE_PANEL | stages.DECIDED
    assert not process.BEGIN_OTHER_LEARNING.at & after
    assert process.START_LOCAL_REVIEW.outcomes == ()


def test_the_reviewer_alone_writes_and_answers_for_her_words():
    for step in named("lodge_draft", "accept_change", "dispute_change", "record_event"):
        assert step.by == {Role.LEAD_REVIEWER}


def test_the_scrutineer_decides_nothing():
    mine = {step.slug for step in STEPS if Role.SCRUTINEER in step.by}
    assert mine == {
        "refer",
        "raise_safety_action",
        "declare_interest",
        "comment_as_scrutineer",
        "record_open_item",
        "answer_open_item",
        "write_chronology_note",
        "write_own_note",
    }


def test_the_family_contact_keeps_the_familys_record_only():
    mine = {step.slug for step in STEPS if Role.FAMILY_CONTACT in step.by}
    assert {"name_family_member", "record_family_contact"} <= mine
    assert not {slug for slug in mine if re.search("sign|decide|review|publish", slug)}


def test_everybody_with_a_role_in_a_case_may_ask_for_a_child_to_be_made_safe():
    assert process.RAISE_SAFETY_ACTION.by >= CASE_ROLES


@every_step
def test_a_decision_asks_for_reasons(step):
    decides = step.slug.startswith(("decide", "lead_decides", "sign_off_rapid"))
    assert not decides or step.reasons
