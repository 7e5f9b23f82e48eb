"""A concern arrives, and the business unit puts it before the partners."""

from heed.rulebook import sources
from heed.rulebook.clocks import ACKNOWLEDGEMENT, LEAD_DECISION, TRIAGE
from heed.rulebook.language import Next, Role, Stage, Step
from heed.rulebook.outcomes import LeadDecision
from heed.rulebook.process import stages
from heed.rulebook.roles import AGENCIES, BUSINESS_UNIT, PARTNERS, THE_GROUP

__all__ = [
    "ACKNOWLEDGE_REFERRAL",
    "ADD_INFORMATION",
    "ASK_TO_LOOK_AGAIN",
    "CHECK_UNDERSTOOD",
    "DRAFT_REFERRAL",
    "ESCALATE_REFUSAL",
    "KEEP_AUTOMATIC_EMAIL",
    "LEAD_DECIDES_TO_REFER",
    "LOG_ENQUIRY",
    "MOVE_ADDED",
    "OFFER_TO_BUSINESS_UNIT",
    "OFFER_TO_DEPUTY",
    "OPEN_CASE",
    "PUT_TOGETHER_AGAIN",
    "REFER",
    "RETURN_FOR_INFORMATION",
    "SAY_WHERE_IT_CAME_FROM",
    "SEPARATE_REFERRAL",
    "SET_ASIDE_REFERRAL",
    "SPLIT_REFERRAL",
    "STEP_BACK_FROM_REFERRAL",
    "WITHDRAW_REFERRAL",
]

_RECEIVED = Next(
    stage=Stage.REFERRAL_RECEIVED,
    stays_at=stages.ANY - {Stage.CONCERN},
    starts=(ACKNOWLEDGEMENT, TRIAGE),
    stops=(LEAD_DECISION,),
)

DRAFT_REFERRAL = Step(
    slug="draft_referral",
    transition="T01",
    name="Draft a referral for the safeguarding lead",
    at=frozenset({Stage.CONCERN}),
    by=frozenset({Role.PRACTITIONER, Role.SAFEGUARDING_LEAD}),
    leads_to=Next(starts=(LEAD_DECISION,)),
    tells=(Role.SAFEGUARDING_LEAD, Role.COORDINATOR),
    source=sources.LOCAL,
)

LEAD_DECIDES_TO_REFER = Step(
    slug="lead_decides_to_refer",
    transition="T01",
    name="Decide whether to refer",
    at=frozenset({Stage.CONCERN}),
    by=frozenset({Role.SAFEGUARDING_LEAD}),
    leads_to={
        LeadDecision.REFER: _RECEIVED,
        LeadDecision.DO_NOT_REFER: Next(stops=(LEAD_DECISION,)),
        LeadDecision.ASK: Next(),
    },
    reasons="Why you refer it, or why you do not",
    reasons_read_by=BUSINESS_UNIT,
    tells=(Role.PRACTITIONER, Role.COORDINATOR),
    source=sources.LOCAL,
)

OFFER_TO_DEPUTY = Step(
    slug="offer_to_deputy",
    transition="T01",
    name="Offer a waiting draft to the lead's deputy",
    at=frozenset({Stage.CONCERN}),
    by=frozenset({Role.SYSTEM, Role.SAFEGUARDING_LEAD, *BUSINESS_UNIT}),
    leads_to=Next(starts=(LEAD_DECISION,), stops=(LEAD_DECISION,)),
    tells=(Role.SAFEGUARDING_LEAD, Role.PRACTITIONER),
    source=sources.LOCAL,
)

OFFER_TO_BUSINESS_UNIT = Step(
    slug="offer_to_business_unit",
    transition="T01",
    name="Offer a waiting draft to the business unit",
    at=frozenset({Stage.CONCERN}),
    by=frozenset({Role.SYSTEM, Role.PRACTITIONER, Role.SAFEGUARDING_LEAD}),
    leads_to=_RECEIVED,
    tells=(Role.COORDINATOR, Role.PRACTITIONER, Role.SAFEGUARDING_LEAD),
    never_stopped=True,
    source=sources.LOCAL,
)

ESCALATE_REFUSAL = Step(
    slug="escalate_refusal",
    transition="T01",
    name="Refer it although the safeguarding lead declined",
    at=frozenset({Stage.CONCERN}),
    by=frozenset({Role.PRACTITIONER}),
    leads_to=_RECEIVED,
    reasons="Why you ask the business unit to look at it",
    reasons_read_by=BUSINESS_UNIT,
    tells=(Role.COORDINATOR, Role.SAFEGUARDING_LEAD),
    never_stopped=True,
    source=sources.GOOD_PRACTICE,
)

