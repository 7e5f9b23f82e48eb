"""What a submission goes without: whole parts, and facts inside the essential ones,
each with the reason where somebody gave one. It is named, and stops nothing."""

from dataclasses import dataclass

from heed.cases.deadlines import latest_deadline
from heed.cases.describing import facts_of_child
from heed.cases.gaps import fill_gap, name_gap
from heed.cases.models import Case, OpenItem
from heed.cases.queries import children_of, safety_actions_of, shown
from heed.incidents.queries import awareness_of, standing_notification
from heed.rapid_reviews import queries
from heed.rapid_reviews.models import RapidReview
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.rulebook.contents import SUBMISSION, Part
from heed.ui.sentences import lowered

NOTHING_YET = {
    "notification": "No notification is recorded.",
    "children": "No child is recorded.",
    "family": "Nobody of the family is recorded.",
    "agencies": "No agency was asked.",
    "safety_actions": "No immediate action is recorded.",
    "decision": "The matters are not all weighed, or no decision is put.",
    "national_view": "The partners have not given a view.",
    "sign_off": "The three partners have not all signed.",
}
NOTHING_WRITTEN = "Nothing has been written here."
NOT_WHY = "It says that nothing is known, and not why."
NEVER_SILENT = (
    "Nothing has been written here, and this part may not stay silent: “not known, "
    "because …” is an answer."
)


@dataclass(frozen=True)
class Missing:
    """One thing that a submission goes without. `kind` is the kind of the open item by
    which somebody may say why."""

    part: str
    words: str
    kind: str
    typed: str = ""


def what_is_missing(rapid_review: RapidReview, *, at) -> list[Missing]:
    """Each part that is missing, and each essential fact inside the parts that are
    there."""
    parts = queries.missing_parts(rapid_review)
    away = {part.slug for part in parts}
    facts = []
    if not rapid_review.without_statute:
        facts += _of_the_notification(rapid_review.case, at=at)
    facts += _of_the_children(rapid_review) + _of_the_actions(rapid_review.case)
    facts += _of_the_episodes(rapid_review.case)
    written = rapid_review.parts or {}
    whole = [
        Missing(part.slug, _lack(part, written.get(part.slug)), kind_of(part.slug))
        for part in parts
    ]
    return whole + [fact for fact in facts if fact.part not in away]


def kind_of(part: str) -> str:
    """The kind of the open item by which a missing part is named."""
    return f"submission.{part}"


def _lack(part: Part, words: str | None) -> str:
    if words:
        return NOT_WHY
    silent = NEVER_SILENT if part.never_silent else NOTHING_WRITTEN
    return NOTHING_YET.get(part.slug, silent)


def _of_the_notification(case: Case, *, at) -> list[Missing]:
    found = standing_notification(case)
    late = found and not found.late_reason and was_late(case, NOTIFICATION_DUE, at=at)
    lacks = {
        "national_reference": ("Its reference.", found and found.national_reference),
        "lacks.when": ("When it happened.", case.when_it_happened),
        "awareness": (
            "When the local authority became aware.",
            awareness_of(case),
        ),
        "reasons.record_notification": ("Why it was late.", not late),
    }
    return [
        Missing("notification", words, kind)
        for kind, (words, there) in lacks.items()
        if not there
    ]


def _of_the_children(rapid_review: RapidReview) -> list[Missing]:
    return [
        Missing(
            "children",
            f"{child.shown_as}: {lowered(fact.label)}.",
            fact.lacks,
            typed=child.born_as_typed or "" if fact.slug == "age" else "",
        )
        for child in children_of(rapid_review.case)
        for fact, words in facts_of_child(child)
        if not words
    ]


def _of_the_episodes(case: Case) -> list[Missing]:
    """One of which nobody has said yet what it shows."""
    return [
        Missing("episodes", f"What episode {each.place} shows.", "episodes.analysis")
        for each in queries.without_analysis(case)
    ]


def _of_the_actions(case: Case) -> list[Missing]:
    open_ = [action for action in safety_actions_of(case) if action.is_open]
    return [
        Missing("safety_actions", f"Not confirmed yet: {action.what}", "safety_actions")
        for action in open_
    ]


def was_late(case: Case, clock, *, at) -> bool:
    """Whether what this clock waits for came after its day, or has not come since."""
    due = latest_deadline(case, clock)
    return due is not None and shown(due, at=at).is_late


def reasons_of(case: Case) -> dict[str, str]:
    """Why something is not known, by the kind of the open item that was answered."""
    answered = OpenItem.objects.filter(case=case).exclude(answered_at=None)
    return {
        item.kind: f"Not known, because: {item.answer}"
        if item.not_known
        else item.answer
        for item in answered
        if item.answer
    }


def name_the_missing(rapid_review: RapidReview, *, at) -> list[str]:
    """Name each missing part as an open item of the case, unless somebody has said why
    it is missing; inside a step. Gives the slugs of all missing parts."""
    case, said = rapid_review.case, reasons_of(rapid_review.case)
    missing = queries.missing_parts(rapid_review)
    for part in missing:
        if kind_of(part.slug) not in said:
            words = f"“{part.title}” was not in what went to the Panel."
            name_gap(case, kind=kind_of(part.slug), label=words, at=at)
    return [part.slug for part in missing]


def fill_what_is_there(rapid_review: RapidReview, *, by, at) -> None:
    """Close the open items about parts that are missing no longer; inside a step."""
    for slug in queries.filled_parts(rapid_review):
        fill_gap(rapid_review.case, kind=kind_of(slug), by=by, at=at)


AT_PROPOSING = frozenset({"decision", "sign_off", "national_view"})


def parts_without(rapid_review: RapidReview, *, at) -> list[str]:
    """The parts of which something is missing when a decision is put before the
    partners, by their titles: but for what only the decision itself fills."""
    titles = {part.slug: part.title for part in SUBMISSION}
    lacking = [each.part for each in what_is_missing(rapid_review, at=at)]
    named = [part for part in lacking if part in titles and part not in AT_PROPOSING]
    return list(dict.fromkeys(titles[part] for part in named))
