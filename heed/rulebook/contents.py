"""What the papers of a case must tell, and what a reviewer must bring.

A missing part stops nothing on its way to the Panel: it is named on the first page.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heed.rulebook import sources
from heed.rulebook.language import Source


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a rapid review's submission. `essential` ones are named first when
    they are missing; `never_silent` ones need a reason even to say “not known”.
    """

    slug: str
    title: str
    tells: str
    essential: bool = False
    never_silent: bool = False
    source: Source = sources.PANEL_GUIDANCE


SUBMISSION: Sequence[Part] = (
    Part(
        slug="notification",
        title="The notification",
        tells="Its reference, and when it happened, was known, was notified and was "
        "sent; the days used, and why if late.",
        essential=True,
        source=sources.PANEL_FAQ,
    ),
    Part(
        slug="children",
        title="Each child",
        tells="Age, sex or gender, ethnicity, disability, religion and language, "
        "legal status, plans and education.",
        essential=True,
    ),
    Part(
        slug="family",
        title="Family and household",
        tells="Who belongs to it, how they are related, and a genogram.",
    ),
    Part(
        slug="facts",
        title="What happened",
        tells="The facts in short, and not a chronology.",
        essential=True,
    ),
    Part(
        slug="episodes",
        title="Key practice episodes",
        tells="The moments that mattered most, and what they show.",
        essential=True,
    ),
    Part(
        slug="agencies",
        title="Agencies",
        tells="Who was asked, who answered, who knew nothing, who has not answered.",
    ),
    Part(
        slug="childs_voice",
        title="The child's voice",
        tells="What the child said and lived, day by day.",
        never_silent=True,
    ),
    Part(
        slug="family_views",
        title="The family's views",
        tells="What the family says, or why it was not asked yet.",
        never_silent=True,
    ),
    Part(
        slug="identity",
        title="Race, culture, identity and disability",
        tells="How they, and inequality, shaped this child's life and practice.",
        never_silent=True,
    ),
    Part(
        slug="safety_actions",
        title="Immediate actions",
        tells="What was done at once to keep children safe, and by whom.",
        essential=True,
    ),
    Part(
        slug="worked_well",
        title="What worked well",
        tells="Practice that helped, and why it did.",
    ),
    Part(
        slug="learning",
        title="Learning",
        tells="For one agency and for several, with the reasons in the system, and "
        "not only what happened.",
    ),
    Part(
        slug="earlier_reviews",
        title="Earlier reviews",
        tells="Local reviews that found the same, and themes that come again.",
    ),
    Part(
        slug="proceedings",
        title="Proceedings beside it",
        tells="Criminal, family and inquest proceedings, and other reviews.",
    ),
    Part(
        slug="decision",
        title="What was weighed and decided",
        tells="The matters weighed, the decision on a local review, and why.",
        essential=True,
        source=sources.REG_11,
    ),
    Part(
        slug="national_view",
        title="View on a national review",
        tells="Whether the partners think that a national review is right, and why.",
        essential=True,
    ),
    Part(
        slug="sign_off",
        title="The three partners",
        tells="Who signed for each body and when, and any dissent.",
        essential=True,
    ),
    Part(
        slug="next_steps",
        title="Next steps",
        tells="What follows, who does it, by when.",
    ),
    Part(
        slug="sharing",
        title="Sharing the learning",
        tells="How those who work with children will hear of it.",
    ),
)


_NEVER_SILENT = frozenset(part.slug for part in SUBMISSION if part.never_silent)
_NOTHING_TOLD = re.compile(
    r"\W*(?:(?:it |this )?(?:is |was )?(?:not|un)[ -]?(?:yet )?"
    r"(?:known|applicable|sought|asked|recorded|explored|available)"
    r"(?: (?:to us|at this (?:time|stage)|yet))?|"
    r"n[/.]?[ka]\.?|none(?: known| recorded)?|nil|nothing(?: known)?|no|tbc|t\.b\.c\.?|"
    r"to (?:follow|be confirmed))?\W*",
    re.IGNORECASE,
)


def is_told(slug: str, words: str) -> bool:
    """Whether a part of the submission tells something: one that may never be silent
    does not by saying that it is not known, without a reason."""
    if slug in _NEVER_SILENT:
        return not _NOTHING_TOLD.fullmatch(words)
    return bool(words)


def wants_a_reason(slug: str, words: str) -> bool:
    """Whether these words say that something is not known which may never be silent,
    and not why: “not known, because …” is an answer, “not known” is none.
    """
    return bool(words.strip()) and slug in _NEVER_SILENT and not is_told(slug, words)


def gaps(filled: Collection[str]) -> tuple[Part, ...]:
    """The parts of a submission that are missing, the essential ones first; they are
    named on its first page and stop nothing.
    """
    missing = [part for part in SUBMISSION if part.slug not in filled]
    return tuple(sorted(missing, key=lambda part: not part.essential))


class Level(StrEnum):
    """How binding a duty about a report is."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, kw_only=True)
class ReportDuty:
    """Something that a report, or the making of it, must or should do."""

    slug: str
    words: str
    level: Level
    source: Source


REPORT_DUTIES: Sequence[ReportDuty] = (
    ReportDuty(
        slug="improvements",
        words="The report sums up what people in the area are recommended to improve.",
        level=Level.MUST,
        source=sources.PART_3,
    ),
    ReportDuty(
        slug="underlying_reasons",
        words="It analyses the reasons in the system, or underneath, why things were "
        "done or left undone.",
        level=Level.MUST,
        source=sources.PART_3,
    ),
    ReportDuty(
        slug="monitored",
        words="Time and quality were looked at regularly, and the reviewer was asked "
        "in writing.",
        level=Level.MUST,
        source=sources.REG_14,
    ),
    ReportDuty(
        slug="reviewer_named",
        words="The reviewer or reviewers are named.",
        level=Level.SHOULD,
        source=sources.GUIDANCE,
    ),
    ReportDuty(
        slug="clear_recommendations",
        words="Each recommendation says what is asked, of whom, alone and together, by "
        "when, and what it is to change for children.",
        level=Level.SHOULD,
        source=sources.GUIDANCE,
    ),
    ReportDuty(
        slug="childs_perspective",
        words="It shows the child's perspective and the family's life, is in "
        "proportion, is about learning, and explains why.",
        level=Level.SHOULD,
        source=sources.GUIDANCE,
    ),
    ReportDuty(
        slug="does_no_harm",
        words="It is written so that publishing it harms no child or adult at risk.",
        level=Level.SHOULD,
        source=sources.GUIDANCE,
    ),
    ReportDuty(
        slug="method_agreed",
        words="The method was agreed with the reviewer and looks at the system.",
        level=Level.SHOULD,
        source=sources.GUIDANCE,
    ),
    ReportDuty(
        slug="people_took_part",
        words="Practitioners took full part; the family, with children who survive, "
        "was invited.",
        level=Level.SHOULD,
        source=sources.GUIDANCE,
    ),
    ReportDuty(
        slug="acted_on_before",
        words="What could be put right or shared at once did not wait for the report.",
        level=Level.SHOULD,
        source=sources.LOCAL,
    ),
)

REVIEWER_QUALITIES: Sequence[tuple[str, str]] = (
    (
        "practice",
        "Knows the field and its practice; can speak with children, families and staff",
    ),
    ("research", "Knows the research"),
    ("complexity", "Recognises how complex the work is"),
    (
        "no_hindsight",
        "Sees practice as people saw it at the time, without hindsight",
    ),
    ("communication", "Tells what was found so that it is heard"),
    ("independence", "Is free of conflicts of interest, real or perceived"),
)
