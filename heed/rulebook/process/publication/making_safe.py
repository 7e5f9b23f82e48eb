"""Making the text safe."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Step
from heed.rulebook.process.publication.shared import STILL_PUBLIC
from heed.rulebook.roles import APPROVERS, BUSINESS_UNIT

__all__ = [
    "ACCEPT_FAMILY_NOT_TOLD",
    "ANSWER_CHECK",
    "APPROVE_PUBLICATION",
    "KEEP_BY_EXCEPTION",
    "NEED_NOT_BE_WRITTEN_ANEW",
    "RECORD_FINDING",
    "SEND_BACK",
]

RECORD_FINDING = Step(
    slug="record_finding",
    transition="T25",
    name="Record or answer what could identify a person",
    at=STILL_PUBLIC,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    source=sources.GOOD_PRACTICE,
)
ANSWER_CHECK = Step(
    slug="answer_check",
    transition="T25",
    name="Say why what could identify somebody may stay",
    at=STILL_PUBLIC,
    by=BUSINESS_UNIT,
    reasons="Why it leads to nobody, or why the report needs it",
    source=sources.GOOD_PRACTICE,
)
SEND_BACK = Step(
    slug="send_back",
    transition="T25",
    name="Send the report back to its author",
    at=STILL_PUBLIC,
    by=BUSINESS_UNIT | APPROVERS,
    reasons="What must be written anew, and why",
    tells=(Role.LEAD_REVIEWER, Role.COORDINATOR),
    source=sources.GOOD_PRACTICE,
)
NEED_NOT_BE_WRITTEN_ANEW = Step(
    slug="need_not_be_written_anew",
    transition="T25",
    name="Say that what was sent back need not be written anew",
    at=STILL_PUBLIC,
    by=BUSINESS_UNIT | APPROVERS,
    reasons="Why it may stay as it is",
    tells=(Role.LEAD_REVIEWER, Role.COORDINATOR),
    closed_until="whoever sent it back says so",
    source=sources.GOOD_PRACTICE,
)
KEEP_BY_EXCEPTION = Step(
    slug="keep_by_exception",
    transition="T27",
    name="Keep an identifying word by exception",
    at=STILL_PUBLIC,
    by=APPROVERS,
    reasons="Exactly which words, where, and which reason applies",
    tells=(Role.LEAD_REVIEWER, Role.COORDINATOR),
    closed_until="both approvers sign it; a protected address is never kept",
    signatures=2,
    source=sources.GOOD_PRACTICE,
)
ACCEPT_FAMILY_NOT_TOLD = Step(
    slug="accept_family_not_told",
    transition="T27",
    name="Accept why the family was not offered the draft, asked or told the date",
    at=STILL_PUBLIC,
    by=APPROVERS,
    reasons="Why they were not",
    tells=(Role.COORDINATOR, Role.FAMILY_CONTACT),
    signatures=2,
    source=sources.GUIDANCE,
)
APPROVE_PUBLICATION = Step(
    slug="approve_publication",
    transition="T27",
    name="Approve exactly this text for publication",
    at=STILL_PUBLIC,
    by=APPROVERS,
    tells=(Role.MANAGER, Role.LEAD_REVIEWER),
    closed_until=(
        "every confirmed finding is answered; the approvers are of different bodies "
        "and neither wrote it"
    ),
    signatures=2,
    source=sources.GOOD_PRACTICE,
)
