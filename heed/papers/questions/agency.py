"""What an agency is asked, as questions: the list itself is in the rulebook."""

from heed.papers.questions.asking import Choice, Kind, Question, Section
from heed.rulebook.agency_summary import SUMMARY, Asked, Part

AGENCY_FORM_VERSION = "heed-agency-1"


def _question(asked: Asked) -> Question:
    return Question(
        slug=asked.slug,
        label=asked.words,
        kind=Kind(asked.answered.value),
        help=asked.help,
        choices=tuple(Choice(slug=slug, label=label) for slug, label in asked.choices),
    )


def _section(part: Part) -> Section:
    return Section(
        slug=part.slug,
        title=part.title,
        help=part.help,
        questions=tuple(map(_question, part.asks)),
        each=part.each,
        most=part.most,
        printed=part.printed,
    )


AGENCY_SUMMARY: tuple[Section, ...] = tuple(map(_section, SUMMARY))
