"""Key practice episodes are marked on rows, set right and taken out."""

from datetime import date

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.actions.citing import rows_cited
from heed.chronologies.actions.clearing import must_be_cleared
from heed.chronologies.models import KeyEpisode, RowInEpisode
from heed.chronologies.queries.cited import rows_open
from heed.chronologies.queries.clearance import cleared_for
from heed.chronologies.queries.episodes import held_back_in
from heed.chronologies.saying import print_of
from heed.rulebook import process

NO_ROWS = "Say which rows belong to it: write their numbers, for example 12-15, 20."
NO_NAME = "Give the episode a name by which people will speak of it."
NO_WHY = "Say why it matters: what practice was there, or was not."
BACKWARDS = "The last day is before the first."
OUT = "This episode was taken out."
IT_HAS_ITS_OWN = (
    "This episode has its name and its reasons already. Leave those boxes empty, or "
    "choose a new one."
)
NOT_ALL = "Some of its rows are restricted, and you are not cleared to read them."
NOT_IN_IT = "This row was taken out of the episode before."


def mark_episode(
    case: Case,
    *,
    rows: str,
    by,
    at,
    episode: KeyEpisode | None = None,
    name: str = "",
    why: str = "",
    first_day: date | None = None,
    last_day: date | None = None,
    seen: Seen | None = None,
) -> KeyEpisode:
    """Mark rows as a key practice episode: a new one, with its name and why it matters,
    or one that is there. Rows that belong to it already stay as they are."""
    with carrying_out(process.MARK_EPISODE, case, by=by, at=at, seen=seen) as it:
        found = rows_cited(it, rows, by=by, at=at)
        if not found:
            raise Refused(NO_ROWS)
        if episode is not None:
            episode = KeyEpisode.objects.get(pk=episode.pk, case=it)
            if name.strip() or why.strip():
                raise Refused(IT_HAS_ITS_OWN)
        else:
            said = _said(name, why, first_day, last_day)
            episode = KeyEpisode.objects.create(
                **belonging_to(it), **said, marked_at=at, marked_by=by.actor_name
            )
        _must_stand(episode)
        _put_in(episode, found, by=by, at=at)
    return episode


def amend_key_episode(
    episode: KeyEpisode,
    *,
    name: str,
    why: str,
    rows: str,
    by,
    at,
    first_day: date | None = None,
    last_day: date | None = None,
    wrong: bool = False,
    seen: Seen | None = None,
) -> KeyEpisode:
    """Set an episode right: its words, its days, its rows; or take it out. Whoever may
    not read all its rows changes nothing of it; rows that a newer file has no more stay
    in it."""
    with carrying_out(process.MARK_EPISODE, episode, by=by, at=at, seen=seen) as it:
        _must_stand(it)
        _must_read_all_of(it, by=by, at=at)
        wanted = {row.pk: row for row in rows_cited(it.case, rows, by=by, at=at)}
        for field, value in _said(name, why, first_day, last_day).items():
            setattr(it, field, value)
        it.taken_out_at = at if wrong else None
        fields = ["name", "why", "first_day", "last_day", "taken_out_at"]
        it.save(update_fields=fields)
        open_ = rows_open(it.case, cleared=cleared_for(by, it.case, at=at))
        for member in it.members.filter(taken_out_at=None, row__in=open_):
            if member.row_id not in wanted:
                _take_out(member, at=at)
        _put_in(it, wanted.values(), by=by, at=at)
    return it


def take_row_out(
    member: RowInEpisode, *, by, at, seen: Seen | None = None
) -> RowInEpisode:
    """Take a row out of an episode. The row itself stays as it is."""
    with carrying_out(process.MARK_EPISODE, member, by=by, at=at, seen=seen) as it:
        if it.taken_out_at:
            raise Refused(NOT_IN_IT)
        must_be_cleared(it.row, by=by, at=at)
        _take_out(it, at=at)
    return it


def _said(name: str, why: str, first_day, last_day) -> dict:
    if not name.strip():
        raise Refused(NO_NAME)
    if not why.strip():
        raise Refused(NO_WHY)
    if first_day and last_day and last_day < first_day:
        raise Refused(BACKWARDS)
    days = {"first_day": first_day, "last_day": last_day}
    return {"name": name.strip(), "why": why.strip(), **days}


def _must_stand(episode: KeyEpisode) -> None:
    if episode.taken_out_at:
        raise Refused(OUT)


def _must_read_all_of(episode: KeyEpisode, *, by, at) -> None:
    cleared = cleared_for(by, episode.case, at=at)
    if episode.pk in held_back_in(episode.case, cleared=cleared):
        raise Refused(NOT_ALL)


def _put_in(episode: KeyEpisode, rows, *, by, at) -> None:
    standing = episode.members.filter(taken_out_at=None)
    there = set(standing.values_list("row_id", flat=True))
    for row in rows:
        if row.pk not in there:
            RowInEpisode.objects.create(
                **belonging_to(episode.case),
                episode=episode,
                row=row,
                put_in_at=at,
                put_in_by=by.actor_name,
                said=print_of(row.words),
            )


def _take_out(member: RowInEpisode, *, at) -> None:
    member.taken_out_at = at
    member.save(update_fields=["taken_out_at"])
