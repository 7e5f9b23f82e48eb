"""The gate: somebody looked at what could identify and does not surely, and what went
back to its author came again."""

from collections.abc import Iterator

from heed.publications.facts import TextFacts
from heed.publications.gate.items import Item, many


def looked_at(text: TextFacts) -> Iterator[Item]:
    """Of a text: its dates, ages, places and people by their work, each answered in
    writing; and whether it waits for its author."""
    if text.searched:
        yield _checks(text)
    if text.sent_back:
        yield _sent_back(text)


def _checks(text: TextFacts) -> Item:
    count = text.checks_open
    sentence = f"{text.name}: all that could identify somebody was looked at."
    if count:
        things = many(count, "place")
        sentence = f"{text.name}: {things} that could identify somebody not answered."
    return Item(
        check="PG9, PG10",
        slug=f"{text.kind}.checks",
        label=f"{text.name}: what could identify somebody was looked at",
        passed=not count,
        sentence=sentence,
        to_do="Say of each in writing why it may stay, or ask for other words.",
        page="findings",
    )


def _sent_back(text: TextFacts) -> Item:
    return Item(
        slug=f"{text.kind}.sent_back",
        label=f"{text.name}: what was sent back was written anew",
        passed=False,
        sentence=f"{text.name} was sent back to the reviewer and is the same still.",
        to_do="The reviewer writes it anew, or accepts a change of it.",
        page="findings",
    )
