"""The key between names and what people are called with names off: kept by few."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages

__all__ = ["KEEP_KEY"]

# A coordinator reads it (`READS_THE_KEY`); who is who is said by those who answer for
# the case and for the report.
KEEP_KEY = Step(
    slug="keep_key",
    transition="T25",
    name="Say in the key of names who is called how",
    at=stages.A_CASE,
    by=frozenset({Role.MANAGER, Role.LEAD_REVIEWER}),
    source=sources.GOOD_PRACTICE,
)
