"""What is known of a child, in the words of a page and of the paper for the Panel."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from heed import clock
from heed.cases.models import Case, Child
from heed.rulebook.children import (
    AGE_BANDS,
    CHILD_FACTS,
    DISABLED,
    EDUCATION,
    ETHNICITIES,
    HARM,
    IMMIGRATION,
    LEGAL_STATUSES,
    PLACEMENTS,
    PLACES,
    PLANS,
    SEXES,
    STATUS,
    ChildFact,
    age_band,
)
from heed.rulebook.words import between_in_words

NOT_SAID = {"", "not_known", "unknown", "NOBT"}


class PartOfAChild(NamedTuple):
    """One short page about a child: its address name, its heading, what it says."""

    page: str
    heading: str
    rows: list[tuple[str, str]]


def in_words(code: str | None, words: Mapping[str, str]) -> str:
    """A code in words; what is no code as it was typed; nothing where nobody said."""
    said = code or ""
    return "" if said in NOT_SAID else words.get(said, said)


def as_answered(code: str | None, words: Mapping[str, str]) -> str:
    """The same, where it is an answer too that it is not known."""
    return words.get(code or "", code or "")


def status_of(child: Child) -> str:
    """How a child is, in words."""
    return STATUS.get(child.status, child.status)


def incident_days_of(case: Case) -> dict[str, date | None]:
    """When it happened, as the form asks: the last day only where it is another."""
    first, last = case.happened_on, case.happened_until
    return {"happened_on": first, "happened_until": None if last == first else last}


def day_that_ages_count_on(case: Case) -> date:
    """The day on which children of a case had the age that is counted: that of the
    incident; while that is not known, of the day on which the case began."""
    return case.happened_on or clock.london_date(case.opened_at)


def age_of(child: Child) -> str:
    """The band of a child's age at the incident, in words; nothing if unknown."""
    return in_words(band_of(child), AGE_BANDS)


def band_of(child: Child) -> str:
    """The band of a child's age at the incident, worked out where the date of birth is
    known; else as somebody said it."""
    if child.born_on:
        return age_band(child.born_on, day_that_ages_count_on(child.case))
    return "unborn" if child.status == "unborn" else child.age_band


def ethnicity_of(child: Child) -> str:
    """A child's ethnicity in words; nothing where it is not known."""
    return in_words(child.ethnicity, ETHNICITIES)


def facts_of_child(
    child: Child, *, names_on: bool = True
) -> list[tuple[ChildFact, str]]:
    """Each fact that a submission owes of a child, with what is known of it. While
    names are off, without what people wrote in their own words beside a choice."""
    own = names_on or None
    known = {
        "age": age_of(child),
        "sex": in_words(child.sex, SEXES),
        "ethnicity": ethnicity_of(child),
        "disability": _joined(in_words(child.disabled, DISABLED), own and child.needs),
        "religion": child.religion or "",
        "language": child.language or "",
        "legal_status": in_words(child.legal_status, LEGAL_STATUSES),
        "plans": _joined(
            *(in_words(plan, PLANS) for plan in child.plans or []),
            own and child.plan_words,
        ),
        "education": _joined(
            in_words(child.education, EDUCATION), own and child.school
        ),
    }
    return [(fact, known[fact.slug]) for fact in CHILD_FACTS]


def parts_of_child(child: Child, *, names_on: bool) -> list[PartOfAChild]:
    """What a page says of a child, as the short pages that ask for it are ordered."""
    facts = {
        fact.slug: (fact.label, said)
        for fact, said in facts_of_child(child, names_on=names_on)
    }
    who = [("Place in what happened", PLACES.get(child.role, "")), _status(child)]
    harm = [("Harm", in_words(child.harm, HARM))]
    return [
        PartOfAChild(
            "child",
            "Who this child is",
            [
                *(identity_of(child) if names_on else []),
                *(_never_printed(child) if names_on else []),
                *who,
                facts["age"],
                facts["sex"],
            ],
        ),
        PartOfAChild(
            "child_identity",
            "Identity and needs",
            [
                *(
                    facts[s]
                    for s in ("ethnicity", "disability", "religion", "language")
                ),
                ("Immigration", as_answered(child.immigration, IMMIGRATION)),
            ],
        ),
        PartOfAChild(
            "child_care",
            "Care, plans and education",
            [
                facts["legal_status"],
                ("Placement", _placement(child)),
                *(_holders(child) if names_on else []),
                facts["plans"],
                facts["education"],
            ],
        ),
        PartOfAChild(
            "child_harm",
            "Harm, and what else is known",
            harm + (_beside(child) if names_on else []),
        ),
    ]


def _status(child: Child) -> tuple[str, str]:
    return "How this child is", status_of(child)


def identity_of(child: Child) -> list[tuple[str, str]]:
    """Who a child is, by name and birth; only for those who are to read names."""
    names = (child.given_name, child.family_name)
    typed = f"typed: {child.born_as_typed}" if child.born_as_typed else ""
    rows = [
        ("Name", " ".join(name for name in names if name)),
        ("Also known as", "; ".join(child.also_known_as or [])),
        ("Date of birth", _joined(_day(child.born_on), typed)),
    ]
    rows += [("Due", _day(child.due_on))] if child.status == "unborn" else []
    rows += [("Died", _day(child.died_on))] if child.status == "died" else []
    return rows


def _never_printed(child: Child) -> list[tuple[str, str]]:
    """On the page alone: it goes into no pack and no copy."""
    return [("Former names, never to print", "; ".join(child.former_names or []))]


def _placement(child: Child) -> str:
    return as_answered(child.placement, PLACEMENTS) or _not_in_care(child)


def _not_in_care(child: Child) -> str:
    """What answers where a child is placed, and by whom, of one who is not in care."""
    apart = child.legal_status == "not_in_care"
    return LEGAL_STATUSES["not_in_care"] if apart else ""


def _holders(child: Child) -> list[tuple[str, str]]:
    """In the words of whoever wrote it: they may name somebody."""
    return [
        ("Looked after by", child.looked_after_by or _not_in_care(child)),
        ("Parental responsibility", child.parental_responsibility or ""),
    ]


def _beside(child: Child) -> list[tuple[str, str]]:
    return [
        # Perhaps they live there still: read on the page that asks for it alone.
        ("Where the child lived", "Written" if child.address else ""),
        ("NHS number", (child.identifiers or {}).get("nhs_number", "")),
        ("Anything else", child.notes or ""),
    ]


def _day(day: date | None) -> str:
    return between_in_words(day, day) if day else ""


def _joined(*said: str | None) -> str:
    return "; ".join(words for words in said if words)
