"""Which pages of publication a case page offers, and when."""

from heed.cases.offers import offer
from heed.publications import pages
from heed.publications.pages import states
from heed.rulebook import process
from heed.rulebook.process.stages import (
    A_CASE,
    AFTERWARDS,
    PUBLIC,
    PUBLISHING,
    REVIEWING,
)


def offer_all() -> None:
    """Offer every step of publication on the case page."""
    _before()
    _gate()
    _ahead()
    _after()
    _once_public()
    _states()


def _before() -> None:
    offer(process.DECIDE_ON_PUBLICATION, "decide_on_publication", weight=45)
    offer(
        process.ANSWER_ON_PUBLICATION,
        "answer_on_publication",
        when=pages.waits_for_answers,
        weight=6,
    )
    offer(process.PLAN_PUBLICATION, "plan_publication", weight=46)
    offer(
        process.PREPARE_PUBLICATION,
        "prepare_publication",
        label="Write the summary and the content notice",
        when=pages.has_text,
        weight=47,
        first_at=PUBLISHING,
    )
    offer(
        process.PREPARE_PUBLICATION,
        "write_improvements",
        label="Write the improvements",
        when=pages.improvements_only,
        weight=47,
        first_at=PUBLISHING,
    )
    offer(
        process.PREPARE_PUBLICATION,
        "write_response",
        label="Write the partnership’s response",
        when=pages.is_signed_off,
        weight=48,
        first_at=PUBLISHING,
    )


def _gate() -> None:
    offer(
        process.RECORD_FINDING,
        "findings",
        label="Search for what could identify somebody",
        when=pages.has_text,
        weight=49,
        first_at=REVIEWING | PUBLISHING,
    )
    offer(
        process.RECORD_FINDING,
        "findings",
        label="Answer what was found that could identify somebody",
        when=pages.findings_wait,
        weight=44,
        first_at=A_CASE,
    )
    offer(
        process.KEEP_BY_EXCEPTION,
        "findings",
        label="Sign what may stay by exception",
        when=pages.waits_for_a_signature,
        weight=49,
    )
    offer(
        process.APPROVE_PUBLICATION,
        "approve_publication",
        when=pages.has_begun_text,
        weight=50,
        first_at=PUBLISHING,
    )
    _trying()
    offer(
        process.CLEAR_PROCEEDINGS,
        "clear_proceedings",
        when=pages.asks_courts,
        weight=51,
        first_at=REVIEWING | PUBLISHING | PUBLIC | AFTERWARDS,
    )
    offer(
        process.ACCEPT_FAMILY_NOT_TOLD,
        "accept_family_not_told",
        when=pages.family_not_told,
        weight=52,
    )


def _trying() -> None:
    offer(
        process.RECORD_KNOWN_IN_PUBLIC,
        "jigsaw",
        label="Could somebody tell who it is?",
        when=pages.has_text,
        weight=49,
        first_at=PUBLISHING,
    )
    offer(
        process.TRY_TO_IDENTIFY,
        "try_to_identify",
        when=pages.has_begun_text,
        weight=49,
        first_at=PUBLISHING,
    )
    offer(
        process.POINT_OUT_DUTY,
        "point_out_duty",
        when=pages.has_text,
        weight=49,
        first_at=PUBLISHING,
    )


def _ahead() -> None:
    offer(
        process.SEND_ADVANCE_COPIES,
        "send_advance_copies",
        when=pages.copies_to_send,
        weight=53,
    )
    offer(
        process.RECORD_NOT_MATERIAL,
        "record_not_material",
        when=pages.main_text_changed,
        weight=53,
    )
    offer(
        process.RECORD_NOT_MATERIAL,
        "response_not_material",
        label="Record that a change of the response is not material",
        when=pages.response_changed,
        weight=53,
    )
    offer(
        process.RECORD_COMMENT_ON_PUBLICATION,
        "record_comment",
        when=pages.goes_ahead,
        weight=54,
    )
    offer(process.ADVANCE_EARLY, "advance_early", when=pages.goes_ahead, weight=55)


def _after() -> None:
    offer(process.PUBLISH, "publish", when=pages.in_the_library, weight=7)
    offer(
        process.PUBLISH_IMPROVEMENTS,
        "publish_improvements",
        when=states.stands_for_the_report,
        weight=7,
    )
    offer(
        process.PUBLISH_ELSEWHERE,
        "publish_elsewhere",
        when=pages.on_own_site,
        weight=8,
    )
    offer(
        process.CONFIRM_WITHDRAWAL,
        "confirm_withdrawal",
        when=pages.waits_for_confirmation,
        weight=3,
        first_at=process.CONFIRM_WITHDRAWAL.at,
    )


def _once_public() -> None:
    offer(
        process.PUBLISH_CORRECTION,
        "publish_correction",
        when=pages.was_published,
        weight=56,
    )
    offer(
        process.DEPOSIT_WITH_NSPCC,
        "deposit_with_nspcc",
        when=pages.copy_to_deposit,
        weight=57,
        first_at=PUBLIC,
    )
    offer(
        process.DEPOSIT_WITH_NSPCC,
        "deposit_with_nspcc",
        label="Record another copy for the NSPCC's repository, after a correction",
        when=pages.copy_deposited,
        weight=58,
        first_at=frozenset(),
    )
    offer(
        process.CHECK_PUBLISHED_ELSEWHERE,
        "check_published_elsewhere",
        when=pages.is_elsewhere,
        weight=57,
    )
    public = {"when": pages.is_public}
    offer(process.WITHDRAW_PUBLISHED, "withdraw_published", weight=91, **public)
    offer(process.AGREE_TO_REMOVE, "agree_to_remove", weight=92, **public)
    offer(
        process.REMOVE_PUBLISHED,
        "remove_published",
        when=pages.removal_agreed,
        weight=93,
    )


def _states() -> None:
    offer(
        process.LOOK_AGAIN_AT_DEFERRAL,
        "look_again_at_deferral",
        when=states.is_put_off,
        weight=5,
    )
    offer(
        process.ARRANGE_RELEASE,
        "arrange_release",
        when=states.may_go_by_itself,
        weight=8,
    )
    offer(
        process.TAKE_BACK_RELEASE,
        "take_back_release",
        when=states.goes_by_itself,
        weight=9,
    )
    offer(
        process.PROPOSE_JOINT_PUBLICATION,
        "joint_publication",
        when=states.is_shared_here,
        weight=56,
    )
    offer(
        process.PREPARE_PUBLICATION,
        "texts_beside",
        label="Write what stands beside the report, or for it",
        when=pages.is_signed_off,
        weight=48,
        first_at=PUBLISHING,
    )
