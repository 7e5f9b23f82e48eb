"""The gate: what goes out with it, under whose names, and that nothing tells where."""

from collections.abc import Iterator

from heed.publications.facts import Facts
from heed.publications.gate.items import Item
from heed.rulebook.outcomes import PublicationDecision


def of_the_states(facts: Facts) -> Iterator[Item]:
    """What the way of publishing asks for beside what every publication does."""
    for number, (title, lacks) in enumerate(facts.beside, 1):
        yield _briefing(number, title, lacks)
    if facts.decision == PublicationDecision.BRIEFING_ONLY and not facts.beside:
        yield _no_briefing()
    yield from around(facts)


def around(facts: Facts) -> Iterator[Item]:
    """Under whose names it goes out, and that nothing tells where: asked of every text
    that was never public, of what comes later too."""
    if facts.joint_waits:
        yield _joint(facts)
    if facts.decision == PublicationDecision.PUBLISH_ANONYMOUSLY:
        yield _area(facts)


def _briefing(number: int, title: str, lacks: str) -> Item:
    return Item(
        slug=f"briefing.{number}",
        label="A briefing that goes out with it is ready",
        passed=not lacks,
        sentence=f"“{title}”: {lacks}"
        if lacks
        else f"“{title}” was searched, and two approved it.",
        to_do="Write it, approve it, or let it go out by itself.",
        page="learning",
    )


def _no_briefing() -> Item:
    return Item(
        slug="briefing",
        label="There is a briefing to publish",
        passed=False,
        sentence="No briefing is to go out by this decision.",
        to_do="Write one, and let it go out with the report’s decision.",
        page="learning",
    )


def _joint(facts: Facts) -> Item:
    return Item(
        slug="joint",
        label="The partners of both areas agree to publish it jointly",
        passed=False,
        sentence=" ".join(facts.joint_waits),
        to_do="They answer on what is shared with them; or take it back.",
        page="joint_publication",
    )


def _area(facts: Facts) -> Item:
    return Item(
        slug="area",
        label="Nothing around it tells the area",
        passed=not facts.tells_the_area,
        sentence=facts.tells_the_area
        or "It stands under no partnership’s name, in a library of several.",
        to_do="Take away what tells it; or deposit it with the NSPCC, which names no "
        "area, and record that.",
        page="deposit_with_nspcc",
    )
