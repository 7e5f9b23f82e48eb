"""Taking it down."""

from heed.rulebook import sources
from heed.rulebook.clocks import (
    AVAILABILITY,
    OWN_SITE_CHECK,
    WITHDRAWAL_CONFIRMED,
)
from heed.rulebook.language import Next, Role, Step
from heed.rulebook.process.publication.shared import STILL_PUBLIC
from heed.rulebook.roles import APPROVERS

__all__ = [
    "CONFIRM_WITHDRAWAL",
    "REMOVE_PUBLISHED",
    "WITHDRAW_PUBLISHED",
]

WITHDRAW_PUBLISHED = Step(
    slug="withdraw_published",
    transition="T28",
    name="Withdraw a published page at once",
    at=STILL_PUBLIC,
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
    at=STILL_PUBLIC,
    by=APPROVERS,
    leads_to=Next(stops=(WITHDRAWAL_CONFIRMED,)),
    tells=(Role.MANAGER, Role.DELEGATED_PARTNER),
    source=sources.GOOD_PRACTICE,
)
REMOVE_PUBLISHED = Step(
    slug="remove_published",
    transition="T32",
    name="Take a report down in the ordinary way",
    at=STILL_PUBLIC,
    by=APPROVERS,
    leads_to=Next(stops=(AVAILABILITY, OWN_SITE_CHECK)),
    reasons="Why it need not stay",
    tells=(Role.MANAGER, Role.DELEGATED_PARTNER),
    closed_until="it has been public for a year, and two people agree",
    signatures=2,
    source=sources.PART_3,
)
