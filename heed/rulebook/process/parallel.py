"""What runs beside a case in the hands of others, and what is on hold meanwhile."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS

__all__ = [
    "AMEND_PROCESS",
    "END_PROCESS",
    "LIFT_HOLD",
    "LOOK_AGAIN_AT_HOLD",
    "NOTE_PROCESS",
    "SET_HOLD",
]

_WHO_NOTES = (
    BUSINESS_UNIT
    | PARTNERS
    | {Role.LEGAL_ADVISER, Role.LEAD_REVIEWER, Role.LOCAL_AUTHORITY_NOTIFIER}
)
_WHO_HOLDS = BUSINESS_UNIT | PARTNERS | {Role.LEGAL_ADVISER, Role.LEAD_REVIEWER}
_WHO_LIFTS = PARTNERS | {Role.MANAGER, Role.LEGAL_ADVISER}
_TOLD = (Role.COORDINATOR, Role.LEAD_REVIEWER, Role.LEGAL_ADVISER)

NOTE_PROCESS = Step(
    slug="note_process",
    transition="T25",
    name="Note proceedings or another review beside this one",
    at=stages.A_CASE_OR_PAST,
    by=_WHO_NOTES,
    tells=(Role.DELEGATED_PARTNER, *_TOLD),
    source=sources.CPS_PROTOCOL,
)

AMEND_PROCESS = Step(
    slug="amend_process",
    transition="T25",
    name="Write down how proceedings beside the case stand now",
    at=stages.A_CASE_OR_PAST,
    by=_WHO_NOTES,
    tells=_TOLD,
    source=sources.CPS_PROTOCOL,
)

END_PROCESS = Step(
    slug="end_process",
    transition="T25",
    name="Record that proceedings beside the case are over",
    at=stages.A_CASE_OR_PAST,
    by=_WHO_NOTES,
    reasons="How they ended, and what of it bears on this case",
    tells=(Role.DELEGATED_PARTNER, *_TOLD),
    source=sources.CPS_PROTOCOL,
)

# One person may stop something at once; going on takes somebody who answers for it.
SET_HOLD = Step(
    slug="set_hold",
    transition="T25",
    name="Put something on hold",
    at=stages.A_CASE_OR_PAST,
    by=_WHO_HOLDS,
    reasons="Why it must wait, and who asked for that",
    tells=(Role.DELEGATED_PARTNER, Role.MANAGER, *_TOLD),
    source=sources.CPS_PROTOCOL,
)

LOOK_AGAIN_AT_HOLD = Step(
    slug="look_again_at_hold",
    transition="T25",
    name="Keep something on hold, and say when it is looked at again",
    at=stages.A_CASE_OR_PAST,
    by=_WHO_HOLDS,
    reasons="Why it must still wait",
    tells=_TOLD,
    source=sources.CPS_PROTOCOL,
)

LIFT_HOLD = Step(
    slug="lift_hold",
    transition="T25",
    name="Let something go on that was on hold",
    at=stages.A_CASE_OR_PAST,
    by=_WHO_LIFTS,
    reasons="Why it may go on, and who agreed to that",
    tells=(Role.DELEGATED_PARTNER, Role.MANAGER, *_TOLD),
    source=sources.CPS_PROTOCOL,
)
