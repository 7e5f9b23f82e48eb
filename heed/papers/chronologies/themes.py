"""On which themes an entry may touch: by words that say so, each shown. A person
confirms; nothing is a theme because a list of words has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from heed.papers.chronologies.entries import Entry
from heed.papers.theme_cues import begun_in, cues, is_denied
from heed.rulebook.themes import THEMES

WHERE = ("event", "outcome", "comment", "child_voice")
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
    return themes_in_words(*(getattr(entry, name) for name in WHERE))


def themes_in_words(*words: str) -> tuple[Suggested, ...]:
    """The same, by what an entry says in the fields of WHERE."""
    return tuple(_suggested("\n".join(words)))


def _suggested(said: str) -> Iterator[Suggested]:
    for code in sorted(THEMES.keys() & begun_in(said, ENOUGH)):
        kinds = cues().get(code, {})
        found = [
            (each.start(), each[0])
            for kind in ENOUGH
            if kind in kinds
            for each in kinds[kind].finditer(said)
            if not is_denied(said, each.start())
        ]
        if found:
            yield Suggested(code, min(found)[1])
