"""Agencies by where they are: asked, opened, not known, in part, in full, late,
declined, taken back. Derived from the requests each time it is shown."""

from dataclasses import dataclass, field
from datetime import date

from heed import clock
from heed.cases.models import Case
from heed.partnership.queries import holidays_for
from heed.rapid_reviews.models import AgencyRequest
from heed.rapid_reviews.queries.agencies import requests_of
from heed.rapid_reviews.queries.answers import first_answers_in
from heed.rulebook.working_days import Holidays, UnknownYear, working_days_between

STATIONS = {
    "asked": "Asked",
    "opened": "Opened",
    "nil": "Not known",
    "partial": "In part",
    "full": "In full",
    "late": "Late",
    "refused": "Declined",
    "revoked": "Taken back",
}
WORKING_DAY = ("working day", "working days")


@dataclass(frozen=True)
class Cell:
    """One station of one agency: since when it stands there, and what is to say."""

    slug: str
    on: date | None = None
    words: str = ""

    @property
    def name(self) -> str:
        return STATIONS[self.slug]


@dataclass(frozen=True)
class Row:
    """One agency, and each station in the order of the table."""

    request: AgencyRequest
    cells: list[Cell] = field(default_factory=list)

    @property
    def at(self) -> dict[str, Cell]:
        return {cell.slug: cell for cell in self.cells if cell.on or cell.words}

    @property
    def now(self) -> Cell:
        """The furthest station that it has come to."""
        return [cell for slug, cell in self.at.items() if slug != "late"][-1]

    @property
    def late(self) -> str:
        return self.at["late"].words if "late" in self.at else ""


def matrix_of(case: Case, *, on: date) -> list[Row]:
    """Every agency that was asked in a case, and where it is on this day."""
    holidays = holidays_for(case.partnership)
    came, rows = first_answers_in(case), []
    for request in requests_of(case):
        first = came.get(request.pk) or request.declined_at
        late = _how_late(request, _day(first), on, holidays)
        rows.append(Row(request, [_cell(slug, request, late) for slug in STATIONS]))
    return rows


def _cell(slug: str, request: AgencyRequest, late: str) -> Cell:
    state, stands = request.state, AgencyRequest.State
    answered = {"nil": stands.NIL, "full": stands.RETURNED, "refused": stands.REFUSED}
    if slug == "late":
        return Cell(slug, words=late)
    if slug == "asked":
        return Cell(slug, _day(request.sent_at))
    if slug == "opened":
        return Cell(slug, _day(request.opened_at))
    if slug == "revoked":
        back = state == stands.REVOKED
        return Cell(slug, _day(request.closed_at) if back else None)
    if slug == "partial":
        since = request.wanted_since if state == stands.PARTIAL else None
        return Cell(slug, _day(since), "the rest is asked for" if since else "")
    if state != answered[slug]:
        return Cell(slug)
    return Cell(slug, _day(request.answered_at), _how_it_stands(slug, request))


def _how_it_stands(slug: str, request: AgencyRequest) -> str:
    if slug == "refused":
        return ""
    return "accepted" if request.accepted_at else "to be accepted"


def _how_late(
    request: AgencyRequest, came: date | None, on: date, holidays: Holidays
) -> str:
    """By how many working days the first answer came after the day that was named
    first, and what was asked for anew after the later day; `came`: the first answer."""
    if request.state == AgencyRequest.State.REVOKED:
        return ""
    first = _days_after(request.was_due_on, came or on, holidays)
    if request.first_due_on is None:
        return first
    last = on if request.is_open else _day(request.answered_at)
    again = _days_after(request.due_on, last or on, holidays)
    each = ((first, "first day"), (again, "later day"))
    return ", ".join(f"{late} after the {day}" for late, day in each if late)


def _days_after(due: date, until: date, holidays: Holidays) -> str:
    if until <= due:
        return ""
    try:
        late = working_days_between(due, until, holidays)
    except UnknownYear:  # whose bank holidays nobody knows: late all the same
        return "late"
    return f"{late} {WORKING_DAY[late != 1]}"


def _day(moment) -> date | None:
    return clock.london_date(moment) if moment else None
