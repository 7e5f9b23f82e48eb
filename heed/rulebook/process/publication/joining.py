"""Several partnerships publish under their names, each by its own partners."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import PARTNERS

__all__ = [
    "ANSWER_ON_JOINT",
    "END_JOINT_PUBLICATION",
    "PROPOSE_JOINT_PUBLICATION",
]

PROPOSE_JOINT_PUBLICATION = Step(
    slug="propose_joint_publication",
    transition="T26",
    name="Put before the partners of both areas to publish under both names",
    at=stages.PUBLISHING,
    by=PARTNERS,
    reasons="Why both areas publish it",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    tells_outside=("The other area",),
    source=sources.S16F,
)

# Of the other area too, who see what both agreed and nothing else of the case.
ANSWER_ON_JOINT = Step(
    slug="answer_on_joint",
    transition="T26",
    name="Answer for your body in your area whether to publish under both names",
    at=stages.PUBLISHING,
    by=PARTNERS,
    reasons="Your reasons, or your dissent",
    tells=(Role.COORDINATOR,),
    signatures=3,
    source=sources.S16F,
)

END_JOINT_PUBLICATION = Step(
    slug="end_joint_publication",
    transition="T26",
    name="Take back that it is published under both names",
    at=stages.PUBLISHING,
    by=PARTNERS,
    reasons="Why it goes out under one name",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    tells_outside=("The other area",),
    source=sources.S16F,
)
