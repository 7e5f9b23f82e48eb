"""What travels with a case as an open item, and blocks nothing."""

from heed.cases.gaps import fill_gap, name_gap
from heed.cases.models import DecisionSheet
from heed.incidents.models import Awareness
from heed.incidents.queries import not_weighed, views_on_notification
from heed.rulebook import process
from heed.rulebook.criteria.notifiable import Answer
from heed.rulebook.criteria.records import DR_1

STILL_OPEN = {
    "dr_1": "The working sheet on whether to notify (DR-1) is not filled in.",
    "partner_views": "The views of the three partners are not recorded.",
    "awareness": "Nobody has confirmed when the local authority became aware.",
}
# What may stay unknown of an incident for a while. A list, because an open item is read
# in lists and must not hold the words of a case.
LACKING = {
    "lacks.birth": "A child’s date of birth is not known.",
    "lacks.sex": "A child’s sex or gender is not known.",
    "lacks.whereabouts": "Where a child is now, and with whom, is not known.",
    "lacks.responsibility": "Who has parental responsibility is not known.",
    "lacks.ethnicity": "A child’s ethnicity, language or faith is not known.",
    "lacks.disability": "Whether a child is disabled is not known.",
    "lacks.plans": "Whether a child had a plan, or was in care, is not known.",
    "lacks.education": "Where a child learned, or whether they did, is not known.",
    "lacks.when": "When it happened is not known.",
    "lacks.where": "Where it happened is not known.",
    "lacks.cause": "What caused the death or the harm is not known.",
    "lacks.other_children": "Whether other children lived there is not known.",
    "lacks.adults": "Which adults cared for the child is not known.",
    "lacks.agencies": "Which organisations knew the family is not known.",
    "lacks.police": "Whether the police investigate is not known.",
    "lacks.courts": "Whether a court or the coroner has begun is not known.",
}
NO_REFERENCE = "The notification's reference is not recorded."
NOT_TOLD = "Nobody has said when the Panel was told that the notification is withdrawn."


def name_what_was_skipped(case, *, at) -> None:
    """Name what a case still owes that began, or was notified, outside Heed."""
    _name_skipped(case, STILL_OPEN, at=at)


def name_what_a_notice_skipped(case, *, at) -> None:
    """Name what a case still owes whose death was told of outside Heed: nobody asks for
    the partners' views on it."""
    owed = {
        kind: words for kind, words in STILL_OPEN.items() if kind != "partner_views"
    }
    _name_skipped(case, owed, at=at)


def _name_skipped(case, owed, *, at) -> None:
    missing = dict(owed)
    if Awareness.objects.filter(case=case).exists():
        missing.pop("awareness")
    if DecisionSheet.objects.filter(case=case, record=DR_1.slug).exists():
        missing.pop("dr_1")
    if all(row["view"] for row in views_on_notification(case)):
        missing.pop("partner_views", None)
    if case.happened_on is None:
        missing["lacks.when"] = LACKING["lacks.when"]
    for kind, words in missing.items():
        name_gap(case, kind=kind, label=words, at=at)


def name_each_not_weighed(case, *, at) -> None:
    """Name each child whose working sheet on whether to notify is not filled in."""
    for child in not_weighed(case):
        name_gap(
            case,
            kind=gap_of_sheet(child),
            label=f"The working sheet (DR-1) of {child.shown_as} is not filled in.",
            at=at,
        )


def name_when_to_look_again(child, sheet, *, by, at) -> None:
    """Name that nobody has said when what a sheet does not know is looked at again."""
    kind = f"dr_1_again.{child.number}"
    fill_gap(child.case, kind=kind, by=by, at=at)
    unknown = [s for s in sheet.answers.values() if s["answer"] == Answer.NOT_KNOWN]
    if unknown and sheet.look_again_on is None:
        words = f"Nobody says when what is not known of {child.shown_as} is looked at."
        name_gap(child.case, kind=kind, label=words, at=at)


def gap_of_sheet(child) -> str:
    """By which the gap of one child's working sheet is found again."""
    return f"dr_1.{child.number}"


def name_why_late(case, *, at) -> None:
    """Name that nobody has said why the notification was late."""
    step = process.RECORD_NOTIFICATION
    words = f"No reasons were given. {step.reasons}."
    name_gap(case, kind=f"reasons.{step.slug}", label=words, at=at)


def name_missing_reference(case, national_reference: str, *, at) -> None:
    """Name that the notification's reference is not known yet."""
    if not national_reference:
        name_gap(case, kind="national_reference", label=NO_REFERENCE, at=at)


def name_untold_withdrawal(case, *, at) -> None:
    """Name that nobody has said when the Panel was told of a withdrawal."""
    name_gap(case, kind="withdrawal_told", label=NOT_TOLD, at=at)
