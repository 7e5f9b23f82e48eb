"""A local review: a lead reviewer is found, meets people, writes; partners sign off."""

from heed.rulebook import sources
from heed.rulebook.clocks import MONITORING, REPORT_DUE
from heed.rulebook.language import Blocks, Next, Role, Stage, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import AGENCIES, BUSINESS_UNIT, PARTNERS, THE_GROUP

__all__ = [
    "ACCEPT_CHANGE",
    "AGREE_TERMS",
    "ANSWER_COMMENT",
    "ANSWER_WRITTEN_REQUEST",
    "APPOINT_REVIEWER",
    "ASK_FOR_ACCOUNT",
    "COMMENT_ON_ACCURACY",
    "CONFIRM_REPORT",
    "DECLARE_INDEPENDENCE",
    "DISPUTE_CHANGE",
    "GIVE_OWN_WORDS",
    "INVITE_TO_EVENT",
    "LODGE_DRAFT",
    "NOTE_MONITORING",
    "PROPOSE_CHANGE",
    "PROPOSE_REVIEWER",
    "QUALITY_ASSURE",
    "RECORD_ATTENDANCE",
    "RECORD_EVENT",
    "RECORD_INDEPENDENCE",
    "REPLACE_REVIEWER",
    "REQUEST_FROM_REVIEWER",
    "SIGN_OFF_REPORT",
    "START_LOCAL_REVIEW",
    "TAKE_BACK_ACCOUNT",
    "TELL_OF_REVIEWER",
    "WRITE_FINDING",
]

_WRITING = frozenset({Stage.IN_REVIEW, Stage.DRAFT_REPORT, Stage.QUALITY_ASSURED})
_WITH_TERMS = frozenset({Stage.COMMISSIONING}) | _WRITING
_DRAFTED = frozenset({Stage.DRAFT_REPORT, Stage.QUALITY_ASSURED})
_TO_START = frozenset(
    {
        Stage.RAPID_REVIEW_SIGNED_OFF,
        Stage.NOTIFICATION_WITHDRAWN,
        Stage.OTHER_LEARNING,
        Stage.NO_FURTHER_REVIEW,
        Stage.NATIONAL_REVIEW,
    }
)

# Only where the three partners decided to hold one, in a rapid review. Effective on the
# day of that decision: the six months run from then, whoever starts the work and when.
START_LOCAL_REVIEW = Step(
    slug="start_local_review",
    transition="T19",
    name="Start the local review",
    at=_TO_START | stages.AT_THE_PANEL,
    by=PARTNERS | {Role.MANAGER},
    leads_to=Next(stage=Stage.LOCAL_REVIEW_STARTED, starts=(REPORT_DUE,)),
    reasons="The decision and why, as the partners made it",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR, Role.PANEL_SECRETARIAT),
    tells_outside=("Department for Education", "Ofsted"),
    source=sources.REG_11,
)

# The lead reviewer

PROPOSE_REVIEWER = Step(
    slug="propose_reviewer",
    transition="T21",
    name="Propose a lead reviewer",
    at=stages.REVIEWING,
    by=BUSINESS_UNIT,
    reasons="How this person meets what a reviewer must bring",
    tells=(Role.LEAD_REVIEWER, Role.DELEGATED_PARTNER),
    source=sources.GUIDANCE,
)

DECLARE_INDEPENDENCE = Step(
    slug="declare_independence",
    transition="T21",
    name="Declare independence",
    at=stages.REVIEWING,
    by=frozenset({Role.LEAD_REVIEWER}),
    tells=(Role.MANAGER, Role.DELEGATED_PARTNER),
    source=sources.GUIDANCE,
)

RECORD_INDEPENDENCE = Step(
    slug="record_independence",
    transition="T21",
    name="Record a declaration of independence given on paper",
    at=stages.REVIEWING,
    by=BUSINESS_UNIT,
    tells=(Role.MANAGER, Role.DELEGATED_PARTNER),
    source=sources.GUIDANCE,
)

