"""Rows are typed in the browser, and put right there."""

from dataclasses import replace
from datetime import time

from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.actions.bringing import chronology_of
from heed.chronologies.actions.clearing import must_be_cleared
from heed.chronologies.models import Row
from heed.chronologies.placing import a_row, give_numbers
from heed.chronologies.understanding import clear_of, typed_of, words_of
from heed.papers.chronologies.entries import Entry, dated
from heed.papers.chronologies.kept import entry_of
from heed.papers.dates import read_date, read_time
from heed.rulebook import process

AMENDED = (
    *("earliest", "latest", "stands_on", "breadth", "time", "sequence", "kind"),
    *("child_seen", "seen_alone", "doubt", "without_source", "words"),
    *("amended_at", "amended_by", "answered_in"),
)
SAY_SOMETHING = "Write what happened; a row of nothing tells nobody anything."
NO_SOURCE = (
    "Say in which record it stands: a role or a record, for example “Health visitor’s "
    "notes”. Nobody can check what has no source."
)
NO_TIME = "“{}” is no time that we can read. Write it like 14:30, or leave it empty."


def write_row(
    case: Case,
    *,
    organisation,
    service: str = "",
    by,
    at,
    seen: Seen | None = None,
    **said,
) -> Row:
    """Write a row of an agency's chronology. Where it stands follows from its date; its
    source is asked for, as in our own form."""
    if not said["event"].strip():
        raise Refused(SAY_SOMETHING)
    if not said["source"].strip():
        raise Refused(NO_SOURCE)
    with carrying_out(process.WRITE_ROW, case, by=by, at=at, seen=seen) as it:
        chronology = chronology_of(it, organisation, service=service, by=by, at=at)
        entry = _said(Entry(n=0), said)
        made = a_row(chronology, None, entry, typed_of(entry), at=at)
        made.place = chronology.rows.count() + 1
        give_numbers(it, [made])
        made.save(force_insert=True)
    return made


def amend_row(row: Row, *, by, at, seen: Seen | None = None, **said) -> Row:
    """Put a row right. What was typed first stays beside it for good, and so does its
    number."""
    with carrying_out(process.WRITE_ROW, row, by=by, at=at, seen=seen) as it:
        must_be_cleared(it, by=by, at=at)
        entry = _said(entry_of({"n": 0, **it.words}), said)
        it.words = words_of(entry)
        restricted, clear = it.restricted, clear_of(entry)
        for name, value in clear.items():
            setattr(it, name, value)
        it.restricted, it.answered_in = restricted, None
        it.amended_at, it.amended_by = at, by.actor_name
        it.save(update_fields=AMENDED)
    return it


def _said(entry: Entry, said: dict) -> Entry:
    """An entry with what a person typed into its boxes. A date or a time that they left
    as it stands is not read anew."""
    plain = {name: words for name, words in said.items() if name not in _READ}
    made = replace(entry, **plain)
    if (words := said.get("date")) is not None and words != entry.date.words:
        made = replace(made, date=dated(read_date(words)))
    if (words := said.get("time_words")) is not None and words != entry.time_words:
        made = replace(made, time=_time(words), time_words=words, time_doubt="")
    if (present := said.get("present")) is not None:
        people = tuple(each.strip() for each in present.split(";") if each.strip())
        made = replace(made, present=people)
    return made


_READ = frozenset({"date", "time_words", "present"})


def _time(words: str) -> time | None:
    if not words.strip():
        return None
    if not (found := read_time(words)).time:
        raise Refused(NO_TIME.format(words))
    return time.fromisoformat(found.time)
