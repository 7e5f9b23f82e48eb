"""Where a partnership may put words of its own on the form, and the form with them.

Labels and choices stay: a form reads back by them. So does what keeps a child safe.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from heed.papers.questions.asking import Question, Section

Words = Mapping[str, str]
"""What a partnership says in place of our words, by the place."""

OWN_BEGINS, OWN_ENDS = "\u2060\u2063", "\u2063\u2060"
"""Around words of a partnership on a printed form; they take no room."""

START, SENT, COMPLAINTS = "start", "sent", "complaints"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Somewhere on the form where words may be changed."""

    slug: str
    title: str
    ours: str
    """What stands there where a partnership says nothing; "" where nothing does."""


APART = (
    Place(
        slug=START,
        title="What the form is for",
        ours="Tell us about a child who has died or been seriously harmed, when abuse "
        "or neglect is known or suspected. We look at whether organisations can learn "
        "from it.",
    ),
    Place(
        slug=SENT,
        title="What happens once it is sent",
        ours="The safeguarding partners look at whether it should be reviewed. We may "
        "ask you for more.",
    ),
    Place(slug=COMPLAINTS, title="Where to complain", ours=""),
)


def places(form: tuple[Section, ...]) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Every place, under the title of its part of the form."""
    yield "The form as a whole", APART
    for section in form:
        about = Place(slug=section.slug, title="The whole part", ours=section.help)
        yield (
            section.title,
            (
                about,
                *(
                    Place(
                        slug=place_of(section, question),
                        title=question.label,
                        ours=question.help,
                    )
                    for question in section.questions
                ),
            ),
        )


def place_of(section: Section, question: Question) -> str:
    """The place of the help of a question."""
    return f"{section.slug}.{question.slug}"


def worded(section: Section, words: Words) -> Section:
    """A section with the words of a partnership in place of ours."""
    return replace(
        section,
        help=words.get(section.slug) or section.help,
        questions=tuple(
            worded_question(section, question, words) for question in section.questions
        ),
    )


def worded_question(section: Section, question: Question, words: Words) -> Question:
    """A question with the help that a partnership gives."""
    own = words.get(place_of(section, question))
    return replace(question, help=own) if own else question
