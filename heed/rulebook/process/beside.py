"""What may happen at almost any stage: safety, family, people, dates, open items."""

from heed.rulebook import sources
from heed.rulebook.language import Blocks, Next, Role, Stage, Step
from heed.rulebook.outcomes import InterestDecision
from heed.rulebook.process import stages
from heed.rulebook.roles import (
    AGENCIES,
    BUSINESS_UNIT,
    CASE_ROLES,
    EVERYBODY_IN_CASEWORK,
    JUDGES_OF_INTERESTS,
    PARTNERS,
    READS_THE_CASE,
    THE_GROUP,
    THE_PANEL,
)

__all__ = [
    "AGREE_WHAT_FAMILY_IS_TOLD",
    "AMEND_START",
    "ANSWER_OPEN_ITEM",
    "ANSWER_SCRUTINEER",
    "COMMENT_AS_SCRUTINEER",
    "CONFIRM_SAFETY_ACTION",
    "COUNT_ANEW",
    "DECIDE_ON_INTEREST",
    "DECLARE_INTEREST",
    "EXCLUDE_PERSON",
    "EXPORT_CASE",
    "EXPORT_REFERRAL",
    "GRANT_ACCESS",
    "KEEP_FAMILY_RECORD",
    "LIFT_EXCLUSION",
    "MERGE_CASE",
    "NAME_FAMILY_MEMBER",
    "NOTE_CIRCUMSTANCE",
    "RAISE_SAFETY_ACTION",
    "RECORD_FAMILY_CONTACT",
    "RECORD_OPEN_ITEM",
    "RELATE_PEOPLE",
    "RETURN_TO_A_CASE",
    "REVOKE_ACCESS",
    "SET_NEW_TARGET",
    "SPLIT_CASE",
    "STEP_IN_FOR_A_LEAVER",
    "TRANSFER_CASE",
]

_BEFORE_SUBMISSION = (
    stages.CONSIDERING | stages.NOTIFIED_ONLY | stages.IN_RAPID_REVIEW
) | {Stage.REFERRAL_RECEIVED, Stage.RETURNED_FOR_INFORMATION}
_FAMILY_PEOPLE = BUSINESS_UNIT | {Role.LEAD_REVIEWER, Role.FAMILY_CONTACT}

# A child's safety comes first, at every stage.

RAISE_SAFETY_ACTION = Step(
    slug="raise_safety_action",
    transition="T12",
    name="Ask for a child to be made safe now",
    at=stages.ANY,
    by=EVERYBODY_IN_CASEWORK,
    tells=(
        Role.COORDINATOR,
        Role.MANAGER,
        Role.DELEGATED_PARTNER,
        Role.LOCAL_AUTHORITY_NOTIFIER,
    ),
    never_stopped=True,
    source=sources.GUIDANCE,
)

CONFIRM_SAFETY_ACTION = Step(
    slug="confirm_safety_action",
    transition="T12",
    name="Confirm that a child was made safe",
    at=stages.ANY,
    by=BUSINESS_UNIT
    | PARTNERS
    | THE_GROUP
    | {Role.LOCAL_AUTHORITY_NOTIFIER, Role.SAFEGUARDING_LEAD, Role.AGENCY_CONTRIBUTOR},
    reasons="What was done, by whom and when",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    never_stopped=True,
    source=sources.GUIDANCE,
)

# The family, from the first day

NAME_FAMILY_MEMBER = Step(
    slug="name_family_member",
    transition="T10",
    name="Name somebody of the family",
    at=stages.A_CASE_OR_PAST,
    by=_FAMILY_PEOPLE,
    source=sources.GUIDANCE,
)

KEEP_FAMILY_RECORD = Step(
    slug="keep_family_record",
    transition="T10",
    name="Write down who counts as family, and what to call the child",
    at=stages.A_CASE_OR_PAST,
    by=_FAMILY_PEOPLE,
    source=sources.GUIDANCE,
)

RELATE_PEOPLE = Step(
    slug="relate_people",
    transition="T10",
    name="Say how people are related, and who lives with whom",
    at=stages.A_CASE_OR_PAST,
    by=_FAMILY_PEOPLE,
    source=sources.PANEL_GUIDANCE,
)

RECORD_FAMILY_CONTACT = Step(
    slug="record_family_contact",
    transition="T10",
    name="Record a contact with the family",
    at=stages.A_CASE_OR_PAST,
    by=_FAMILY_PEOPLE,
    tells=(Role.FAMILY_CONTACT,),
    source=sources.GUIDANCE,
)

