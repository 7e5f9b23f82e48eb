"""The lines of the list of cases. They are written by hand, each word escaped: a
hundred of them cost a tenth of what a template costs."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString

from heed.cases.queries import (
    ListedCase,
    ShownDeadline,
    Sought,
    Window,
    families_kept_in_touch_with,
    window_of_cases,
)
from heed.cases.templatetags.case_words import time_left, tone
from heed.rulebook.process import STAGES
from heed.ui.templatetags.days import day

AT_RISK = ' <strong class="govuk-tag govuk-tag--late">At risk?</strong>'
NOTHING = "<td>None runs</td><td></td><td></td>"
# Addresses are asked for once, with a mark in place of what differs from line to line.
MARK = "0" * 32
MARK_OF_DEADLINE = "00000000-0000-0000-0000-000000000000"

WINDOW, ON_THE_FIRST_PAGE = 100, 20


def table_of_cases(person, sought: Sought, *, at, most: int = WINDOW) -> dict:
    """What the table of cases shows of those that somebody may open."""
    window = window_of_cases(person, sought, most=most, at=at)
    return {
        "window": window,
        "lines": lines_of(window, at=at),
        "sought": sought,
        "families": families_kept_in_touch_with(person, at=at),
        "older": _address("cases", sought, window.more_after),
        "newest": _address("cases", sought, "") if sought.after else "",
    }


def _address(page: str, sought: Sought, after) -> str:
    """The same list after another place; nothing where no more follows."""
    if after is None:
        return ""
    asked = {"reference": sought.reference, "stage": sought.stage, "after": after}
    said = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse(page)}?{said}".rstrip("?")


def lines_of(window: Window, *, at) -> SafeString:
    """The rows of the table of cases."""
    to_case = reverse("case", args=[MARK])
    to_deadline = reverse("deadline", args=[MARK_OF_DEADLINE])
    return SafeString(
        "".join(
            _line(each, to_case.replace(MARK, each.public_id), to_deadline, at)
            for each in window.cases
        )
    )


def _line(listed: ListedCase, address: str, to_deadline: str, at) -> str:
    reference = escape(listed.reference)
    due = listed.next_deadline
    return (
        f'<tr><th scope="row"><a class="govuk-link" href="{address}">{reference}</a>'
        f"</th><td>{escape(STAGES[listed.stage].label)}"
        f"{AT_RISK if listed.is_at_risk else ''}</td>"
        f"{_due(due, reference, to_deadline, at) if due else NOTHING}</tr>"
    )


def _due(due: ShownDeadline, reference: str, to_deadline: str, at) -> str:
    address = to_deadline.replace(MARK_OF_DEADLINE, str(due.kept.pk))
    return (
        f'<td><a class="govuk-link" href="{address}">{escape(due.name)}'
        f'<span class="govuk-visually-hidden">, {reference}</span></a></td>'
        f'<td class="heed-figures">{day(due.counts_on)}</td>'
        f'<td><strong class="govuk-tag govuk-tag--{tone(due)}">'
        f"{escape(time_left(due, at))}</strong></td>"
    )
