"""An agency's chronology is brought in: every row of it is kept, none is dropped."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import F

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out, would_be_taken
from heed.chronologies.comparing import Difference, compared
from heed.chronologies.matching import may_be_of_another_case
from heed.chronologies.models import Chronology, Coming, Row
from heed.chronologies.placing import (
    AT_ONCE,
    a_row,
    as_sheet,
    give_numbers,
    now_another,
)
from heed.chronologies.queries import columns_known_of, rows_of_agency
from heed.chronologies.states import CHANGED, all_of_it, where_it_stands
from heed.chronologies.understanding import (
    Json,
    clear_of,
    still_restricted,
    typed_of,
    words_of,
)
from heed.documents.actions import read, receive
from heed.documents.models import Reading
from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.headed import with_meanings
from heed.papers.chronologies.kept import entry_of
from heed.rulebook import process

READ_AS, PURPOSE = "entries", "chronology"
NOTHING_PASTED = "Paste a table: its headings in the first row, a row for each event."
TOO_LARGE = "“{}” is larger than 50 MB. Please send a smaller copy."


def bring_in(
    case: Case,
    *,
    organisation,
    service: str = "",
    by,
    at,
    file=None,
    pasted: str = "",
    instead_of: Sequence[Coming] | None = None,
    seen: Seen | None = None,
) -> Coming:
    """Bring in the chronology of an agency, or of one of its services, from its file or
    from a table that was pasted. Both are kept as they came, and read by the confined
    reader. It is newer than all that came before of it, or `instead_of` those alone:
    what they had and it has not is told no more. Instead of nothing it comes beside."""
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
    reading = read(document, read_as=READ_AS, by=by, at=at)
    with carrying_out(process.BRING_IN_CHRONOLOGY, case, by=by, at=at, seen=seen) as it:
        whose = {"service": service, "instead_of": instead_of}
        return take_in(it, organisation, [reading], way=way, **whose, by=by, at=at)[0]


def take_in(
    case: Case,
    organisation,
    readings: Sequence[Reading],
    *,
    way: str,
    service: str = "",
    instead_of: Sequence[Coming] | None = None,
    by,
    at,
) -> list[Coming]:
    """Keep the rows of the papers that come together, inside the step that brings them.
    What is the same as before keeps its number, and all that hangs on it.

    Nobody has said whether what goes with an answer is instead of what came before, or
    beside it: then no row is taken for gone, and none for another one's newer words."""
    chronology = chronology_of(case, organisation, service=service, by=by, at=at)
    known = columns_known_of(organisation)
    came: list[tuple[Coming, Entry]] = []
    comings = []
    for reading in readings:
        content = _as_known(reading.content or {}, known)
        entries = [entry_of(each) for each in content.get("entries", [])]
        coming = _came(chronology, reading, content, entries, way=way, by=by, at=at)
        comings.append(coming)
        came += ((coming, entry) for entry in entries)
    if came:
        kept = _compared_with(chronology, way, instead_of)
        is_instead = way != Coming.Way.ANSWER
        _keep(chronology, came, kept, is_instead=is_instead, at=at)
        now_another(chronology)
    return comings


def _as_known(content: Json, known: dict[str, str]) -> Json:
    """What was read of a paper; where a person has said before what the headings of the
    agency mean, with those meanings."""
    found = content.get("headings", [])
    if any(heading in known and known[heading] != said for heading, said in found):
        return with_meanings(content, known)
    return content


def _came(
    chronology: Chronology, reading: Reading, content: Json, entries, *, way, by, at
) -> Coming:
    case = chronology.case
    return Coming.objects.create(
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


def chronology_of(case: Case, organisation, *, service: str = "", by, at) -> Chronology:
    """The one chronology of an agency in a case, or of one of its services, begun
    inside the step of whoever brings its first row."""
    whose = {"organisation": organisation, "service": service}
    found = Chronology.objects.filter(case=case, **whose).first()
    return found or Chronology.objects.create(
        **belonging_to(case), **whose, begun_at=at
    )


def _compared_with(
    chronology: Chronology, way: str, instead_of: Sequence[Coming] | None
) -> list[Row]:
    """The rows that are kept of what this is newer than. What a person wrote in the
    browser was in no file, and stays. Beside other files each row is a row of its own:
    one that both tell would go with either of them."""
    kept = [
        row
        for row in rows_of_agency(chronology)
        if row.came_in_id and not row.gone_in_id
    ]
    if instead_of is None or way == Coming.Way.ANSWER:
        return kept
    of = {each.pk for each in instead_of}
    return [row for row in kept if row.came_in_id in of]


def _keep(
    chronology: Chronology,
    came: Sequence[tuple[Coming, Entry]],
    kept: list[Row],
    *,
    is_instead: bool,
    at,
) -> None:
    """Put the rows of papers beside those that are kept, or instead of them."""
    typed = [typed_of(entry) for _, entry in came]
    found = compared([row.typed for row in kept], typed, is_instead=is_instead)
    _say_how_they_stood(kept, came, found)
    _still_there(kept, came, found.same)
    if is_instead and found.gone:
        gone = Row.objects.filter(pk__in=[kept[old].pk for old in found.gone])
        gone.update(gone_in=came[0][0], version=F("version") + 1)
    for old, new in found.changed:
        _change(kept[old], *came[new])
    made = [a_row(chronology, *came[n], typed[n], at=at) for n in found.new]
    give_numbers(chronology.case, made)
    Row.objects.bulk_create(made, batch_size=AT_ONCE)


def _say_how_they_stood(
    kept: list[Row], came: Sequence[tuple[Coming, Entry]], found: Difference
) -> None:
    """Note in each file how the rows stood that it has too: it may be taken out."""
    stood: dict[Coming, Json] = defaultdict(dict)
    for pairs, state_of in ((found.same, where_it_stands), (found.changed, all_of_it)):
        for old, new in pairs:
            row, (coming, _) = kept[old], came[new]
            stood[coming][str(row.pk)] = state_of(row)
    for coming, rows in stood.items():
        coming.stood = rows
        coming.save(update_fields=["stood"])


def _still_there(
    kept: list[Row], came: Sequence[tuple[Coming, Entry]], same: list[tuple[int, int]]
) -> None:
    """Rows that say what they said: they are of the newer file now, and stand in it
    where they stand."""
    moved = []
    for old, new in same:
        row, (coming, entry) = kept[old], came[new]
        row.came_in, row.place = coming, entry.row
        moved.append(row)
    Row.objects.bulk_update(moved, ["came_in", "place"], batch_size=AT_ONCE)


def _change(row: Row, coming: Coming, entry: Entry) -> None:
    """A newer file says otherwise: it counts, and what stood there is kept; so is who
    had put that right."""
    before = {"said_in": row.came_in.number, "changed_in": coming.number}
    if row.amended_at:
        by = {"amended_by": row.amended_by, "amended_at": row.amended_at.isoformat()}
        before |= by
    row.earlier = [*(row.earlier or []), before | {"words": row.words}]
    clear = clear_of(entry) | {"restricted": still_restricted(row, entry)}
    row.words, row.typed, row.came_in = words_of(entry), typed_of(entry), coming
    row.place, row.answered_in = entry.row, None
    row.amended_at, row.amended_by = None, ""
    for name, value in clear.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=CHANGED)