# What the partners agreed that the family hears of a decision; who keeps in touch with
# the family reads that, and not the decision.
AGREE_WHAT_FAMILY_IS_TOLD = Step(
    slug="agree_what_family_is_told",
    transition="T10",
    name="Agree what the family is told of the decision",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT | PARTNERS,
    tells=(Role.FAMILY_CONTACT,),
    source=sources.GUIDANCE,
)

# Who may see a case

GRANT_ACCESS = Step(
    slug="grant_access",
    transition="T03",
    name="Put somebody on the case's list",
    at=stages.A_CASE_OR_PAST,
    by=PARTNERS | {Role.MANAGER},
    source=sources.GOOD_PRACTICE,
)

REVOKE_ACCESS = Step(
    slug="revoke_access",
    transition="T03",
    name="Take somebody off the case's list",
    at=stages.A_CASE_OR_PAST,
    by=frozenset({Role.MANAGER}),
    reasons="Why",
    source=sources.GOOD_PRACTICE,
)

DECLARE_INTEREST = Step(
    slug="declare_interest",
    transition="T10",
    name="Declare an interest, or that you have none",
    at=stages.A_CASE_OR_PAST,
    by=CASE_ROLES | AGENCIES | THE_PANEL,
    tells=(Role.MANAGER,),
    source=sources.GOOD_PRACTICE,
)

EXCLUDE_PERSON = Step(
    slug="exclude_person",
    transition="T10",
    name="Exclude somebody with a conflict of interest",
    at=stages.A_CASE_OR_PAST,
    by=frozenset({Role.MANAGER}),
    reasons="Which interest conflicts",
    reasons_read_by=JUDGES_OF_INTERESTS,
    source=sources.GOOD_PRACTICE,
)

# Keeping somebody out takes one decision; letting somebody in takes two: of the manager
# and of a partner, or of partners of different bodies where no manager may decide.

DECIDE_ON_INTEREST = Step(
    slug="decide_on_interest",
    transition="T10",
    name="Decide on an interest that somebody declared",
    at=stages.A_CASE_OR_PAST,
    by=JUDGES_OF_INTERESTS,
    leads_to={
        InterestDecision.MAY_WORK_ON_IT: Next(signatures=2),
        InterestDecision.STAYS_OUT: Next(),
        InterestDecision.IS_REPLACED: Next(),
    },
    reasons="Why this interest does or does not stand in the way",
    reasons_read_by=JUDGES_OF_INTERESTS,
    source=sources.GOOD_PRACTICE,
)

LIFT_EXCLUSION = Step(
    slug="lift_exclusion",
    transition="T10",
    name="Look again at whether somebody stays out of a case",
    at=stages.A_CASE_OR_PAST,
    by=JUDGES_OF_INTERESTS,
    leads_to={
        InterestDecision.MAY_WORK_ON_IT: Next(signatures=2),
        InterestDecision.STAYS_OUT: Next(),
    },
    reasons="What has changed, or was not known",
    reasons_read_by=JUDGES_OF_INTERESTS,
    source=sources.GOOD_PRACTICE,
)

COMMENT_AS_SCRUTINEER = Step(
    slug="comment_as_scrutineer",
    transition="T13",
    name="Comment on a decision, or challenge it",
    at=stages.A_CASE_OR_PAST,
    by=frozenset({Role.SCRUTINEER}),
    tells=(Role.DELEGATED_PARTNER, Role.MANAGER),
    source=sources.S16G,
)

ANSWER_SCRUTINEER = Step(
    slug="answer_scrutineer",
    transition="T13",
    name="Answer the scrutineer",
    at=stages.A_CASE_OR_PAST,
    by=PARTNERS | {Role.MANAGER},
    reasons="What follows from the comment, or why nothing does",
    tells=(Role.SCRUTINEER,),
    source=sources.S16G,
)

# What is still open, and what else runs beside the case

RECORD_OPEN_ITEM = Step(
    slug="record_open_item",
    transition="T07b",
    name="Note something that is still open",
    at=stages.ANY,
    by=READS_THE_CASE | {Role.SYSTEM},
    tells=(Role.COORDINATOR,),
    source=sources.GOOD_PRACTICE,
)

ANSWER_OPEN_ITEM = Step(
    slug="answer_open_item",
    transition="T07b",
    name="Answer something that was still open",
    at=stages.ANY,
    by=READS_THE_CASE,
    reasons="The answer; “not known, because …” is one",
    tells=(Role.COORDINATOR,),
    source=sources.GOOD_PRACTICE,
)

