"""What is marked on one row, for somebody who may read it."""

from collections.abc import Callable

from heed.cases.kept import rows_of
from heed.chronologies.findings import told_in
from heed.chronologies.models import Row, RowOfFinding, RowTheme
from heed.chronologies.queries.episodes import held_back_in, marked
from heed.chronologies.queries.marks import members_in, notes_seen_in
from heed.rulebook.themes import THEMES


def marked_on(
    row: Row, person, say: Callable[[str], str], *, cleared: frozenset[str]
) -> dict:
    """The episodes, findings, themes and notes of a row; each says whether the row has
    changed since. `say` tells words that people wrote as they may stand here."""
    standing = {"row": row, "taken_out_at": None}
    themes = rows_of(RowTheme, row.case).filter(**standing)
    members = members_in(row.case).filter(row=row).select_related("episode")
    notes = notes_seen_in(row.case, person, cleared=cleared).filter(row=row)
    held = held_back_in(row.case, cleared=cleared)
    return {
        "episodes": [
            ("" if one.episode_id in held else say(one.episode.name), _of(row, one))
            for one in members
        ],
        "findings": findings_on(row, say, cleared=cleared),
        "themes": [(THEMES.get(one.theme, one.theme), _of(row, one)) for one in themes],
        "notes": [(note, say(note.words), _of(row, note)) for note in notes],
    }


def findings_on(
    row: Row, say: Callable[[str], str], *, cleared: frozenset[str]
) -> list[dict]:
    """The findings that rest on a row, each with where it is read. What is found may
    say what is in a row: of one that rests on rows that somebody may not read too, they
    read no word here."""
    few = rows_of(RowOfFinding, row.case).filter(taken_out_at=None)
    few = few.exclude(row__restricted__in=["", *cleared])
    held = set(few.values_list("kind", "finding"))
    links = rows_of(RowOfFinding, row.case).filter(row=row, taken_out_at=None)
    found = []
    for kind, of_kind in _by_kind(links).items():
        told = told_in(row.case, kind, set(of_kind))
        found += [
            {
                "told": told[key],
                "words": "" if (kind, key) in held else say(told[key].words),
                "marked": _of(row, link),
            }
            for key, link in of_kind.items()
            if key in told
        ]
    return found


def _by_kind(links) -> dict[str, dict[str, RowOfFinding]]:
    found: dict[str, dict[str, RowOfFinding]] = {}
    for link in links:
        found.setdefault(link.kind, {})[link.finding] = link
    return found


def _of(row: Row, link):
    link.row = row
    return marked(link)
