"""What the report of a local review has to say, and how binding that is."""

from dataclasses import dataclass
from enum import StrEnum

from heed.rulebook import sources
from heed.rulebook.language import Force, Source


class Duty(StrEnum):
    """One thing that a report has to say."""

    IMPROVEMENTS = "improvements"
    REASONS_WHY = "reasons_why"
    REVIEWER = "reviewer"
    BY_WHEN = "by_when"
    CHILD = "child"


@dataclass(frozen=True, kw_only=True)
class ContentDuty:
    """What a report says for it, as a statement that is so or not, and who says so."""

    duty: Duty
    words: str
    lacking: str
    force: Force
    source: Source

    @property
    def is_a_must(self) -> bool:
        """Whether law asks for it: a report without it is not published."""
        return self.force is Force.DUTY


CONTENT_DUTIES = (
    ContentDuty(
        duty=Duty.IMPROVEMENTS,
        words="it sums up the improvements that people in the area should make",
        lacking="No summary of the improvements to be made was found in it.",
        force=Force.DUTY,
        source=sources.PART_3,
    ),
    ContentDuty(
        duty=Duty.REASONS_WHY,
        words="it says what in the system led to what was done or not done",
        lacking="No analysis of the reasons why was found in it.",
        force=Force.DUTY,
        source=sources.PART_3,
    ),
    ContentDuty(
        duty=Duty.REVIEWER,
        words="it names who wrote it",
        lacking="It does not name who wrote it.",
        force=Force.GUIDANCE,
        source=sources.GUIDANCE,
    ),
    ContentDuty(
        duty=Duty.BY_WHEN,
        words="each recommendation says of whom what is required, and by when",
        lacking="Not every recommendation says of whom, and by when.",
        force=Force.GUIDANCE,
        source=sources.GUIDANCE,
    ),
    ContentDuty(
        duty=Duty.CHILD,
        words="it says who the child is and how the child lived",
        lacking="It does not say who the child is and how the child lived.",
        force=Force.GUIDANCE,
        source=sources.GUIDANCE,
    ),
)
