"""The chronologies of a case as they came: by agency, by file, row by row."""

from dataclasses import dataclass, field, replace

from django.db.models import Exists, OuterRef

from heed import clock
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.models import (
    Answered,
    Chronology,
    Coming,
    KnownColumns,
    Row,
    TakenOut,
)
from heed.chronologies.queries.counted import counted_in
from heed.documents.models import Reading
from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.kept import entry_of
from heed.partnership.queries import organisations_of


def chronologies_of(case: Case) -> list[Chronology]:
    """The chronologies of a case, each with how many rows it has, how many of them wait
    for an answer, and how many name no source: of a restricted row that is told to
    nobody who may not read it, and so counted for nobody."""
    found = list(
        rows_of(Chronology, case)
        .select_related("organisation")
        .order_by("organisation__name", "service")
    )
    counted = counted_in(case)
    for each in found:
        mine = [some for some in counted if some.chronology == each.pk]
        each.count = sum(some.rows for some in mine)
        each.in_doubt = sum(some.rows for some in mine if some.doubt)
        bare = [some for some in mine if some.without_source and not some.restricted]
        each.no_source = sum(some.rows for some in bare)
    return found


def files_that_stand(case: Case) -> list[Coming]:
    """The files from which rows are told today, in the order in which they came."""
    told = Exists(Row.objects.filter(came_in=OuterRef("pk"), gone_in=None))
    return list(rows_of(Coming, case).filter(told).order_by("came_at", "number"))


def agencies_of(case: Case, *, at) -> list:
    """The agencies whose chronology may be brought in today."""
    today = clock.london_date(at)
    return list(organisations_of(case.partnership, today).order_by("name"))


def rows_of_agency(chronology: Chronology) -> list[Row]:
    """All rows of an agency, those that a newer file has no more included."""
    return list(chronology.rows.select_related("came_in").order_by("place", "number"))


@dataclass(frozen=True)
class Changed:
    """A row that a newer file tells otherwise: what it said, and what it says."""

    row: Row
    before: Entry
    now: Entry


@dataclass(frozen=True)
class InFile:
    """What a file brought against what was there: row by row. Of restricted rows only
    those are told that this person reads; the others are counted."""

    new: list[tuple[Row, Entry]] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    gone: list[tuple[Row, Entry]] = field(default_factory=list)
    same: int = 0
    hidden: int = 0


def difference_in(coming: Coming, *, cleared: frozenset[str]) -> InFile:
    """What was new in a file, what it changed, what it had no more, what was the same:
    as it was when it came, whatever newer files say."""
    found = InFile()
    entered = hidden = 0
    for row in rows_of_agency(coming.chronology):
        is_told = not row.restricted or row.restricted in cleared
        if row.gone_in_id == coming.pk:
            into, what = found.gone, (row, _entry(row.words))
        elif row.first_in_id == coming.pk:
            into, what = found.new, (row, _entry(_said_in_turn(row)[0]))
        elif (at := _changed_at(row, coming)) is not None:
            before, now = map(_entry, _said_in_turn(row)[at : at + 2])
            into, what = found.changed, Changed(row, before, now)
        else:
            continue
        entered += row.gone_in_id != coming.pk
        hidden += not is_told
        if is_told:
            into.append(what)
    return replace(found, same=coming.rows_in - entered, hidden=hidden)


def _entry(words: dict) -> Entry:
    return entry_of({"n": 0, **words})


def _said_in_turn(row: Row) -> list[dict]:
    """What a row said, file after file; last what it says now."""
    return [*(each["words"] for each in row.earlier or ()), row.words]


def _changed_at(row: Row, coming: Coming) -> int | None:
    """Which of the things that a row said this file changed; None where none."""
    numbers = [each["changed_in"] for each in row.earlier or ()]
    return numbers.index(coming.number) if coming.number in numbers else None


def columns_known_of(organisation) -> dict[str, str]:
    """What an agency's headings mean, as a person said before. What was said of a file
    that was taken out is not known while it is: it may be another agency's."""
    known = KnownColumns.objects.filter(organisation=organisation).first()
    if known is None:
        return {}
    meanings, taught = dict(known.meanings), known.taught or {}
    files = {each["file"] for said in taught.values() for each in said} - {""}
    out = TakenOut.objects.filter(coming__in=files, put_back_at=None)
    gone = {str(pk) for pk in out.values_list("coming", flat=True)}
    for label, said in taught.items():
        stands = [each["meaning"] for each in said if each["file"] not in gone]
        if stands:
            meanings[label] = stands[-1]
        else:
            meanings.pop(label, None)
    return meanings


def original_reading_of(coming: Coming) -> Reading | None:
    """What the confined reader said of the file of a coming."""
    return (
        Reading.objects.filter(document_id=coming.document_id, read_as="entries")
        .order_by("read_at")
        .last()
    )


def doubts_in(chronology: Chronology) -> dict[str, list[Row]]:
    """The rows that wait for an answer, by the kind of doubt."""
    found: dict[str, list[Row]] = {}
    waiting = chronology.rows.filter(gone_in=None).exclude(doubt="")
    for row in waiting.order_by("place", "number"):
        found.setdefault(row.doubt, []).append(row)
    return found


def last_answer_in(chronology: Chronology) -> Answered | None:
    """The answer to rows in doubt that was given last, and on which rows stand."""
    stands = Exists(Row.objects.filter(answered_in=OuterRef("pk")))
    return chronology.answers.filter(stands, taken_back_at=None).last()
