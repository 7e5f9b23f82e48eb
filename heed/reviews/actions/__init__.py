"""What people do in a local review. Each function is one thing that they do."""

from heed.reviews.actions.accounts import (
    ask_for_account,
    close_account_requests,
    give_own_words,
    open_account_request,
    take_back_account,
)
from heed.reviews.actions.beginning import (
    agree_terms,
    appoint_reviewer,
    declare_independence,
    propose_reviewer,
    record_independence,
    replace_reviewer,
    start_local_review,
    tell_of_reviewer,
)
from heed.reviews.actions.national import (
    record_national_report,
    remove_national_report,
)
from heed.reviews.actions.reporting import (
    accept_change,
    answer_comment,
    comment_on_accuracy,
    dispute_change,
    lodge_draft,
    propose_change,
    write_portrait,
)
from heed.reviews.actions.signing import confirm_report, quality_assure
from heed.reviews.actions.working import (
    answer_written_request,
    invite_to_event,
    note_monitoring,
    plan_event,
    record_attendance,
    record_event,
    request_from_reviewer,
)

__all__ = [
    "accept_change",
    "agree_terms",
    "answer_comment",
    "answer_written_request",
    "appoint_reviewer",
    "ask_for_account",
    "close_account_requests",
    "comment_on_accuracy",
    "confirm_report",
    "declare_independence",
    "dispute_change",
    "give_own_words",
    "invite_to_event",
    "lodge_draft",
    "note_monitoring",
    "open_account_request",
    "plan_event",
    "propose_change",
    "propose_reviewer",
    "quality_assure",
    "record_attendance",
    "record_event",
    "record_independence",
    "record_national_report",
    "remove_national_report",
    "replace_reviewer",
    "request_from_reviewer",
    "start_local_review",
    "take_back_account",
    "tell_of_reviewer",
    "write_portrait",
]
