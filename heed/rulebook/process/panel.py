"""The Panel reads the rapid review and answers; the partners follow or reply."""

from dataclasses import replace

from heed.rulebook import sources
from heed.rulebook.clocks import (
    NATIONAL_ADVANCE_COPY,
    NATIONAL_AVAILABILITY,
    NATIONAL_REPORT_DUE,
    PANEL_REPLY,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
)
from heed.rulebook.language import Next, Role, Stage, Step
from heed.rulebook.outcomes import (
    NationalDecision,
    PanelAnswer,
    Reconsideration,
    ReviewDecision,
)
from heed.rulebook.process import stages
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS, THE_PANEL

__all__ = [
    "CHOOSE_ANNEX",
    "CHOOSE_NAMES",
    "CLOSE_WITHOUT_REVIEW",
    "DECIDE_ON_NATIONAL_REVIEW",
    "PLAN_NATIONAL_PUBLICATION",
    "RECONSIDER",
    "RECORD_NATIONAL_REPORT",
    "RECORD_PANEL_ANSWER",
    "RECORD_PANEL_FEEDBACK",
    "REMOVE_NATIONAL_REPORT",
    "REOPEN_RAPID_REVIEW",
    "SEND_NATIONAL_REPORT_AHEAD",
    "SEND_TO_PANEL",
]

_ANSWERED = Next(
    stage=Stage.PANEL_RESPONDED,
    stays_at=stages.AFTER_THE_PANEL | {Stage.RECONSIDERED},
    stops=(PANEL_REPLY,),
)
_NATIONAL = Next(
    stage=Stage.NATIONAL_REVIEW,
    stays_at=stages.REVIEWING | stages.PUBLISHING | stages.PUBLIC | stages.AFTERWARDS,
    starts=(NATIONAL_REPORT_DUE,),
    stops=(PANEL_REPLY,),
)

_RECONSIDERED = Next(
    stage=Stage.RECONSIDERED, stays_at=frozenset({Stage.NATIONAL_REVIEW})
)
_NO_REVIEW = Next(stage=Stage.NO_FURTHER_REVIEW, stops=(REPORT_DUE,))

