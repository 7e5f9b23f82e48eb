"""Cases walked through the table, from a first stage to the last."""

import pytest

from heed.rulebook import process
from heed.rulebook.language import Stage


class Walk:
    """A case as the table moves it: its stage, and the clocks that run."""

    def __init__(self, stage=Stage.CONCERN):
        self.stage = stage
        self.running = set()

    def take(self, step, outcome=None):
        assert self.stage in step.at, f"{step.slug} at {self.stage}"
        following = step.follows(outcome, at=self.stage)
        self.running -= {clock.slug for clock in following.stops}
        self.running |= {clock.slug for clock in following.starts}
        self.stage = following.stage or self.stage
        return self


def walk_to_the_rapid_review():
    walk = Walk().take(process.DRAFT_REFERRAL)
    walk.take(process.LEAD_DECIDES_TO_REFER, "refer")
    walk.take(process.ACKNOWLEDGE_REFERRAL).take(process.OPEN_CASE)
    walk.take(process.SETTLE_AWARENESS).take(process.GIVE_VIEW_ON_NOTIFICATION)
    walk.take(process.DECIDE_ON_NOTIFICATION, "notify")
    return walk.take(process.RECORD_NOTIFICATION).take(process.PASS_ON_COPY)


def walk_to_the_panel(decision="local_review"):
    walk = walk_to_the_rapid_review()
    for step in (
        process.ASK_AGENCY,
        process.ANSWER_REQUEST,
        process.HOLD_MEETING,
        process.WEIGH_CRITERIA,
        process.GIVE_VIEW_ON_REVIEW,
        process.CONFIRM_DECISION,
    ):
        walk.take(step)
    return walk.take(process.SIGN_OFF_RAPID_REVIEW, decision).take(
        process.SEND_TO_PANEL
    )


def walk_to_the_signed_report():
    walk = walk_to_the_panel().take(process.RECORD_PANEL_ANSWER, "agrees")
    walk.take(process.START_LOCAL_REVIEW)
    for step in (
        process.PROPOSE_REVIEWER,
        process.DECLARE_INDEPENDENCE,
        process.APPOINT_REVIEWER,
        process.TELL_OF_REVIEWER,
        process.AGREE_TERMS,
        process.INVITE_TO_EVENT,
        process.RECORD_EVENT,
        process.NOTE_MONITORING,
        process.LODGE_DRAFT,
        process.COMMENT_ON_ACCURACY,
        process.PROPOSE_CHANGE,
        process.ACCEPT_CHANGE,
        process.QUALITY_ASSURE,
        process.CONFIRM_REPORT,
        process.SIGN_OFF_REPORT,
    ):
        walk.take(step)
    return walk


def test_the_whole_way_once():
    walk = walk_to_the_signed_report()
    assert walk.running == {"publication"}
    walk.take(process.DECIDE_ON_PUBLICATION, "publish")
    for step in (
        process.RECORD_FINDING,
        process.KEEP_BY_EXCEPTION,
        process.APPROVE_PUBLICATION,
        process.PLAN_PUBLICATION,
        process.SEND_ADVANCE_COPIES,
        process.PUBLISH,
        process.DEPOSIT_WITH_NSPCC,
        process.MAKE_BRIEFING,
        process.OPEN_ACTIONS,
        process.PLAN_ACTION,
        process.COMPLETE_ACTION,
        process.ASSURE_IMPACT,
        process.CLOSE_CASE,
        process.REMOVE_PUBLISHED,
        process.ARCHIVE_CASE,
    ):
        walk.take(step)

    assert walk.stage == Stage.ARCHIVED
    assert walk.running == set()


def test_notifying_meets_the_five_days_and_starts_the_fifteen():
    walk = walk_to_the_rapid_review()
    assert walk.running == {"rapid_review"}


def test_sending_meets_the_fifteen_days_and_the_decision_runs_six_months():
    walk = walk_to_the_panel()
    assert walk.stage == Stage.WITH_THE_PANEL
    assert walk.running == {"publication", "panel_reply"}


def test_a_case_may_begin_with_a_notification_made_outside():
    walk = Walk().take(process.LOG_OUTSIDE_NOTIFICATION)
    assert walk.stage == Stage.RAPID_REVIEW
    assert walk.running == {"rapid_review", "copy_to_partners"}
    assert walk.take(process.PASS_ON_COPY).running == {"rapid_review"}


def test_what_was_skipped_follows_and_blocks_nothing():
    walk = Walk().take(process.LOG_OUTSIDE_NOTIFICATION)
    walk.take(process.GIVE_VIEW_ON_NOTIFICATION)
    walk.take(process.DECIDE_ON_NOTIFICATION, "notify")
    assert walk.stage == Stage.RAPID_REVIEW
    walk.take(process.SEND_TO_PANEL)
    assert walk.stage == Stage.WITH_THE_PANEL


