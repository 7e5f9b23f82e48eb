"""The gate: what the partners decided, the day, and that there is a text."""

from datetime import time

from heed import clock
from heed.publications.facts import MAIN, Facts
from heed.publications.gate.items import Item, day_words
from heed.rulebook.outcomes import label

BEGINNING = time(0)


def decision(facts: Facts) -> Item:
    words = label(facts.decision) if facts.decision else "nothing yet"
    return Item(
        slug="decision",
        label="The partners decide whether and how to publish",
        passed=facts.decision in MAIN,
        sentence=f"The partners have decided: {words.lower()}.",
        to_do="A partner decides (DR-4).",
        page="decide_on_publication",
    )


def day(facts: Facts) -> Item:
    day = facts.planned_on
    come = day is not None and day <= facts.today and not facts.hour_to_come
    sentence = f"It is planned for {_moment(facts)}." if day else "No day is planned."
    if day and not come:
        which = "hour" if day <= facts.today else "day"
        sentence += f" It is not yet that {which}."
    return Item(
        slug="day",
        label="The day of publication has come",
        passed=come,
        sentence=sentence,
        to_do="The business unit sets the day.",
        page="plan_publication",
    )


def _moment(facts: Facts) -> str:
    """The planned day, with its hour where one was set."""
    said = day_words(facts.planned_on)
    hour = clock.london_time(facts.planned_for) if facts.planned_for else BEGINNING
    return said if hour == BEGINNING else f"{said} at {hour:%H:%M}"


def no_text(facts: Facts) -> Item:
    name = facts.main or "report"
    return Item(
        slug="text",
        label="There is a text to publish",
        passed=False,
        sentence=f"There is no text of the {name} yet.",
        to_do="The report is lodged in the review; what stands for it is written here.",
    )
