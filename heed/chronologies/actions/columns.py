"""A person says what the columns of an agency mean; its rows are understood anew."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import IntegrityError, transaction

from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.models import Answered, Coming, KnownColumns, Row
from heed.chronologies.placing import now_another
from heed.chronologies.queries import original_reading_of
from heed.chronologies.standing import answers_of, answers_on, still_answered
from heed.chronologies.understanding import (
    clear_of,
    still_restricted,
    typed_of,
    words_of,
)
from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.headed import with_meanings
from heed.papers.chronologies.kept import entry_of
from heed.rulebook import process
from heed.vault.actions import standing_key

KEY = "columns of chronologies"
UNDERSTOOD = (
    *("earliest", "latest", "stands_on", "breadth", "time", "sequence", "kind"),
    *("child_seen", "seen_alone", "doubt", "without_source", "restricted"),
    *("words", "typed", "answered_in", "version"),
)
NOTHING_READ = "Nothing of this file could be read, so it has no columns."


def set_columns(
    coming: Coming, *, meanings: dict[str, str], by, at, seen: Seen | None = None
) -> Coming:
    """Say what each heading means. The rows are understood anew from what was typed,
    and keep their numbers; a row that a person has put right stays as it is, and what
    was answered of a date or a time stays where it is read from the same words. The
    next file of the agency is read so from the beginning."""
    reading = original_reading_of(coming)
    if reading is None or not (reading.content or {}).get("entries"):
        raise Refused(NOTHING_READ)
    content = with_meanings(reading.content, meanings)
    with carrying_out(process.SET_COLUMNS, coming, by=by, at=at, seen=seen) as it:
        found = _Found(map(entry_of, content["entries"]))
        answers = answers_of(it.chronology)
        for row in Row.objects.filter(came_in=it, amended_at=None):
            if entry := found.entry_of(row):
                _understand(row, entry, answers_on(row, answers))
        for given in answers.values():
            given.save(update_fields=["before"])
        it.columns = content["headings"]
        it.save(update_fields=["columns"])
        now_another(it.chronology)
        _remember(it, meanings, by=by, at=at)
    return it


class _Found:
    """The entries of a file by their place. Where two sheets have rows of one number,
    the words as typed say which is which."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.at: dict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            self.at[entry.row].append(entry)

    def entry_of(self, row: Row) -> Entry | None:
        here = self.at[row.place]
        if len(here) == 1:
            return here[0]
        typed = row.typed.get("cells")
        same = (entry for entry in here if typed_of(entry).get("cells") == typed)
        return next(same, None)


def _understand(row: Row, entry: Entry, given: list[Answered]) -> None:
    row.typed = typed_of(entry)
    entry = still_answered(row, entry, given)
    clear = clear_of(entry) | {"restricted": still_restricted(row, entry)}
    row.words = words_of(entry)
    for name, value in clear.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=UNDERSTOOD)


def _remember(coming: Coming, meanings: dict[str, str], *, by, at) -> None:
    organisation = coming.chronology.organisation
    named = {label: meaning for label, meaning in meanings.items() if label}
    found = KnownColumns.objects.filter(organisation=organisation).first()
    if found is None:
        key = standing_key(
            partnership_id=coming.partnership_id, purpose=KEY, by=by, at=at
        )
        found = KnownColumns(
            data_key=key,
            partnership_id=coming.partnership_id,
            organisation=organisation,
            kept_at=at,
            meanings={},
        )
        found.teach(coming, named)
        try:
            with transaction.atomic():
                found.save(force_insert=True)
        except IntegrityError:  # in another case somebody was first
            found = KnownColumns.objects.get(organisation=organisation)
        else:
            return
    found.teach(coming, named)
    found.kept_at = at
    found.save(update_fields=["meanings", "taught", "kept_at"])
