"""The rapid review is opened, criteria are weighed, the three partners decide."""

from heed.rulebook import sources
from heed.rulebook.clocks import RAPID_REVIEW_DUE, REPORT_DUE
from heed.rulebook.language import Next, Role, Stage, Step
from heed.rulebook.outcomes import ReviewDecision
from heed.rulebook.process import stages
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS, READS_THE_CASE, THE_GROUP

__all__ = [
    "AMEND_MEETING",
    "CONFIRM_DECISION",
    "GIVE_VIEW_ON_REVIEW",
    "HOLD_MEETING",
    "JOIN_THEMATIC_REVIEW",
    "LEAVE_THEMATIC_REVIEW",
    "OPEN_LOCAL_RAPID_REVIEW",
    "OPEN_RAPID_REVIEW",
    "OPEN_VIEWS",
    "PLAN_DAYS",
    "SIGN_OFF_RAPID_REVIEW",
    "TELL_REASONS",
    "WEIGH_CRITERIA",
    "WRITE_OWN_NOTE",
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

# The group meets and weighs; the partners decide.

HOLD_MEETING = Step(
    slug="hold_meeting",
    transition="T13",
    name="Record a meeting",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    source=sources.GUIDANCE,
)

# A meeting that was recorded as it began is finished afterwards.
AMEND_MEETING = Step(
    slug="amend_meeting",
    transition="T13",
    name="Finish, or set right, what is recorded of a meeting",
    at=HOLD_MEETING.at,
    by=HOLD_MEETING.by,
    source=sources.GUIDANCE,
)

PLAN_DAYS = Step(
    slug="plan_days",
    transition="T13",
    name="Plan the working days of a rapid review",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    reasons="Why the day moves",
    source=sources.LOCAL,
)

WRITE_OWN_NOTE = Step(
    slug="write_own_note",
    transition="T13",
    name="Note something for yourself",
    at=stages.A_CASE,
    by=READS_THE_CASE,
    source=sources.GOOD_PRACTICE,
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

# First views that a partnership has sealed open when all three are in, at the meeting
# at which the partners decide (HOLD_MEETING), or so.
OPEN_VIEWS = Step(
    slug="open_views",
    transition="T13",
    name="Open the sealed views before all three are in",
    at=GIVE_VIEW_ON_REVIEW.at,
    by=PARTNERS,
    reasons="Why they are opened now",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    source=sources.LOCAL,
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

# What was decided is told to who referred, by somebody whom they know.
TELL_REASONS = Step(
    slug="tell_reasons",
    transition="T13",
    name="Tell who referred, through a safeguarding lead, what was decided and why",
    at=stages.DECISION_STANDS,
    by=BUSINESS_UNIT,
    tells=(Role.SAFEGUARDING_LEAD,),
    source=sources.GOOD_PRACTICE,
)

# Several cases, one review: each keeps its own list of people and its own six months.
JOIN_THEMATIC_REVIEW = Step(
    slug="join_thematic_review",
    transition="T13",
    name="Join the review of another case on the same theme",
    at=stages.DECISION_STANDS - {Stage.NO_FURTHER_REVIEW},
    by=PARTNERS,
    reasons="What the cases have in common, and what is learned better together",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.LEAD_REVIEWER),
    source=sources.GUIDANCE,
)

LEAVE_THEMATIC_REVIEW = Step(
    slug="leave_thematic_review",
    transition="T13",
    name="Take the case out of the review of several",
    at=JOIN_THEMATIC_REVIEW.at,
    by=PARTNERS,
    reasons="Why it is looked at by itself",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.LEAD_REVIEWER),
    source=sources.GUIDANCE,
)