REFER = Step(
    slug="refer",
    transition="T01",
    name="Refer a child",
    at=stages.ANY,
    by=frozenset({Role.PUBLIC, Role.REFERRER, Role.PRACTITIONER, Role.SYSTEM})
    | AGENCIES
    | BUSINESS_UNIT
    | PARTNERS
    | THE_GROUP
    | {
        Role.LOCAL_AUTHORITY_NOTIFIER,
        Role.LEAD_REVIEWER,
        Role.FAMILY_CONTACT,
        Role.LEGAL_ADVISER,
        Role.SCRUTINEER,
    },
    leads_to=_RECEIVED,
    tells=(Role.REFERRER, Role.COORDINATOR),
    never_stopped=True,
    source=sources.LOCAL,
)

ACKNOWLEDGE_REFERRAL = Step(
    slug="acknowledge_referral",
    transition="T01",
    name="Acknowledge the referral",
    at=(stages.OPEN | stages.MOVED_ELSEWHERE) - {Stage.CONCERN},
    by=BUSINESS_UNIT | {Role.SYSTEM},
    leads_to=Next(stops=(ACKNOWLEDGEMENT,)),
    tells=(Role.REFERRER,),
    source=sources.LOCAL,
)

ADD_INFORMATION = Step(
    slug="add_information",
    transition="T02",
    name="Add information to a referral",
    at=stages.OPEN | stages.MOVED_ELSEWHERE,
    by=BUSINESS_UNIT
    | {Role.REFERRER, Role.PRACTITIONER, Role.SAFEGUARDING_LEAD, Role.SYSTEM},
    leads_to=Next(
        stage=Stage.REFERRAL_RECEIVED,
        stays_at=(stages.ANY | stages.MOVED_ELSEWHERE)
        - {Stage.RETURNED_FOR_INFORMATION},
    ),
    tells=(Role.COORDINATOR,),
    never_stopped=True,
    source=sources.LOCAL,
)

# An out-of-office reply answers nothing: what was asked stays open.
KEEP_AUTOMATIC_EMAIL = Step(
    slug="keep_automatic_email",
    transition="T02",
    name="Put an email that a program wrote with a referral",
    at=stages.OPEN | stages.MOVED_ELSEWHERE,
    by=BUSINESS_UNIT,
    never_stopped=True,
    source=sources.LOCAL,
)

RETURN_FOR_INFORMATION = Step(
    slug="return_for_information",
    transition="T02",
    name="Ask the referrer for what is missing",
    at=frozenset({Stage.REFERRAL_RECEIVED, Stage.RETURNED_FOR_INFORMATION}),
    by=BUSINESS_UNIT,
    leads_to=Next(stage=Stage.RETURNED_FOR_INFORMATION),
    reasons="What is missing, and why it is needed",
    tells=(Role.REFERRER,),
    source=sources.LOCAL,
)

