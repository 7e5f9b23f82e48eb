"""What goes to the Panel and the national bodies, and what they answer."""

from heed import clock
from heed.cases.files import open_beside_the_list
from heed.cases.offers import offer, show_panel
from heed.cases.queries import steps_open_to
from heed.partnership.policies import opens_to
from heed.rapid_reviews import queries
from heed.rapid_reviews.pages import is_opened
from heed.rulebook import process
from heed.rulebook.process.stages import AT_THE_PANEL, IN_RAPID_REVIEW


def offer_it() -> None:
    open_beside_the_list("as_sent", queries.was_sent_to)
    offer(process.CHOOSE_NAMES, "choose_names", when=is_opened, weight=26)
    offer(process.CHOOSE_ANNEX, "choose_annex", when=is_opened, weight=26)
    offer(
        process.SEND_TO_PANEL,
        "send_to_panel",
        when=is_opened,
        weight=27,
        first_at=IN_RAPID_REVIEW,
    )
    offer(
        process.RECORD_PANEL_ANSWER,
        "record_panel_answer",
        when=was_sent,
        weight=28,
        first_at=AT_THE_PANEL,
    )
    offer(process.REOPEN_RAPID_REVIEW, "reopen_rapid_review", weight=30)
    offer(
        process.CLOSE_WITHOUT_REVIEW,
        "close_without_review",
        when=ends_without_review,
        weight=31,
    )
    offer(process.RECORD_TOLD, "record_told", weight=70)
    show_panel(
        "The Panel, the Department and Ofsted",
        "rapid_reviews/panel_thread.html",
        panel_thread,
        weight=33,
        about=IN_RAPID_REVIEW | AT_THE_PANEL,
    )


def was_sent(case) -> bool:
    """Whether the rapid review went to the Panel, once or more."""
    return bool(queries.submissions_of(case))


def ends_without_review(case) -> bool:
    """Whether the three partners decided on something other than a local review, and
    the Panel need not read it first."""
    found = queries.rapid_review_of(case)
    ways = process.CLOSE_WITHOUT_REVIEW.outcomes
    decided_so = found is not None and found.decided_outcome in ways
    return decided_so and not queries.waits_for_the_panel(case, found)


def panel_thread(case, person, at) -> dict | None:
    """What was sent, answered and replied, in its order; and what was told besides."""
    thread, told = queries.thread_of(case), queries.told_in(case)
    if queries.rapid_review_of(case) is None or not (thread or told):
        return None
    return {
        "thread": thread,
        "told": told,
        "may_see_trend": opens_to("panel_trend", person, clock.london_date(at)),
        "can": steps_open_to(person, case, at=at),
    }
