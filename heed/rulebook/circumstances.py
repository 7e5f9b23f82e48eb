"""What may be true of a case at any stage, beside where it stands."""

from collections.abc import Mapping
from enum import StrEnum


class Circumstance(StrEnum):
    """Something beside the stage that changes what people must watch."""

    IMMEDIATE_ACTION_NEEDED = "immediate_action_needed"
    CROSS_BORDER = "cross_border"
    LOOKED_AFTER = "looked_after"
    CARE_LEAVER = "care_leaver"
    CRIMINAL_PROCEEDINGS = "criminal_proceedings"
    INQUEST = "inquest"
    FAMILY_PROCEEDINGS = "family_proceedings"
    OTHER_STATUTORY_REVIEW = "other_statutory_review"
    MEDIA_INTEREST = "media_interest"
    PUBLICATION_ON_HOLD = "publication_on_hold"
    LEGAL_HOLD = "legal_hold"


LABELS: Mapping[Circumstance, str] = {
    Circumstance.IMMEDIATE_ACTION_NEEDED: "A child may be at risk now",
    Circumstance.CROSS_BORDER: "More than one area is concerned",
    Circumstance.LOOKED_AFTER: "The child is looked after",
    Circumstance.CARE_LEAVER: "The young person is a care leaver",
    Circumstance.CRIMINAL_PROCEEDINGS: "Criminal proceedings",
    Circumstance.INQUEST: "Inquest",
    Circumstance.FAMILY_PROCEEDINGS: "Family proceedings",
    Circumstance.OTHER_STATUTORY_REVIEW: "Another statutory review",
    Circumstance.MEDIA_INTEREST: "Interest of the press",
    Circumstance.PUBLICATION_ON_HOLD: "Publication is on hold",
    Circumstance.LEGAL_HOLD: "Legal hold: nothing may be destroyed",
}

# What people note by hand. A child at risk has steps of its own; a legal hold stops
# destruction, and nothing is destroyed before that is built.
# What runs in the hands of others, and what waits because of it, has a register of its
# own (`parallel.py`) and is shown from there; what was noted before that is ended here.
BY_HAND = (
    Circumstance.CROSS_BORDER,
    Circumstance.LOOKED_AFTER,
    Circumstance.CARE_LEAVER,
    Circumstance.MEDIA_INTEREST,
)
NOTED = tuple(
    each
    for each in Circumstance
    if each not in {Circumstance.IMMEDIATE_ACTION_NEEDED, Circumstance.LEGAL_HOLD}
)