# What was read stands beside what is said here, and is never overwritten.
CHECK_UNDERSTOOD = Step(
    slug="check_understood",
    transition="T03",
    name="Check what Heed understood",
    at=frozenset(
        {
            Stage.REFERRAL_RECEIVED,
            Stage.RETURNED_FOR_INFORMATION,
            Stage.NOT_PURSUED,
            Stage.MERGED,
        }
    ),
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

# Which agency refers, and which does not, is looked at in the register of results.
SAY_WHERE_IT_CAME_FROM = Step(
    slug="say_where_it_came_from",
    transition="T03",
    name="Say where a referral came from",
    at=(stages.ANY | stages.MOVED_ELSEWHERE) - {Stage.CONCERN},
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

# Before there is a case, and a list on which interests are decided. It closes the
# referral, and the case that comes of it, to whoever says it.
STEP_BACK_FROM_REFERRAL = Step(
    slug="step_back_from_referral",
    transition="T10",
    name="Step back from a referral: I may have an interest",
    at=frozenset({Stage.REFERRAL_RECEIVED, Stage.RETURNED_FOR_INFORMATION}),
    by=BUSINESS_UNIT,
    tells=(Role.COORDINATOR, Role.MANAGER),
    source=sources.GOOD_PRACTICE,
)

OPEN_CASE = Step(
    slug="open_case",
    transition="T03",
    name="Open a case and put it before the partners",
    at=frozenset(
        {
            Stage.REFERRAL_RECEIVED,
            Stage.RETURNED_FOR_INFORMATION,
            Stage.NOT_PURSUED,
        }
    ),
    by=BUSINESS_UNIT,
    leads_to=Next(stage=Stage.UNDER_CONSIDERATION, stops=(TRIAGE,)),
    tells=(Role.DELEGATED_PARTNER, Role.LOCAL_AUTHORITY_NOTIFIER),
    source=sources.S16F,
)

SET_ASIDE_REFERRAL = Step(
    slug="set_aside_referral",
    transition="T03",
    name="Set a referral aside",
    at=frozenset({Stage.REFERRAL_RECEIVED, Stage.RETURNED_FOR_INFORMATION}),
    by=frozenset({Role.MANAGER}),
    leads_to=Next(stage=Stage.NOT_PURSUED, stops=(TRIAGE,)),
    reasons="Why it goes no further; the referrer is told in neutral words",
    tells=(Role.REFERRER, Role.COORDINATOR),
    source=sources.LOCAL,
)

# "Not met" is a result that may be challenged: by who referred, their safeguarding
# lead, or the business unit on behalf of somebody who calls.
ASK_TO_LOOK_AGAIN = Step(
    slug="ask_to_look_again",
    transition="T05",
    name="Ask to look again at a referral that was set aside",
    at=frozenset({Stage.NOT_PURSUED}),
    by=BUSINESS_UNIT | {Role.PRACTITIONER, Role.SAFEGUARDING_LEAD},
    leads_to=Next(stage=Stage.REFERRAL_RECEIVED, starts=(TRIAGE,)),
    reasons="Why the decision is challenged, and by whom",
    reasons_read_by=BUSINESS_UNIT,
    tells=(Role.COORDINATOR, Role.MANAGER),
    source=sources.GOOD_PRACTICE,
)

# Taken with the referral, and with the case that lets it go. Its clocks never stopped.
SEPARATE_REFERRAL = Step(
    slug="separate_referral",
    transition="T34",
    name="Take a referral out of what it was joined to",
    at=stages.A_CASE_OR_PAST | stages.MOVED_ELSEWHERE,
    by=BUSINESS_UNIT,
    leads_to=Next(stage=Stage.REFERRAL_RECEIVED, stays_at=stages.A_CASE_OR_PAST),
    reasons="Why they are two after all",
    tells=(Role.DELEGATED_PARTNER, Role.LOCAL_AUTHORITY_NOTIFIER),
    source=sources.GOOD_PRACTICE,
)

# The other one is referred in the same transaction, and counts from the same day.
SPLIT_REFERRAL = Step(
    slug="split_referral",
    transition="T34",
    name="Split a referral that tells of two incidents",
    at=frozenset({Stage.REFERRAL_RECEIVED, Stage.RETURNED_FOR_INFORMATION}),
    by=BUSINESS_UNIT,
    reasons="Why they are two; the earliest awareness counts for both",
    reasons_read_by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

# Taken with the referral that was split, when what was taken out is joined to it again.
PUT_TOGETHER_AGAIN = Step(
    slug="put_together_again",
    transition="T34",
    name="Put together again what was split",
    at=frozenset({Stage.REFERRAL_RECEIVED, Stage.RETURNED_FOR_INFORMATION}),
    by=BUSINESS_UNIT,
    reasons="Why they are one after all",
    reasons_read_by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

# Taken with both: what came later, or stood with the wrong one, goes where it belongs.
MOVE_ADDED = Step(
    slug="move_added",
    transition="T34",
    name="Move what came with one part of a split referral to another",
    at=(stages.ANY | stages.MOVED_ELSEWHERE) - {Stage.CONCERN},
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

LOG_ENQUIRY = Step(
    slug="log_enquiry",
    transition="T07b",
    name="Log an enquiry by the Panel or Ofsted",
    at=stages.ANY,
    by=BUSINESS_UNIT | {Role.LOCAL_AUTHORITY_NOTIFIER},
    leads_to=Next(
        stage=Stage.UNDER_CONSIDERATION, stays_at=stages.ANY - stages.BEFORE_A_CASE
    ),
    tells=(Role.DELEGATED_PARTNER, Role.LOCAL_AUTHORITY_NOTIFIER),
    never_stopped=True,
    source=sources.GOOD_PRACTICE,
)

WITHDRAW_REFERRAL = Step(
    slug="withdraw_referral",
    transition="T02",
    name="Note that the referrer takes the referral back",
    at=stages.OPEN | stages.MOVED_ELSEWHERE,
    by=frozenset({Role.REFERRER, Role.PRACTITIONER, Role.SAFEGUARDING_LEAD})
    | BUSINESS_UNIT,
    reasons="What the referrer says; consideration goes on all the same",
    tells=(Role.COORDINATOR,),
    source=sources.GOOD_PRACTICE,
)
