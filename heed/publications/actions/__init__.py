"""What people do to publish a report, and what Heed hands down to the library."""

from heed.publications.actions.answering import (
    answer_check,
    need_not_be_written_anew,
    send_back,
)
from heed.publications.actions.approving import (
    accept_family_not_told,
    approve_publication,
    clear_proceedings,
)
from heed.publications.actions.checking import (
    acknowledge_left_behind,
    check_for_identifying_words,
    keep_by_exception,
    replace_as_suggested,
    replace_words,
    sign_exception,
)
from heed.publications.actions.deciding import (
    answer_on_publication,
    decide_on_publication,
    look_again_at_deferral,
    plan_publication,
)
from heed.publications.actions.earlier import (
    ask_who_confirms_earlier,
    confirm_earlier_withdrawal,
    enter_earlier_review,
    propose_earlier_review,
    set_aside_earlier_review,
    withdraw_earlier_review,
)
from heed.publications.actions.earlier_handing import (
    entered_in_the_library,
    hand_down_earlier,
)
from heed.publications.actions.handing import (
    hand_down,
    hand_down_publisher,
    hand_down_what_is_due,
    into_the_library,
)
from heed.publications.actions.joining import (
    answer_on_joint,
    end_joint_publication,
    propose_joint_publication,
)
from heed.publications.actions.mending import mend_as_suggested
from heed.publications.actions.preparing import (
    mark_text,
    prepare_report,
    say_what_was_corrected,
    write_beside,
    write_improvements,
    write_response,
)
from heed.publications.actions.publishing import (
    check_published_elsewhere,
    deposit_with_nspcc,
    publish,
    publish_correction,
    publish_elsewhere,
    publish_improvements,
)
from heed.publications.actions.releasing import (
    arrange_release,
    lapse_what_waits,
    release_what_is_due,
    take_back_release,
)
from heed.publications.actions.reminding import remind_of_deferrals
from heed.publications.actions.sending import (
    advance_early,
    record_comment,
    record_not_material,
    reply_to_comment,
    send_advance_copies,
)
from heed.publications.actions.telling import tell_of_refusal, tell_of_withdrawal
from heed.publications.actions.trying import (
    answer_attempt,
    point_out_duty,
    record_known_in_public,
    try_to_identify,
)
from heed.publications.actions.withdrawing import (
    agree_to_remove,
    ask_who_confirms_withdrawals,
    confirm_withdrawal,
    remove_published,
    withdraw_published,
)

__all__ = [
    "accept_family_not_told",
    "acknowledge_left_behind",
    "advance_early",
    "agree_to_remove",
    "answer_attempt",
    "answer_check",
    "answer_on_joint",
    "answer_on_publication",
    "approve_publication",
    "arrange_release",
    "ask_who_confirms_earlier",
    "ask_who_confirms_withdrawals",
    "check_for_identifying_words",
    "check_published_elsewhere",
    "clear_proceedings",
    "confirm_earlier_withdrawal",
    "confirm_withdrawal",
    "decide_on_publication",
    "deposit_with_nspcc",
    "end_joint_publication",
    "enter_earlier_review",
    "entered_in_the_library",
    "hand_down",
    "hand_down_earlier",
    "hand_down_publisher",
    "hand_down_what_is_due",
    "into_the_library",
    "keep_by_exception",
    "lapse_what_waits",
    "look_again_at_deferral",
    "mark_text",
    "mend_as_suggested",
    "need_not_be_written_anew",
    "plan_publication",
    "point_out_duty",
    "prepare_report",
    "propose_earlier_review",
    "propose_joint_publication",
    "publish",
    "publish_correction",
    "publish_elsewhere",
    "publish_improvements",
    "record_comment",
    "record_known_in_public",
    "record_not_material",
    "release_what_is_due",
    "remind_of_deferrals",
    "remove_published",
    "replace_as_suggested",
    "replace_words",
    "reply_to_comment",
    "say_what_was_corrected",
    "send_advance_copies",
    "send_back",
    "set_aside_earlier_review",
    "sign_exception",
    "take_back_release",
    "tell_of_refusal",
    "tell_of_withdrawal",
    "try_to_identify",
    "withdraw_earlier_review",
    "withdraw_published",
    "write_beside",
    "write_improvements",
    "write_response",
]
