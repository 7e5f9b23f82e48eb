"""The gaps of rows as somebody may read them: each rule, and the rows that show it.
Nothing here reads a database."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from heed.chronologies.queries import Read
from heed.papers.chronologies.entries import Entry, Gap
from heed.papers.chronologies.gaps import RULES, Rule, gaps
from heed.papers.chronologies.kept import entry_of
from heed.papers.chronologies.looking import Cue, Texts, folded


@dataclass(frozen=True)
class Silence:
    """A gap, and the rows that show it."""

    gap: Gap
    rows: tuple[Read, ...]


def silences(
    told: Iterable[Read],
    *,
    rules: Sequence[Rule] = RULES,
    incident: date | None = None,
) -> list[Silence]:
    """The gaps that these rows, which are in order, show under these rules. Rows that
    are hidden from their reader count for none: a rule would tell what they say."""
    open_ = [row for row in told if not row.hidden]
    entries = [_entry(n, row) for n, row in enumerate(open_)]
    found = gaps(entries, rules=rules, incident=incident)
    return [Silence(gap, tuple(open_[n] for n in gap.entries)) for gap in found]


def rows_that_name(
    told: Iterable[Read], names: Collection[str]
) -> dict[str, list[Read]]:
    """By each of these names the rows in which it stands, as whole words and wherever
    they stand."""
    open_ = [row for row in told if names and not row.hidden]
    texts = Texts(map(_said, open_))
    return {name: [open_[at] for at in texts.telling(_naming(name))] for name in names}


def _naming(name: str) -> Cue:
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return Cue(whole, (folded(name),))


def _said(row: Read) -> str:
    words = row.words
    said = [words.get(each, "") for each in ("event", "outcome", "comment", "source")]
    return "\n".join((*said, *words.get("present", ())))


def _entry(n: int, row: Read) -> Entry:
    return entry_of({**row.words, "n": n, "agency": row.agency})
