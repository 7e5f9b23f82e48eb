"""The history of a case as a page draws it. Its lines are written by hand, each word
escaped: five thousand of them cost a tenth of what a template costs."""

from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString

from heed.cases import pages
from heed.cases.history import PastStep, stretch_of_history
from heed.cases.templatetags.case_words import outcome_words
from heed.ui.templatetags.days import day
from heed.ui.times import ENGLAND

NOON = 12
STEPS_AT_ONCE, WHOLE_HISTORY = 100, 20_000
KEPT_BACK = (
    '<p class="govuk-body-s">The reasons are kept back: for those alone who decide on '
    "this, or until everybody has given theirs.</p>"
)


def of_history(request, case) -> dict:
    """The steps of a case, a hundred at a time, or all on one page, to print."""
    whole, before = request.GET.get("all"), _moment(request.GET.get("before", ""))
    most = WHOLE_HISTORY if whole else STEPS_AT_ONCE
    found = stretch_of_history(
        case, request.person, before=before, most=most, at=request.at
    )
    older = found.more_before and urlencode({"before": found.more_before.isoformat()})
    return pages.banner(request, case) | {
        "lines": drawn(found.steps),
        "whole": whole,
        "older": f"?{older}" if older else "",
        "latest": reverse("case_history", args=[case.public_id]) if before else "",
    }


def _moment(words: str) -> datetime | None:
    """The moment that an address names; None where it names none."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def drawn(steps: list[PastStep]) -> SafeString:
    """The events of a timeline, one a step."""
    return SafeString("".join(map(_event, steps)))


def _event(past: PastStep) -> str:
    taken = past.taken
    local = taken.at.astimezone(ENGLAND)
    on = local.date()
    who = f" – {_words(past.who)}" if past.who else ""
    return (
        '<li class="heed-timeline__event"><h3 class="heed-timeline__title">'
        f'{_words(past.name)}</h3><p class="heed-timeline__when">'
        f'<time datetime="{local.isoformat()}">{_day(on)} at {_time(local)}'
        f"</time>{who}</p>"
        f"{_outcome(taken.outcome) if taken.outcome else ''}"
        f"{_said(past.reasons) if past.reasons else ''}"
        f"{KEPT_BACK if past.reasons_kept_back else ''}"
        f"{'' if taken.effective_on == on else _stated(taken.effective_on)}"
        "</li>"
    )


def _time(local: datetime) -> str:
    half = "am" if local.hour < NOON else "pm"
    return f"{local.hour % NOON or NOON}:{local.minute:02}{half}"


@lru_cache(maxsize=1_000)
def _stated(on: date) -> str:
    return f'<p class="govuk-body-s">As stated, this was on {_day(on)}.</p>'


_day = lru_cache(maxsize=1_000)(day)
_words = lru_cache(maxsize=1_000)(escape)  # names of steps and of who took them


@lru_cache(maxsize=100)
def _outcome(outcome: str) -> str:
    return f'<p class="govuk-body-s">Outcome: {escape(outcome_words(outcome))}</p>'


def _said(reasons: str) -> str:
    return f'<p class="govuk-body">{escape(reasons).replace(chr(10), "<br>")}</p>'
