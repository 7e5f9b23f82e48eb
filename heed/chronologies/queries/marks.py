"""What people marked on the rows of a window. Each kind of mark is asked for once, and
not at all where a case has none of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from heed.cases.kept import has_any, rows_of
from heed.cases.models import Case
from heed.chronologies.findings import label_of
from heed.chronologies.models import (
    ChronologyNote,
    Row,
    RowInEpisode,
    RowOfFinding,
    RowTheme,
)
from heed.chronologies.queries.episodes import held_back_in
from heed.chronologies.queries.told import Told
from heed.rulebook.themes import THEMES

MARKS = (RowInEpisode, RowTheme, RowOfFinding, ChronologyNote)
Marked = Iterator[tuple[UUID, str]]
NOTES = {
    ChronologyNote.Where.ON_ROW: "Note of {}",
    ChronologyNote.Where.AFTER_ROW: "After this row, a note of {}",
    ChronologyNote.Where.AT_DAY: "After this row, a note of {} at {}",
}


def marks_of(
    case: Case,
    rows: Iterable[Told],
    *,
    person,
    cleared: frozenset[str],
    say: Callable[[str], str],
) -> dict[UUID, list[str]]:
    """What is marked on each of these rows, in words; of rows that are hidden nothing.
    Words that people wrote name others: `say` tells them as they may stand here."""
    found: dict[UUID, list[str]] = defaultdict(list)
    if not any(has_any(model, case) for model in MARKS):
        return found
    shown = {row.pk for row in rows if not row.hidden}
    for marked in (
        _episodes(case, shown, say, held_back_in(case, cleared=cleared)),
        _themes(case),
        _findings(case),
        _notes(case, shown, person, say, cleared),
    ):
        for row, words in marked:
            if row in shown:
                found[row].append(words)
    return found


def members_in(case: Case):
    """The rows that belong to key practice episodes, with the episode of each."""
    standing = {"taken_out_at": None, "episode__taken_out_at": None}
    return rows_of(RowInEpisode, case).filter(**standing)


def rows_in_key_episodes(case: Case) -> set[UUID]:
    """The rows that belong to a key practice episode."""
    return set(members_in(case).values_list("row_id", flat=True))


def notes_seen_in(case: Case, person, *, cleared: frozenset[str]):
    """The notes of a case that somebody sees: their own, and what others shared. Each
    stands at a row; one at a day after the last row that they may read and that begins
    before it, or on it."""
    if not has_any(ChronologyNote, case):
        return ChronologyNote.objects.none()
    before = Row.objects.filter(
        case=case,
        gone_in=None,
        restricted__in=["", *cleared],
        stands_on__lte=OuterRef("day"),
    ).order_by(
        *("-stands_on", "-breadth", F("time").desc(nulls_first=True)),
        *("-sequence", "-number"),
    )
    seen = Q(person=person.pk) | Q(is_shared=True)
    notes = ChronologyNote.objects.filter(seen, case=case, taken_out_at=None)
    stands_at = Coalesce("row_id", Subquery(before.values("pk")[:1]))
    return notes.annotate(stands_at=stands_at).select_related("person", "row")


def _episodes(case: Case, shown: set[UUID], say, held_back: set) -> Marked:
    for member in members_in(case).select_related("episode").defer("said"):
        if member.row_id in shown:
            told = member.episode_id not in held_back
            name = say(member.episode.name) if told else ""
            yield member.row_id, _with("Key episode", name)


def _themes(case: Case) -> Marked:
    standing = rows_of(RowTheme, case).filter(taken_out_at=None)
    for row, code in standing.values_list("row_id", "theme"):
        yield row, f"Theme: {THEMES.get(code, code)}"


def _findings(case: Case) -> Marked:
    standing = rows_of(RowOfFinding, case).filter(taken_out_at=None)
    for row, kind in standing.values_list("row_id", "kind").distinct():
        yield row, f"Under: {label_of(kind)}"


def _notes(case: Case, shown: set[UUID], person, say, cleared) -> Marked:
    for note in notes_seen_in(case, person, cleared=cleared):
        if note.stands_at in shown:
            day = f"{note.day:%-d %B %Y}" if note.day else ""
            said = NOTES[note.where].format(note.person.name, day)
            private = "" if note.is_shared else " (yours alone)"
            yield note.stands_at, _with(f"{said}{private}", say(note.words))


def _with(label: str, words: str) -> str:
    return f"{label}: {words}" if words else label
