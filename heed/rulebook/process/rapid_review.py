"""Facts gathered, children made safe, criteria weighed, three partners decide."""

from heed.rulebook import sources
from heed.rulebook.clocks import RAPID_REVIEW_DUE, REPORT_DUE
from heed.rulebook.language import Next, Role, Stage, Step
from heed.rulebook.outcomes import ReviewDecision
from heed.rulebook.process import stages
from heed.rulebook.roles import AGENCIES, BUSINESS_UNIT, PARTNERS, THE_GROUP

__all__ = [
    "ANSWER_REQUEST",
    "ASK_AGENCY",
    "CONFIRM_DECISION",
    "GIVE_VIEW_ON_REVIEW",
    "HOLD_MEETING",
    "LOG_ANSWER",
    "OPEN_LOCAL_RAPID_REVIEW",
    "OPEN_RAPID_REVIEW",
    "REFUSE_REQUEST",
    "REISSUE_SECRET",
    "REQUIRE_INFORMATION",
    "REVOKE_REQUEST",
    "SIGN_OFF_ANSWER",
    "SIGN_OFF_RAPID_REVIEW",
    "WEIGH_CRITERIA",
]

_STAYS = stages.AT_THE_PANEL | stages.DECIDED

# A notification opens the review by itself. This is for one that stands beside another
# that was withdrawn, and for cases that were notified before it did.
OPEN_RAPID_REVIEW = Step(
    slug="open_rapid_review",
    transition="T10",
    name="Open the rapid review",
    at=frozenset({Stage.NOTIFIED, Stage.NOTIFICATION_WITHDRAWN}),
    by=BUSINESS_UNIT,
    leads_to=Next(stage=Stage.RAPID_REVIEW, starts=(RAPID_REVIEW_DUE,)),
    tells=(
        Role.DELEGATED_PARTNER,
        Role.RAPID_REVIEW_MEMBER,
        Role.DESIGNATED_PROFESSIONAL,
        Role.SCRUTINEER,
    ),
    source=sources.GUIDANCE,
)

OPEN_LOCAL_RAPID_REVIEW = Step(
    slug="open_local_rapid_review",
    transition="T10",
    name="Open a rapid review that no statute asks for",
    at=stages.CONSIDERING
    | {Stage.NOTIFIED_WITHOUT_REVIEW, Stage.NOTIFICATION_WITHDRAWN},
    by=PARTNERS | {Role.MANAGER},
    leads_to=Next(stage=Stage.RAPID_REVIEW),
    reasons="Why, although no notification asks for it",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.RAPID_REVIEW_MEMBER),
    source=sources.LOCAL,
)

# Agencies are asked, and answer.

ASK_AGENCY = Step(
    slug="ask_agency",
    transition="T11",
    name="Ask an agency what it knows",
    at=stages.A_CASE,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    tells=(Role.AGENCY_CONTRIBUTOR, Role.SAFEGUARDING_LEAD),
    source=sources.S16H,
)

ANSWER_REQUEST = Step(
    slug="answer_request",
    transition="T11",
    name="Answer what your agency was asked",
    at=stages.A_CASE,
    by=AGENCIES,
    tells=(Role.COORDINATOR, Role.SAFEGUARDING_LEAD),
    source=sources.S16H,
)

LOG_ANSWER = Step(
    slug="log_answer",
    transition="T11",
    name="Log an agency's answer that came another way",
    at=stages.A_CASE,
    by=BUSINESS_UNIT | {Role.SYSTEM},
    tells=(Role.AGENCY_CONTRIBUTOR, Role.SAFEGUARDING_LEAD),
    source=sources.S16H,
)

SIGN_OFF_ANSWER = Step(
    slug="sign_off_answer",
    transition="T11",
    name="Sign off your agency's answer",
    at=stages.A_CASE,
    by=frozenset({Role.SAFEGUARDING_LEAD}),
    tells=(Role.COORDINATOR,),
    source=sources.LOCAL,
)

