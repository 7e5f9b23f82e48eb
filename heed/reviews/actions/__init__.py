"""What people do in a local review. Each function is one thing that they do."""

from heed.reviews.actions.beginning import (
    agree_terms,
    appoint_reviewer,
    declare_independence,
    propose_reviewer,
    replace_reviewer,
    start_local_review,
    tell_of_reviewer,
)
from heed.reviews.actions.reporting import (
    accept_change,
    comment_on_accuracy,
    dispute_change,
    lodge_draft,
    propose_change,
    write_portrait,
)
from heed.reviews.actions.signing import confirm_report, quality_assure
from heed.reviews.actions.working import (
    invite_to_event,
    note_monitoring,
    plan_event,
    record_attendance,
    record_event,
)

__all__ = [
    "accept_change",
    "agree_terms",
    "appoint_reviewer",
    "comment_on_accuracy",
    "confirm_report",
    "declare_independence",
    "dispute_change",
    "invite_to_event",
    "lodge_draft",
    "note_monitoring",
    "plan_event",
    "propose_change",
    "propose_reviewer",
    "quality_assure",
    "record_attendance",
    "record_event",
    "replace_reviewer",
    "start_local_review",
    "tell_of_reviewer",
    "write_portrait",
]
