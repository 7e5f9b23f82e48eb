"""A rapid review is opened, its parts are written, the group meets."""

from heed.cases.offers import note_beside_stage, offer, show_panel
from heed.cases.queries import steps_open_to
from heed.incidents.pages import is_notified
from heed.rapid_reviews import queries
from heed.rapid_reviews.pages import is_opened
from heed.rulebook import process
from heed.rulebook.language import Stage
from heed.rulebook.process.stages import AT_THE_PANEL, IN_RAPID_REVIEW


def offer_it() -> None:
    offer(process.OPEN_RAPID_REVIEW, "open_rapid_review", when=is_notified, weight=20)
    offer(
        process.OPEN_LOCAL_RAPID_REVIEW,
        "open_local_rapid_review",
        weight=80,
        first_at=(),
    )
    offer(
        process.WRITE_RAPID_REVIEW,
        "rapid_review_parts",
        when=is_opened,
        weight=22,
        first_at=IN_RAPID_REVIEW | {Stage.PANEL_RESPONDED},
    )
    offer(process.HOLD_MEETING, "hold_meeting", weight=23, first_at=IN_RAPID_REVIEW)
    offer(
        process.PLAN_DAYS,
        "rapid_review_plan",
        when=is_opened,
        weight=24,
        first_at=IN_RAPID_REVIEW,
    )
    offer(
        process.WRITE_OWN_NOTE,
        "own_notes",
        label="Your own working notes",
        weight=95,
        first_at=(),
    )
    note_beside_stage(is_not_statutory)
    show_panel(
        "Rapid review",
        "rapid_reviews/meetings_panel.html",
        meetings_panel,
        weight=31,
        about=IN_RAPID_REVIEW | AT_THE_PANEL,
    )


def is_not_statutory(case) -> str:
    """What stands beside the stage of a case whose rapid review no notification asks
    for; asked only where a rapid review goes on."""
    if case.stage not in IN_RAPID_REVIEW | AT_THE_PANEL:
        return ""
    found = queries.rapid_review_of(case)
    return "no statute asks for it" if found and found.without_statute else ""


def meetings_panel(case, person, at) -> dict | None:
    """Which parts are missing, and when the group met."""
    found = queries.rapid_review_of(case)
    if found is None:
        return None
    return {
        "missing": queries.missing_parts(found),
        "meetings": queries.meetings_of(case),
        "can": steps_open_to(person, case, at=at),
    }
