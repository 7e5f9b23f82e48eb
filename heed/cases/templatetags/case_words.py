"""How facts of a case are said on a page."""

from datetime import date
from typing import NamedTuple

from django import template

from heed import clock
from heed.cases.forms import DECLARED
from heed.cases.offers import said_beside_stage
from heed.rulebook.circumstances import LABELS as CIRCUMSTANCES
from heed.rulebook.clocks import RAPID_REVIEW_DUE
from heed.rulebook.language import Force
from heed.rulebook.outcomes import LABELS
from heed.rulebook.process import STAGES
from heed.rulebook.status import Status
from heed.rulebook.words import counted, span_in_words
from heed.ui.differences import differences, shortened

register = template.Library()

FORCES = {
    Force.DUTY: "Statutory duty",
    Force.GUIDANCE: "Statutory guidance",
    Force.EXPECTATION: "Panel expectation",
    Force.LOCAL: "Local target",
}
TONES = {
    "overdue": "late",
    "met_late": "late",
    "due_soon": "soon",
    "met": "good",
}


class CountedDay(NamedTuple):
    """One row of the table of days."""

    date: date
    number: int | None
    reason: str


@register.filter
def shown_as(children, names_on):
    """The children of a case: pseudonyms, or names while names are on."""
    if not children:
        return "No child recorded yet"
    return ", ".join(_name(child) if names_on else child.shown_as for child in children)


def _name(child):
    names = [name for name in (child.given_name, child.family_name) if name]
    return " ".join(names) or child.shown_as


@register.filter
def stage_words(case):
    """The stage of a case, and what else is to be known of it."""
    return ", ".join([STAGES[case.stage].label, *said_beside_stage(case)])


@register.filter
def time_left(shown, at):
    """How a deadline stands today, in the unit of its clock."""
    if not shown or not shown.kept.due_on:
        return ""
    if shown.kept.was_called_off:
        return "not owed any more"
    if shown.kept.met_on:
        return "met" if shown.kept.met_on <= shown.counts_on else "met late"
    today = clock.london_date(at)
    days = (shown.counts_on - today).days
    if shown.clock.at_least:
        to_run = span_in_words(today, shown.counts_on)
        return f"{to_run} to run" if days > 0 else "this period is over"
    if days == 0:
        return "due today"
    span = _span(shown, today)
    if days > 0:
        return f"{span} left{_day_of(shown)}"
    return "this day has passed" if shown.kept.provisional else f"{span} late"


def _span(shown, today) -> str:
    if shown.working_days_left is not None:
        return counted(abs(shown.working_days_left), "working day")
    unit = shown.clock.limit.unit if shown.clock.limit else "day"
    first, last = sorted((today, shown.counts_on))
    in_days = counted((last - first).days, "day")
    return in_days if unit == "day" else span_in_words(first, last)


def _day_of(shown) -> str:
    """How far a clock of days has come; nothing of one that counts back, or in
    months."""
    limit = shown.clock.limit
    forward = limit and limit.number > 0 and limit.unit in {"working day", "day"}
    return f" (day {shown.used} of {shown.allowed})" if forward else ""


@register.filter
def tone(shown):
    """The colour of a deadline's words; the words say it too."""
    if shown.kept.provisional and shown.status == Status.OVERDUE:
        return TONES[Status.DUE_SOON]
    return TONES.get(shown.status, "quiet")


@register.filter
def force_words(force):
    """How binding a period is."""
    return FORCES[force]


@register.filter
def provisional_words(shown):
    """Why a date is provisional, or nothing."""
    if not shown.kept.provisional:
        return ""
    if shown.clock == RAPID_REVIEW_DUE:
        return "counted from the notification; nobody has said yet when the clock began"
    return "the earliest possible; nobody has said yet when the clock began"


@register.filter
def counted_days(worked):
    """The days of a count as the table of days shows them."""
    number, days = 0, []
    for day in worked.counting:
        number += day.counts
        days.append(CountedDay(day.date, number if day.counts else None, day.why))
    return days


@register.filter
def at_risk_words(safety_actions):
    """What the strip on every page says while an action for safety is open."""
    if not safety_actions:
        return ""
    count = len(safety_actions)
    return f"{count} action{'s' if count > 1 else ''} not confirmed"


@register.filter
def outcome_words(outcome):
    """An outcome as people call it."""
    return LABELS.get(outcome) or str(outcome).replace("_", " ").capitalize()


@register.filter
def circumstance_words(flag):
    """A circumstance as people call it."""
    return CIRCUMSTANCES[flag]


@register.filter
def answer_words(answer):
    """What somebody answered who was asked whether they have an interest."""
    return dict(DECLARED).get(answer, answer)


@register.filter
def told_fields(current, form):
    """What a row says now, for each question of a form that has been overtaken, and
    what sending the form again would change of it, word by word."""
    return [
        (form[name].label, now, _changed(now, form[name].value()))
        for name, now in form.says_now(current).items()
        if not form[name].is_hidden
    ]


def _changed(now, typed):
    """The difference between two texts; nothing where either is none, or empty."""
    both = now and typed and isinstance(now, str) and isinstance(typed, str)
    return shortened(differences(now, typed)) if both and now != typed else ()