def test_a_decision_that_comes_after_sending_still_runs_six_months():
    walk = walk_to_the_rapid_review().take(process.SEND_TO_PANEL)
    walk.take(process.SIGN_OFF_RAPID_REVIEW, "local_review")
    assert walk.stage == Stage.WITH_THE_PANEL
    assert "publication" in walk.running


def test_a_death_without_abuse_is_notified_and_owes_no_rapid_review():
    walk = Walk(Stage.UNDER_CONSIDERATION).take(process.SETTLE_AWARENESS)
    walk.take(process.RECORD_LOOKED_AFTER_DEATH)
    walk.take(process.DECIDE_ON_NOTIFICATION, "notify_looked_after_death")
    assert "looked_after_death" in walk.running
    walk.take(process.RECORD_NOTIFICATION_OF_DEATH)
    assert walk.stage == Stage.NOTIFIED_WITHOUT_REVIEW
    assert walk.running == set()


def test_when_facts_change_such_a_death_may_be_notified_after_all():
    walk = Walk(Stage.NOTIFIED_WITHOUT_REVIEW).take(process.RECORD_NOTIFICATION)
    assert walk.stage == Stage.RAPID_REVIEW
    assert walk.running == {"rapid_review", "copy_to_partners"}


def test_a_withdrawn_notification_owes_no_rapid_review():
    walk = walk_to_the_rapid_review().take(process.WITHDRAW_NOTIFICATION)
    assert walk.stage == Stage.NOTIFICATION_WITHDRAWN
    assert walk.running == set()
    walk.take(process.BEGIN_OTHER_LEARNING).take(process.OPEN_ACTIONS)
    assert walk.stage == Stage.ACTIONS_OPEN


def test_the_panel_asks_for_more_and_a_second_version_is_sent():
    walk = walk_to_the_panel("no_further_review")
    walk.take(process.RECORD_PANEL_ANSWER, "asks_for_more")
    walk.take(process.REOPEN_RAPID_REVIEW)
    assert walk.stage == Stage.RAPID_REVIEW
    walk.take(process.SIGN_OFF_RAPID_REVIEW, "no_further_review")
    walk.take(process.SEND_TO_PANEL)
    assert walk.stage == Stage.WITH_THE_PANEL


def test_the_panel_disagrees_and_the_partners_decide_on_a_review():
    walk = walk_to_the_panel("no_further_review")
    walk.take(process.RECORD_PANEL_ANSWER, "disagrees")
    assert "publication" not in walk.running
    walk.take(process.RECONSIDER, "local_review")
    assert "publication" in walk.running
    walk.take(process.START_LOCAL_REVIEW)
    assert walk.stage == Stage.LOCAL_REVIEW_STARTED


def test_the_panel_disagrees_and_the_decision_stands():
    walk = walk_to_the_panel("no_further_review")
    walk.take(process.RECORD_PANEL_ANSWER, "disagrees")
    walk.take(process.CONFIRM_DECISION).take(process.RECONSIDER, "decision_stands")
    walk.take(process.CLOSE_WITHOUT_REVIEW, "no_further_review")
    walk.take(process.OPEN_ACTIONS)
    assert walk.stage == Stage.ACTIONS_OPEN


def test_a_review_may_start_before_the_panel_answers_and_is_not_moved_back():
    walk = walk_to_the_panel().take(process.START_LOCAL_REVIEW)
    walk.take(process.RECORD_PANEL_ANSWER, "agrees")
    assert walk.stage == Stage.LOCAL_REVIEW_STARTED
    assert "panel_reply" not in walk.running


def test_a_review_of_its_own_is_decided_by_the_three_and_runs_six_months():
    walk = Walk(Stage.OTHER_LEARNING).take(process.OPEN_LOCAL_RAPID_REVIEW)
    walk.take(process.CONFIRM_DECISION)
    walk.take(process.SIGN_OFF_RAPID_REVIEW, "local_review")
    walk.take(process.START_LOCAL_REVIEW)
    assert walk.stage == Stage.LOCAL_REVIEW_STARTED
    assert walk.running == {"publication"}


@pytest.mark.parametrize("decision", ["no_further_review", "other_learning"])
def test_a_review_that_no_statute_asks_for_ends_without_the_panel(decision):
    walk = Walk(Stage.UNDER_CONSIDERATION).take(process.OPEN_LOCAL_RAPID_REVIEW)
    walk.take(process.CONFIRM_DECISION)
    walk.take(process.SIGN_OFF_RAPID_REVIEW, decision)
    walk.take(process.CLOSE_WITHOUT_REVIEW, decision).take(process.OPEN_ACTIONS)
    walk.take(process.ASSURE_IMPACT).take(process.CLOSE_CASE)
    assert walk.stage == Stage.CLOSED


