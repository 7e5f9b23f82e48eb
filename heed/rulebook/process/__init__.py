"""The practice review process, from the first concern to learning that is heeded.

This is THE table: every stage, every step, and the clocks that steps start and stop.
The rest of Heed reads it to know who may act, what runs and where a case goes next.
It is written to be read, and challenged, by people who know the field: `make process`
prints it as docs/process.md. Each part of the way has its own file, in its order.
"""
# ruff: noqa: F403  (callers write process.RECORD_NOTIFICATION; each part names its own)

from collections.abc import Mapping, Sequence

from heed.rulebook.clocks import CLOCKS as CLOCKS
from heed.rulebook.language import Step
from heed.rulebook.process import (
    agencies,
    beside,
    chronology,
    learning,
    notification,
    panel,
    parallel,
    people,
    publication,
    rapid_review,
    referral,
    review,
    sharing,
)
from heed.rulebook.process.agencies import *
from heed.rulebook.process.beside import *
from heed.rulebook.process.chronology import *
from heed.rulebook.process.learning import *
from heed.rulebook.process.notification import *
from heed.rulebook.process.panel import *
from heed.rulebook.process.parallel import *
from heed.rulebook.process.people import *
from heed.rulebook.process.publication import *
from heed.rulebook.process.rapid_review import *
from heed.rulebook.process.referral import *
from heed.rulebook.process.review import *
from heed.rulebook.process.sharing import *
from heed.rulebook.process.stages import STAGES as STAGES
from heed.rulebook.process.stages import StageWords as StageWords

_PARTS = (
    referral,
    notification,
    rapid_review,
    agencies,
    chronology,
    panel,
    review,
    publication,
    learning,
    beside,
    parallel,
    sharing,
    people,
)

PARTS: Mapping[str, Sequence[Step]] = {
    (part.__doc__ or ""): [each for each in vars(part).values() if type(each) is Step]
    for part in _PARTS
}

STEPS: Mapping[str, Step] = {
    step.slug: step for steps in PARTS.values() for step in steps
}
