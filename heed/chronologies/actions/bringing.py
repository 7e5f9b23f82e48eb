"""An agency's chronology is brought in: every row of it is kept, none is dropped."""

from collections.abc import Sequence

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out, would_be_taken
from heed.chronologies.comparing import compared
from heed.chronologies.matching import may_be_of_another_case
from heed.chronologies.models import Chronology, Coming, Row
from heed.chronologies.placing import a_row, as_sheet, give_numbers
from heed.chronologies.queries import columns_known_of, rows_of_agency
from heed.chronologies.understanding import clear_of, typed_of, words_of
from heed.documents.actions import read, receive
from heed.documents.models import Document, Reading
from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.headed import with_meanings
from heed.papers.chronologies.kept import entry_of
from heed.rulebook import process

READ_AS, PURPOSE = "entries", "chronology"
AT_ONCE = 500
CLEAR = (
    *("earliest", "latest", "stands_on", "breadth", "time", "sequence", "kind"),
    *("child_seen", "seen_alone", "doubt", "without_source", "restricted"),
)
CHANGED = ("came_in", "place", *CLEAR, "answered_in", "words", "typed", "earlier")
NOTHING_PASTED = "Paste a table: its headings in the first row, a row for each event."
TOO_LARGE = "“{}” is larger than 50 MB. Please send a smaller copy."


def bring_in(
    case: Case,
    *,
    organisation,
    by,
    at,
    file=None,
    pasted: str = "",
    seen: Seen | None = None,
) -> Coming:
    """Bring in an agency's chronology from its file, or from a table that was pasted.
    Both are kept as they came, and read by the confined reader."""
    if file is not None and getattr(file, "is_too_large", False):
        raise Refused(TOO_LARGE.format(file.name))
    if file is None and not pasted.strip():
        raise Refused(NOTHING_PASTED)
    if not would_be_taken(
        process.BRING_IN_CHRONOLOGY, case, by=by, at=at, seen=seen
    ):  # it says why, and nothing is kept
        with carrying_out(process.BRING_IN_CHRONOLOGY, case, by=by, at=at, seen=seen):
            raise Refused("This cannot be brought in now.")
    way = Coming.Way.FILE if file is not None else Coming.Way.PASTED
    document = receive(
        file.chunks() if file is not None else as_sheet(pasted),
        name=file.name if file is not None else "pasted.csv",
        owner=case,
        purpose=PURPOSE,
        received_from="upload",
        by=by,
        at=at,
    )
    reading = _read(document, organisation, by=by, at=at)
    with carrying_out(process.BRING_IN_CHRONOLOGY, case, by=by, at=at, seen=seen) as it:
        return take_in(it, organisation, reading, way=way, by=by, at=at)


def _read(document: Document, organisation, *, by, at) -> Reading:
    """A paper as it is read; where a person has said before what the agency's headings
    mean, with those meanings."""
    reading = read(document, read_as=READ_AS, by=by, at=at)
    known = columns_known_of(organisation)
    found = (reading.content or {}).get("headings", [])
    if not any(heading in known and known[heading] != said for heading, said in found):
        return reading
    reading.content = with_meanings(reading.content or {}, known)
    return reading


def take_in(case: Case, organisation, reading: Reading, *, way: str, by, at) -> Coming:
    """Keep the rows of one paper, inside the step that brings it. What is the same as
    before keeps its number, and all that hangs on it."""
    content = reading.content or {}
    entries = [entry_of(each) for each in content.get("entries", [])]
    chronology = chronology_of(case, organisation, by=by, at=at)
    coming = Coming.objects.create(
        **belonging_to(case),
        chronology=chronology,
        number=chronology.comings.count() + 1,
        way=way,
        document=reading.document,
        came_at=at,
        came_by=by.actor_name,
        rows_in=len(entries),
        is_of_another_case=may_be_of_another_case(case, entries),
        columns=content.get("headings") or None,
        problem=reading.problem,
    )
    if entries:
        _keep(chronology, coming, entries, at=at)
    return coming


def chronology_of(case: Case, organisation, *, by, at) -> Chronology:
    """The one chronology of an agency in a case, begun inside the step of whoever
    brings its first row."""
    found = Chronology.objects.filter(case=case, organisation=organisation).first()
    return found or Chronology.objects.create(
        **belonging_to(case), organisation=organisation, begun_at=at
    )


def _keep(
    chronology: Chronology, coming: Coming, entries: Sequence[Entry], *, at
) -> None:
    """Put the rows of a paper beside those that are kept. What a person wrote in the
    browser was in no file, and stays."""
    kept = [
        row
        for row in rows_of_agency(chronology)
        if row.came_in_id and not row.gone_in_id
    ]
    typed = [typed_of(entry) for entry in entries]
    found = compared([row.typed for row in kept], typed)
    _still_there(kept, entries, found.same, coming)
    gone = [kept[old].pk for old in found.gone]
    Row.objects.filter(pk__in=gone).update(gone_in=coming)
    for old, new in found.changed:
        _change(kept[old], entries[new], coming)
    made = [a_row(chronology, coming, entries[n], typed[n], at=at) for n in found.new]
    give_numbers(chronology.case, made)
    Row.objects.bulk_create(made, batch_size=AT_ONCE)


def _still_there(
    kept: list[Row], entries: Sequence[Entry], same: list[tuple], coming: Coming
) -> None:
    """Rows that say what they said: they are of the newer file now, and stand in it
    where they stand."""
    moved = []
    for old, new in same:
        row = kept[old]
        if row.place != entries[new].row:
            row.place = entries[new].row
            moved.append(row)
    keys = [kept[old].pk for old, _ in same]
    for at in range(0, len(keys), AT_ONCE):
        some = Row.objects.filter(pk__in=keys[at : at + AT_ONCE])
        some.update(came_in=coming)
    Row.objects.bulk_update(moved, ["place"], batch_size=AT_ONCE)


def _change(row: Row, entry: Entry, coming: Coming) -> None:
    """A newer file says otherwise: it counts, and what stood there is kept."""
    before = {"said_in": row.came_in.number, "changed_in": coming.number}
    row.earlier = [*(row.earlier or []), before | {"words": row.words}]
    row.words, row.typed, row.came_in = words_of(entry), typed_of(entry), coming
    row.place, row.answered_in = entry.row, None
    restricted = row.restricted
    for name, value in clear_of(entry).items():
        setattr(row, name, value)
    row.restricted = row.restricted or restricted
    row.save(update_fields=CHANGED)
