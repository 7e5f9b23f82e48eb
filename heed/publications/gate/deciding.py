"""The gate: what the partners decided, the day, and that there is a text."""

from heed.publications.facts import MAIN, Facts
from heed.publications.gate.items import Item, day_words
from heed.rulebook.outcomes import label


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
    come = day is not None and day <= facts.today
    sentence = f"It is planned for {day_words(day)}." if day else "No day is planned."
    return Item(
        slug="day",
        label="The day of publication has come",
        passed=come,
        sentence=sentence if come or not day else f"{sentence} It is not yet that day.",
        to_do="The business unit sets the day.",
        page="plan_publication",
    )


def no_text(facts: Facts) -> Item:
    name = "improvements" if facts.main == "improvements" else "report"
    return Item(
        slug="text",
        label="There is a text to publish",
        passed=False,
        sentence=f"There is no text of the {name} yet.",
        to_do="The report is lodged in the review; improvements are written here.",
    )
