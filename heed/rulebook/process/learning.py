"""What was learned becomes actions; actions are done; children are better protected."""

from heed.rulebook import sources
from heed.rulebook.language import Blocks, Next, Role, Stage, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import AGENCIES, APPROVERS, BUSINESS_UNIT, PARTNERS

__all__ = [
    "ARCHIVE_CASE",
    "ASSURE_IMPACT",
    "CLOSE_CASE",
    "COMPLETE_ACTION",
    "MAKE_BRIEFING",
    "MAKE_RECOMMENDATION",
    "OPEN_ACTIONS",
    "PLAN_ACTION",
    "PUBLISH_BRIEFING",
    "RECORD_ACTION_PROGRESS",
    "REOPEN",
    "RESPOND_TO_RECOMMENDATION",
]

MAKE_RECOMMENDATION = Step(
    slug="make_recommendation",
    transition="T26",
    name="Make a recommendation, or a finding with a question",
    at=stages.A_CASE,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.GUIDANCE,
)

RESPOND_TO_RECOMMENDATION = Step(
    slug="respond_to_recommendation",
    transition="T26",
    name="Accept a recommendation, in part or whole, or say why not",
    at=stages.A_CASE,
    by=PARTNERS | {Role.SAFEGUARDING_LEAD},
    reasons="Why, where it is not accepted as it stands",
    tells=(Role.COORDINATOR, Role.LEAD_REVIEWER),
    source=sources.GUIDANCE,
)

PLAN_ACTION = Step(
    slug="plan_action",
    transition="T26",
    name="Plan an action with an owner and a date",
    at=stages.A_CASE,
    by=BUSINESS_UNIT | {Role.SAFEGUARDING_LEAD},
    tells=(Role.SAFEGUARDING_LEAD, Role.DELEGATED_PARTNER),
    source=sources.GUIDANCE,
)

OPEN_ACTIONS = Step(
    slug="open_actions",
    transition="T31",
    name="Follow the actions",
    at=stages.PUBLIC
    | {
        Stage.NO_FURTHER_REVIEW,
        Stage.OTHER_LEARNING,
        Stage.NOTIFIED_WITHOUT_REVIEW,
        Stage.NOTIFICATION_WITHDRAWN,
    },
    by=BUSINESS_UNIT | PARTNERS,
    leads_to=Next(stage=Stage.ACTIONS_OPEN),
    tells=(Role.SAFEGUARDING_LEAD, Role.DELEGATED_PARTNER),
    source=sources.GUIDANCE,
)

RECORD_ACTION_PROGRESS = Step(
    slug="record_action_progress",
    transition="T31",
    name="Record progress on an action",
    at=stages.A_CASE | {Stage.CLOSED},
    by=AGENCIES | BUSINESS_UNIT,
    tells=(Role.COORDINATOR,),
    source=sources.GUIDANCE,
)

COMPLETE_ACTION = Step(
    slug="complete_action",
    transition="T31",
    name="Sign off that an action was done",
    at=stages.A_CASE,
    by=PARTNERS | {Role.MANAGER, Role.SAFEGUARDING_LEAD},
    reasons="The evidence that it was done; if late, why",
    tells=(Role.COORDINATOR,),
    source=sources.GUIDANCE,
)

ASSURE_IMPACT = Step(
    slug="assure_impact",
    transition="T31",
    name="Sign off what changed for children",
    at=frozenset({Stage.ACTIONS_OPEN}),
    by=PARTNERS,
    leads_to=Next(stage=Stage.IMPACT_ASSURED),
    reasons="The evidence of what changed; that an action was done is not enough",
    tells=(Role.COORDINATOR, Role.SCRUTINEER),
    source=sources.S16G,
)

MAKE_BRIEFING = Step(
    slug="make_briefing",
    transition="T28",
    name="Make a seven-minute briefing",
    at=stages.A_CASE | {Stage.CLOSED},
    by=BUSINESS_UNIT,
    tells=(Role.MANAGER,),
    source=sources.GOOD_PRACTICE,
)

PUBLISH_BRIEFING = Step(
    slug="publish_briefing",
    transition="T28",
    name="Publish a briefing",
    at=stages.A_CASE | {Stage.CLOSED},
    by=APPROVERS,
    tells=(Role.DELEGATED_PARTNER, Role.SAFEGUARDING_LEAD),
    closed_until=(
        "its own check for identifying words is clear and somebody else approves it; "
        "where nothing else of the case is public, a second reader tried to tell who "
        "it is about; "
        "while a report is on its way, proceedings are cleared and the family was "
        "offered the draft"
    ),
    signatures=2,
    held_by=Blocks.PUBLICATION,
    source=sources.GOOD_PRACTICE,
)

CLOSE_CASE = Step(
    slug="close_case",
    transition="T32",
    name="Close the case",
    at=frozenset(
        {
            Stage.IMPACT_ASSURED,
            Stage.NOT_PURSUED,
            Stage.NOTIFIED_WITHOUT_REVIEW,
            Stage.NOTIFICATION_WITHDRAWN,
        }
    ),
    by=PARTNERS,
    leads_to=Next(stage=Stage.CLOSED),
    reasons="Why nothing more is owed",
    tells=(Role.COORDINATOR, Role.LEAD_REVIEWER),
    source=sources.LOCAL,
)

ARCHIVE_CASE = Step(
    slug="archive_case",
    transition="T32",
    name="Archive the case",
    at=frozenset({Stage.CLOSED}),
    by=PARTNERS | {Role.MANAGER},
    leads_to=Next(stage=Stage.ARCHIVED),
    reasons="Which retention rule applies",
    tells=(Role.COORDINATOR,),
    source=sources.LOCAL,
)

REOPEN = Step(
    slug="reopen",
    transition="T33",
    name="Reopen the case",
    at=stages.ENDED_OR_ENDING,
    by=PARTNERS,
    leads_to=Next(stage=Stage.UNDER_CONSIDERATION),
    reasons="What is newly known, and since when",
    tells=(Role.COORDINATOR, Role.LOCAL_AUTHORITY_NOTIFIER),
    source=sources.GUIDANCE,
)
