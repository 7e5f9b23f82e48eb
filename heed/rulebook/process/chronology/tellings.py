"""Rows that belong together: several accounts of one event, or one row that is there
twice. A person says so, and may take it back."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import BUSINESS_UNIT

__all__ = [
    "CONFIRM_TELLING",
    "JOIN_ROWS",
    "LEAVE_EVENT",
    "REFUSE_TELLING",
    "SAY_IF_AGREED",
    "TAKE_TELLING_BACK",
]

_WHO_KEEPS = BUSINESS_UNIT | {Role.LEAD_REVIEWER}

# Heed only suggests, with the rule that made it; nothing is joined by itself.
CONFIRM_TELLING = Step(
    slug="confirm_telling",
    transition="T11",
    name="Say that rows of a chronology belong together",
    at=stages.A_CASE,
    by=_WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)

REFUSE_TELLING = Step(
    slug="refuse_telling",
    transition="T11",
    name="Say that rows of a chronology do not belong together",
    at=stages.A_CASE,
    by=_WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)

JOIN_ROWS = Step(
    slug="join_rows",
    transition="T11",
    name="Join rows of a chronology by hand",
    at=stages.A_CASE,
    by=_WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)

LEAVE_EVENT = Step(
    slug="leave_event",
    transition="T11",
    name="Take one account out of an event",
    at=stages.A_CASE,
    by=_WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)

TAKE_TELLING_BACK = Step(
    slug="take_telling_back",
    transition="T11",
    name="Take back what was said of rows that belong together, or do not",
    at=stages.A_CASE,
    by=_WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)

SAY_IF_AGREED = Step(
    slug="say_if_agreed",
    transition="T11",
    name="Say whether the agencies agree on an event",
    at=stages.A_CASE,
    by=_WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)
