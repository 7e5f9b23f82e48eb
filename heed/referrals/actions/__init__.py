"""What people do with referrals. Each function is one thing that they do."""

from heed.referrals.actions.adding import add_information, withdraw_referral
from heed.referrals.actions.agencies import say_where_it_came_from
from heed.referrals.actions.arriving import (
    becomes,
    join_email,
    refer_email,
    refer_email_again,
)
from heed.referrals.actions.checking import (
    check_understood,
    read_paper,
    show_picture,
)
from heed.referrals.actions.deciding import (
    open_case,
    return_for_information,
)
from heed.referrals.actions.drafting import (
    add_paper,
    begin_draft,
    drop_entry,
    give_resume_code,
    resume_draft,
    save_answers,
    take_back_paper,
)
from heed.referrals.actions.indexing import index_again
from heed.referrals.actions.interests import step_back
from heed.referrals.actions.joining import join_to_case, join_to_referral, separate
from heed.referrals.actions.leads import (
    decide_as_lead,
    draft_for_lead,
    escalate_refusal,
    offer_to_business_unit,
    offer_to_deputy,
    offer_waiting_drafts,
)
from heed.referrals.actions.moving import move_added
from heed.referrals.actions.receiving import (
    acknowledge,
    begin_considering,
    give_new_secret,
    note_reading,
    note_search,
    refer,
    show_receipt_secret,
    show_referrer,
    show_withheld_address,
)
from heed.referrals.actions.recounting import (
    recount_referrals,
    recount_referrals_everywhere,
)
from heed.referrals.actions.reminding import remind_of_referrals
from heed.referrals.actions.results import look_again, read_for_lead, set_aside
from heed.referrals.actions.risk import confirm_child_safe
from heed.referrals.actions.splitting import split_referral
from heed.referrals.actions.typing_in import type_in
from heed.referrals.actions.wording import word_form

__all__ = [
    "acknowledge",
    "add_information",
    "add_paper",
    "becomes",
    "begin_considering",
    "begin_draft",
    "check_understood",
    "confirm_child_safe",
    "decide_as_lead",
    "draft_for_lead",
    "drop_entry",
    "escalate_refusal",
    "give_new_secret",
    "give_resume_code",
    "index_again",
    "join_email",
    "join_to_case",
    "join_to_referral",
    "look_again",
    "move_added",
    "note_reading",
    "note_search",
    "offer_to_business_unit",
    "offer_to_deputy",
    "offer_waiting_drafts",
    "open_case",
    "read_for_lead",
    "read_paper",
    "recount_referrals",
    "recount_referrals_everywhere",
    "refer",
    "refer_email",
    "refer_email_again",
    "remind_of_referrals",
    "resume_draft",
    "return_for_information",
    "save_answers",
    "say_where_it_came_from",
    "separate",
    "set_aside",
    "show_picture",
    "show_receipt_secret",
    "show_referrer",
    "show_withheld_address",
    "split_referral",
    "step_back",
    "take_back_paper",
    "type_in",
    "withdraw_referral",
    "word_form",
]
