"""Agencies' chronologies are brought in, and read together."""
# ruff: noqa: F403, I001  (callers write process.BRING_IN_CHRONOLOGY; each noun has its
# file, and they stand in the order in which a person comes to them)

from heed.rulebook.process.chronology import (
    rows,
    collating,
    restricted,
    key,
    tellings,
    episodes,
    questions,
)
from heed.rulebook.process.chronology.rows import *
from heed.rulebook.process.chronology.collating import *
from heed.rulebook.process.chronology.restricted import *
from heed.rulebook.process.chronology.key import *
from heed.rulebook.process.chronology.tellings import *
from heed.rulebook.process.chronology.episodes import *
from heed.rulebook.process.chronology.questions import *

__all__ = (
    rows.__all__
    + collating.__all__
    + restricted.__all__
    + key.__all__
    + tellings.__all__
    + episodes.__all__
    + questions.__all__
)
