"""The report is made safe, sent ahead and published; it stays for a year or more."""

from heed.rulebook import sources
from heed.rulebook.clocks import (
    ADVANCE_COPY,
    AVAILABILITY,
    OWN_SITE_CHECK,
    REPORT_DUE,
    WITHDRAWAL_CONFIRMED,
)
from heed.rulebook.language import Blocks, Next, Role, Stage, Step
from heed.rulebook.outcomes import EarlyReason, PublicationDecision
from heed.rulebook.process import stages
from heed.rulebook.roles import APPROVERS, BUSINESS_UNIT, PARTNERS

__all__ = [
    "ACCEPT_FAMILY_NOT_TOLD",
    "ADVANCE_EARLY",
    "ANSWER_ON_PUBLICATION",
    "APPROVE_PUBLICATION",
    "CHECK_PUBLISHED_ELSEWHERE",
    "CONFIRM_WITHDRAWAL",
    "DECIDE_ON_PUBLICATION",
    "DEPOSIT_WITH_NSPCC",
    "KEEP_BY_EXCEPTION",
    "PLAN_PUBLICATION",
    "PROPOSE_PUBLICATION",
    "PUBLISH",
    "PUBLISH_CORRECTION",
    "PUBLISH_ELSEWHERE",
    "PUBLISH_IMPROVEMENTS",
    "RECORD_COMMENT_ON_PUBLICATION",
    "RECORD_FINDING",
    "RECORD_NOT_MATERIAL",
    "REMOVE_PUBLISHED",
    "REPLY_TO_COMMENT",
    "SEND_ADVANCE_COPIES",
    "WITHDRAW_PUBLISHED",
]

_READY = frozenset({Stage.SIGNED_OFF, Stage.BEFORE_PUBLICATION})
_STILL_PUBLIC = stages.A_CASE_OR_PAST  # a reopened case keeps what it published
_MINISTER_AND_OFSTED = ("Secretary of State", "Ofsted")
_GATE = (
    "every confirmed finding is answered, two approvers of different bodies have "
    "approved it, the family was told and agreed to the words on the child, or two "
    "people accepted why not"
)
_SEVEN_DAYS = (
    "seven working days have passed since copies of exactly this text were sent, or "
    "two partners of different bodies have recorded an exception"
)
_GOES_ON = Next(stage=Stage.SIGNED_OFF, stays_at=_READY)
_PUBLIC_NOW = (AVAILABILITY,)
_DUE_NO_MORE = (REPORT_DUE, ADVANCE_COPY)

# Whether and how to publish

DECIDE_ON_PUBLICATION = Step(
    slug="decide_on_publication",
    transition="T26, T29, T30",
    name="Decide whether and how to publish",
    at=stages.PUBLISHING,
    by=PARTNERS,
    leads_to={
        PublicationDecision.PUBLISH: _GOES_ON,
        PublicationDecision.PUBLISH_LATER: Next(stage=Stage.PUBLICATION_DEFERRED),
        PublicationDecision.IMPROVEMENTS_ONLY: _GOES_ON,
        PublicationDecision.PUBLISH_NOTHING: Next(
            stage=Stage.ACTIONS_OPEN, stops=_DUE_NO_MORE
        ),
    },
    reasons="Why; publishing in full is what is expected",
    tells=(Role.COORDINATOR, Role.LEAD_REVIEWER, Role.PANEL_SECRETARIAT),
    tells_outside=("Secretary of State",),
    closed_until=(
        "for anything but publishing in full, and to change what the three decided, "
        "all three have answered and two agree"
    ),
    source=sources.PART_3,
)

PROPOSE_PUBLICATION = Step(
    slug="propose_publication",
    transition="T26, T29, T30",
    name="Put before the three partners how to publish otherwise than in full",
    at=stages.PUBLISHING,
    by=PARTNERS,
    reasons="Why; publishing in full is what is expected",
    tells=(Role.DELEGATED_PARTNER, Role.COORDINATOR),
    source=sources.PART_3,
)

