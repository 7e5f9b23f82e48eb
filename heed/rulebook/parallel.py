"""What else may run beside a case: courts, inquests, other reviews; what each may ask
not to be done meanwhile, and how it stands among the circumstances of a case.

Nothing here stops a referral, a child being made safe, a notification or a submission:
`tests/rulebook/test_parallel.py` holds every step to that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from heed.rulebook import sources
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.language import Blocks, Source

BLOCKS: Mapping[Blocks, str] = {
    Blocks.DISCLOSURE: "Giving papers and drafts to others",
    Blocks.INTERVIEWS: "Meeting practitioners and others to hear what they say",
    Blocks.PUBLICATION: "Publishing anything of the case",
}


class Kind(StrEnum):
    """A process that runs beside a case, in the hands of somebody else."""

    POLICE = "police"
    PROSECUTION = "prosecution"
    INQUEST = "inquest"
    FAMILY_COURT = "family_court"
    CHILD_DEATH_REVIEW = "child_death_review"
    DOMESTIC_ABUSE_DEATH = "domestic_abuse_death"
    ADULT_REVIEW = "adult_review"
    MAPPA = "mappa"
    PATIENT_SAFETY = "patient_safety"
    EMPLOYMENT = "employment"
    CHILDRENS_HOME = "childrens_home"
    OTHER_NATION = "other_nation"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class KindWords:
    """What a process is called, what it may ask of a review, and as which circumstance
    it is shown beside a case."""

    label: str
    asks: str
    circumstance: Circumstance | None
    source: Source


def _review(
    label: str, asks: str = "Avoid hearing the same people twice."
) -> KindWords:
    return KindWords(
        label=label,
        asks=asks,
        circumstance=Circumstance.OTHER_STATUTORY_REVIEW,
        source=sources.GOOD_PRACTICE,
    )


def _court(
    label: str, asks: str, circumstance: Circumstance, source: Source
) -> KindWords:
    return KindWords(label=label, asks=asks, circumstance=circumstance, source=source)


KINDS: Mapping[Kind, KindWords] = {
    Kind.POLICE: _court(
        "Police investigation",
        "Ask the senior investigating officer before witnesses are met.",
        Circumstance.CRIMINAL_PROCEEDINGS,
        sources.CPS_PROTOCOL,
    ),
    Kind.PROSECUTION: _court(
        "Prosecution (Crown Prosecution Service)",
        "Tell the prosecutor early; material of the review may have to be disclosed.",
        Circumstance.CRIMINAL_PROCEEDINGS,
        sources.CPS_PROTOCOL,
    ),
    Kind.INQUEST: _court(
        "Inquest",
        "Agree with the coroner’s officer who is heard first, and what is disclosed.",
        Circumstance.INQUEST,
        sources.GOOD_PRACTICE,
    ),
    Kind.FAMILY_COURT: _court(
        "Family court",
        "Papers of the court are not used without its leave.",
        Circumstance.FAMILY_PROCEEDINGS,
        sources.GOOD_PRACTICE,
    ),
    Kind.CHILD_DEATH_REVIEW: _review("Child death review"),
    Kind.DOMESTIC_ABUSE_DEATH: _review(
        "Domestic abuse related death review",
        "Consider one joint review; both outputs are still owed.",
    ),
    Kind.ADULT_REVIEW: _review("Safeguarding adult review"),
    Kind.MAPPA: _review("MAPPA serious case review"),
    Kind.PATIENT_SAFETY: _review("Patient safety investigation"),
    Kind.EMPLOYMENT: KindWords(
        label="Employment or professional conduct",
        asks="Hear somebody under investigation with care; the review judges nobody.",
        circumstance=None,
        source=sources.GOOD_PRACTICE,
    ),
    Kind.CHILDRENS_HOME: KindWords(
        label="Notices of a children’s home (regulation 40)",
        asks="They are the home’s own duty, without delay; ask for a copy.",
        circumstance=None,
        source=sources.HOMES_REG_40,
    ),
    Kind.OTHER_NATION: _review("Review in Wales, Scotland or Northern Ireland"),
    Kind.OTHER: KindWords(
        label="Something else",
        asks="Ask whoever leads it what they need.",
        circumstance=None,
        source=sources.GOOD_PRACTICE,
    ),
}
