"""What an agency tells of a child and a family: THE list of what it is asked.

Two minutes will do: that nobody is known. Whoever knows something may say it in a few
words or in full; the full summary is this list, on the web and on paper alike. Nothing
of it stops an answer: what is not said is not known yet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heed.rulebook import sources
from heed.rulebook.language import Source

FORMS_IN_USE = Source(
    title="Agency summary forms in use: Scotland 2015, Worcestershire, "
    "Isle of Man, individual management reviews of 2010"
)
"""Seen on public copies of the forms that agencies are sent; no rule of law."""


class Answered(StrEnum):
    """How something is answered."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    EMAIL = "email"
    PHONE = "phone"
    ONE = "one"
    SOME = "some"


Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One thing that is asked, in the words that the agency reads."""

    slug: str
    words: str
    answered: Answered = Answered.LINE
    help: str = ""
    choices: Choices = ()
    source: Source = FORMS_IN_USE


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Some of it that belongs together: a task. `each` is set where it is asked once
    for every person or statement; `printed` says how often the paper asks it."""

    slug: str
    title: str
    asks: tuple[Asked, ...]
    help: str = ""
    each: str = ""
    most: int = 1
    printed: int = 1


class Involvement(StrEnum):
    """Whom an agency knew. A plain yes or no hides that it knew the parent's partner
    and not the child."""

    YES = "yes"
    ADULT_ONLY = "adult_only"
    NO = "no"


INVOLVEMENT: Choices = (
    (Involvement.YES, "Yes"),
    (Involvement.ADULT_ONLY, "Adults only"),
    (Involvement.NO, "No"),
)
YES_NO: Choices = (("yes", "Yes"), ("no", "No"))


