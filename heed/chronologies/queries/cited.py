"""Rows as people cite them, and as they are marked."""

from django.db.models import Count, Q, QuerySet

from heed.cases.models import Case
from heed.chronologies.citing import Stretch
from heed.chronologies.models import Account, Row, RowInEpisode, RowTheme, Telling


def rows_in(
    case: Case, stretches: tuple[Stretch, ...], *, cleared: frozenset[str]
) -> list[Row]:
    """The rows of these numbers that stand today and that somebody may read, in the
    order of their numbers."""
    if not stretches:
        return []
    wanted = Q(number__in={each.first for each in stretches if each.is_one})
    for first, last in {(s.first, s.last) for s in stretches if not s.is_one}:
        wanted |= Q(number__gte=first, number__lte=last)
    return list(rows_open(case, cleared=cleared).filter(wanted).order_by("number"))


def rows_open(case: Case, *, cleared: frozenset[str]) -> QuerySet:
    """The rows of a case that stand today and that somebody may read."""
    standing = Row.objects.filter(case=case, gone_in=None)
    return standing.filter(restricted__in=["", *cleared])


def rows_on_theme(code: str) -> QuerySet:
    """The keys of the rows that touch on a theme, as somebody said."""
    said = RowTheme.objects.filter(theme=code, taken_out_at=None)
    return said.order_by().values("row")


def rows_of_episode(public_id: str) -> QuerySet:
    """The keys of the rows that belong to a key practice episode."""
    standing = {"taken_out_at": None, "episode__taken_out_at": None}
    members = RowInEpisode.objects.filter(episode__public_id=public_id, **standing)
    return members.order_by().values("row")


def rows_told_by_several(*, cleared: frozenset[str]) -> QuerySet:
    """The keys of the rows that tell one event with others, as somebody said: of each
    event those that whoever asks may read, where there are two of them."""
    told = Account.objects.filter(
        telling__kind=Telling.Kind.EVENT,
        telling__belongs=True,
        telling__over_at=None,
        left_at=None,
        row__gone_in=None,
        row__restricted__in=["", *cleared],
    ).order_by()
    several = told.values("telling").annotate(rows=Count("pk")).filter(rows__gt=1)
    return told.filter(telling__in=several.values("telling")).values("row")
