"""Why a published page is gone: codes, and what the public is told.

No sentence says that somebody could be identified, or by what: a copy may be kept
elsewhere, and a page that is gone must not tell where to look."""

from collections.abc import Mapping
from enum import StrEnum


class GoneBecause(StrEnum):
    """Why a page was taken down, as a code."""

    PRIVACY = "privacy"
    LEGAL = "legal"
    MISTAKE = "mistake"
    REPLACED = "replaced"
    TIME = "time"


LABELS: Mapping[GoneBecause, str] = {
    GoneBecause.PRIVACY: "It could harm or identify somebody",
    GoneBecause.LEGAL: "A court, or proceedings, ask for it",
    GoneBecause.MISTAKE: "Something in it is wrong",
    GoneBecause.REPLACED: "Another publication takes its place",
    GoneBecause.TIME: "It has been public for as long as it had to be",
}
"""What the desk calls them."""

PUBLIC_SENTENCES: Mapping[str, str] = {
    GoneBecause.PRIVACY: "It was taken down to protect people’s privacy.",
    GoneBecause.LEGAL: "It was taken down for legal reasons.",
    GoneBecause.MISTAKE: "It was taken down so that something can be put right.",
    GoneBecause.REPLACED: "It was taken down because another publication takes its "
    "place.",
    GoneBecause.TIME: "It was public for at least a year, as a review has to be.",
}
"""What the public is told. Privacy is the usual answer, so that it tells nothing."""

OFFERED_AT_A_WITHDRAWAL = (
    GoneBecause.PRIVACY,
    GoneBecause.LEGAL,
    GoneBecause.MISTAKE,
    GoneBecause.REPLACED,
)