def test_a_local_review_beside_a_national_one_is_decided_by_the_three():
    walk = walk_to_the_panel("recommend_national")
    walk.take(process.RECORD_PANEL_ANSWER, "national_review")
    walk.take(process.CONFIRM_DECISION).take(process.RECONSIDER, "local_review")
    assert walk.stage == Stage.NATIONAL_REVIEW
    walk.take(process.START_LOCAL_REVIEW)
    assert walk.running >= {"publication"}


def test_a_national_review_comes_back_as_actions():
    walk = walk_to_the_panel("recommend_national")
    walk.take(process.RECORD_PANEL_ANSWER, "national_review")
    assert walk.stage == Stage.NATIONAL_REVIEW
    for step in (
        process.PLAN_NATIONAL_PUBLICATION,
        process.SEND_NATIONAL_REPORT_AHEAD,
        process.RECORD_NATIONAL_REPORT,
    ):
        walk.take(step)
    assert walk.stage == Stage.ACTIONS_OPEN
    assert walk.running == {"national_availability"}


def test_publication_put_off_keeps_its_clock_and_goes_on_later():
    walk = walk_to_the_signed_report()
    walk.take(process.DECIDE_ON_PUBLICATION, "publish_later")
    assert walk.stage == Stage.PUBLICATION_DEFERRED
    assert walk.running == {"publication", "deferral_check"}
    walk.take(process.LOOK_AGAIN_AT_DEFERRAL).take(process.LOOK_AGAIN_AT_DEFERRAL)
    assert walk.running == {"publication", "deferral_check"}
    walk.take(process.DECIDE_ON_PUBLICATION, "improvements_only")
    walk.take(process.SEND_ADVANCE_COPIES).take(process.PUBLISH_IMPROVEMENTS)
    assert walk.stage == Stage.IMPROVEMENTS_PUBLISHED
    assert walk.running == {"availability"}


def test_publishing_on_the_partnerships_own_site_counts_as_publishing():
    walk = walk_to_the_signed_report().take(process.SEND_ADVANCE_COPIES)
    walk.take(process.PUBLISH_ELSEWHERE)
    assert walk.running == {"availability", "own_site_check"}


def test_an_urgent_withdrawal_waits_for_a_second_person_and_keeps_the_year():
    walk = Walk(Stage.PUBLISHED).take(process.WITHDRAW_PUBLISHED)
    assert walk.running == {"withdrawal_confirmed"}
    walk.take(process.CONFIRM_WITHDRAWAL).take(process.PUBLISH_CORRECTION)
    assert walk.stage == Stage.PUBLISHED


def test_a_reopened_case_may_be_notified_anew():
    walk = Walk(Stage.CLOSED).take(process.REOPEN)
    assert walk.stage == Stage.UNDER_CONSIDERATION
    walk.take(process.SETTLE_AWARENESS)
    walk.take(process.DECIDE_ON_NOTIFICATION, "notify").take(
        process.RECORD_NOTIFICATION
    )
    assert walk.stage == Stage.RAPID_REVIEW


def test_a_notification_that_stands_beside_a_withdrawn_one_opens_the_review_again():
    walk = walk_to_the_rapid_review().take(process.WITHDRAW_NOTIFICATION)
    assert walk.running == set()
    walk.take(process.OPEN_RAPID_REVIEW)
    assert walk.stage == Stage.RAPID_REVIEW
    assert walk.running == {"rapid_review"}


def test_a_case_notified_before_reviews_opened_by_themselves_is_opened_by_hand():
    walk = Walk(Stage.NOTIFIED).take(process.OPEN_RAPID_REVIEW)
    assert walk.stage == Stage.RAPID_REVIEW


def test_a_referral_the_lead_declined_still_reaches_the_business_unit():
    walk = Walk().take(process.DRAFT_REFERRAL)
    walk.take(process.LEAD_DECIDES_TO_REFER, "do_not_refer")
    assert walk.stage == Stage.CONCERN
    walk.take(process.ESCALATE_REFUSAL)
    assert walk.stage == Stage.REFERRAL_RECEIVED


def test_a_draft_that_waits_goes_to_the_deputy_and_then_to_the_business_unit():
    walk = Walk().take(process.DRAFT_REFERRAL).take(process.OFFER_TO_DEPUTY)
    assert walk.running == {"lead_decision"}
    walk.take(process.OFFER_TO_BUSINESS_UNIT)
    assert walk.stage == Stage.REFERRAL_RECEIVED
    assert "lead_decision" not in walk.running


def test_a_returned_referral_comes_back_with_what_was_missing():
    walk = Walk().take(process.REFER).take(process.RETURN_FOR_INFORMATION)
    assert walk.stage == Stage.RETURNED_FOR_INFORMATION
    walk.take(process.ADD_INFORMATION)
    assert walk.stage == Stage.REFERRAL_RECEIVED


def test_more_information_moves_no_case_back():
    walk = Walk(Stage.IN_REVIEW).take(process.ADD_INFORMATION).take(process.REFER)
    assert walk.stage == Stage.IN_REVIEW
