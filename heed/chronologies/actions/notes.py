"""Notes are written on rows and between them; their author alone changes them."""

from datetime import date

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.actions.citing import rows_cited
from heed.chronologies.models import ChronologyNote
from heed.chronologies.saying import print_of
from heed.rulebook import process

Where = ChronologyNote.Where
ONE_ROW = "A note stands at one row: write one number, for example 12."
NO_DAY = "Say at which day the note stands."
NOT_YOURS = "Only whoever wrote a note may change it."
NOTHING = "Write your note."


def write_chronology_note(
    case: Case,
    *,
    words: str,
    where: str,
    by,
    at,
    row: str = "",
    day: date | None = None,
    is_shared: bool = False,
    seen: Seen | None = None,
) -> ChronologyNote:
    """Note something on a row, between rows, or at a day: for oneself, or shared with
    everybody who reads the case."""
    step = process.WRITE_CHRONOLOGY_NOTE
    with carrying_out(step, case, by=by, at=at, seen=seen) as it:
        return ChronologyNote.objects.create(
            **belonging_to(it),
            **_said(it, words, where, row, day, by=by, at=at),
            person=by,
            is_shared=is_shared,
            written_at=at,
        )


def amend_chronology_note(
    note: ChronologyNote,
    *,
    words: str,
    where: str,
    by,
    at,
    row: str = "",
    day: date | None = None,
    is_shared: bool = False,
    wrong: bool = False,
    seen: Seen | None = None,
) -> ChronologyNote:
    """Set one's own note right, put it elsewhere, share it or keep it to oneself, or
    take it out."""
    step = process.WRITE_CHRONOLOGY_NOTE
    with carrying_out(step, note, by=by, at=at, seen=seen) as it:
        if it.person_id != by.pk:
            raise Refused(NOT_YOURS)
        stays = it.row if it.row and row.strip() == it.row.cited else None
        said = _said(it.case, words, where, row, day, by=by, at=at, stays=stays)
        said |= {"is_shared": is_shared, "taken_out_at": at if wrong else None}
        for field, value in said.items():
            setattr(it, field, value)
        it.save(update_fields=[*said])
    return it


def _said(
    case: Case, words: str, where: str, row: str, day, *, by, at, stays=None
) -> dict:
    """What a note says and where it stands; a row at which it stands already is not
    looked for again: perhaps a newer file has it no more."""
    if not words.strip():
        raise Refused(NOTHING)
    place = Where(where)
    found = None
    if place == Where.AT_DAY:
        if day is None:
            raise Refused(NO_DAY)
    else:
        rows = [stays] if stays else rows_cited(case, row, by=by, at=at)
        if len(rows) != 1:
            raise Refused(ONE_ROW)
        [found] = rows
    return {
        "words": words,
        "where": place,
        "row": found,
        "day": day if place == Where.AT_DAY else None,
        "said": print_of(found.words) if found else None,
    }
