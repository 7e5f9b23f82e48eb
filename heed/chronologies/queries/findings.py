"""The rows on which findings rest, as far as somebody may read them."""

from dataclasses import dataclass, field

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.citing import cited
from heed.chronologies.models import RowOfFinding
from heed.chronologies.queries.episodes import Marked, as_marked


@dataclass(frozen=True)
class Rests:
    """The rows under one finding; of those that few may read only how many."""

    rows: list[Marked] = field(default_factory=list)
    hidden: int = 0

    @property
    def numbers(self) -> str:
        """The numbers of its rows that stand today."""
        return cited(each.row.number for each in self.rows if not each.is_gone)


def rests_in(case: Case, kind: str, *, cleared: frozenset[str]) -> dict[str, Rests]:
    """Under each finding of a kind that rests on rows: those rows."""
    links = rows_of(RowOfFinding, case).filter(kind=kind, taken_out_at=None)
    of: dict[str, list[RowOfFinding]] = {}
    for link in links.select_related("row", "row__chronology__organisation"):
        of.setdefault(link.finding, []).append(link)
    return {key: Rests(*as_marked(some, cleared=cleared)) for key, some in of.items()}
