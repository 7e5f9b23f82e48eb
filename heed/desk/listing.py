"""The lines of the list of cases. They are written by hand, each word escaped: a
hundred of them cost a tenth of what a template costs."""

from functools import cache
from html import escape
from urllib.parse import urlencode

from django.urls import reverse
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
    to_case = reverse("case", args=[MARK]).split(MARK)
    to_deadline = reverse("deadline", args=[MARK_OF_DEADLINE]).split(MARK_OF_DEADLINE)
    drawn: dict[int, tuple[str, str]] = {}  # of those that stand alike, once
    lines = []
    for listed in window.cases:
        due = listed.next_deadline
        if due and id(due) not in drawn:
            drawn[id(due)] = escape(due.name), _day_and_left(due, at)
        lines.append(_line(listed, to_case, to_deadline, drawn.get(id(due))))
    return SafeString("".join(lines))


def _line(listed: ListedCase, to_case, to_deadline, drawn) -> str:
    reference = escape(listed.reference)
    due = NOTHING
    if drawn:
        name, rest = drawn
        due = (
            f'<td><a class="govuk-link" href="{str(listed.next_id).join(to_deadline)}">'
            f'{name}<span class="govuk-visually-hidden">, {reference}</span></a></td>'
            f"{rest}"
        )
    return (
        '<tr><th scope="row"><a class="govuk-link" '
        f'href="{listed.public_id.join(to_case)}">{reference}</a></th>'
        f"<td>{_stage(listed.stage)}{AT_RISK if listed.is_at_risk else ''}</td>{due}"
        "</tr>"
    )


@cache
def _stage(slug: str) -> str:
    return escape(STAGES[slug].label)


def _day_and_left(due: ShownDeadline, at) -> str:
    provisional = " (provisional)" if due.kept.provisional else ""
    return (
        f'<td class="heed-figures">{day(due.counts_on)}{provisional}</td>'
        f'<td><strong class="govuk-tag govuk-tag--{tone(due)}">'
        f"{escape(time_left(due, at))}</strong></td>"
    )
