"""Agencies' chronologies are brought in; their rows are written and answered."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import AGENCIES, BUSINESS_UNIT

__all__ = [
    "ANSWER_DOUBTS",
    "BRING_IN_CHRONOLOGY",
    "PUT_FILE_BACK",
    "SET_COLUMNS",
    "TAKE_DOUBTS_BACK",
    "TAKE_FILE_OUT",
    "WRITE_ROW",
]

WHO_KEEPS = BUSINESS_UNIT | {Role.LEAD_REVIEWER}

# An agency's own file comes in with what it sends, by its link or by its account.
BRING_IN_CHRONOLOGY = Step(
    slug="bring_in_chronology",
    transition="T11",
    name="Bring in an agency's chronology",
    at=stages.A_CASE,
    by=WHO_KEEPS | AGENCIES,
    source=sources.S16H,
)

# A file of another case, or another agency, is taken out again; that it was here stays.
TAKE_FILE_OUT = Step(
    slug="take_file_out",
    transition="T11",
    name="Take out a file of a chronology that was brought in by mistake",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    reasons="Why is this file not of this chronology",
    source=sources.GOOD_PRACTICE,
)

PUT_FILE_BACK = Step(
    slug="put_file_back",
    transition="T11",
    name="Put a file of a chronology back that was taken out",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

SET_COLUMNS = Step(
    slug="set_columns",
    transition="T11",
    name="Say what the columns of a chronology mean",
    at=stages.A_CASE,
    by=WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)

WRITE_ROW = Step(
    slug="write_row",
    transition="T11",
    name="Write a row of a chronology, or put one right",
    at=stages.A_CASE,
    by=WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)

# What is in doubt waits with a proposal; a person answers, and may take it back.
ANSWER_DOUBTS = Step(
    slug="answer_doubts",
    transition="T11",
    name="Answer what is in doubt in a chronology",
    at=stages.A_CASE,
    by=WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)

TAKE_DOUBTS_BACK = Step(
    slug="take_doubts_back",
    transition="T11",
    name="Take back an answer to what is in doubt",
    at=stages.A_CASE,
    by=WHO_KEEPS,
    source=sources.GOOD_PRACTICE,
)
