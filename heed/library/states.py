"""What may stand in the library, in which state, and how the public is told.

The states are those that partnerships use in practice: a report in full is only one
of them. Each has a label for lists and a sentence for the page.
"""

import re
from dataclasses import dataclass

from django.db.models import TextChoices


class Kind(TextChoices):
    """What a publication is."""

    REPORT = "report", "Review report"
    NATIONAL_REPORT = "national_report", "National review report"
    BRIEFING = "briefing", "Seven-minute briefing"
    RESPONSE = "response", "Partnership response"
    STATEMENT = "statement", "Statement"
    IMPROVEMENTS = "improvements", "Improvements made"
    LEARNING_SUMMARY = "learning_summary", "Learning summary"
    EASY_READ = "easy_read", "Easy-read version"
    SERIOUS_CASE_REVIEW = "serious_case_review", "Serious Case Review"
    OTHER = "other", "Other publication"


class State(TextChoices):
    """How far a publication is published."""

    PUBLISHED = "published", "Published in full"
    REPORT_DELAYED = "report_delayed", "Learning first, report later"
    BRIEFING_ONLY = "briefing_only", "Briefing only"
    RECOMMENDATIONS_ONLY = "recommendations_only", "Recommendations and progress"
    IMPROVEMENTS_ONLY = "improvements_only", "Improvements only"
    SUMMARY_ONLY = "summary_only", "Summary only"
    AREA_WITHHELD = "area_withheld", "Published without naming the area"
    JOINT = "joint", "Published jointly"
    RELEASED_LATER = "released_later", "Released later, with parts removed"
    AFTER_RAPID_REVIEW = "after_rapid_review", "Learning from a rapid review"
    REMOVED = "removed", "No longer published"
    WITHDRAWN = "withdrawn", "Withdrawn"


TYPES = (
    (r"national", Kind.NATIONAL_REPORT),
    (r"serious case review|\bscrs?\b", Kind.SERIOUS_CASE_REVIEW),
    (r"brief|7.?minute", Kind.BRIEFING),
    (r"respon", Kind.RESPONSE),
    (r"statement", Kind.STATEMENT),
    (r"improvement", Kind.IMPROVEMENTS),
    (r"easy.?read", Kind.EASY_READ),
    (r"summary|learning review", Kind.LEARNING_SUMMARY),
    (r"practice review|\bn?l?cspr\b|report", Kind.REPORT),
)
"""What catalogues call things; the first that fits."""


def kind_of(words: str) -> Kind:
    """The kind that these words of a catalogue mean; OTHER when they mean none."""
    found = (kind for cue, kind in TYPES if re.search(cue, words, re.IGNORECASE))
    return next(found, Kind.OTHER)


@dataclass(frozen=True, kw_only=True)
class Rendering:
    """How a state is told to the public."""

    sentence: str
    gone: bool = False


RENDERINGS = {
    State.PUBLISHED: Rendering(sentence=""),
    State.REPORT_DELAYED: Rendering(
        sentence="The learning is published now, so that it can be used. The full "
        "report will follow when legal proceedings allow it."
    ),
    State.BRIEFING_ONLY: Rendering(
        sentence="To protect the identity of the child and family, the full report is "
        "not published. This briefing shares what was learned."
    ),
    State.RECOMMENDATIONS_ONLY: Rendering(
        sentence="The full report is not published. Its recommendations are, with what "
        "has been done about them, and this page is brought up to date."
    ),
    State.IMPROVEMENTS_ONLY: Rendering(
        sentence="The full report is not published. This page sets out the "
        "improvements that were made because of the review."
    ),
    State.SUMMARY_ONLY: Rendering(
        sentence="For legal reasons only a summary and the lessons are published."
    ),
    State.AREA_WITHHELD: Rendering(
        sentence="The area is not named, to protect the identity of the child and "
        "family."
    ),
    State.JOINT: Rendering(
        sentence="More than one partnership carried out this review together."
    ),
    State.RELEASED_LATER: Rendering(
        sentence="This was released some years after the review. Parts that could "
        "identify people have been removed."
    ),
    State.AFTER_RAPID_REVIEW: Rendering(
        sentence="A rapid review looked at what happened and found that a longer "
        "review would add little. This is what was learned."
    ),
    State.REMOVED: Rendering(
        sentence="It was public for at least a year, as a review has to be.",
        gone=True,
    ),
    State.WITHDRAWN: Rendering(
        sentence="What stood here can no longer be read.",
        gone=True,
    ),
}

GONE = tuple(state for state, rendering in RENDERINGS.items() if rendering.gone)

AREA_WITHHELD = "area-withheld"
"""The publisher's address under which an anonymous publication stands."""
