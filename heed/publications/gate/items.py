"""One thing that must be so before publication, and how its sentences are put."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that must be so: whether it is, in a sentence, and what to do."""

    slug: str
    label: str
    passed: bool
    sentence: str
    to_do: str = ""
    page: str = ""
    bars: bool = True
    check: str = ""
    """By which it is known in the list of checks that others hold us to, "PG2"."""

    @property
    def named(self) -> str:
        """What it is called, with its number in that list."""
        return f"{self.label} ({self.check})" if self.check else self.label

    def as_json(self) -> dict:
        """As it is kept with an approval: how it stood then."""
        return {
            "slug": self.slug,
            "check": self.check,
            "label": self.label,
            "passed": self.passed,
            "bars": self.bars,
            "sentence": self.sentence,
        }


HELD = Item(
    slug="hold",
    label="Nothing holds publication",
    passed=False,
    sentence="It is noted that publication is on hold.",
    to_do="When that is over, let it go on under what runs beside the case.",
    page="beside_case",
)


def what_bars(items: Sequence[Item]) -> list[str]:
    """The sentences that keep the gate shut; none when it is open."""
    return [item.sentence for item in items if item.bars and not item.passed]


COUNTED_FIRST = {"picture", "table", "character", "line"}


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def many(count: int, words: str) -> str:
    first, _, rest = words.partition(" ")
    if count == 1:
        return f"1 {words}"
    if first in COUNTED_FIRST and rest:
        return f"{count} {first}s {rest}"
    return f"{count} {words}s"


def listed(words: Sequence[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} or {last}" if before else last


def day_words(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no day yet"
