"""The pages of themes."""

from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.cases.queries import steps_open_to
from heed.chronologies.models import Row
from heed.chronologies.pages.asking import READ, cleared_here
from heed.chronologies.pages.episodes import chosen
from heed.chronologies.queries.themes import suggested_for, suggested_rows, themes_in
from heed.rulebook.themes import THEMES


def of_themes(request, case: Case) -> dict:
    """The themes of a chronology, and what words of its rows suggest."""
    case_pages.note_read(request, case, READ, case)
    return case_pages.banner(request, case) | {
        "themes": themes_in(case, cleared=cleared_here(request, case)),
        "can": steps_open_to(request.person, case, at=request.at),
    }


def begins_with(request, case: Case) -> dict:
    """The rows that were chosen on the page before; or a theme, with rows whose words
    suggest it."""
    theme = request.GET.get("theme", "")
    if theme not in THEMES or request.method == "POST":
        return chosen(request)
    rows = suggested_rows(case, theme, cleared=cleared_here(request, case))
    return {"themes": [theme], "rows": rows}


def themes_of(row: Row) -> dict:
    """What a page begins with that says the themes of a row."""
    standing = row.themes.filter(taken_out_at=None)
    return {"themes": list(standing.values_list("theme", flat=True))}


def about_themes(request, row: Row) -> dict[str, str]:
    """Under each theme that is suggested, by which words of the row."""
    named = case_pages.names_are_on(request, row.case)
    return {
        each.code: f"Suggested by “{each.words}”" if named else "Suggested"
        for each in suggested_for(row)
    }