APPOINT_REVIEWER = Step(
    slug="appoint_reviewer",
    transition="T21",
    name="Appoint the lead reviewer",
    at=stages.REVIEWING,
    by=PARTNERS,
    leads_to=Next(stage=Stage.COMMISSIONING, stays_at=_WITH_TERMS),
    reasons="Why this reviewer, against what a reviewer must bring",
    tells=(Role.LEAD_REVIEWER, Role.COORDINATOR, Role.LEGAL_ADVISER),
    source=sources.GUIDANCE,
)

TELL_OF_REVIEWER = Step(
    slug="tell_of_reviewer",
    transition="T19",
    name="Tell the Panel, the Department and Ofsted who reviews",
    at=stages.REVIEWING,
    by=BUSINESS_UNIT,
    tells=(Role.PANEL_SECRETARIAT,),
    tells_outside=("Department for Education", "Ofsted"),
    source=sources.GUIDANCE,
)

AGREE_TERMS = Step(
    slug="agree_terms",
    transition="T21",
    name="Agree the terms of reference and the method",
    at=_WITH_TERMS,
    by=PARTNERS | {Role.MANAGER},
    leads_to=Next(
        stage=Stage.IN_REVIEW,
        stays_at=_WRITING,
        starts=(MONITORING,),
        stops=(MONITORING,),
    ),
    tells=(Role.LEAD_REVIEWER, Role.COORDINATOR),
    source=sources.GUIDANCE,
)

REPLACE_REVIEWER = Step(
    slug="replace_reviewer",
    transition="T23",
    name="End a lead reviewer's appointment",
    at=stages.REVIEWING,
    by=PARTNERS,
    reasons="Why; the six months do not start again",
    tells=(Role.LEAD_REVIEWER, Role.COORDINATOR, Role.PANEL_SECRETARIAT),
    source=sources.REG_14,
)

NOTE_MONITORING = Step(
    slug="note_monitoring",
    transition="T22",
    name="Note the time and quality of the review",
    at=_WITH_TERMS,
    by=PARTNERS | BUSINESS_UNIT,
    leads_to=Next(starts=(MONITORING,), stops=(MONITORING,)),
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.REG_14,
)

REQUEST_FROM_REVIEWER = Step(
    slug="request_from_reviewer",
    transition="T22",
    name="Ask the reviewer in writing for information or a draft",
    at=_WITH_TERMS,
    by=PARTNERS,
    reasons="What you ask for, and by when",
    tells=(Role.LEAD_REVIEWER, Role.COORDINATOR),
    source=sources.REG_14,
)

ANSWER_WRITTEN_REQUEST = Step(
    slug="answer_written_request",
    transition="T22",
    name="Answer what you were asked in writing",
    at=_WITH_TERMS | stages.PUBLISHING,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    source=sources.REG_14,
)

# Practitioners take part, without blame.

INVITE_TO_EVENT = Step(
    slug="invite_to_event",
    transition="T21",
    name="Invite practitioners to an event",
    at=stages.REVIEWING,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    tells=(Role.PRACTITIONER, Role.SAFEGUARDING_LEAD),
    held_by=Blocks.INTERVIEWS,
    source=sources.GUIDANCE,
)

RECORD_ATTENDANCE = Step(
    slug="record_attendance",
    transition="T21",
    name="Record who came to an event, and what support they had",
    at=stages.REVIEWING,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    source=sources.GUIDANCE,
)

RECORD_EVENT = Step(
    slug="record_event",
    transition="T21",
    name="Record what practitioners said",
    at=stages.REVIEWING,
    by=frozenset({Role.LEAD_REVIEWER}),
    source=sources.GUIDANCE,
)

ASK_FOR_ACCOUNT = Step(
    slug="ask_for_account",
    transition="T21",
    name="Ask a practitioner for their own account",
    at=stages.REVIEWING,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    tells=(Role.PRACTITIONER,),
    held_by=Blocks.INTERVIEWS,
    source=sources.GUIDANCE,
)

TAKE_BACK_ACCOUNT = Step(
    slug="take_back_account",
    transition="T21",
    name="Take back the link for a practitioner's own account",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    source=sources.GOOD_PRACTICE,
)

GIVE_OWN_WORDS = Step(
    slug="give_own_words",
    transition="T21",
    name="Give your own account",
    at=stages.REVIEWING,
    by=AGENCIES | {Role.PRACTITIONER},
    tells=(Role.LEAD_REVIEWER,),
    source=sources.GUIDANCE,
)

