"""Who gets what: each paper of a case, and how each recipient comes by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heed.rulebook import sources
from heed.rulebook.language import Source


class Recipient(StrEnum):
    """Who may be owed a paper."""

    PANEL = "panel"
    SECRETARY_OF_STATE = "secretary_of_state"
    OFSTED = "ofsted"
    FAMILY = "family"
    PUBLIC = "public"
    NSPCC = "nspcc"


LABELS: Mapping[Recipient, str] = {
    Recipient.PANEL: "The Panel",
    Recipient.SECRETARY_OF_STATE: "Secretary of State and Department for Education",
    Recipient.OFSTED: "Ofsted",
    Recipient.FAMILY: "The family",
    Recipient.PUBLIC: "The public",
    Recipient.NSPCC: "The NSPCC's national repository",
}


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper, and for each recipient how it comes to them; who is not named does
    not get it.
    """

    slug: str
    title: str
    goes_to: Mapping[Recipient, str]
    source: Source
    note: str = ""


PAPERS: Sequence[Paper] = (
    Paper(
        slug="notification",
        title="Serious incident notification",
        goes_to={
            Recipient.PANEL: "Sent",
            Recipient.SECRETARY_OF_STATE: "Shared through the same system",
            Recipient.OFSTED: "Shared through the same system",
        },
        source=sources.S16C,
    ),
    Paper(
        slug="rapid_review",
        title="Rapid review",
        goes_to={
            Recipient.PANEL: "Sent",
            Recipient.SECRETARY_OF_STATE: "Through the Panel",
            Recipient.FAMILY: "What was learned, as is right for them",
        },
        source=sources.PANEL_GUIDANCE,
        note="A rapid review is not published.",
    ),
    Paper(
        slug="review_decided",
        title="Decision to hold a local review, and the reviewer's name",
        goes_to={
            Recipient.PANEL: "Told",
            Recipient.SECRETARY_OF_STATE: "Told",
            Recipient.OFSTED: "Told",
            Recipient.FAMILY: "Told",
        },
        source=sources.GUIDANCE,
    ),
    Paper(
        slug="advance_copy",
        title="Full report, at least seven working days ahead",
        goes_to={
            Recipient.PANEL: "Sent",
            Recipient.SECRETARY_OF_STATE: "Sent",
            Recipient.OFSTED: "Sent",
            Recipient.FAMILY: "Offered before it is published",
        },
        source=sources.PART_3,
    ),
    Paper(
        slug="published_report",
        title="Published report, or the improvements",
        goes_to={
            Recipient.PANEL: "Published",
            Recipient.SECRETARY_OF_STATE: "Published",
            Recipient.OFSTED: "Published",
            Recipient.FAMILY: "Published",
            Recipient.PUBLIC: "Published for at least a year",
            Recipient.NSPCC: "A copy, as good practice",
        },
        source=sources.PART_3,
    ),
    Paper(
        slug="reasons_for_delay",
        title="Reasons for a delay, or for not publishing",
        goes_to={
            Recipient.PANEL: "Sent",
            Recipient.SECRETARY_OF_STATE: "Sent",
        },
        source=sources.GUIDANCE,
    ),
)
