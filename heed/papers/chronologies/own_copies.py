"""A row of a copy that we wrote, read back as the entry that it was.

A copy has one notation for all dates. What was typed, what is doubtful and what is
restricted stand there in columns of their own, whose headings only we write.
"""

import re
from collections.abc import Iterable
from dataclasses import fields, replace

from heed.papers.chronologies.entries import Dated, Entry
from heed.papers.chronologies.writing import in_words, laid
from heed.papers.dates import NO_DATE, read_date
from heed.papers.formulas import as_typed

_OURS = (laid.DATE_TYPED, laid.TIME_TYPED, laid.TO_CHECK, laid.RESTRICTED)
_DATE = {words: str(doubt) for doubt, words in in_words.DATE_DOUBTS.items()}
_TIME = {words: str(doubt) for doubt, words in in_words.TIME_DOUBTS.items()}
_WHY = {words: why for why, words in laid.WHY_RESTRICTED.items()}
_TEXTS = ("source", "event", "outcome", "comment", "child", "child_voice", "agency")


def heads_a_copy(headings: Iterable[str]) -> bool:
    """Whether one of these headings is one that only we write."""
    return any(head in _OURS or _CONTINUED.search(head) for head in headings)


def restored(entry: Entry) -> Entry:
    """The entry as it was before we wrote it; one of another's paper as it is."""
    if not entry.other:
        return entry
    beside = dict(entry.other)
    if not heads_a_copy(beside):
        return entry
    typed = beside.get(laid.DATE_TYPED, "")
    if typed and entry.file.lower().endswith(".csv"):
        entry = _unguarded(entry)
        beside = dict(entry.other)
        typed = beside.get(laid.DATE_TYPED, "")
    checks = beside.get(laid.TO_CHECK, "").split("; ")
    time_typed = beside.get(laid.TIME_TYPED, "")
    entry = _whole(replace(entry, time_words=time_typed or entry.time_words))
    kind = (laid.BY_NAME["kind"].heading, laid.KINDS.get(entry.kind, ""))
    why = _WHY.get(beside.get(laid.RESTRICTED, ""), "")
    return replace(
        entry,
        date=_date(entry, typed, checks),
        time_doubt=next((_TIME[c] for c in checks if c in _TIME), entry.time_doubt),
        restricted=why or entry.restricted,
        other=tuple(p for p in entry.other if p[0] not in _OURS and p != kind),
    )


def _date(entry: Entry, typed: str, checks: list[str]) -> Dated:
    nothing = typed == in_words.NOTHING_TYPED
    words = "" if nothing else typed or entry.date.words
    doubt = next((_DATE[c] for c in checks if c in _DATE), entry.date.doubt)
    return replace(
        entry.date,
        words="" if words == in_words.NOT_DATED and not typed else words,
        precision=_precision(entry.date, words),
        doubt=doubt,
        proposal=entry.date.earliest if doubt else None,
        inherited=entry.date.inherited or in_words.INHERITED in checks,
    )


def _precision(known: Dated, words: str) -> str:
    """How much the words give; of those that are not understood, what they try to."""
    alone = NO_DATE if known.earliest else read_date(words)
    return str(known.precision if alone.iso or known.earliest else alone.precision)


def _unguarded(entry: Entry) -> Entry:
    """The words without what kept a spreadsheet from taking them for formulas."""
    said = {name: as_typed(getattr(entry, name)) for name in (*_TEXTS, "time_words")}
    return replace(
        entry,
        date=replace(entry.date, words=as_typed(entry.date.words)),
        present=tuple(map(as_typed, entry.present)),
        other=tuple((as_typed(a), as_typed(b)) for a, b in entry.other),
        **said,  # type: ignore[arg-type]
    )


def _whole(entry: Entry) -> Entry:
    """The entry with what went on in other columns, since a cell was too small."""
    ends = [(m, words) for head, words in entry.other if (m := _CONTINUED.search(head))]
    for match, words in ends:
        name = _NAMES.get(match.string[: match.start()])
        if name:
            entry = replace(entry, **{name: getattr(entry, name) + words})
    taken = {match.string for match, _ in ends}
    return replace(entry, other=tuple(p for p in entry.other if p[0] not in taken))


_CONTINUED = re.compile(r" \(continued \d{1,3}\)$")
_NAMES = {
    laid.BY_NAME[field.name].heading: field.name
    for field in fields(Entry)
    if field.name in _TEXTS
}
