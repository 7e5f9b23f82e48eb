"""What people do to a case as such. Each function is one thing that they do."""

from heed.cases.actions.access import (
    grant_access,
    leave_when_closed,
    revoke_access,
    step_in,
)
from heed.cases.actions.addresses import (
    answer_address_request,
    ask_for_protected_address,
    open_agreed_address,
    open_protected_address,
    record_protected_address,
)
from heed.cases.actions.deadlines import (
    amend_start,
    extend_deadline,
    give_reason_for_lateness,
    note_earliest_awareness,
)
from heed.cases.actions.family import (
    agree_what_family_is_told,
    amend_family_member,
    keep_family_record,
    name_family_contact,
    name_family_member,
    record_family_contact,
    write_family_letter,
)
from heed.cases.actions.gaps import answer_open_item, raise_open_item
from heed.cases.actions.holding import (
    lift_hold,
    look_again_at_hold,
    remind_of_holds,
    remind_of_processes,
    set_hold,
)
from heed.cases.actions.indexing import index_cases_again
from heed.cases.actions.interests import (
    NO_INTEREST,
    decide_on_interest,
    declare_interest,
    exclude_person,
    lift_exclusion,
)
from heed.cases.actions.leaving import account_was_closed, account_was_opened
from heed.cases.actions.noting import (
    keep_incident_days,
    note_circumstance,
    record_incident_days,
    record_incident_place,
    transfer_case,
)
from heed.cases.actions.opening import (
    adopt,
    allot_reference,
    begin_case,
    give_back,
    new_case,
)
from heed.cases.actions.people import (
    add_child,
    amend_child,
    choose_pseudonym,
)
from heed.cases.actions.proceedings import (
    amend_process,
    end_process,
    note_process,
)
from heed.cases.actions.recounting import recount, recount_everywhere
from heed.cases.actions.relating import (
    amend_household,
    amend_relation,
    keep_household,
    relate_people,
)
from heed.cases.actions.reminders import (
    escalate_what_stays_late,
    remind_of_what_is_due,
)
from heed.cases.actions.safety import confirm_safety_action, raise_safety_action
from heed.cases.actions.sharing import (
    declare_on_share,
    end_share,
    share_case,
    write_share_sheet,
    write_to_other_area,
)

__all__ = [
    "NO_INTEREST",
    "account_was_closed",
    "account_was_opened",
    "add_child",
    "adopt",
    "agree_what_family_is_told",
    "allot_reference",
    "amend_child",
    "amend_family_member",
    "amend_household",
    "amend_process",
    "amend_relation",
    "amend_start",
    "answer_address_request",
    "answer_open_item",
    "ask_for_protected_address",
    "begin_case",
    "choose_pseudonym",
    "confirm_safety_action",
    "decide_on_interest",
    "declare_interest",
    "declare_on_share",
    "end_process",
    "end_share",
    "escalate_what_stays_late",
    "exclude_person",
    "extend_deadline",
    "give_back",
    "give_reason_for_lateness",
    "grant_access",
    "index_cases_again",
    "keep_family_record",
    "keep_household",
    "keep_incident_days",
    "leave_when_closed",
    "lift_exclusion",
    "lift_hold",
    "look_again_at_hold",
    "name_family_contact",
    "name_family_member",
    "new_case",
    "note_circumstance",
    "note_earliest_awareness",
    "note_process",
    "open_agreed_address",
    "open_protected_address",
    "raise_open_item",
    "raise_safety_action",
    "record_family_contact",
    "record_incident_days",
    "record_incident_place",
    "record_protected_address",
    "recount",
    "recount_everywhere",
    "relate_people",
    "remind_of_holds",
    "remind_of_processes",
    "remind_of_what_is_due",
    "revoke_access",
    "set_hold",
    "share_case",
    "step_in",
    "transfer_case",
    "write_family_letter",
    "write_share_sheet",
    "write_to_other_area",
]