ANSWER_ON_PUBLICATION = Step(
    slug="answer_on_publication",
    transition="T26, T29, T30",
    name="Answer for your body how to publish",
    at=stages.PUBLISHING,
    by=PARTNERS,
    reasons="Your reasons, or your dissent",
    tells=(Role.COORDINATOR,),
    signatures=3,
    source=sources.PART_3,
)

# Making it safe

RECORD_FINDING = Step(
    slug="record_finding",
    transition="T25",
    name="Record or answer what could identify a person",
    at=_STILL_PUBLIC,
    by=BUSINESS_UNIT | {Role.LEAD_REVIEWER},
    source=sources.GOOD_PRACTICE,
)

KEEP_BY_EXCEPTION = Step(
    slug="keep_by_exception",
    transition="T27",
    name="Keep an identifying word by exception",
    at=_STILL_PUBLIC,
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
    at=_STILL_PUBLIC,
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
    at=_STILL_PUBLIC,
    by=APPROVERS,
    tells=(Role.MANAGER, Role.LEAD_REVIEWER),
    closed_until=(
        "every confirmed finding is answered; the approvers are of different bodies "
        "and neither wrote it"
    ),
    signatures=2,
    source=sources.GOOD_PRACTICE,
)

# Sending it ahead

# Effective on the planned day of publication: this clock counts backwards from it.
PLAN_PUBLICATION = Step(
    slug="plan_publication",
    transition="T27",
    name="Set the day of publication",
    at=stages.PUBLISHING,
    by=BUSINESS_UNIT,
    leads_to=Next(starts=(ADVANCE_COPY,)),
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT),
    lies_ahead=True,
    source=sources.PART_3,
)

SEND_ADVANCE_COPIES = Step(
    slug="send_advance_copies",
    transition="T27",
    name="Send the report ahead to the Panel and the Secretary of State",
    at=_READY,
    by=BUSINESS_UNIT,
    leads_to=Next(stage=Stage.BEFORE_PUBLICATION, stops=(ADVANCE_COPY,)),
    tells=(Role.PANEL_SECRETARIAT, Role.DELEGATED_PARTNER),
    tells_outside=_MINISTER_AND_OFSTED,
    held_by=Blocks.DISCLOSURE,
    source=sources.PART_3,
)

RECORD_NOT_MATERIAL = Step(
    slug="record_not_material",
    transition="T27",
    name="Record that a change after the copies is not material",
    at=_READY,
    by=PARTNERS,
    reasons="What changed, and why it is not material; it stays shown",
    tells=(Role.MANAGER, Role.PANEL_SECRETARIAT),
    closed_until="two partners of different bodies record it of exactly this text",
    signatures=2,
    source=sources.GOOD_PRACTICE,
)

RECORD_COMMENT_ON_PUBLICATION = Step(
    slug="record_comment_on_publication",
    transition="T28",
    name="Record what the Panel or the Secretary of State says about publication",
    at=stages.PUBLISHING,
    by=BUSINESS_UNIT | {Role.PANEL_SECRETARIAT},
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.PART_3,
)

REPLY_TO_COMMENT = Step(
    slug="reply_to_comment",
    transition="T28",
    name="Reply to a comment on publication",
    at=stages.PUBLISHING,
    by=PARTNERS,
    reasons="What you do about it, and why",
    tells=(Role.COORDINATOR, Role.PANEL_SECRETARIAT),
    source=sources.PART_3,
)

ADVANCE_EARLY = Step(
    slug="advance_early",
    transition="T27",
    name="Record why it may be published before seven working days",
    at=_READY,
    by=PARTNERS,
    leads_to=dict.fromkeys(EarlyReason, Next()),
    reasons="The order, the agreement or the disclosure; the shortfall stays shown",
    tells=(Role.MANAGER, Role.PANEL_SECRETARIAT),
    closed_until="two partners of different bodies record it",
    signatures=2,
    source=sources.PART_3,
)

# Publishing

PUBLISH = Step(
    slug="publish",
    transition="T28",
    name="Publish the report",
    at=frozenset({Stage.BEFORE_PUBLICATION}),
    by=frozenset({Role.MANAGER}),
    leads_to=Next(stage=Stage.PUBLISHED, starts=_PUBLIC_NOW, stops=_DUE_NO_MORE),
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT),
    closed_until=f"{_GATE}; {_SEVEN_DAYS}",
    held_by=Blocks.PUBLICATION,
    source=sources.PART_3,
)

