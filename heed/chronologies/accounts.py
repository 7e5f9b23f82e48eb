"""Accounts of one event beside each other, and where they differ. Nothing here reads a
database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from heed.chronologies.doubts import date_in_words
from heed.chronologies.understanding import Json
from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.kept import entry_of
from heed.papers.chronologies.tellings import differences

Said = Callable[[str], str]
DIFFER = {
    "date": "the day",
    "time": "the time",
    "injury": "the injury",
    "told": "who was told",
}
# What is understood of the words; the others are clear, and stand there with names off.
OF_WORDS = frozenset({"injury", "told"})
_LABELS = {"injury": "Which injury", "told": "Who was told"}
_OUT_OF_WORDS = (
    ("What happened", "event"),
    ("What was done", "outcome"),
    ("Source", "source"),
)


@dataclass(frozen=True)
class Line:
    """What each of several accounts says of one thing, in their order."""

    label: str
    said: list[str]
    differs: bool = False


def an_account(place: int, words: Json, agency: str) -> Entry:
    """A row as one of several accounts; its number among them is its place."""
    return entry_of({**words, "n": place, "agency": agency})


def differ_on(entries: Sequence[Entry], *, named: bool) -> list[str]:
    """On what accounts differ. With names off nothing is said of their words."""
    found = [each.field for each in differences(entries)]
    return [DIFFER[each] for each in found if named or each not in OF_WORDS]


def beside_each_other(entries: Sequence[Entry], *, say: Said | None) -> list[Line]:
    """What accounts say, line by line: their words as the page says words, or where it
    says none, no word of theirs."""
    found = {each.field: dict(each.values) for each in differences(entries)}
    lines = [
        Line("When", [_day(each) for each in entries], "date" in found),
        Line("Time", [_clock(each) for each in entries], "time" in found),
    ]
    if say is not None:
        lines += [
            Line(label, [say(getattr(each, name)) for each in entries])
            for label, name in _OUT_OF_WORDS
        ]
        lines += [
            Line(label, [found[name].get(each.n, "") for each in entries], True)
            for name, label in _LABELS.items()
            if name in found
        ]
    return [line for line in lines if any(line.said)]


def _day(entry: Entry) -> str:
    words = date_in_words(entry)
    return words[:1].upper() + words[1:]


def _clock(entry: Entry) -> str:
    return f"{entry.time:%H:%M}" if entry.time else ""


def and_listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: the time, the injury and who was told."""
    *most, last = words or [""]
    return f"{', '.join(most)} and {last}" if most else last
