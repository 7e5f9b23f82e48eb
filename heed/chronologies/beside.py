"""What stands beside a row and is kept by later applications: a question to its agency,
and what it answered. They register it when Heed starts (`heed/config/wiring.py`)."""

from collections.abc import Callable, Iterable
from uuid import UUID

from heed.cases.models import Case
from heed.chronologies.models import Row
from heed.chronologies.telling_marks import marks_of

# On the page of a row: (row, person, at=, named=) -> what its template shows, or None.
Context = Callable[..., dict | None]
# In the composite: (case, rows, cleared=) -> words by row.
Marks = Callable[..., dict[UUID, list[str]]]
ON_ITS_PAGE: list[tuple[str, Context]] = []
IN_THE_COMPOSITE: list[Marks] = []


def stands_beside_rows(template: str, context: Context, marks: Marks) -> None:
    """Register what a later application keeps of rows: on the page of one, and as marks
    in the composite. It is asked of rows alone that the reader may read."""
    ON_ITS_PAGE.append((template, context))
    IN_THE_COMPOSITE.append(marks)


def beside(row: Row, person, *, at, named: bool) -> list[dict]:
    """All that stands beside a row on its page, each with its template."""
    found = (
        (template, context(row, person, at=at, named=named))
        for template, context in ON_ITS_PAGE
    )
    return [{"template": t, **shown} for t, shown in found if shown is not None]


def all_marks(
    case: Case, rows: Iterable, *, cleared: frozenset[str], named: bool
) -> dict[UUID, list[str]]:
    """All marks of rows: which others they belong together with, and what later
    applications say of them."""
    made = marks_of(case, rows, cleared=cleared, named=named)
    for more in IN_THE_COMPOSITE:
        for pk, words in more(case, rows, cleared=cleared).items():
            made.setdefault(pk, []).extend(words)
    return made
