"""Publishing, here or elsewhere."""

from heed.rulebook import sources
from heed.rulebook.clocks import (
    OWN_SITE_CHECK,
)
from heed.rulebook.language import Blocks, Next, Role, Stage, Step
from heed.rulebook.process.publication.shared import (
    DUE_NO_MORE,
    GATE,
    PUBLIC_NOW,
    SEVEN_DAYS,
    STILL_PUBLIC,
)
from heed.rulebook.roles import BUSINESS_UNIT

__all__ = [
    "CHECK_PUBLISHED_ELSEWHERE",
    "DEPOSIT_WITH_NSPCC",
    "PUBLISH",
    "PUBLISH_CORRECTION",
    "PUBLISH_ELSEWHERE",
    "PUBLISH_IMPROVEMENTS",
]

PUBLISH = Step(
    slug="publish",
    transition="T28",
    name="Publish the report",
    at=frozenset({Stage.BEFORE_PUBLICATION}),
    by=frozenset({Role.MANAGER}),
    leads_to=Next(stage=Stage.PUBLISHED, starts=PUBLIC_NOW, stops=DUE_NO_MORE),
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT),
    closed_until=f"{GATE}; {SEVEN_DAYS}",
    held_by=Blocks.PUBLICATION,
    source=sources.PART_3,
)
PUBLISH_ELSEWHERE = Step(
    slug="publish_elsewhere",
    transition="T28",
    name="Record that the report was published on the partnership's own site",
    at=frozenset({Stage.BEFORE_PUBLICATION}),
    by=frozenset({Role.MANAGER}),
    leads_to=Next(
        stage=Stage.PUBLISHED,
        starts=(*PUBLIC_NOW, OWN_SITE_CHECK),
        stops=DUE_NO_MORE,
    ),
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT),
    closed_until=f"{GATE}; {SEVEN_DAYS}",
    held_by=Blocks.PUBLICATION,
    source=sources.PART_3,
)
PUBLISH_IMPROVEMENTS = Step(
    slug="publish_improvements",
    transition="T29",
    name="Publish what stands for the report",
    at=frozenset({Stage.BEFORE_PUBLICATION}),
    by=frozenset({Role.MANAGER}),
    leads_to=Next(
        stage=Stage.IMPROVEMENTS_PUBLISHED, starts=PUBLIC_NOW, stops=DUE_NO_MORE
    ),
    reasons="Why the full report may not be published; the Panel is told",
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT),
    closed_until=f"{GATE}; {SEVEN_DAYS}",
    held_by=Blocks.PUBLICATION,
    source=sources.PART_3,
)
PUBLISH_CORRECTION = Step(
    slug="publish_correction",
    transition="T28",
    name="Publish a corrected version, or what came later to stand beside it",
    at=STILL_PUBLIC,
    by=frozenset({Role.MANAGER}),
    reasons="What was corrected",
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER),
    closed_until=GATE,
    source=sources.PART_3,
)
CHECK_PUBLISHED_ELSEWHERE = Step(
    slug="check_published_elsewhere",
    transition="T28",
    name="Check that the report still stands at its address",
    at=STILL_PUBLIC,
    by=BUSINESS_UNIT | {Role.SYSTEM},
    leads_to=Next(starts=(OWN_SITE_CHECK,), stops=(OWN_SITE_CHECK,)),
    source=sources.PART_3,
)
DEPOSIT_WITH_NSPCC = Step(
    slug="deposit_with_nspcc",
    transition="T28",
    name="Record the copy for the NSPCC's national repository",
    at=STILL_PUBLIC,
    by=BUSINESS_UNIT,
    tells_outside=("NSPCC",),
    source=sources.GOOD_PRACTICE,
)
