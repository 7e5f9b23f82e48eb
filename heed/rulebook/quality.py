"""What the Panel says of how good a rapid review is, matter by matter.

Its letters speak of these matters in many words; an area that keeps them by the same
few names sees what comes again.
"""

from collections.abc import Mapping
from enum import StrEnum

from heed.rulebook import sources

SOURCE = sources.PANEL_GUIDANCE


class Aspect(StrEnum):
    """A matter that the Panel's letters judge."""

    TIMELINESS = "timeliness"
    DECISION = "decision"
    ANALYSIS = "analysis"
    VOICE = "voice"
    IDENTITY = "identity"
    AGENCIES = "agencies"
    SAFETY = "safety"
    LEARNING = "learning"


class Verdict(StrEnum):
    """How well it was done, as the letter reads."""

    WELL = "well"
    PARTLY = "partly"
    NOT = "not"


ASPECTS: Mapping[str, str] = {
    Aspect.TIMELINESS: "It came in time",
    Aspect.DECISION: "The decision is clear and reasoned",
    Aspect.ANALYSIS: "It says why, and not only what happened",
    Aspect.VOICE: "The child’s voice and daily life",
    Aspect.IDENTITY: "Race, culture, identity and disability",
    Aspect.AGENCIES: "All agencies are heard, health and education too",
    Aspect.SAFETY: "What was done at once to keep children safe",
    Aspect.LEARNING: "Learning, and few clear actions",
}
VERDICTS: Mapping[str, str] = {
    Verdict.WELL: "Done well",
    Verdict.PARTLY: "Partly",
    Verdict.NOT: "Missing or not good enough",
}
# Fewer letters than this are read one by one: they show no trend.
FEW = 5