class Evidence(StrEnum):
    """How much a statement weighs: of whom it comes, and how long after."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TOLD = "told"


EVIDENCE: Choices = (
    (Evidence.PRIMARY, "Recorded at the time by who saw it"),
    (Evidence.SECONDARY, "Recorded later, or by another"),
    (Evidence.TOLD, "From memory, or heard from others"),
)

CONTEXT: Choices = (
    ("workload", "Workload"),
    ("vacancies", "Vacancies or sickness"),
    ("supervision", "Supervision and oversight"),
    ("reorganisation", "A reorganisation"),
    ("training", "Training"),
    ("budget", "Money"),
    ("none", "None of these"),
)
"""What stood around the work. The list is nearly the same on every form."""

OPINIONS: Choices = (
    ("local_review", "Local review"),
    ("other_learning", "Another way of learning"),
    ("no_review", "No review"),
    ("not_sure", "Not sure yet"),
)

AUTHOR = Part(
    slug="author",
    title="About you",
    asks=(
        Asked(slug="name", words="Your name"),
        Asked(slug="role", words="Your job title"),
        Asked(slug="email", words="Your email address", answered=Answered.EMAIL),
        Asked(slug="phone", words="Your telephone number", answered=Answered.PHONE),
        Asked(
            slug="independence",
            words="Is the author independent of the case?",
            help="Independent is who did not work on the case and manages nobody who "
            "did.",
            answered=Answered.ONE,
            choices=YES_NO,
        ),
    ),
)
KNOWN = Part(
    slug="known",
    title="Whom you knew, and when",
    asks=(
        Asked(
            slug="involvement",
            words="Was your agency involved with the child or family?",
            help="If you knew a parent or a partner and not the child, tick “Adults "
            "only”.",
            answered=Answered.ONE,
            choices=INVOLVEMENT,
        ),
        Asked(
            slug="period_from",
            words="Date involvement began",
            answered=Answered.DATE,
        ),
        Asked(
            slug="period_to",
            words="Date involvement ended",
            help="Leave it empty if you still work with them.",
            answered=Answered.DATE,
        ),
        Asked(
            slug="systems",
            words="Systems and records searched",
            help="Say under which names and dates of birth you searched.",
            answered=Answered.TEXT,
        ),
    ),
)
PERSON = Part(
    slug="person",
    title="The people as your records have them",
    help="Write names and dates of birth as they stand in your own records, also where "
    "they differ from ours. Nothing is put right: both are kept.",
    each="person",
    most=40,
    printed=8,
    asks=(
        Asked(slug="name", words="Name"),
        Asked(slug="dob", words="Date of birth", answered=Answered.DATE),
        Asked(slug="relationship", words="Relationship to child"),
        Asked(slug="seen_on", words="Seen last on", answered=Answered.DATE),
        Asked(slug="seen_by", words="Seen by whom, and where"),
    ),
)
INVOLVED = Part(
    slug="involved",
    title="What you knew and did",
    asks=(
        Asked(
            slug="summary",
            words="Summary of involvement",
            help="The main contacts and decisions in short, and what they were for.",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="background",
            words="Health, disability, culture, religion, care and schooling",
            help="What you know of the child’s and the family’s life.",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="voice",
            words="Said or shown by the child about daily life",
            help="“Not known, because …” is an answer.",
            answered=Answered.TEXT,
        ),
    ),
)
STATEMENT = Part(
    slug="statement",
    title="Statements, and what they rest on",
    help="What others will build on, one statement at a time: where it is found in "
    "your records, and how much it weighs.",
    each="statement",
    most=60,
    printed=4,
    asks=(
        Asked(slug="words", words="Statement", answered=Answered.TEXT),
        Asked(slug="source", words="Where it is recorded"),
        Asked(
            slug="weight",
            words="What it rests on",
            answered=Answered.ONE,
            choices=EVIDENCE,
        ),
    ),
)
PRACTICE = Part(
    slug="practice",
    title="Looking at your own work",
    help="This is about learning and not about blame.",
    asks=(
        Asked(
            slug="risk",
            words="Was risk recognised, and was harm made less?",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="sharing",
            words="Did people tell each other what they knew, and when?",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="timely",
            words="Was anything late or left undone?",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="good_practice",
            words="What went well",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="learning",
            words="Learning identified",
            help="For your own agency and for others.",
            answered=Answered.TEXT,
        ),
    ),
)
AROUND = Part(
    slug="around",
    title="What stood around the work",
    asks=(
        Asked(
            slug="context",
            words="Pressures on the work",
            answered=Answered.SOME,
            choices=CONTEXT,
        ),
        Asked(slug="how", words="How did they bear on it?", answered=Answered.TEXT),
    ),
)
DONE = Part(
    slug="done",
    title="Since then, and who else to ask",
    asks=(
        Asked(
            slug="immediate_actions",
            words="Immediate actions taken",
            help="To keep this child and others safe, and to put right what could be.",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="investigation",
            words="Inquiries of your own that run or have ended",
            help="A patient-safety investigation, a disciplinary matter, a complaint.",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="other_agencies",
            words="Other agencies known to be involved",
            help="One a line. They can be asked too.",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="opinion",
            words="Agency view",
            help="What would be most useful? The partners decide.",
            answered=Answered.ONE,
            choices=OPINIONS,
        ),
    ),
)
RECORDS = Part(
    slug="records",
    title="How you found out, and your records",
    asks=(
        Asked(
            slug="method",
            words="Papers read and people spoken to, with dates",
            answered=Answered.TEXT,
        ),
        Asked(
            slug="secured",
            words="Have records been secured?",
            answered=Answered.ONE,
            choices=YES_NO,
        ),
        Asked(
            slug="secured_on",
            words="When were they secured?",
            answered=Answered.DATE,
        ),
        Asked(
            slug="sensitive",
            words="Anything that must be handled with care",
            help="What is about somebody else, or must not reach somebody, and why.",
            answered=Answered.TEXT,
        ),
    ),
)
CHECKED = Part(
    slug="checked",
    title="Read by a second person",
    help="Somebody senior who did not write this reads it before it is sent. If nobody "
    "could yet, send it all the same: the gap is named and stays open.",
    asks=(
        Asked(slug="by", words="Quality assured by", source=sources.GOOD_PRACTICE),
        Asked(
            slug="role",
            words="How senior are they?",
            source=sources.GOOD_PRACTICE,
        ),
        Asked(
            slug="on",
            words="Date quality assured",
            answered=Answered.DATE,
            source=sources.GOOD_PRACTICE,
        ),
    ),
)

SUMMARY: tuple[Part, ...] = (
    AUTHOR,
    KNOWN,
    PERSON,
    INVOLVED,
    STATEMENT,
    PRACTICE,
    AROUND,
    DONE,
    RECORDS,
    CHECKED,
)


# What a short answer says to each part, by the names of its fields.
IN_SHORT: Mapping[str, tuple[str, ...]] = {
    KNOWN.slug: (
        *("children_searched", "adults_searched", "systems_searched"),
        "period",
    ),
    INVOLVED.slug: ("summary",),
    PRACTICE.slug: ("worked_well", "learning"),
    DONE.slug: ("immediate_actions", "other_agencies"),
    RECORDS.slug: ("records_secured",),
    CHECKED.slug: ("author_independent", "checked_by"),
}
