"""What is done to people and partnerships: one function per verb."""

from heed.partnership.actions.bodies import (
    add_organisation,
    amend_bank_holiday,
    amend_organisation,
    amend_partnership,
    end_organisation,
    found_partnership,
)
from heed.partnership.actions.domains import verify_domain
from heed.partnership.actions.interests import declare_interest, withdraw_interest
from heed.partnership.actions.invitations import (
    accept_invitation,
    invite_person,
    open_invitation,
    withdraw_invitation,
)
from heed.partnership.actions.people import (
    disable_person,
    enable_person,
    work_in,
)
from heed.partnership.actions.roles import (
    end_role,
    grant_role,
    name_alternate,
    say_away,
)
from heed.partnership.actions.second_factor import (
    lift_reset_lock,
    record_proof_in_person,
    reset_second_factor,
)

__all__ = [
    "accept_invitation",
    "add_organisation",
    "amend_bank_holiday",
    "amend_organisation",
    "amend_partnership",
    "declare_interest",
    "disable_person",
    "enable_person",
    "end_organisation",
    "end_role",
    "found_partnership",
    "grant_role",
    "invite_person",
    "lift_reset_lock",
    "name_alternate",
    "open_invitation",
    "record_proof_in_person",
    "reset_second_factor",
    "say_away",
    "verify_domain",
    "withdraw_interest",
    "withdraw_invitation",
    "work_in",
]
