"""How many rows stand in a case, by what is counted of them: one look at an index, and
at no row."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, QuerySet

from heed.cases.kept import has_any
from heed.cases.models import Case
from heed.chronologies.models import Row
from heed.partnership.one_look import asked_once
from heed.partnership.prepared import Prepared


class Counted(NamedTuple):
    """Rows of one chronology of which the same is counted."""

    chronology: UUID
    restricted: str
    doubt: str
    without_source: bool
    rows: int
    dated: int


def _drawn(*, case) -> QuerySet:
    alike = ("chronology", "restricted", "doubt", "without_source")
    standing = Row.objects.filter(case=case, gone_in=None).order_by()
    return standing.values_list(*alike).annotate(
        rows=Count("*"), dated=Count("stands_on")
    )


_asked = Prepared(_drawn)


def hidden_in(case: Case, cleared: frozenset[str]) -> int:
    """How many rows of a case stand and are not for whoever is cleared so."""
    readable = {"", *cleared}
    return sum(
        each.rows for each in counted_in(case) if each.restricted not in readable
    )


@asked_once
def counted_in(case: Case) -> Sequence[Counted]:
    """The rows of a case that stand, counted."""
    if not has_any(Row, case):
        return []
    return [*map(Counted._make, _asked(case=case.pk))]
