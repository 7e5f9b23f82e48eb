"""What few may read in a chronology stays in Heed, for whoever may not read it here."""

from uuid import UUID

from heed.cases.models import Case, Spine
from heed.chronologies.models import (
    Account,
    Answered,
    ChronologyNote,
    Coming,
    KeyEpisode,
    Row,
    RowInEpisode,
    RowOfFinding,
    RowTheme,
    TakenOut,
    Telling,
)
from heed.chronologies.queries import cleared_for, may_be_read_whole
from heed.config.export.reach import Rows
from heed.documents.models import Document, Reading
from heed.rapid_reviews.models import RowQuestion
from heed.reviews.models import Finding

RESTRICTED = "Restricted in Heed to those who are cleared to read it."
NOT_IN_THE_ARCHIVE = {"restricted": RESTRICTED}


def keep_restricted_rows_back(spine: Spine, rows: Rows, *, by, at) -> set[UUID]:
    """Leave out the words of rows that this person is not cleared to read, wherever
    they are kept; and say which files tell them. Nothing is changed in Heed."""
    if not isinstance(spine, Case):
        return set()
    cleared = cleared_for(by, spine, at=at)
    hidden = [row for row in rows[Row] if row.restricted not in {"", *cleared}]
    for row in hidden:
        row.words = row.typed = NOT_IN_THE_ARCHIVE
        row.earlier = None
    keys = {str(row.pk) for row in hidden}
    _keep_what_is_marked_on(hidden, rows, by=by)
    for given in (*rows[Answered], *rows[TakenOut]):
        given.before = _without(given.before, keys)
    for coming in rows[Coming]:
        coming.stood = _without(coming.stood or {}, keys)
    _keep_what_is_said_of(hidden, rows)
    files = _telling(rows[Document], cleared)
    for reading in rows[Reading]:
        if reading.document_id in files:
            reading.content, reading.problem = NOT_IN_THE_ARCHIVE, None
    return files


def _without(by_row: dict, keys: set[str]) -> dict:
    """What is kept by row, without the words of these rows."""
    return {
        key: NOT_IN_THE_ARCHIVE if key in keys else said for key, said in by_row.items()
    }


def _keep_what_is_said_of(hidden: list[Row], rows: Rows) -> None:
    """With which rows a hidden one belongs together says what is in it, and so may the
    reasons: what was written of such an event stays in Heed whole."""
    keys = {row.pk for row in hidden}
    events = {each.telling_id for each in rows[Account] if each.row_id in keys}
    for account in rows[Account]:
        if account.telling_id in events:
            account.why = RESTRICTED
    for telling in rows[Telling]:
        if telling.pk in events:
            telling.agreed_said = None
    for question in rows[RowQuestion]:
        if question.row_id in keys:
            question.asked = question.answer = RESTRICTED
    rows[Account] = [each for each in rows[Account] if each.row_id not in keys]


def _keep_what_is_marked_on(hidden: list[Row], rows: Rows, *, by) -> None:
    """What people marked on a hidden row says what is in it: the notes of others, its
    themes, the findings that rest on it."""
    keys = {row.pk for row in hidden}
    for note in rows[ChronologyNote]:
        if note.row_id in keys and note.person_id != getattr(by, "pk", None):
            note.words = RESTRICTED
    episodes = {each.episode_id for each in rows[RowInEpisode] if each.row_id in keys}
    for episode in rows[KeyEpisode]:
        if episode.pk in episodes:
            episode.name = episode.why = RESTRICTED
    found = {each.finding for each in rows[RowOfFinding] if each.row_id in keys}
    for finding in rows[Finding]:
        if finding.public_id in found:
            finding.words = RESTRICTED
    for model in (RowInEpisode, RowTheme, RowOfFinding):
        rows[model] = [each for each in rows[model] if each.row_id not in keys]


def _telling(documents: list[Document], cleared: frozenset[str]) -> set[UUID]:
    """The files that tell what is restricted, and all others of the same bytes."""
    told = {each.digest for each in documents if not may_be_read_whole(each, cleared)}
    return {each.pk for each in documents if told and each.digest in told}
