"""Whether and how to publish."""

from heed.rulebook import sources
from heed.rulebook.clocks import DEFERRAL_CHECK
from heed.rulebook.language import Next, Role, Stage, Step
from heed.rulebook.outcomes import PublicationDecision
from heed.rulebook.process import stages
from heed.rulebook.process.publication.shared import (
    DUE_NO_MORE,
    GOES_ON,
    WAITS_NO_MORE,
)
from heed.rulebook.roles import PARTNERS

__all__ = [
    "ANSWER_ON_PUBLICATION",
    "DECIDE_ON_PUBLICATION",
    "LOOK_AGAIN_AT_DEFERRAL",
    "PROPOSE_PUBLICATION",
]

DECIDE_ON_PUBLICATION = Step(
    slug="decide_on_publication",
    transition="T26, T29, T30",
    name="Decide whether and how to publish",
    at=stages.PUBLISHING,
    by=PARTNERS,
    leads_to={
        PublicationDecision.PUBLISH: GOES_ON,
        PublicationDecision.PUBLISH_ANONYMOUSLY: GOES_ON,
        PublicationDecision.PUBLISH_LATER: Next(
            stage=Stage.PUBLICATION_DEFERRED,
            starts=(DEFERRAL_CHECK,),
            stops=WAITS_NO_MORE,
        ),
        PublicationDecision.BRIEFING_ONLY: GOES_ON,
        PublicationDecision.SUMMARY_ONLY: GOES_ON,
        PublicationDecision.RECOMMENDATIONS_ONLY: GOES_ON,
        PublicationDecision.IMPROVEMENTS_ONLY: GOES_ON,
        PublicationDecision.PUBLISH_NOTHING: Next(
            stage=Stage.ACTIONS_OPEN, stops=DUE_NO_MORE + WAITS_NO_MORE
        ),
    },
    reasons="Why; publishing in full is what is expected",
    tells=(Role.COORDINATOR, Role.LEAD_REVIEWER, Role.PANEL_SECRETARIAT),
    tells_outside=("Secretary of State",),
    closed_until=(
        "for anything but publishing in full, and to change what the three decided, "
        "all three have answered and two agree"
    ),
    source=sources.PART_3,
)
PROPOSE_PUBLICATION = Step(
    slug="propose_publication",
    transition="T26, T29, T30",
    name="Put before the three partners how to publish otherwise than in full",
    at=stages.PUBLISHING,
    by=PARTNERS,
    reasons="Why; publishing in full is what is expected",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    source=sources.PART_3,
)
ANSWER_ON_PUBLICATION = Step(
    slug="answer_on_publication",
    transition="T26, T29, T30",
    name="Answer for your body how to publish",
    at=stages.PUBLISHING,
    by=PARTNERS,
    reasons="Your reasons, or your dissent",
    tells=(Role.COORDINATOR,),
    signatures=3,
    source=sources.PART_3,
)

# Each month, until the partners decide otherwise; what was learned is acted on.
LOOK_AGAIN_AT_DEFERRAL = Step(
    slug="look_again_at_deferral",
    transition="T30",
    name="Look again at why publication waits",
    at=frozenset({Stage.PUBLICATION_DEFERRED}),
    by=PARTNERS,
    leads_to=Next(starts=(DEFERRAL_CHECK,), stops=(DEFERRAL_CHECK,)),
    reasons="What still stands in its way, and what is done with the learning now",
    tells=(Role.MANAGER, Role.COORDINATOR, Role.DELEGATED_PARTNER),
    source=sources.GOOD_PRACTICE,
)
