"""Working steps that move no case: children, addresses, drafts, reasons given later."""

from heed.rulebook import sources
from heed.rulebook.clocks import working_days
from heed.rulebook.language import Next, Role, Stage, Step
from heed.rulebook.outcomes import AddressAnswer
from heed.rulebook.process import stages
from heed.rulebook.roles import APPROVERS, BUSINESS_UNIT, PARTNERS, THE_GROUP

__all__ = [
    "ADD_PROOF",
    "AGREE_TO_REMOVE",
    "ANSWER_ADDRESS_REQUEST",
    "ASK_FOR_PROTECTED_ADDRESS",
    "CHOOSE_PSEUDONYM",
    "CLEAR_PROCEEDINGS",
    "GIVE_REASON_FOR_LATENESS",
    "NAME_CHILD",
    "NAME_FAMILY_CONTACT",
    "OPEN_AGREED_ADDRESS",
    "OPEN_PROTECTED_ADDRESS",
    "OPEN_WITHHELD_ADDRESS",
    "PREPARE_PUBLICATION",
    "PROPOSE_DECISION",
    "RECORD_ANSWER_OF_BODY",
    "RECORD_PROTECTED_ADDRESS",
    "RECORD_TOLD",
    "WEIGH_NOTIFICATION",
    "WRITE_PORTRAIT",
    "WRITE_RAPID_REVIEW",
]

NAME_CHILD = Step(
    slug="name_child",
    transition="T03",
    name="Record what is known of a child",
    at=stages.ANY - {Stage.ARCHIVED},
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

CHOOSE_PSEUDONYM = Step(
    slug="choose_pseudonym",
    transition="T25",
    name="Choose the name used for a child",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    source=sources.GOOD_PRACTICE,
)

RECORD_PROTECTED_ADDRESS = Step(
    slug="record_protected_address",
    transition="T03",
    name="Record an address that must not be found out",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

OPEN_PROTECTED_ADDRESS = Step(
    slug="open_protected_address",
    transition="T03",
    name="Read an address that must not be found out",
    at=stages.EVERY,
    by=frozenset({Role.MANAGER}),
    reasons="Why you need this address",
    reasons_read_by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

OPEN_WITHHELD_ADDRESS = Step(
    slug="open_withheld_address",
    transition="T03",
    name="Read an address that a referral keeps apart, before there is a case",
    at=stages.EVERY,
    by=BUSINESS_UNIT,
    reasons="Why you need this address",
    reasons_read_by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

# A coordinator asks first, and reads it once when a manager agrees.

ASK_FOR_PROTECTED_ADDRESS = Step(
    slug="ask_for_protected_address",
    transition="T03",
    name="Ask to read an address that must not be found out",
    at=stages.A_CASE_OR_PAST,
    by=frozenset({Role.COORDINATOR}),
    reasons="Why you need this address",
    reasons_read_by=BUSINESS_UNIT,
    tells=(Role.MANAGER,),
    source=sources.GOOD_PRACTICE,
)

ANSWER_ADDRESS_REQUEST = Step(
    slug="answer_address_request",
    transition="T03",
    name="Answer a coordinator who asks for a protected address",
    at=stages.A_CASE_OR_PAST,
    by=frozenset({Role.MANAGER}),
    leads_to={
        AddressAnswer.MAY_READ_ONCE: Next(good_for=working_days(1)),
        AddressAnswer.MAY_NOT_READ: Next(),
    },
    reasons="Why, or why not",
    reasons_read_by=BUSINESS_UNIT,
    tells=(Role.COORDINATOR,),
    source=sources.GOOD_PRACTICE,
)

OPEN_AGREED_ADDRESS = Step(
    slug="open_agreed_address",
    transition="T03",
    name="Read a protected address once, as the manager agreed",
    at=stages.A_CASE_OR_PAST,
    by=frozenset({Role.COORDINATOR}),
    source=sources.GOOD_PRACTICE,
)

NAME_FAMILY_CONTACT = Step(
    slug="name_family_contact",
    transition="T10",
    name="Name who keeps in touch with the family",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT,
    tells=(Role.FAMILY_CONTACT,),
    source=sources.GUIDANCE,
)

GIVE_REASON_FOR_LATENESS = Step(
    slug="give_reason_for_lateness",
    transition="T30",
    name="Say why a date was missed",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT | PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER},
    reasons="Why it was late",
    source=sources.GOOD_PRACTICE,
)

WEIGH_NOTIFICATION = Step(
    slug="weigh_notification",
    transition="T04",
    name="Work through whether to notify",
    at=stages.A_CASE_OR_PAST - {Stage.CLOSED, Stage.ARCHIVED},
    by=BUSINESS_UNIT | PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER},
    source=sources.S16C,
)

WRITE_RAPID_REVIEW = Step(
    slug="write_rapid_review",
    transition="T13",
    name="Write a part of the rapid review",
    at=stages.AFTER_NOTIFICATION,
    by=BUSINESS_UNIT | THE_GROUP,
    source=sources.PANEL_GUIDANCE,
)

PROPOSE_DECISION = Step(
    slug="propose_decision",
    transition="T13",
    name="Put a decision before the three partners",
    at=stages.DECIDING,
    by=BUSINESS_UNIT | PARTNERS,
    reasons="The decision proposed, and why",
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.REG_11,
)

RECORD_TOLD = Step(
    slug="record_told",
    transition="T14",
    name="Record that a national body was told",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT,
    source=sources.GUIDANCE,
)

ADD_PROOF = Step(
    slug="add_proof",
    transition="T14",
    name="Add the proof that something was sent",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

RECORD_ANSWER_OF_BODY = Step(
    slug="record_answer_of_body",
    transition="T15",
    name="Record what a national body answered",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT,
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.GUIDANCE,
)

WRITE_PORTRAIT = Step(
    slug="write_portrait",
    transition="T24",
    name="Write who the child was",
    at=stages.REVIEWING
    | stages.PUBLISHING
    | stages.PUBLIC
    | stages.AFTERWARDS
    | {Stage.CLOSED},
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    source=sources.GUIDANCE,
)

PREPARE_PUBLICATION = Step(
    slug="prepare_publication",
    transition="T27",
    name="Write what is published with the report",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT | PARTNERS,
    source=sources.GOOD_PRACTICE,
)

CLEAR_PROCEEDINGS = Step(
    slug="clear_proceedings",
    transition="T27",
    name="Confirm that proceedings and orders allow publication",
    # Of every case: a briefing may come after a rapid review alone. What begins later
    # is looked at before a correction too.
    at=stages.A_CASE | {Stage.CLOSED},
    by=APPROVERS,
    reasons="Which proceedings and orders you looked at, and whom you asked",
    source=sources.CPS_PROTOCOL,
)

AGREE_TO_REMOVE = Step(
    slug="agree_to_remove",
    transition="T32",
    name="Agree to take a report down in the ordinary way",
    at=stages.A_CASE_OR_PAST,
    by=APPROVERS,
    reasons="Why it need not stay",
    closed_until="it has been public for a year",
    source=sources.PART_3,
)
