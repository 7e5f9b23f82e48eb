"""What people do with what was learned. Each function is one thing that they do."""

from heed.learning.actions.briefing import (
    approve_briefing,
    confirm_briefing_withdrawn,
    hand_down_what_is_due,
    make_briefing,
    send_with_report,
    withdraw_briefing,
    write_briefing,
)
from heed.learning.actions.doing import (
    complete_action,
    end_without_doing,
    record_impact,
    record_progress,
    replace_action,
)
from heed.learning.actions.ending import (
    archive_case,
    assure_impact,
    close_case,
    open_actions,
    reopen_case,
)
from heed.learning.actions.own import publish_own_briefing
from heed.learning.actions.planning import (
    agree_new_date,
    hand_to_new_owner,
    plan_action,
    plan_action_for,
    reopen_action,
)
from heed.learning.actions.recommending import (
    make_recommendation,
    respond_to_recommendation,
)
from heed.learning.actions.reminding import remind_owners

__all__ = [
    "agree_new_date",
    "approve_briefing",
    "archive_case",
    "assure_impact",
    "close_case",
    "complete_action",
    "confirm_briefing_withdrawn",
    "end_without_doing",
    "hand_down_what_is_due",
    "hand_to_new_owner",
    "make_briefing",
    "make_recommendation",
    "open_actions",
    "plan_action",
    "plan_action_for",
    "publish_own_briefing",
    "record_impact",
    "record_progress",
    "remind_owners",
    "reopen_action",
    "reopen_case",
    "replace_action",
    "respond_to_recommendation",
    "send_with_report",
    "withdraw_briefing",
    "write_briefing",
]
