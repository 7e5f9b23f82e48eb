"""Once it is decided: who referred is told, and several cases go together."""

from heed.cases.offers import offer, show_panel
from heed.cases.queries import steps_open_to
from heed.partnership.views.keeping import keep_too
from heed.rapid_reviews import queries
from heed.referrals.queries import is_business_unit
from heed.rulebook import process
from heed.rulebook.language import Stage
from heed.rulebook.outcomes import HOLDS_A_LOCAL_REVIEW
from heed.rulebook.process.stages import AT_THE_PANEL


def offer_it() -> None:
    keep_too("rule_wordings", "The words of law beside our questions")
    offer(
        process.TELL_REASONS,
        "tell_reasons",
        weight=34,
        first_at=AT_THE_PANEL | {Stage.RAPID_REVIEW_SIGNED_OFF},
    )
    offer(
        process.JOIN_THEMATIC_REVIEW,
        "join_review",
        when=holds_a_review_alone,
        weight=35,
        first_at=(),
    )
    show_panel(
        "One review of several cases",
        "rapid_reviews/together_panel.html",
        together_panel,
        weight=34,
    )
    show_panel(
        "Who referred, and what they were told",
        "rapid_reviews/told_panel.html",
        told_panel,
        weight=35,
    )


def holds_a_review_alone(case) -> bool:
    """Whether a local review was decided on in a case that has joined no other's."""
    found = queries.rapid_review_of(case)
    held = found is not None and found.decided_outcome in HOLDS_A_LOCAL_REVIEW
    return held and queries.joined_in(case) is None


def together_panel(case, person, at) -> dict | None:
    """The cases that one review looks at, those alone that the reader may open."""
    found = queries.rapid_review_of(case)
    if found is None or found.decided_outcome not in HOLDS_A_LOCAL_REVIEW:
        return None
    together = queries.looked_at_together(case, person, at=at)
    can = steps_open_to(person, case, at=at)
    joined = any(not each.leads and each.case.pk == case.pk for each in together)
    may_leave = joined and "leave_thematic_review" in can
    return {"together": together, "may_leave": may_leave} if together else None


def told_panel(case, person, at) -> dict | None:
    """What was told to those who referred, for the business unit."""
    if not is_business_unit(person, case.partnership, at=at):
        return None
    told = queries.told_reasons_of(case) if queries.rapid_review_of(case) else []
    return {"told": told} if told else None
