"""People say on which themes rows touch."""

from collections.abc import Collection, Iterable

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.actions.citing import rows_cited
from heed.chronologies.actions.clearing import must_be_cleared
from heed.chronologies.models import Row, RowTheme
from heed.chronologies.saying import print_of
from heed.papers.chronologies.kept import entry_of
from heed.papers.chronologies.themes import themes_suggested
from heed.rulebook import process
from heed.rulebook.themes import THEMES

NO_ROWS = "Say which rows: write their numbers, for example 12-15, 20."
NO_THEME = "Choose at least one theme."


def add_themes(
    case: Case,
    *,
    rows: str,
    themes: Collection[str],
    by,
    at,
    seen: Seen | None = None,
) -> list[Row]:
    """Say on which themes several rows touch, beside what was said of them before."""
    with carrying_out(process.SAY_THEMES, case, by=by, at=at, seen=seen) as it:
        found = rows_cited(it, rows, by=by, at=at)
        if not found:
            raise Refused(NO_ROWS)
        if not _of_the_list(themes):
            raise Refused(NO_THEME)
        for row in found:
            _add(row, _of_the_list(themes), by=by, at=at)
    return found


def say_themes(
    row: Row, *, themes: Collection[str], by, at, seen: Seen | None = None
) -> Row:
    """Say on which themes a row touches: on these, and on no others any more. What its
    words suggest and nobody chose is suggested no more while it says the same."""
    with carrying_out(process.SAY_THEMES, row, by=by, at=at, seen=seen) as it:
        must_be_cleared(it, by=by, at=at)
        for kept in it.themes.filter(taken_out_at=None).exclude(theme__in=themes):
            kept.taken_out_at = at
            kept.save(update_fields=["taken_out_at"])
        _add(it, _of_the_list(themes), by=by, at=at)
        _refuse(it, _suggested(it) - set(themes), by=by, at=at)
    return it


def _refuse(row: Row, themes: Collection[str], *, by, at) -> None:
    """Keep that somebody saw these suggestions and did not choose them."""
    said = print_of(row.words)
    known = {each.theme for each in row.themes.all() if each.said == said}
    for code in sorted(set(themes) - known):
        _keep(row, code, was_suggested=True, taken_out_at=at, by=by, at=at)


def _of_the_list(themes: Iterable[str]) -> list[str]:
    return [code for code in THEMES if code in set(themes)]


def _add(row: Row, themes: list[str], *, by, at) -> None:
    there = row.themes.filter(taken_out_at=None).values_list("theme", flat=True)
    new = set(themes) - set(there)
    if not new:
        return
    suggested = _suggested(row)
    for code in sorted(new):
        _keep(row, code, was_suggested=code in suggested, by=by, at=at)


def _suggested(row: Row) -> set[str]:
    return {each.code for each in themes_suggested(entry_of({"n": 0, **row.words}))}


def _keep(row: Row, code: str, *, by, at, **more) -> None:
    RowTheme.objects.create(
        **belonging_to(row.case),
        row=row,
        theme=code,
        confirmed_at=at,
        confirmed_by=by.actor_name,
        said=print_of(row.words),
        **more,
    )
