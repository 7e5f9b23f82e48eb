"""Which edition of law and guidance governs a case: the one in force at its events.

`read` says that a person has compared our wording with the original; where it is
false, the wording is shown with that note until somebody has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from heed.rulebook.language import Edition


class Kind(StrEnum):
    """What an edition is an edition of."""

    STATUTE = "statute"
    REGULATIONS = "regulations"
    WORKING_TOGETHER = "working_together"
    PANEL_GUIDANCE = "panel_guidance"
    INCIDENT_GUIDE = "incident_guide"
    RELATED_STATUTE = "related_statute"
    LEGACY = "legacy"


@dataclass(frozen=True, kw_only=True)
class Regime(Edition):
    """An edition, its kind, and what it governs in a sentence."""

    kind: Kind
    governs: str


REGIMES: Sequence[Regime] = (
    Regime(
        slug="ca04",
        kind=Kind.STATUTE,
        title="Children Act 2004, sections 16A to 16Q",
        in_force_from=date(2018, 6, 29),
        governs=(
            "The Panel, the duty to notify, local arrangements, local reviews, "
            "information, the yearly report and child death reviews."
        ),
        read=True,
    ),
    Regime(
        slug="cwsa26",
        kind=Kind.RELATED_STATUTE,
        title="Children's Wellbeing and Schools Act 2026",
        in_force_from=date(2026, 4, 29),
        governs=(
            "Whom the partners must involve; the review process itself is unchanged. "
            "The date is that of Royal Assent: commencement is not confirmed."
        ),
    ),
    Regime(
        slug="si789",
        kind=Kind.REGULATIONS,
        title=(
            "Child Safeguarding Practice Review and Relevant Agency (England) "
            "Regulations 2018"
        ),
        in_force_from=date(2018, 6, 29),
        governs=(
            "Criteria, reviewers, procedure, the content of reports, publication and "
            "the relevant agencies (that list was amended on 6 November 2023)."
        ),
        read=True,
    ),
    Regime(
        slug="wt18",
        kind=Kind.WORKING_TOGETHER,
        title="Working Together to Safeguard Children 2018, chapter 4",
        in_force_from=date(2018, 7, 4),
        in_force_to=date(2023, 12, 14),
        governs="The first statutory guidance on practice reviews.",
    ),
    Regime(
        slug="wt23",
        kind=Kind.WORKING_TOGETHER,
        title="Working Together to Safeguard Children 2023, chapter 5",
        in_force_from=date(2023, 12, 15),
        in_force_to=date(2026, 3, 18),
        governs=(
            "Lead and delegated safeguarding partners, a partnership chair, and the "
            "notification of care leavers' deaths. Areas had until December 2024."
        ),
    ),
    Regime(
        slug="wt26",
        kind=Kind.WORKING_TOGETHER,
        title="Working Together to Safeguard Children 2026",
        in_force_from=date(2026, 3, 19),
        governs=(
            "Adds analysis of racism and disproportionality, unborn children and "
            "evidence of impact. The exact date, and what changed on serious "
            "incidents, are not confirmed."
        ),
    ),
    Regime(
        slug="pg19",
        kind=Kind.PANEL_GUIDANCE,
        title="Panel guidance for safeguarding partners, April 2019",
        in_force_from=date(2019, 4, 1),
        in_force_to=date(2022, 8, 31),
        governs="What the Panel expects of rapid reviews and local reviews.",
    ),
    Regime(
        slug="pg22",
        kind=Kind.PANEL_GUIDANCE,
        title="Panel guidance for safeguarding partners, September 2022",
        in_force_from=date(2022, 9, 1),
        in_force_to=date(2025, 5, 31),
        governs="What the Panel expects of rapid reviews and local reviews.",
    ),
    Regime(
        slug="pg25",
        kind=Kind.PANEL_GUIDANCE,
        title="Panel guidance for safeguarding partners, June 2025",
        in_force_from=date(2025, 6, 1),
        governs=(
            "As before, with key practice episodes, and how racism and other "
            "inequalities shaped a child's life. Fifteen days run from sending."
        ),
    ),
    Regime(
        slug="sing25",
        kind=Kind.INCIDENT_GUIDE,
        title="Report the death or serious harm of a child or care leaver",
        in_force_from=date(2025, 12, 1),
        governs="What a notification must tell; a child may be one not yet born.",
    ),
    Regime(
        slug="scr",
        kind=Kind.LEGACY,
        title="Serious Case Reviews",
        in_force_from=date(2006, 4, 1),
        in_force_to=date(2019, 9, 29),
        governs="Reviews of Local Safeguarding Children Boards: kept in the library.",
    ),
)


def edition_for(on: date, kind: Kind = Kind.WORKING_TOGETHER) -> Regime:
    """The edition of this kind that governs events of this day. For events before
    the first one, the first: harm of long ago is taken up under the rules we have.
    """
    of_kind = [each for each in REGIMES if each.kind == kind]
    return next((each for each in of_kind if _governs(each, on)), of_kind[0])


def _governs(edition: Edition, on: date) -> bool:
    end = edition.in_force_to
    return edition.in_force_from <= on and (end is None or on <= end)