PUBLISH_ELSEWHERE = Step(
    slug="publish_elsewhere",
    transition="T28",
    name="Record that the report was published on the partnership's own site",
    at=frozenset({Stage.BEFORE_PUBLICATION}),
    by=frozenset({Role.MANAGER}),
    leads_to=Next(
        stage=Stage.PUBLISHED,
        starts=(*_PUBLIC_NOW, OWN_SITE_CHECK),
        stops=_DUE_NO_MORE,
    ),
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT),
    closed_until=f"{_GATE}; {_SEVEN_DAYS}",
    held_by=Blocks.PUBLICATION,
    source=sources.PART_3,
)

PUBLISH_IMPROVEMENTS = Step(
    slug="publish_improvements",
    transition="T29",
    name="Publish the improvements without the report",
    at=frozenset({Stage.BEFORE_PUBLICATION}),
    by=frozenset({Role.MANAGER}),
    leads_to=Next(
        stage=Stage.IMPROVEMENTS_PUBLISHED, starts=_PUBLIC_NOW, stops=_DUE_NO_MORE
    ),
    reasons="Why the full report may not be published; the Panel is told",
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER, Role.FAMILY_CONTACT),
    closed_until=f"{_GATE}; {_SEVEN_DAYS}",
    held_by=Blocks.PUBLICATION,
    source=sources.PART_3,
)

PUBLISH_CORRECTION = Step(
    slug="publish_correction",
    transition="T28",
    name="Publish a corrected version",
    at=_STILL_PUBLIC,
    by=frozenset({Role.MANAGER}),
    reasons="What was corrected",
    tells=(Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER),
    closed_until=_GATE,
    source=sources.PART_3,
)

CHECK_PUBLISHED_ELSEWHERE = Step(
    slug="check_published_elsewhere",
    transition="T28",
    name="Check that the report still stands at its address",
    at=_STILL_PUBLIC,
    by=BUSINESS_UNIT | {Role.SYSTEM},
    leads_to=Next(starts=(OWN_SITE_CHECK,), stops=(OWN_SITE_CHECK,)),
    source=sources.PART_3,
)

DEPOSIT_WITH_NSPCC = Step(
    slug="deposit_with_nspcc",
    transition="T28",
    name="Record the copy for the NSPCC's national repository",
    at=_STILL_PUBLIC,
    by=BUSINESS_UNIT,
    tells_outside=("NSPCC",),
    source=sources.GOOD_PRACTICE,
)

# Taking it down

WITHDRAW_PUBLISHED = Step(
    slug="withdraw_published",
    transition="T28",
    name="Withdraw a published page at once",
    at=_STILL_PUBLIC,
    by=APPROVERS,
    leads_to=Next(starts=(WITHDRAWAL_CONFIRMED,)),
    reasons="What is wrong; a second person confirms within one working day",
    tells=(Role.MANAGER, Role.DELEGATED_PARTNER, Role.LEAD_REVIEWER),
    never_stopped=True,
    source=sources.GOOD_PRACTICE,
)

CONFIRM_WITHDRAWAL = Step(
    slug="confirm_withdrawal",
    transition="T28",
    name="Confirm an urgent withdrawal",
    at=_STILL_PUBLIC,
    by=APPROVERS,
    leads_to=Next(stops=(WITHDRAWAL_CONFIRMED,)),
    tells=(Role.MANAGER, Role.DELEGATED_PARTNER),
    source=sources.GOOD_PRACTICE,
)

REMOVE_PUBLISHED = Step(
    slug="remove_published",
    transition="T32",
    name="Take a report down in the ordinary way",
    at=_STILL_PUBLIC,
    by=APPROVERS,
    leads_to=Next(stops=(AVAILABILITY, OWN_SITE_CHECK)),
    reasons="Why it need not stay",
    tells=(Role.MANAGER, Role.DELEGATED_PARTNER),
    closed_until="it has been public for a year, and two people agree",
    signatures=2,
    source=sources.PART_3,
)