REISSUE_SECRET = Step(
    slug="reissue_secret",
    transition="T11",
    name="Give an agency a new link",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    tells=(Role.AGENCY_CONTRIBUTOR,),
    source=sources.GOOD_PRACTICE,
)

REVOKE_REQUEST = Step(
    slug="revoke_request",
    transition="T11",
    name="Take back a request to an agency",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    reasons="Why it is no longer asked",
    tells=(Role.AGENCY_CONTRIBUTOR,),
    source=sources.GOOD_PRACTICE,
)

REFUSE_REQUEST = Step(
    slug="refuse_request",
    transition="T11",
    name="Record that an agency declines to answer",
    at=stages.A_CASE,
    by=AGENCIES | BUSINESS_UNIT,
    reasons="Why; the partners may then require it in writing",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    source=sources.S16H,
)

REQUIRE_INFORMATION = Step(
    slug="require_information",
    transition="T11",
    name="Require information in writing",
    at=stages.A_CASE,
    by=PARTNERS,
    reasons="What is required, and for which review",
    tells=(Role.AGENCY_CONTRIBUTOR, Role.SAFEGUARDING_LEAD, Role.COORDINATOR),
    source=sources.S16H,
)

# The group meets and weighs; the partners decide.

HOLD_MEETING = Step(
    slug="hold_meeting",
    transition="T13",
    name="Record a meeting",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    source=sources.GUIDANCE,
)

WEIGH_CRITERIA = Step(
    slug="weigh_criteria",
    transition="T13",
    name="Weigh what the rapid review must answer",
    at=stages.DECIDING,
    by=THE_GROUP | BUSINESS_UNIT | PARTNERS,
    reasons="What was found, for each question",
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.PANEL_GUIDANCE,
)

GIVE_VIEW_ON_REVIEW = Step(
    slug="give_view_on_review",
    transition="T13",
    name="Give your body's view on a review",
    at=stages.DECIDING | {Stage.OTHER_LEARNING},
    by=PARTNERS,
    reasons="Your view on each matter to weigh, and why",
    tells=(Role.COORDINATOR,),
    source=sources.REG_11,
)

CONFIRM_DECISION = Step(
    slug="confirm_decision",
    transition="T13",
    name="Confirm the decision for your body, or dissent",
    at=stages.DECIDING,
    by=PARTNERS,
    reasons="Your reasons, or your dissent",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    signatures=3,
    source=sources.S16F,
)

# Effective on the day of the partners' decision: six months run from then.
SIGN_OFF_RAPID_REVIEW = Step(
    slug="sign_off_rapid_review",
    transition="T13",
    name="Sign off the rapid review and its decision",
    at=stages.DECIDING,
    by=PARTNERS,
    leads_to={
        ReviewDecision.LOCAL_REVIEW: Next(
            stage=Stage.RAPID_REVIEW_SIGNED_OFF, stays_at=_STAYS, starts=(REPORT_DUE,)
        ),
        ReviewDecision.THEMATIC_LOCAL_REVIEW: Next(
            stage=Stage.RAPID_REVIEW_SIGNED_OFF, stays_at=_STAYS, starts=(REPORT_DUE,)
        ),
        ReviewDecision.OTHER_LEARNING: Next(
            stage=Stage.RAPID_REVIEW_SIGNED_OFF, stays_at=_STAYS, stops=(REPORT_DUE,)
        ),
        ReviewDecision.NO_FURTHER_REVIEW: Next(
            stage=Stage.RAPID_REVIEW_SIGNED_OFF, stays_at=_STAYS, stops=(REPORT_DUE,)
        ),
        ReviewDecision.RECOMMEND_NATIONAL: Next(
            stage=Stage.RAPID_REVIEW_SIGNED_OFF, stays_at=_STAYS, stops=(REPORT_DUE,)
        ),
    },
    reasons="The decision and why; dissent stands beside it",
    tells=(Role.COORDINATOR, Role.MANAGER, Role.RAPID_REVIEW_MEMBER, Role.SCRUTINEER),
    signatures=3,
    source=sources.REG_11,
)
