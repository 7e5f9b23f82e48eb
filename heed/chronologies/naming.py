"""Rows with names off: everybody in them is called as the key calls them. Where there
is no key, or somebody would be named still, no words stand. Nothing here reads a
database."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from heed.chronologies.queries import Opened, Told
from heed.chronologies.understanding import Json
from heed.deidentify.naming import Naming, StillNamed
from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.kept import as_kept, entry_of

Said = Callable[[str], str]
Of = TypeVar("Of", Told, Opened)
TEXTS = (
    *("event", "outcome", "comment", "source", "child", "child_voice", "time_words"),
    "file",
)
PAIRS = ("other", "cells")


def named(words: str, naming: Naming | None) -> str:
    """These words with names off; "" where they cannot be shown so."""
    if naming is None:
        return ""
    try:
        return naming.called(words)
    except StillNamed:
        return ""


def with_names_off(rows: Sequence[Of], naming: Naming | None) -> list[Of]:
    """Rows as they stand with names off. They are looked through together."""
    if naming is None:
        return [row._replace(words=without_words(row.words)) for row in rows]
    said = [texts_in(row.words) for row in rows]
    instead = naming.called_in_each(text for texts in said for text in texts)
    return [
        row._replace(words=_called(row.words, texts, instead))
        for row, texts in zip(rows, said, strict=True)
    ]


def words_called(words: Json, naming: Naming | None) -> Json:
    """What a row says, with names off; of one whose words cannot be shown, when."""
    if naming is None:
        return without_words(words)
    said = texts_in(words)
    return _called(words, said, naming.called_in_each(said))


def entry_called(entry: Entry, naming: Naming) -> Entry:
    """An entry with names off; of one whose words cannot be shown, when."""
    return entry_of({**words_called(as_kept(entry), naming), "n": entry.n})


def without_words(words: Json) -> Json:
    """Of what a row says, when: as it is understood, and not as it was typed."""
    date = {k: v for k, v in words.get("date", {}).items() if k != "words"}
    return {"date": date} if date else {}


def _called(words: Json, texts: Sequence[str], instead: dict[str, str | None]) -> Json:
    if any(instead[text] is None for text in texts):
        return without_words(words)
    return changed(words, lambda text: instead[text] or "")


def texts_in(words: Json) -> list[str]:
    """Every text of a row that somebody typed."""
    said: list[str] = []

    def note(text: str) -> str:
        said.append(text)
        return text

    changed(words, note)
    return said


def changed(words: Json, change: Said) -> Json:
    """The same row with what is made of every text that somebody typed."""
    made: dict[str, Any] = dict(words)
    for name in TEXTS:
        if name in words:
            made[name] = change(words[name])
    if typed := words.get("date", {}).get("words"):
        made["date"] = words["date"] | {"words": change(typed)}
    if "present" in words:
        made["present"] = [change(each) for each in words["present"]]
    for name in PAIRS:
        if name in words:
            made[name] = [[change(a), change(b)] for a, b in words[name]]
    return made
