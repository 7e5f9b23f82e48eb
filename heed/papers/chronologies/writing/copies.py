"""What a copy of a chronology is, and what it leaves out."""

from dataclasses import dataclass, replace

from heed.papers.chronologies.entries import Entry

Numbered = tuple[str, Entry]
"""An entry, and the number by which it is cited."""

KEPT_OUT = "A restricted entry stands here. Its words are not in this copy."


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What a copy is called and what stands on it.

    Words of restricted entries stand in it only where `restricted` says so. Names are
    off where the entries that it is made of name nobody.
    """

    title: str
    agency: str = ""
    """Whose chronology it is, where it is that of one agency."""
    marking: str = ""
    about: tuple[str, ...] = ()
    """What is in it and what is not, a line each."""
    restricted: bool = False
    files: bool = False
    """Whether it says from which row of which file each entry came."""

    @property
    def head(self) -> tuple[str, ...]:
        """What stands between the title and the table."""
        return (*((f"Agency: {self.agency}",) if self.agency else ()), *self.about)

    def shown(self, entry: Entry) -> Entry:
        """An entry as this copy may have it."""
        kept_out = entry.restricted and not self.restricted
        return mark_of(entry) if kept_out else entry


def mark_of(entry: Entry) -> Entry:
    """That something stands here, when, and whose it is; none of its words."""
    return Entry(
        n=entry.n,
        agency=entry.agency,
        date=replace(entry.date, words="", doubt="", inherited=False),
        event=KEPT_OUT,
        restricted=entry.restricted,
    )
