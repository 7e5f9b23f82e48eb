"""What is done when an incident is considered, and when the Panel is notified."""

from heed.incidents.actions.beginning import (
    begin_with_enquiry,
    begin_with_outside_notification,
    log_enquiry,
    log_outside_notification,
)
from heed.incidents.actions.considering import (
    begin_other_learning,
    decide_on_notification,
    give_view_on_notification,
    note_open_item,
    record_care_leaver_death,
    record_looked_after_death,
    settle_awareness,
    tell_partners,
    weigh_notification,
)
from heed.incidents.actions.copies import pass_on_copy
from heed.incidents.actions.deaths import (
    begin_with_death_notice,
    log_outside_death_notice,
    record_notification_of_death,
)
from heed.incidents.actions.notifying import (
    record_notification,
    withdraw_notification,
)
from heed.incidents.actions.reminding import remind_to_look_again

__all__ = [
    "begin_other_learning",
    "begin_with_death_notice",
    "begin_with_enquiry",
    "begin_with_outside_notification",
    "decide_on_notification",
    "give_view_on_notification",
    "log_enquiry",
    "log_outside_death_notice",
    "log_outside_notification",
    "note_open_item",
    "pass_on_copy",
    "record_care_leaver_death",
    "record_looked_after_death",
    "record_notification",
    "record_notification_of_death",
    "remind_to_look_again",
    "settle_awareness",
    "tell_partners",
    "weigh_notification",
    "withdraw_notification",
]
