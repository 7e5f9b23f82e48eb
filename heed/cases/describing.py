"""What is known of a child, in the words of a page and of the paper for the Panel."""

from heed import clock
from heed.cases.models import Child
from heed.rulebook.children import (
    AGE_BANDS,
    CHILD_FACTS,
    ETHNICITIES,
    STATUS,
    ChildFact,
    age_band,
)

SEXES = {"female": "Female", "male": "Male"}
NOT_SAID = {"", "not_known", "unknown", "NOBT"}


def in_words(code: str | None, words) -> str:
    """A code in words; what is no code as it was typed; nothing where nobody said."""
    said = code or ""
    return "" if said in NOT_SAID else words.get(said, said)


def status_of(child: Child) -> str:
    """How a child is, in words."""
    return STATUS.get(child.status, child.status)


def age_of(child: Child) -> str:
    """The band of a child's age when the case began, in words; nothing if unknown."""
    band = child.age_band
    if not band and child.born_on:
        band = age_band(child.born_on, clock.london_date(child.case.opened_at))
    if not band and child.status == "unborn":
        band = "unborn"
    return in_words(band, AGE_BANDS)


def ethnicity_of(child: Child) -> str:
    """A child's ethnicity in words; nothing where it is not known."""
    return in_words(child.ethnicity, ETHNICITIES)


def facts_of_child(child: Child) -> list[tuple[ChildFact, str]]:
    """Each fact that a submission owes of a child, with what is known of it."""
    known = {
        "age": age_of(child),
        "sex": in_words(child.sex, SEXES),
        "ethnicity": ethnicity_of(child),
        "legal_status": in_words(child.legal_status, {}),
        "education": child.school or "",
    }
    return [(fact, known.get(fact.slug, "")) for fact in CHILD_FACTS]
