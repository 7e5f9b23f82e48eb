"""On which themes an entry may touch: by words that say so, each shown. A person
confirms; nothing is a theme because a list of words has it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from heed.papers.chronologies.entries import Entry
from heed.papers.theme_cues import Found, LookedFor, is_denied
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
    return suggesting()(*words)


def suggesting() -> Callable[..., tuple[Suggested, ...]]:
    """The same for many entries, one after the other; what their words may begin is
    remembered among them, and forgotten with what this gives."""
    found_in = LookedFor(ENOUGH).found_in
    return lambda *words: tuple(_suggested("\n".join(words), found_in))


def _suggested(said: str, found_in: Callable[[str], Found]) -> Iterator[Suggested]:
    found = found_in(said)
    for code in sorted(THEMES.keys() & found.keys()):
        told = [
            (each.start(), each[0])
            for each in found[code]
            if not is_denied(said, each.start())
        ]
        if told:
            yield Suggested(code, min(told)[1])
