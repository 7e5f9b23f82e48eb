"""Agencies are asked what they know, and answer."""

from heed.rulebook import sources
from heed.rulebook.language import Role, Stage, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import AGENCIES, BUSINESS_UNIT, PARTNERS

__all__ = [
    "ACCEPT_ANSWER",
    "ANSWER_REQUEST",
    "ASK_AGENCY",
    "ASK_FOR_MORE",
    "ESCALATE_AGENCY",
    "LOG_ANSWER",
    "PASS_REQUEST_ON",
    "REFUSE_REQUEST",
    "REISSUE_SECRET",
    "REMIND_AGENCY",
    "REQUIRE_INFORMATION",
    "REVOKE_REQUEST",
    "SEND_LINK_AGAIN",
    "SIGN_OFF_ANSWER",
]

ASK_AGENCY = Step(
    slug="ask_agency",
    transition="T11",
    name="Ask agencies what they know",
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
    name="Give an agency a new code by telephone",
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

# One has to be sent where the first is lost, or its time is over.
SEND_LINK_AGAIN = Step(
    slug="send_link_again",
    transition="T11",
    name="Send an agency a new link",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    tells=(Role.AGENCY_CONTRIBUTOR,),
    source=sources.GOOD_PRACTICE,
)

# What suffices is accepted: nothing more is waited for, and the link is over.
ACCEPT_ANSWER = Step(
    slug="accept_answer",
    transition="T11",
    name="Accept an agency's answer",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    source=sources.GOOD_PRACTICE,
)

ASK_FOR_MORE = Step(
    slug="ask_for_more",
    transition="T11",
    name="Ask an agency for the parts that are missing",
    at=stages.A_CASE,
    by=BUSINESS_UNIT,
    reasons="What is missing, and why it is needed",
    tells=(Role.AGENCY_CONTRIBUTOR,),
    source=sources.GOOD_PRACTICE,
)

PASS_REQUEST_ON = Step(
    slug="pass_request_on",
    transition="T11",
    name="Pass a request on inside your organisation",
    at=stages.A_CASE,
    by=AGENCIES,
    tells=(Role.COORDINATOR, Role.AGENCY_CONTRIBUTOR),
    source=sources.GOOD_PRACTICE,
)

# Whoever has not answered is reminded; then its lead hears, then the partner.
# Not where nothing is asked for any more: what was asked served a review alone.
_STILL_ASKED = stages.A_CASE - {Stage.NOT_PURSUED, Stage.NOTIFICATION_WITHDRAWN}

REMIND_AGENCY = Step(
    slug="remind_agency",
    transition="T11",
    name="Remind an agency that has not answered",
    at=_STILL_ASKED,
    by=frozenset({Role.SYSTEM}),
    tells=(Role.AGENCY_CONTRIBUTOR,),
    source=sources.LOCAL,
)

ESCALATE_AGENCY = Step(
    slug="escalate_agency",
    transition="T11",
    name="Tell an agency's lead, then the partner, that it has not answered",
    at=_STILL_ASKED,
    by=frozenset({Role.SYSTEM}),
    tells=(Role.SAFEGUARDING_LEAD, Role.DELEGATED_PARTNER),
    source=sources.LOCAL,
)
