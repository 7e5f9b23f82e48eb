"""On which themes an entry may touch: by words that say so, each shown. A person
confirms; nothing is a theme because a list of words has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from heed.papers.chronologies.entries import Entry
from heed.papers.theme_cues import cues, is_denied
from heed.rulebook.themes import THEMES

ENOUGH = ("strong", "row")
"""Words of which one is enough in a row of a chronology, which is short."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A theme by its code, and the words of the entry that suggest it."""

    code: str
    words: str


def themes_suggested(entry: Entry) -> tuple[Suggested, ...]:
    """The themes that words of this entry suggest, in the order of the list; none by
    words that deny it: "no domestic abuse was known"."""
    said = f"{entry.event}\n{entry.outcome}\n{entry.comment}\n{entry.child_voice}"
    return tuple(_suggested(said))


def _suggested(said: str) -> Iterator[Suggested]:
    for code in sorted(THEMES):
        found = sorted(
            (each.start(), each[0])
            for strength in ENOUGH
            if strength in cues().get(code, {})
            for each in cues()[code][strength].finditer(said)
            if not is_denied(said, each.start())
        )
        if found:
            yield Suggested(code, found[0][1])
