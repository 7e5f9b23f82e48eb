"""The gaps of a case: which rule, between which days, shown by which rows."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from heed.cases import pages as case_pages
from heed.cases.models import Case
from heed.chronologies import queries
from heed.chronologies.naming import with_names_off
from heed.chronologies.pages.asking import READ, cleared_here, opens_to
from heed.chronologies.queries import Read
from heed.chronologies.queries.gaps import day_of_incident, never_asked, rules_of
from heed.chronologies.showing import how_named, naming_unless
from heed.chronologies.silences import Silence, rows_that_name, silences
from heed.papers.chronologies.entries import Gap
from heed.papers.chronologies.gaps import Rule

HEADINGS = {
    "not_seen": "The child was not seen",
    "not_alone_or_heard": "Seen, and not alone or heard",
    "not_said_if_alone": "Not said whether alone or heard",
    "not_brought": "Not brought, again and again",
    "no_answer": "A referral without an answer",
    "last_contacts": "The last contacts before the incident",
}
SHORT = 120
FIRST = 30  # rows that show one gap, before somebody asks for all
Words = Mapping[Hashable, str]
Cut = Mapping[Gap, Sequence[Read]]


@dataclass(frozen=True)
class Under:
    """What was found under one rule."""

    kind: str
    heading: str
    rule: str
    found: list[tuple]


def of_gaps(request, case: Case) -> dict:
    """The gaps of the rows that this person may read, rule by rule; and the agencies
    that nobody has asked. It is a reading of the whole chronology."""
    case_pages.note_read(request, case, READ, case)
    top = case_pages.banner(request, case)
    cleared = cleared_here(request, case)
    rows = queries.opened_rows(case, cleared)
    found = gaps_of(case, rows)
    names = [each.name for each in never_asked(case, at=request.at)]
    unasked = rows_that_name(rows, names)
    whole = request.GET.get("all", "")
    cut = {each.gap: _first(each.rows, whole=each.gap.kind == whole) for each in found}
    shown = chain(*cut.values(), *unasked.values())
    words = _words(case, shown, named=top["names_on"])
    return top | {
        "under": [
            _under(rule, found, cut, words) for rule in rules_of(case.partnership)
        ],
        "names_in_rows": how_named(case, named=top["names_on"]),
        "hidden": queries.hidden_in(case, cleared),
        "undated": sum("earliest" not in row.words.get("date", {}) for row in rows),
        "not_asked": _not_asked(unasked, words),
        "may_choose": opens_to(request, "gap_days"),
    }


def gaps_of(case: Case, rows: Sequence[Read]) -> list[Silence]:
    """The gaps of the rows of a case that somebody may read, by the days that its
    partnership has chosen."""
    rules = rules_of(case.partnership)
    return silences(rows, rules=rules, incident=day_of_incident(case))


def _words(case: Case, rows: Iterable[Read], *, named: bool) -> Words:
    """What happened, by row; with names off as everybody is called there: of many rows
    few show a gap, and only they are looked through for names."""
    rows = list({row.kept_id: row for row in rows}.values())
    naming = naming_unless(case, named=named)
    shown = rows if named else with_names_off(rows, naming)
    return {row.kept_id: _short(row.words.get("event", "")) for row in shown}


def _first(rows: Sequence[Read], *, whole: bool) -> Sequence[Read]:
    """Of a gap that lasts for years there are hundreds: the others are asked for."""
    return rows if whole else rows[:FIRST]


def _under(rule: Rule, found: Sequence[Silence], cut: Cut, words: Words) -> Under:
    mine = [each for each in found if each.gap.kind == rule.kind]
    said = rule.words.format(days=rule.days, times=rule.times)
    rows = [
        (each.gap, _cited(cut[each.gap], words), len(each.rows) - len(cut[each.gap]))
        for each in mine
    ]
    return Under(rule.kind, HEADINGS[rule.kind], said, rows)


def _cited(rows: Iterable[Read], words: Words) -> SafeString:
    """The rows by which something is shown, each with the way to it: there may be
    hundreds, and they are written here, every word escaped."""
    base = reverse("chronology_row", args=["_"]).removesuffix("_/")
    items = "".join(
        f'<li><a class="govuk-link" href="{base}{row.public_id}/">{row.cited}</a> '
        f"{escape(row.told_by)}{_said(words[row.kept_id])}</li>"
        for row in rows
    )
    made = f'<ul class="govuk-list heed-marks">{items}</ul>'
    return mark_safe(made)  # noqa: S308 - each word of it is escaped above


def _said(words: str) -> str:
    return f": <bdi>{escape(words)}</bdi>" if words else ""


def _short(words: str) -> str:
    return words if len(words) <= SHORT else f"{words[:SHORT].rstrip()} …"


def _not_asked(unasked: Mapping[str, list[Read]], words: Words) -> dict:
    """The agencies that nobody asked: those that rows name first, with the rows."""
    return {
        "named": [(n, _cited(rows, words)) for n, rows in unasked.items() if rows],
        "others": [name for name, rows in unasked.items() if not rows],
    }
