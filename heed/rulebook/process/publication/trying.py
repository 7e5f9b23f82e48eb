"""Trying to identify the child before others do, and what a report has to say."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process.publication.shared import STILL_PUBLIC
from heed.rulebook.roles import APPROVERS, BUSINESS_UNIT

__all__ = [
    "ANSWER_ATTEMPT",
    "POINT_OUT_DUTY",
    "RECORD_KNOWN_IN_PUBLIC",
    "TRY_TO_IDENTIFY",
]

RECORD_KNOWN_IN_PUBLIC = Step(
    slug="record_known_in_public",
    transition="T27",
    name="Record what others have made public already",
    at=STILL_PUBLIC,
    by=BUSINESS_UNIT | {Role.LEGAL_ADVISER},
    source=sources.GOOD_PRACTICE,
)
TRY_TO_IDENTIFY = Step(
    slug="try_to_identify",
    transition="T27",
    name="Try as a stranger to find out who the text is about",
    at=STILL_PUBLIC,
    by=APPROVERS | BUSINESS_UNIT,
    tells=(Role.LEAD_REVIEWER, Role.MANAGER),
    source=sources.GOOD_PRACTICE,
)
ANSWER_ATTEMPT = Step(
    slug="answer_attempt",
    transition="T27",
    name="Say what was done about an attempt that found somebody",
    at=STILL_PUBLIC,
    by=APPROVERS,
    reasons="What was changed, or why it may stay",
    tells=(Role.COORDINATOR, Role.LEAD_REVIEWER),
    source=sources.GOOD_PRACTICE,
)
POINT_OUT_DUTY = Step(
    slug="point_out_duty",
    transition="T25",
    name="Say where a report does what it has to",
    at=STILL_PUBLIC,
    by=BUSINESS_UNIT,
    source=sources.PART_3,
)
