"""What the page of the picture asks and shows."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.safestring import mark_safe

from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.chronologies import queries
from heed.chronologies.forms import PeriodForm
from heed.chronologies.pages.asking import READ
from heed.chronologies.pages.gaps import gaps_of
from heed.chronologies.picture import picture_of
from heed.chronologies.queries.marks import rows_in_key_episodes
from heed.chronologies.showing import how_named, naming_unless
from heed.ui.lanes import Lanes, rows_of, svg_of

DAY = timedelta(days=1)
# Nobody alive was born before the one; nobody draws what comes after the other.
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)


def of_picture(request, case: Case) -> dict:
    """The picture of a period, the same as a table, and the ways to other periods. It
    is a reading of the whole chronology, and recorded as one."""
    case_pages.note_read(request, case, READ, case)
    top = case_pages.banner(request, case)
    form = PeriodForm(request.GET if "first-day" in request.GET else None)
    cleared = queries.cleared_for(request.person, case, at=request.at)
    whole = queries.composite_of(case, queries.Sought(), cleared=cleared, whole=True)
    picture = picture_of(
        whole.rows,
        agencies=sorted({row.agency for row in whole.rows}),
        children=list(top["children"]),
        period=_period(request, form),
        named=top["names_on"],
        naming=naming_unless(case, named=top["names_on"]),
        gaps=gaps_of(case, whole.rows),
        key_rows=rows_in_key_episodes(case),
        incident=(case.happened_on, case.happened_until),
    )
    top |= {"names_in_rows": how_named(case, named=top["names_on"])}
    shown = top | {"form": form, "picture": picture, "hidden": whole.hidden}
    return shown | _drawn(case, picture) if picture else shown


def _drawn(case: Case, picture: Lanes) -> dict:
    base = reverse("chronology", args=[case.public_id])
    page = reverse("chronology_picture", args=[case.public_id])
    drawing = svg_of(
        picture,
        entry=lambda mark: f"{base}print/#row-{mark.number}",
        period=lambda column: f"{page}?from={column.first}&to={column.last}",
    )
    return {
        "drawing": mark_safe(drawing),  # noqa: S308 - each word of it is escaped there
        "rows": rows_of(picture),
        "ways": _ways(picture),
    }


def _ways(picture: Lanes) -> list[tuple[str, date, date]]:
    """Half as many days, twice as many, as many before and after."""
    scale = picture.scale
    half, quarter = scale.days // 2 * DAY, scale.days // 4 * DAY
    return [
        ("Closer", scale.first + quarter, scale.last - quarter),
        ("Further away", _before(scale.first, half), _after(scale.last, half)),
        ("Earlier", _before(scale.first, half), _before(scale.last, half)),
        ("Later", _after(scale.first, half), _after(scale.last, half)),
    ]


def _before(day: date, by: timedelta) -> date:
    return day - by if day - FIRST > by else FIRST


def _after(day: date, by: timedelta) -> date:
    return day + by if LAST - day > by else LAST


def _period(request, form: PeriodForm) -> tuple[date | None, date | None]:
    """The days that are asked for in the form, or by a link; None where they are not,
    or are no days."""
    if form.is_bound:
        said = form.cleaned_data if form.is_valid() else {}
        return _within(said.get("first")), _within(said.get("last"))
    return _within(_day(request, "from")), _within(_day(request, "to"))


def _within(day: date | None) -> date | None:
    return day and min(max(day, FIRST), LAST)


def _day(request, name: str) -> date | None:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
