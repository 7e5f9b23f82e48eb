"""What the referral form asks: THE list, in the words that the referrer reads.

The web form, the Word form that we generate and the reader of that Word form all take
their questions from here, so a form reads back exactly as it was filled in. Each answer
has a key (`child.2.given`); on a Word form the key is the tag of a content control, and
a box to tick adds its choice (`child.2.sex.female`). Only what is marked as required
must be answered, and "not known" is an answer.
"""

from collections.abc import Iterator, Mapping

from heed.papers.questions.asking import Choice, Kind, Question, Section
from heed.papers.questions.events import (
    AGENCY,
    CRITERIA,
    DECLARATION,
    INCIDENT,
    KEY_DATE,
    OTHER,
    PAPERS,
    WORKING,
)
from heed.papers.questions.people import ADULT, CHILD, LEAD, REFERRER, SAFETY
from heed.papers.questions.wording import (
    APART,
    OWN_BEGINS,
    OWN_ENDS,
    START,
    Place,
    Words,
    places,
    worded,
    worded_question,
)

__all__ = [
    "APART",
    "FORM_VERSION",
    "NOT_FOR",
    "OWN_BEGINS",
    "OWN_ENDS",
    "PURPOSE",
    "REFERRAL",
    "START",
    "VERSION_TAG",
    "Choice",
    "Kind",
    "Place",
    "Question",
    "Section",
    "Words",
    "asked",
    "key",
    "not_offered",
    "places",
    "question",
    "section",
    "worded",
    "worded_question",
]

FORM_VERSION = "heed-referral-1"
VERSION_TAG = "form.version"

PURPOSE = (
    "Use this form to tell us about a child who has died or been seriously harmed, "
    "when abuse or neglect is known or suspected. We will consider whether "
    "organisations can learn from what happened. Anyone may fill it in. Do not wait "
    "for facts that you do not have: leave the box empty or write “not known”."
)
NOT_FOR = (
    "This is not the way to get help for a child who is in danger. If a child is in "
    "danger now, call 999. If you are worried about a child, contact children’s "
    "social care. This form is not read at night, at weekends or on bank holidays."
)

REFERRAL: tuple[Section, ...] = (
    SAFETY,
    REFERRER,
    LEAD,
    CHILD,
    ADULT,
    INCIDENT,
    CRITERIA,
    AGENCY,
    WORKING,
    KEY_DATE,
    OTHER,
    PAPERS,
    DECLARATION,
)


def key(section: Section, question: Question, number: int = 1) -> str:
    """The name of one answer: `incident.place`, or `child.2.given`."""
    middle = f".{number}" if section.each else ""
    return f"{section.slug}{middle}.{question.slug}"


def section(slug: str) -> Section:
    """The section of this slug. Raises KeyError when there is none."""
    return {each.slug: each for each in REFERRAL}[slug]


def question(section_slug: str, slug: str) -> Question:
    """One question of a section. Raises KeyError when there is none."""
    return {each.slug: each for each in section(section_slug).questions}[slug]


def not_offered(answers: Mapping[str, str | list[str]]) -> list[str]:
    """The keys of answers that are none of the choices which their question offers."""
    slugs = {
        (each.slug, one.slug): {choice.slug for choice in one.choices}
        for each, one in asked()
        if one.choices
    }
    found = []
    for name, said in answers.items():
        where, _, rest = name.partition(".")
        offered = slugs.get((where, rest.rpartition(".")[2]))
        given = set(said if isinstance(said, list) else [said]) - {""}
        if offered and given - offered:
            found.append(name)
    return found


def asked() -> Iterator[tuple[Section, Question]]:
    """Every question with its section, in the order of the form."""
    for each in REFERRAL:
        for one in each.questions:
            yield each, one
