"""It goes out by itself at the moment that was set, or not at all."""

from collections.abc import Mapping

from heed.rulebook import sources
from heed.rulebook.language import Blocks, Next, Role, Stage, Step
from heed.rulebook.outcomes import PUBLISHES_THE_REPORT, STANDS_FOR_THE_REPORT
from heed.rulebook.process.publication.shared import (
    DUE_NO_MORE,
    GATE,
    PUBLIC_NOW,
    READY,
    SEVEN_DAYS,
    STILL_PUBLIC,
)

__all__ = [
    "ARRANGE_RELEASE",
    "LAPSE_RELEASE",
    "RELEASE_PUBLICATION",
    "TAKE_BACK_RELEASE",
]

_TOLD = (Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT)

_GOES_OUT: Mapping[str, Next] = {
    **dict.fromkeys(
        sorted(PUBLISHES_THE_REPORT),
        Next(stage=Stage.PUBLISHED, starts=PUBLIC_NOW, stops=DUE_NO_MORE),
    ),
    **dict.fromkeys(
        sorted(STANDS_FOR_THE_REPORT),
        Next(stage=Stage.IMPROVEMENTS_PUBLISHED, starts=PUBLIC_NOW, stops=DUE_NO_MORE),
    ),
}

ARRANGE_RELEASE = Step(
    slug="arrange_release",
    transition="T27",
    name="Let it be published by itself at the planned moment",
    at=READY,
    by=frozenset({Role.MANAGER}),
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    source=sources.GOOD_PRACTICE,
)

TAKE_BACK_RELEASE = Step(
    slug="take_back_release",
    transition="T27",
    name="Take back that it is published by itself",
    at=READY,
    by=frozenset({Role.MANAGER, Role.DELEGATED_PARTNER, Role.LEAD_PARTNER}),
    reasons="Why it does not go out at that moment",
    tells=(Role.MANAGER, Role.DELEGATED_PARTNER, Role.COORDINATOR),
    source=sources.GOOD_PRACTICE,
)

# Heed decides nothing here: the manager did, and the gate is asked once more.
RELEASE_PUBLICATION = Step(
    slug="release_publication",
    transition="T28, T29",
    name="Publish at the moment that the manager arranged",
    at=frozenset({Stage.BEFORE_PUBLICATION}),
    by=frozenset({Role.SYSTEM}),
    leads_to=_GOES_OUT,
    tells=_TOLD,
    closed_until=f"the moment has come, to the second; {GATE}; {SEVEN_DAYS}",
    held_by=Blocks.PUBLICATION,
    source=sources.PART_3,
)

LAPSE_RELEASE = Step(
    slug="lapse_release",
    transition="T27",
    name="Note that it was not published at its moment, because the gate was shut or "
    "Heed did not run",
    at=STILL_PUBLIC,
    by=frozenset({Role.SYSTEM}),
    tells=(Role.MANAGER, Role.COORDINATOR, Role.DELEGATED_PARTNER),
    source=sources.GOOD_PRACTICE,
)
