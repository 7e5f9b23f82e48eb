"""Sending it ahead."""

from heed.rulebook import sources
from heed.rulebook.clocks import (
    ADVANCE_COPY,
)
from heed.rulebook.language import Blocks, Next, Role, Stage, Step
from heed.rulebook.outcomes import EarlyReason
from heed.rulebook.process import stages
from heed.rulebook.process.publication.shared import (
    GOES_AHEAD,
    MINISTER_AND_OFSTED,
    READY,
)
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS

__all__ = [
    "ADVANCE_EARLY",
    "PLAN_PUBLICATION",
    "RECORD_COMMENT_ON_PUBLICATION",
    "RECORD_NOT_MATERIAL",
    "REPLY_TO_COMMENT",
    "SEND_ADVANCE_COPIES",
]

# Effective on the planned day of publication: this clock counts backwards from it.
PLAN_PUBLICATION = Step(
    slug="plan_publication",
    transition="T27",
    name="Set the day and the hour of publication",
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
    at=GOES_AHEAD,
    by=BUSINESS_UNIT,
    leads_to=Next(
        stage=Stage.BEFORE_PUBLICATION,
        stays_at=GOES_AHEAD - READY,
        stops=(ADVANCE_COPY,),
    ),
    tells=(Role.PANEL_SECRETARIAT, Role.DELEGATED_PARTNER),
    tells_outside=MINISTER_AND_OFSTED,
    held_by=Blocks.DISCLOSURE,
    source=sources.PART_3,
)
RECORD_NOT_MATERIAL = Step(
    slug="record_not_material",
    transition="T27",
    name="Record that a change after the copies is not material",
    at=GOES_AHEAD,
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
    at=stages.PUBLISHING | GOES_AHEAD,
    by=BUSINESS_UNIT | {Role.PANEL_SECRETARIAT},
    tells=(Role.DELEGATED_PARTNER,),
    source=sources.PART_3,
)
REPLY_TO_COMMENT = Step(
    slug="reply_to_comment",
    transition="T28",
    name="Reply to a comment on publication",
    at=stages.PUBLISHING | GOES_AHEAD,
    by=PARTNERS,
    reasons="What you do about it, and why",
    tells=(Role.COORDINATOR, Role.PANEL_SECRETARIAT),
    source=sources.PART_3,
)
ADVANCE_EARLY = Step(
    slug="advance_early",
    transition="T27",
    name="Record why it may be published before seven working days",
    at=GOES_AHEAD,
    by=PARTNERS,
    leads_to=dict.fromkeys(EarlyReason, Next()),
    reasons="The order, the agreement or the disclosure; the shortfall stays shown",
    tells=(Role.MANAGER, Role.PANEL_SECRETARIAT),
    closed_until="two partners of different bodies record it",
    signatures=2,
    source=sources.PART_3,
)