NOTE_CIRCUMSTANCE = Step(
    slug="note_circumstance",
    transition="T25",
    name="Note care, another area or public interest",
    at=stages.A_CASE_OR_PAST,
    by=BUSINESS_UNIT | PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER, Role.LEGAL_ADVISER},
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER),
    source=sources.CPS_PROTOCOL,
)

# Dates: no clock pauses, and none is corrected in silence.

AMEND_START = Step(
    slug="amend_start",
    transition="T33",
    name="Correct the date from which a clock runs",
    at=stages.A_CASE_OR_PAST,
    by=PARTNERS | {Role.MANAGER, Role.LOCAL_AUTHORITY_NOTIFIER},
    reasons="What was wrong with the earlier date",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    source=sources.GOOD_PRACTICE,
)

COUNT_ANEW = Step(
    slug="count_anew",
    transition="T33",
    name="Count a date anew, as the area counts days now",
    at=stages.ANY,
    by=frozenset({Role.SYSTEM}),
    reasons="What was changed, and when",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    source=sources.LOCAL,
)

STEP_IN_FOR_A_LEAVER = Step(
    slug="step_in_for_a_leaver",
    transition="T31",
    name="Somebody steps in for a person whose account was closed",
    at=stages.A_CASE,
    by=frozenset({Role.SYSTEM}),
    tells=(Role.MANAGER,),
    source=sources.GOOD_PRACTICE,
)

RETURN_TO_A_CASE = Step(
    slug="return_to_a_case",
    transition="T31",
    name="Somebody whose account was opened again can act again",
    at=stages.A_CASE,
    by=frozenset({Role.SYSTEM}),
    tells=(Role.MANAGER,),
    source=sources.GOOD_PRACTICE,
)

SET_NEW_TARGET = Step(
    slug="set_new_target",
    transition="T30",
    name="Agree a later target beside the first date",
    at=stages.A_CASE_OR_PAST,
    by=PARTNERS | {Role.MANAGER},
    reasons="Why, and who was told",
    tells=(Role.COORDINATOR, Role.DELEGATED_PARTNER),
    source=sources.GOOD_PRACTICE,
)

# Cases joined, parted and handed over

MERGE_CASE = Step(
    slug="merge_case",
    transition="T34",
    name="Join a case to another",
    at=_BEFORE_SUBMISSION,
    by=BUSINESS_UNIT,
    leads_to=Next(stage=Stage.MERGED),
    reasons="Why they are one; the earliest awareness counts",
    tells=(Role.DELEGATED_PARTNER, Role.LOCAL_AUTHORITY_NOTIFIER),
    source=sources.GOOD_PRACTICE,
)

SPLIT_CASE = Step(
    slug="split_case",
    transition="T34",
    name="Split a case in two",
    at=_BEFORE_SUBMISSION,
    by=BUSINESS_UNIT,
    reasons="Why they are two; the earliest awareness counts",
    tells=(Role.DELEGATED_PARTNER, Role.LOCAL_AUTHORITY_NOTIFIER),
    source=sources.GOOD_PRACTICE,
)

TRANSFER_CASE = Step(
    slug="transfer_case",
    transition="T35",
    name="Hand the lead to another area",
    at=stages.A_CASE_OR_PAST,
    by=PARTNERS,
    reasons="Which area leads, as both agreed in writing",
    tells=(Role.DELEGATED_PARTNER, Role.MANAGER, Role.LOCAL_AUTHORITY_NOTIFIER),
    source=sources.PANEL_FAQ,
)

# A case taken out of Heed, by the command `heed export`

EXPORT_CASE = Step(
    slug="export_case",
    transition="T32",
    name="Take the case out of Heed as an archive",
    at=stages.A_CASE_OR_PAST,
    by=frozenset({Role.MANAGER}),
    reasons="What it is needed for, and who will hold it",
    held_by=Blocks.DISCLOSURE,
    source=sources.GOOD_PRACTICE,
)

# A referral that no case has taken in; what a case holds leaves with the case.
EXPORT_REFERRAL = Step(
    slug="export_referral",
    transition="T32",
    name="Take a referral out of Heed as an archive",
    at=stages.EVERY,
    by=frozenset({Role.MANAGER}),
    reasons="What it is needed for, and who will hold it",
    source=sources.GOOD_PRACTICE,
)
