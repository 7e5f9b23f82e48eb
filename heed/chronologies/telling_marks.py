"""What stands beside a row that belongs together with others: who else tells of the
event, under which number, and on what they differ."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from heed.cases.kept import has_any
from heed.cases.models import Case
from heed.chronologies.accounts import an_account, and_listed, differ_on
from heed.chronologies.models import Account, Telling
from heed.chronologies.numbers import as_cited
from heed.chronologies.queries.tellings import TWO, Together, together_with, words_in

AGREED = dict(Telling.Agreed.choices)


def marks_of(
    case: Case, rows: Iterable, *, cleared: frozenset[str], named: bool
) -> dict[UUID, list[str]]:
    """The marks of each of these rows that belongs together with others, of which this
    person may read more than one: of no other row is said that it belongs to any."""
    made: dict[UUID, list[str]] = {}
    if not has_any(Account, case):
        return made
    readable = {"", *cleared}
    for group in together_with(case, [row.pk for row in rows]):
        mine = [row for row in group if row.restricted in readable]
        told = [row for row in mine if row.is_told]
        if len(told) < TWO:
            continue
        after = _after(told, whole=len(mine) == len(group), named=named)
        for row in told:
            made.setdefault(row.row, []).extend([_others_of(row, told), *after])
    return made


def _others_of(row: Together, rows: Sequence[Together]) -> SafeString:
    others = [as_cited(each.number) for each in rows if each.row != row.row]
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>: see {}',
        reverse("chronology_event", args=[row.public_id]),
        _told_by(rows),
        ", ".join(others),
    )


def _told_by(rows: Sequence[Together]) -> str:
    if rows[0].kind == Telling.Kind.TWICE:
        return "There more than once"
    agencies = len({row.agency for row in rows})
    return f"Told by {agencies} agencies" if agencies > 1 else "One event"


def _after(rows: Sequence[Together], *, whole: bool, named: bool) -> list[str]:
    """On what accounts differ; and, to whoever reads all of them, what was said."""
    if rows[0].kind == Telling.Kind.TWICE:
        return []
    accounts = [an_account(n, words_in(row), row.agency) for n, row in enumerate(rows)]
    found = differ_on(accounts, named=named)
    said = [f"They differ on {and_listed(found)}"] if found else []
    return [*said, AGREED[rows[0].agreed]] if whole and rows[0].agreed else said
