"""What two areas may agree that both see of a case. Where an incident happened in one
area of England to a child of another, the area of the incident leads, and the home area
works with it."""

from collections.abc import Mapping
from enum import StrEnum

from heed.rulebook.language import Role
from heed.rulebook.roles import BUSINESS_UNIT, PARTNERS

# Who of the other area reads what is shared, each once they have declared no interest.
READS_WHAT_IS_SHARED = BUSINESS_UNIT | PARTNERS | {Role.LOCAL_AUTHORITY_NOTIFIER}


class Leads(StrEnum):
    """Which of the two leads."""

    THIS_AREA = "this_area"
    OTHER_AREA = "other_area"


LEADS: Mapping[Leads, str] = {
    Leads.THIS_AREA: "This area leads: it happened here",
    Leads.OTHER_AREA: "The other area leads",
}


class Part(StrEnum):
    """One thing that may be agreed to be seen."""

    CHILDREN = "children"
    DATES = "dates"
    DECISIONS = "decisions"
    SAFETY = "safety"
    REQUESTS = "requests"
    BESIDE = "beside"
    PUBLICATION = "publication"


PARTS: Mapping[Part, str] = {
    Part.CHILDREN: "The children, by name, and what is known of them",
    Part.DATES: "What is due, and when",
    Part.DECISIONS: "What was decided and sent, and when; no reasons",
    Part.SAFETY: "What is done to make children safe",
    Part.REQUESTS: "Which agencies were asked, and how they stand; no answers",
    Part.BESIDE: "What runs beside it, and its next day",
    Part.PUBLICATION: "How and when it is published, and what each partner answers on "
    "publishing it jointly",
}
