"""What a copy of a chronology is, and what it leaves out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from heed.papers.chronologies.entries import Dated, Entry

Numbered = tuple[str, Entry]
"""An entry, and the number by which it is cited."""

KEPT_OUT = "A restricted entry stands here. Its words are not in this copy."


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What a copy is called and what stands on it.

    `names` holds what people are called, each with what stands for it with names off.
    Words of restricted entries stand in it only where `restricted` says so.
    """

    title: str
    agency: str = ""
    """Whose chronology it is, where it is that of one agency."""
    marking: str = ""
    about: tuple[str, ...] = ()
    """What is in it and what is not, a line each."""
    names: Mapping[str, str] = field(default_factory=dict)
    restricted: bool = False
    files: bool = False
    """Whether it says from which row of which file each entry came."""

    @property
    def head(self) -> tuple[str, ...]:
        """What stands between the title and the table."""
        return (*((f"Agency: {self.agency}",) if self.agency else ()), *self.about)

    def shown(self, entry: Entry) -> Entry:
        """An entry as this copy may have it."""
        if entry.restricted and not self.restricted:
            return _mark_of(entry)
        return _renamed(entry, self) if self.names else entry

    def renamed(self, words: str) -> str:
        """Words with what stands for each name in them."""
        return self._names.sub(self._instead, words) if self.names else words

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """Any of the names as a whole word: the longest first, in any case, over the
        end of a line, with either apostrophe."""
        longest = sorted(filter(None, map(_key, self.names)), key=len, reverse=True)
        forms = (r"\s+".join(map(_form, name.split())) for name in longest)
        return re.compile(
            rf"(?<!\w)(?:{'|'.join(forms) or '(?!)'})(?!\w)", re.IGNORECASE
        )

    @cached_property
    def _instead_of(self) -> dict[str, str]:
        return {_key(name): instead for name, instead in self.names.items()}

    def _instead(self, found: re.Match[str]) -> str:
        return self._instead_of[_key(found[0])]


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).lower()


def _form(word: str) -> str:
    return re.escape(word).replace("'", "['’]")


def _mark_of(entry: Entry) -> Entry:
    """That something stands here, when, and whose it is; none of its words."""
    return Entry(
        n=entry.n,
        agency=entry.agency,
        date=replace(entry.date, words="", doubt="", inherited=False),
        event=KEPT_OUT,
        restricted=entry.restricted,
    )


_WORDS = (
    *("file", "time_words", "source", "event", "outcome", "comment", "child"),
    "child_voice",
)


def _renamed(entry: Entry, copy: Copy) -> Entry:
    changed = {name: copy.renamed(getattr(entry, name)) for name in _WORDS}
    return replace(
        entry,
        date=_date_renamed(entry.date, copy),
        present=tuple(map(copy.renamed, entry.present)),
        other=tuple((copy.renamed(a), copy.renamed(b)) for a, b in entry.other),
        **changed,  # type: ignore[arg-type]
    )


def _date_renamed(date: Dated, copy: Copy) -> Dated:
    return replace(date, words=copy.renamed(date.words))