# The report

# What the reviewer finds is hers: nobody else writes it, changes it or takes it out.
WRITE_FINDING = Step(
    slug="write_finding",
    transition="T24",
    name="Write a finding, and on which rows of the chronology it rests",
    at=_WITH_TERMS,
    by=frozenset({Role.LEAD_REVIEWER}),
    source=sources.REG_14,
)

LODGE_DRAFT = Step(
    slug="lodge_draft",
    transition="T24",
    name="Lodge a draft report",
    at=_WRITING,
    by=frozenset({Role.LEAD_REVIEWER}),
    leads_to=Next(stage=Stage.DRAFT_REPORT),
    tells=(Role.COORDINATOR, Role.MANAGER),
    source=sources.REG_14,
)

COMMENT_ON_ACCURACY = Step(
    slug="comment_on_accuracy",
    transition="T25",
    name="Comment on the accuracy of the draft",
    at=_DRAFTED,
    by=BUSINESS_UNIT
    | PARTNERS
    | THE_GROUP
    | {Role.SAFEGUARDING_LEAD, Role.LEGAL_ADVISER},
    tells=(Role.LEAD_REVIEWER,),
    source=sources.GUIDANCE,
)

ANSWER_COMMENT = Step(
    slug="answer_comment",
    transition="T25",
    name="Answer a comment on the accuracy of your draft",
    at=_DRAFTED,
    by=frozenset({Role.LEAD_REVIEWER}),
    tells=(Role.COORDINATOR,),
    source=sources.GOOD_PRACTICE,
)

PROPOSE_CHANGE = Step(
    slug="propose_change",
    transition="T25",
    name="Propose a change to the reviewer's final draft",
    at=_DRAFTED | stages.PUBLISHING,
    by=BUSINESS_UNIT | PARTNERS | {Role.LEGAL_ADVISER},
    reasons="What should change, and why",
    tells=(Role.LEAD_REVIEWER,),
    source=sources.GOOD_PRACTICE,
)

ACCEPT_CHANGE = Step(
    slug="accept_change",
    transition="T25",
    name="Accept a change to your report",
    at=_DRAFTED | stages.PUBLISHING,
    by=frozenset({Role.LEAD_REVIEWER}),
    tells=(Role.COORDINATOR,),
    source=sources.GOOD_PRACTICE,
)

DISPUTE_CHANGE = Step(
    slug="dispute_change",
    transition="T25",
    name="Dispute a change to your report",
    at=_DRAFTED | stages.PUBLISHING,
    by=frozenset({Role.LEAD_REVIEWER}),
    reasons="Why the change should not stand",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    source=sources.GOOD_PRACTICE,
)

QUALITY_ASSURE = Step(
    slug="quality_assure",
    transition="T25",
    name="Find the report ready to be signed off",
    at=frozenset({Stage.DRAFT_REPORT}),
    by=PARTNERS | {Role.MANAGER},
    leads_to=Next(stage=Stage.QUALITY_ASSURED),
    reasons="What was checked, and what was changed",
    tells=(Role.LEAD_REVIEWER, Role.DELEGATED_PARTNER),
    source=sources.S16F,
)

CONFIRM_REPORT = Step(
    slug="confirm_report",
    transition="T26",
    name="Sign the report for your body, or dissent",
    at=frozenset({Stage.QUALITY_ASSURED}) | stages.PUBLISHING,
    by=PARTNERS,
    reasons="Your reasons, or your dissent",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    signatures=3,
    source=sources.S16F,
)

SIGN_OFF_REPORT = Step(
    slug="sign_off_report",
    transition="T26",
    name="Sign off the report",
    at=frozenset({Stage.QUALITY_ASSURED}) | stages.PUBLISHING,
    by=PARTNERS,
    leads_to=Next(
        stage=Stage.SIGNED_OFF, stays_at=stages.PUBLISHING, stops=(MONITORING,)
    ),
    tells=(Role.LEAD_REVIEWER, Role.COORDINATOR),
    signatures=3,
    source=sources.S16F,
)
