"""Key practice episodes of a case, with their rows as far as somebody may read them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from heed import clock
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.citing import cited
from heed.chronologies.models import KeyEpisode, Row, RowInEpisode
from heed.chronologies.saying import print_of


@dataclass(frozen=True)
class Marked:
    """A row on which something stands, and whether it says what it said then."""

    row: Row
    link: object
    has_changed: bool = False
    is_gone: bool = False


@dataclass(frozen=True)
class Episode:
    """An episode with its rows; of those that few may read only how many there are."""

    kept: KeyEpisode
    rows: list[Marked] = field(default_factory=list)
    hidden: int = 0

    @property
    def all_of_it(self) -> bool:
        """Whether somebody may read every row of it. Its name and why it matters may
        say what is in a row: others read neither."""
        return not self.hidden

    @property
    def numbers(self) -> str:
        """The numbers of its rows that stand today."""
        return cited(each.row.number for each in self.rows if not each.is_gone)


def standing_episodes(case: Case) -> list[KeyEpisode]:
    """The episodes of a case that were not taken out, without their rows."""
    return list(rows_of(KeyEpisode, case).filter(taken_out_at=None))


def held_back_in(case: Case, *, cleared: frozenset[str]) -> set:
    """The keys of the episodes of which somebody may not read every row."""
    members = rows_of(RowInEpisode, case).filter(taken_out_at=None)
    few = members.exclude(row__restricted__in=["", *cleared])
    return set(few.values_list("episode_id", flat=True))


def episodes_in(case: Case, *, cleared: frozenset[str]) -> list[Episode]:
    """The episodes of a case: by their first day, then as they were marked."""
    found = {each.pk: Episode(each) for each in standing_episodes(case)}
    members = rows_of(RowInEpisode, case).filter(taken_out_at=None)
    of: dict = {key: [] for key in found}
    for member in members.select_related("row", "row__chronology__organisation"):
        if member.episode_id in of:
            of[member.episode_id].append(member)
    shown = [
        Episode(each.kept, *as_marked(of[key], cleared=cleared))
        for key, each in found.items()
    ]
    return sorted(shown, key=_in_time)


def as_marked(links: Iterable, *, cleared: frozenset[str]) -> tuple[list[Marked], int]:
    """The rows of these links that somebody may read, in the order of their numbers,
    and how many more there are."""
    open_, hidden = [], 0
    for link in links:
        if link.row.restricted and link.row.restricted not in cleared:
            hidden += 1
        else:
            open_.append(marked(link))
    return sorted(open_, key=lambda each: each.row.number), hidden


def marked(link) -> Marked:
    """A row with what stands on it."""
    row = link.row
    changed = link.said is not None and link.said != print_of(row.words)
    return Marked(row, link, has_changed=changed, is_gone=row.gone_in_id is not None)


def _in_time(episode: Episode) -> tuple:
    kept = episode.kept
    days = [each.row.earliest for each in episode.rows if each.row.earliest]
    first = kept.first_day or min(days, default=None)
    return (first is None, first or clock.london_date(kept.marked_at), kept.marked_at)
