"""Two areas work on one case: one leads, and both see what they agreed."""

from heed.rulebook import sources
from heed.rulebook.language import Blocks, Role, Step
from heed.rulebook.process import stages
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS
from heed.rulebook.sharing import READS_WHAT_IS_SHARED

__all__ = [
    "DECLARE_ON_SHARE",
    "END_SHARE",
    "SHARE_CASE",
    "WRITE_SHARE_SHEET",
    "WRITE_TO_OTHER_AREA",
]

SHARE_CASE = Step(
    slug="share_case",
    transition="T35",
    name="Share what was agreed with another area",
    at=stages.A_CASE_OR_PAST,
    by=PARTNERS | {Role.MANAGER},
    reasons="Who agreed it in writing for both areas",
    tells=(Role.DELEGATED_PARTNER, Role.MANAGER, Role.COORDINATOR),
    tells_outside=("The other area",),
    held_by=Blocks.DISCLOSURE,
    source=sources.PANEL_FAQ,
)

# For an area outside this installation: it is sent by the partnership's own route.
WRITE_SHARE_SHEET = Step(
    slug="write_share_sheet",
    transition="T35",
    name="Write the sheet of what both areas see",
    at=stages.A_CASE_OR_PAST,
    by=PARTNERS | BUSINESS_UNIT,
    tells=(Role.MANAGER,),
    tells_outside=("The other area",),
    held_by=Blocks.DISCLOSURE,
    source=sources.PANEL_FAQ,
)

END_SHARE = Step(
    slug="end_share",
    transition="T35",
    name="End what is shared with another area",
    at=stages.A_CASE_OR_PAST,
    by=PARTNERS | {Role.MANAGER},
    reasons="Why, and who was told",
    tells=(Role.DELEGATED_PARTNER, Role.MANAGER),
    source=sources.PANEL_FAQ,
)

# Of the other area, before they see anything of it.
DECLARE_ON_SHARE = Step(
    slug="declare_on_share",
    transition="T35",
    name="Declare an interest in what another area shares",
    at=stages.A_CASE_OR_PAST,
    by=READS_WHAT_IS_SHARED,
    tells=(Role.MANAGER,),
    source=sources.GOOD_PRACTICE,
)

WRITE_TO_OTHER_AREA = Step(
    slug="write_to_other_area",
    transition="T35",
    name="Write to the other area about a shared case",
    at=stages.A_CASE_OR_PAST,
    by=READS_WHAT_IS_SHARED | BUSINESS_UNIT,
    tells=(Role.MANAGER, Role.COORDINATOR),
    source=sources.PANEL_FAQ,
)
