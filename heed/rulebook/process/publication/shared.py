"""When a publication may be worked on, and what keeps its gate shut."""

from heed.rulebook.clocks import (
    ADVANCE_COPY,
    AVAILABILITY,
    DEFERRAL_CHECK,
    REPORT_DUE,
)
from heed.rulebook.language import Next, Stage
from heed.rulebook.process import stages

READY = frozenset({Stage.SIGNED_OFF, Stage.BEFORE_PUBLICATION})
# What comes later goes ahead too, when the report has long been public.
GOES_AHEAD = READY | stages.PUBLIC | stages.AFTERWARDS | {Stage.CLOSED}
STILL_PUBLIC = stages.A_CASE_OR_PAST  # a reopened case keeps what it published
MINISTER_AND_OFSTED = ("Secretary of State", "Ofsted")
GATE = (
    "every confirmed finding is answered, two approvers of different bodies have "
    "approved it, the family was told and agreed to the words on the child, or two "
    "people accepted why not"
)
SEVEN_DAYS = (
    "seven working days have passed since copies of exactly this text were sent, or "
    "two partners of different bodies have recorded an exception"
)
WAITS_NO_MORE = (DEFERRAL_CHECK,)
GOES_ON = Next(stage=Stage.SIGNED_OFF, stays_at=READY, stops=WAITS_NO_MORE)
PUBLIC_NOW = (AVAILABILITY,)
DUE_NO_MORE = (REPORT_DUE, ADVANCE_COPY)
