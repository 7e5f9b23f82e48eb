"""What is weighed, and what the three partners decide."""

from heed.cases.offers import offer, show_panel
from heed.rapid_reviews import queries
from heed.rapid_reviews.confirmed import answers_to, was_changed_since
from heed.rulebook import process
from heed.rulebook.deciding import CARRIED_WHEN
from heed.rulebook.language import Stage
from heed.rulebook.outcomes import label
from heed.rulebook.process.stages import AT_THE_PANEL, IN_RAPID_REVIEW


def offer_it() -> None:
    offer(process.WEIGH_CRITERIA, "weigh_criteria", weight=24)
    offer(
        process.GIVE_VIEW_ON_REVIEW,
        "view_on_review",
        weight=25,
        first_at=IN_RAPID_REVIEW,
    )
    offer(
        process.OPEN_VIEWS,
        "open_views",
        when=queries.views_are_sealed,
        weight=26,
        first_at=(),
    )
    offer(process.PROPOSE_DECISION, "propose_decision", when=is_undecided, weight=25)
    offer(
        process.PROPOSE_DECISION,
        "propose_decision",
        label="Put a decision before the partners again",
        when=is_decided,
        weight=29,
        first_at={Stage.PANEL_RESPONDED},
    )
    offer(process.CONFIRM_DECISION, "confirm_decision", when=decision_waits, weight=5)
    offer(
        process.CONFIRM_DECISION,
        "confirm_decision",
        label="Confirm the text that was changed since you signed",
        when=text_was_changed,
        weight=6,
    )
    show_panel(
        "The three partners",
        "rapid_reviews/decision_panel.html",
        decision_panel,
        weight=32,
        about=IN_RAPID_REVIEW | AT_THE_PANEL,
    )


def is_undecided(case) -> bool:
    """Whether a rapid review is open whose first decision is still to come."""
    found = queries.rapid_review_of(case)
    return found is not None and not found.decided_outcome


def is_decided(case) -> bool:
    """Whether the three partners have decided, and may decide again."""
    found = queries.rapid_review_of(case)
    return found is not None and bool(found.decided_outcome)


def decision_waits(case) -> bool:
    """Whether a decision waits for partners to confirm it."""
    found = queries.rapid_review_of(case)
    if found is None or not found.proposed_outcome:
        return False
    return not all(row["given"] for row in queries.confirmations_of(found))


def text_was_changed(case) -> bool:
    """Whether the three have decided, and what they signed was changed since."""
    found = queries.rapid_review_of(case)
    if found is None or not found.proposed_outcome or decision_waits(case):
        return False
    return was_changed_since(found)


def decision_panel(case, person, at) -> dict | None:
    """The decision proposed, each body's view and answer, the decision made."""
    found = queries.rapid_review_of(case)
    if found is None:
        return None
    return {
        "review": found,
        "answers": answers_to(found),
        "settled": not decision_waits(case),
        "views": queries.views_for(case, person),
        "views_sealed": queries.views_are_sealed(case),
        "views_opened": queries.views_opened_in(case),
        "proposed": label(found.proposed_outcome) if found.proposed_outcome else "",
        "decided": label(found.decided_outcome) if found.decided_outcome else "",
        "carried_when": CARRIED_WHEN,
    }
