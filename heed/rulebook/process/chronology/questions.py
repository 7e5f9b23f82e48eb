"""An agency is asked about one row that it told, and answers by a link."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import AGENCIES, BUSINESS_UNIT

__all__ = ["ANSWER_ABOUT_ROW", "ASK_ABOUT_ROW", "TAKE_QUESTION_BACK"]

_WHO_ASKS = BUSINESS_UNIT | {Role.LEAD_REVIEWER}

ASK_ABOUT_ROW = Step(
    slug="ask_about_row",
    transition="T11",
    name="Ask an agency about a row of its chronology",
    at=stages.A_CASE,
    by=_WHO_ASKS,
    tells=(Role.AGENCY_CONTRIBUTOR,),
    source=sources.S16H,
)

ANSWER_ABOUT_ROW = Step(
    slug="answer_about_row",
    transition="T11",
    name="Answer what your agency was asked about a row of its chronology",
    at=stages.A_CASE,
    by=AGENCIES,
    tells=(Role.COORDINATOR,),
    source=sources.S16H,
)

TAKE_QUESTION_BACK = Step(
    slug="take_question_back",
    transition="T11",
    name="Take back a question about a row of a chronology",
    at=stages.A_CASE,
    by=_WHO_ASKS,
    source=sources.GOOD_PRACTICE,
)
