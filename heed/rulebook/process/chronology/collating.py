"""An agency puts what its services tell together before it is one among others."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import AGENCIES, BUSINESS_UNIT

__all__ = ["SUBMIT_AS_ONE"]

# The agency says so with its answer or by its lead's account; the unit, what it heard.
SUBMIT_AS_ONE = Step(
    slug="submit_as_one",
    transition="T11",
    name="Record that an agency put its services' chronologies together",
    at=stages.A_CASE,
    by=BUSINESS_UNIT | AGENCIES | {Role.LEAD_REVIEWER},
    source=sources.GOOD_PRACTICE,
)