# Nothing waits for it: without a choice people are called by pseudonym.
CHOOSE_NAMES = Step(
    slug="choose_names",
    transition="T14",
    name="Choose how people are called in the paper for the Panel",
    at=stages.ANY,
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

CHOOSE_ANNEX = Step(
    slug="choose_annex",
    transition="T14",
    name="Choose which rows of the chronology go along to the Panel",
    at=stages.ANY,
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

SEND_TO_PANEL = Step(
    slug="send_to_panel",
    transition="T14",
    name="Record that the rapid review was sent to the Panel",
    at=stages.ANY,
    by=BUSINESS_UNIT,
    leads_to=Next(
        stage=Stage.WITH_THE_PANEL,
        stays_at=stages.AFTER_THE_PANEL,
        starts=(PANEL_REPLY,),
        stops=(RAPID_REVIEW_DUE,),
    ),
    reasons="If it was sent after fifteen working days: why",
    tells=(Role.PANEL_SECRETARIAT, Role.DELEGATED_PARTNER, Role.RAPID_REVIEW_MEMBER),
    never_stopped=True,
    source=sources.PANEL_GUIDANCE,
)

RECORD_PANEL_ANSWER = Step(
    slug="record_panel_answer",
    transition="T15",
    name="Record the Panel's answer",
    at=stages.AFTER_NOTIFICATION,
    by=BUSINESS_UNIT | THE_PANEL,
    leads_to={
        PanelAnswer.AGREES: _ANSWERED,
        PanelAnswer.DISAGREES: _ANSWERED,
        PanelAnswer.ASKS_FOR_MORE: _ANSWERED,
        PanelAnswer.NATIONAL_REVIEW: _NATIONAL,
        PanelAnswer.THEMATIC_INTEREST: _ANSWERED,
    },
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.RAPID_REVIEW_MEMBER),
    source=sources.PANEL_FAQ,
)

RECORD_PANEL_FEEDBACK = Step(
    slug="record_panel_feedback",
    transition="T15",
    name="Record what the Panel says of the quality of the rapid review",
    at=stages.AFTER_NOTIFICATION | {Stage.CLOSED},
    by=BUSINESS_UNIT,
    source=sources.PANEL_GUIDANCE,
)

REOPEN_RAPID_REVIEW = Step(
    slug="reopen_rapid_review",
    transition="T16",
    name="Take up the rapid review again for the Panel",
    at=frozenset({Stage.PANEL_RESPONDED}),
    by=PARTNERS | {Role.MANAGER},
    leads_to=Next(stage=Stage.RAPID_REVIEW),
    reasons="What the Panel asks for, and the new date agreed",
    tells=(Role.COORDINATOR, Role.RAPID_REVIEW_MEMBER),
    source=sources.PANEL_FAQ,
)

# Proposed, and answered by each of the three, like the first decision: this follows
# from the third answer.
RECONSIDER = Step(
    slug="reconsider",
    transition="T17",
    name="Decide again after the Panel's answer, and reply",
    at=frozenset({Stage.PANEL_RESPONDED, Stage.RECONSIDERED}) | stages.DECIDED,
    by=PARTNERS,
    leads_to={
        Reconsideration.DECISION_STANDS: _RECONSIDERED,
        Reconsideration.LOCAL_REVIEW: replace(_RECONSIDERED, starts=(REPORT_DUE,)),
        Reconsideration.THEMATIC_LOCAL_REVIEW: replace(
            _RECONSIDERED, starts=(REPORT_DUE,)
        ),
        Reconsideration.OTHER_LEARNING: replace(_RECONSIDERED, stops=(REPORT_DUE,)),
        Reconsideration.NO_FURTHER_REVIEW: replace(_RECONSIDERED, stops=(REPORT_DUE,)),
        Reconsideration.RECOMMEND_NATIONAL: replace(_RECONSIDERED, stops=(REPORT_DUE,)),
    },
    reasons="Your reply to the Panel, whichever way you decide",
    tells=(Role.COORDINATOR, Role.PANEL_SECRETARIAT, Role.SCRUTINEER),
    signatures=3,
    source=sources.REG_11,
)

# Only as the three partners decided. The Panel reads what a notification asked for,
# and what it is recommended; a rapid review that no statute asks for ends without it.
CLOSE_WITHOUT_REVIEW = Step(
    slug="close_without_review",
    transition="T18",
    name="End without a review, and turn the learning into actions",
    at=frozenset(
        {Stage.RAPID_REVIEW_SIGNED_OFF, Stage.PANEL_RESPONDED, Stage.RECONSIDERED}
    ),
    by=PARTNERS,
    leads_to={
        ReviewDecision.NO_FURTHER_REVIEW: _NO_REVIEW,
        ReviewDecision.RECOMMEND_NATIONAL: _NO_REVIEW,
        ReviewDecision.OTHER_LEARNING: Next(
            stage=Stage.OTHER_LEARNING, stops=(REPORT_DUE,)
        ),
    },
    reasons="Why no review is held, and what was learned already",
    tells=(Role.COORDINATOR, Role.RAPID_REVIEW_MEMBER),
    source=sources.GUIDANCE,
)

# The Panel's own review

DECIDE_ON_NATIONAL_REVIEW = Step(
    slug="decide_on_national_review",
    transition="T20",
    name="Decide whether to hold a national review",
    at=frozenset({Stage.NOTIFIED}) | stages.AFTER_NOTIFICATION,
    by=frozenset({Role.PANEL_MEMBER}),
    leads_to={
        NationalDecision.NATIONAL_REVIEW: _NATIONAL,
        NationalDecision.THEMATIC_NATIONAL_REVIEW: _NATIONAL,
        NationalDecision.NO_NATIONAL_REVIEW: Next(),
    },
    reasons="Why, for the partners to read",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.PANEL_SECRETARIAT),
    source=sources.REG_3,
)

# Effective on the planned day of publication: this clock counts backwards from it.
PLAN_NATIONAL_PUBLICATION = Step(
    slug="plan_national_publication",
    transition="T27",
    name="Set the day on which the national report is published",
    at=frozenset({Stage.NATIONAL_REVIEW}),
    by=frozenset({Role.PANEL_SECRETARIAT}),
    leads_to=Next(starts=(NATIONAL_ADVANCE_COPY,)),
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    source=sources.REG_9,
)

SEND_NATIONAL_REPORT_AHEAD = Step(
    slug="send_national_report_ahead",
    transition="T27",
    name="Send the national report to the Secretary of State",
    at=frozenset({Stage.NATIONAL_REVIEW}),
    by=frozenset({Role.PANEL_SECRETARIAT}),
    leads_to=Next(stops=(NATIONAL_ADVANCE_COPY,)),
    tells_outside=("Secretary of State",),
    source=sources.REG_9,
)

RECORD_NATIONAL_REPORT = Step(
    slug="record_national_report",
    transition="T28",
    name="Record that the national report was published",
    at=frozenset({Stage.NATIONAL_REVIEW}),
    by=BUSINESS_UNIT | {Role.PANEL_SECRETARIAT},
    leads_to=Next(
        stage=Stage.ACTIONS_OPEN,
        starts=(NATIONAL_AVAILABILITY,),
        stops=(NATIONAL_REPORT_DUE, NATIONAL_ADVANCE_COPY),
    ),
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.S16B,
)

REMOVE_NATIONAL_REPORT = Step(
    slug="remove_national_report",
    transition="T32",
    name="Record that the national report was taken down",
    at=stages.AFTERWARDS | {Stage.CLOSED, Stage.ARCHIVED},
    by=BUSINESS_UNIT | {Role.PANEL_SECRETARIAT},
    leads_to=Next(stops=(NATIONAL_AVAILABILITY,)),
    closed_until="three years have passed since it was published",
    source=sources.REG_10,
)
