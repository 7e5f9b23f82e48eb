"""What people mark in a chronology: key practice episodes, themes, notes, and the rows
on which a finding rests."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import BUSINESS_UNIT, READS_THE_CASE, THE_GROUP

__all__ = [
    "LINK_FINDING",
    "MARK_EPISODE",
    "SAY_THEMES",
    "WRITE_CHRONOLOGY_NOTE",
]

_WHO_WORKS_WITH_IT = BUSINESS_UNIT | THE_GROUP | {Role.LEAD_REVIEWER}

MARK_EPISODE = Step(
    slug="mark_episode",
    transition="T13",
    name="Mark a key practice episode in a chronology",
    at=stages.A_CASE,
    by=_WHO_WORKS_WITH_IT,
    source=sources.GOOD_PRACTICE,
)

# Heed may suggest a theme by words of a row; a person says whether it is one.
SAY_THEMES = Step(
    slug="say_themes",
    transition="T13",
    name="Say on which themes rows of a chronology touch",
    at=stages.A_CASE,
    by=_WHO_WORKS_WITH_IT,
    source=sources.GOOD_PRACTICE,
)

WRITE_CHRONOLOGY_NOTE = Step(
    slug="write_chronology_note",
    transition="T13",
    name="Write a note in a chronology",
    at=stages.A_CASE,
    by=READS_THE_CASE,
    source=sources.GOOD_PRACTICE,
)

LINK_FINDING = Step(
    slug="link_finding",
    transition="T13",
    name="Say on which rows of a chronology a finding rests",
    at=stages.A_CASE,
    by=_WHO_WORKS_WITH_IT,
    source=sources.GOOD_PRACTICE,
)
