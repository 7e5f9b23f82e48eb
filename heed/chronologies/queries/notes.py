"""Notes of a chronology, as far as somebody may read them."""

from heed.cases.models import Case
from heed.chronologies.queries.episodes import Marked, marked
from heed.chronologies.queries.marks import notes_seen_in


def notes_in(
    case: Case, person, *, cleared: frozenset[str]
) -> list[tuple[object, Marked | None]]:
    """The notes that somebody may read, the latest first, each with its row. A note on
    a row that few may read is for those few, and for whoever wrote it."""
    return [
        (note, marked(note) if _may_read(note, cleared) else None)
        for note in notes_seen_in(case, person, cleared=cleared)
        if note.row is None or note.person_id == person.pk or _may_read(note, cleared)
    ]


def _may_read(note, cleared: frozenset[str]) -> bool:
    return note.row is not None and note.row.restricted in {"", *cleared}
