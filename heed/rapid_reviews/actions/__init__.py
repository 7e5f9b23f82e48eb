"""What people do in a rapid review. Each function is one thing that they do."""

from heed.rapid_reviews.actions.answering import (
    answer_request,
    log_answer,
    open_request,
    refuse_request,
)
from heed.rapid_reviews.actions.asking import (
    ask_agency,
    reissue_code,
    revoke_request,
)
from heed.rapid_reviews.actions.deciding import (
    confirm_decision,
    propose_decision,
    weigh_criteria,
)
from heed.rapid_reviews.actions.gathering import (
    hold_meeting,
    open_local_rapid_review,
    open_rapid_review,
    write_part,
)
from heed.rapid_reviews.actions.panel import (
    close_without_review,
    reconsider,
    record_panel_answer,
    record_told,
    reopen_rapid_review,
    send_to_panel,
)

__all__ = [
    "answer_request",
    "ask_agency",
    "close_without_review",
    "confirm_decision",
    "hold_meeting",
    "log_answer",
    "open_local_rapid_review",
    "open_rapid_review",
    "open_request",
    "propose_decision",
    "reconsider",
    "record_panel_answer",
    "record_told",
    "refuse_request",
    "reissue_code",
    "reopen_rapid_review",
    "revoke_request",
    "send_to_panel",
    "weigh_criteria",
    "write_part",
]
