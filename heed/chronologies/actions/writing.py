"""Rows are typed in the browser, and put right there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from django.db import transaction

from heed.audit.actions import record
from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out, would_be_taken
from heed.chronologies.actions.bringing import chronology_of
from heed.chronologies.actions.clearing import must_be_cleared
from heed.chronologies.models import Chronology, Row, TypedRows
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
AT_ONCE = 500
SAY_SOMETHING = "Write what happened; a row of nothing tells nobody anything."
NO_SOURCE = (
    "Say in which record it stands: a role or a record, for example “Health visitor’s "
    "notes”. Nobody can check what has no source."
)
NOT_KEPT = "These rows cannot be kept: they are saved, or not yours to write."
NO_TIME = "“{}” is no time that we can read. Write it like 14:30, or leave it empty."


def write_row(case: Case, *, organisation, by, at, service: str = "", **said) -> Row:
    """Write one row of an agency's chronology."""
    seen = said.pop("seen", None)
    whose = {"organisation": organisation, "service": service, "seen": seen}
    return write_rows(case, rows=[said], **whose, by=by, at=at)[0]


def write_rows(
    case: Case,
    *,
    organisation,
    rows: Sequence[dict],
    service: str = "",
    by,
    at,
    seen: Seen | None = None,
) -> list[Row]:
    """Write rows of an agency's chronology, all of them or none. Where each stands
    follows from its date; its source is asked for, as in our own form. What its writer
    had typed and not saved is over."""
    for said in rows or [{}]:
        _must_say_something(said)
    with carrying_out(process.WRITE_ROW, case, by=by, at=at, seen=seen) as it:
        chronology = chronology_of(it, organisation, service=service, by=by, at=at)
        made = [_written(chronology, said, at=at) for said in rows]
        for place, row in enumerate(made, chronology.rows.count() + 1):
            row.place = place
        give_numbers(it, made)
        Row.objects.bulk_create(made, batch_size=AT_ONCE)
        _forget_typed(it, by=by, at=at)
    return made


def _must_say_something(said: dict) -> None:
    if not said.get("event", "").strip():
        raise Refused(SAY_SOMETHING)
    if not said.get("source", "").strip():
        raise Refused(NO_SOURCE)


def _written(chronology: Chronology, said: dict, *, at) -> Row:
    entry = _said(Entry(n=0), said)
    return a_row(chronology, None, entry, typed_of(entry), at=at)


def type_rows(case: Case, *, cells: dict, by, at, seen: Seen | None = None) -> None:
    """Keep what somebody is typing into the grid, in place of what it held before. It
    is no row yet, and nobody else reads it. What comes late of a grid that has been
    saved already is not kept once more."""
    if not would_be_taken(process.WRITE_ROW, case, by=by, at=at, seen=seen):
        raise Refused(NOT_KEPT)
    with transaction.atomic():
        kept = TypedRows.objects.select_for_update().filter(case=case, person=by.pk)
        typed = kept.first() or TypedRows(**belonging_to(case), person_id=by.pk)
        typed.cells, typed.saved_at = cells, at
        if typed._state.adding:
            typed.save(force_insert=True)
        else:
            typed.save(update_fields=["cells", "saved_at"])
        record(
            what="type_rows",
            by=by,
            at=at,
            subject_kind=typed._meta.label,
            subject_id=typed.pk,
            case_id=case.pk,
            partnership_id=case.partnership_id,
        )


def _forget_typed(case: Case, *, by, at) -> None:
    for typed in TypedRows.objects.filter(case=case, person=by.pk):
        typed.cells, typed.saved_at = {}, at
        typed.save(update_fields=["cells", "saved_at"])


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
