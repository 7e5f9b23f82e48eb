"""Themes of a chronology: what people said, and what words of rows suggest."""

from collections import defaultdict

from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.chronologies.citing import cited
from heed.chronologies.models import RowTheme
from heed.chronologies.queries.told import Opened, opened_rows
from heed.chronologies.saying import print_of
from heed.papers.chronologies.themes import (
    WHERE,
    Suggested,
    suggesting,
    themes_in_words,
)
from heed.rulebook.themes import THEMES

FIRST = 50  # rows that are suggested for a theme at once


def themes_in(case: Case, *, cleared: frozenset[str]) -> list[dict]:
    """Each theme of the list that a row has, or that words suggest: the numbers of its
    rows, and the rows for which nobody has said it yet, with the words."""
    open_ = {row.pk: row for row in _rows_in(case, cleared)}
    said, refused = defaultdict(set), _refused_in(case)
    for row, code in (
        rows_of(RowTheme, case).filter(taken_out_at=None).values_list("row_id", "theme")
    ):
        if row in open_:  # what few may read touches on nothing for the others
            said[code].add(row)
    waiting, suggested = defaultdict(list), suggesting()
    for pk, row in open_.items():
        for each in suggested(*_where(row.words)):
            if pk not in said[each.code] and pk not in refused[each.code]:
                waiting[each.code].append((row, each.words))
    return [
        {
            "code": code,
            "label": label,
            "numbers": cited(open_[pk].number for pk in said[code]),
            "suggested": waiting[code],
            "first": waiting[code][:FIRST],
            "more": max(len(waiting[code]) - FIRST, 0),
        }
        for code, label in THEMES.items()
        if said[code] or waiting[code]
    ]


def _rows_in(case: Case, cleared: frozenset[str]) -> list[Opened]:
    """The rows that stand today and that somebody may read, by their numbers; each is
    opened once, and is no more than what is shown of it."""
    return sorted(opened_rows(case, cleared), key=lambda row: row.kept_number)


def _refused_in(case: Case) -> dict[str, set]:
    """By theme the rows for which somebody took it out, or did not choose it, and that
    still say what they said then."""
    found = rows_of(RowTheme, case).exclude(taken_out_at=None).select_related("row")
    refused = defaultdict(set)
    for each in found:
        if each.said == print_of(each.row.words):
            refused[each.theme].add(each.row_id)
    return refused


def suggested_rows(case: Case, theme: str, *, cleared: frozenset[str]) -> str:
    """The numbers of the first rows whose words suggest a theme that nobody said."""
    for each in themes_in(case, cleared=cleared):
        if each["code"] == theme:
            return cited(row.number for row, _ in each["first"])
    return ""


def suggested_for(row) -> tuple[Suggested, ...]:
    """The themes that words of a row suggest."""
    return themes_in_words(*_where(row.words))


def _where(words: dict) -> list[str]:
    return [words.get(name, "") for name in WHERE]
