"""Few may read what is before a court, of somebody else, or tells where one is safe."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages
from heed.rulebook.process.chronology.rows import WHO_KEEPS
from heed.rulebook.roles import PARTNERS

__all__ = ["CLEAR_FOR_RESTRICTED", "END_CLEARANCE", "RESTRICT_ROW"]

# What is before a court, of somebody else, or tells where somebody is safe.
RESTRICT_ROW = Step(
    slug="restrict_row",
    transition="T25",
    name="Say who may read a row of a chronology",
    at=stages.A_CASE,
    by=WHO_KEEPS,
    source=sources.CPS_PROTOCOL,
)

CLEAR_FOR_RESTRICTED = Step(
    slug="clear_for_restricted",
    transition="T25",
    name="Let somebody read the restricted rows of a chronology",
    at=stages.A_CASE,
    by=PARTNERS | {Role.MANAGER},
    reasons="Why they need to read them",
    source=sources.CPS_PROTOCOL,
)

END_CLEARANCE = Step(
    slug="end_clearance",
    transition="T25",
    name="Let somebody read restricted rows no longer",
    at=stages.A_CASE,
    by=PARTNERS | {Role.MANAGER},
    reasons="Why they no longer read them",
    source=sources.CPS_PROTOCOL,
)
