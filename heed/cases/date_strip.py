"""The dates of a case at the top of each of its pages: what was, and what is due. The
page has read its deadlines already, and asks nothing more."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from heed import clock
from heed.cases.deadlines import deadlines_kept
from heed.cases.models import Case, Deadline
from heed.partnership.queries import counting_policy, holidays_for
from heed.rulebook.clocks import (
    CARE_LEAVER_DEATH_TOLD,
    COPY_WITH_PARTNERS,
    LOOKED_AFTER_DEATH_TOLD,
    NOTIFICATION_DUE,
    PANEL_REPLY,
    RAPID_REVIEW_DUE,
    REPORT_DUE,
)
from heed.rulebook.counting import NATIONAL_READING, due
from heed.rulebook.words import in_words


@dataclass(frozen=True)
class Mark:
    """One date: what happened, or what is due. Late is what is due and past, unless its
    day is only provisional. `url` is where it is worked out, day by day."""

    what: str
    day: date
    is_due: bool = False
    is_late: bool = False
    is_provisional: bool = False
    url: str = ""


# clock -> what its first day is called, what it is called while it runs, and once met
CALLED = {
    NOTIFICATION_DUE: ("Authority aware", "Notify by", "Notified"),
    LOOKED_AFTER_DEATH_TOLD: ("Death known", "Tell of the death by", "Death told of"),
    CARE_LEAVER_DEATH_TOLD: ("Death known", "Tell of the death by", "Death told of"),
    COPY_WITH_PARTNERS: ("", "Copy to the partners by", "Partners have the copy"),
    RAPID_REVIEW_DUE: ("", "Rapid review due", "Rapid review sent"),
    PANEL_REPLY: ("", "", "Panel answered"),
    REPORT_DUE: ("Local review decided", "Report due", "Report published"),
}


def date_strip(case: Case, *, at) -> list[Mark]:
    """The dates of a case, from the incident to the report, as far as they are known:
    a day that was met stands in the place of the day on which it was due."""
    today = clock.london_date(at)
    marks = [Mark("Incident", case.happened_on)] if case.happened_on else []
    kept = {each.clock: each for each in deadlines_kept(case)}
    for rule, (begins, owed, met) in CALLED.items():
        deadline = kept.get(rule.slug)
        if deadline is None or deadline.was_called_off:
            continue
        if begins:
            first = f"{begins}, at the earliest" if deadline.provisional else begins
            marks.append(Mark(first, deadline.counted_from_on))
        why = reverse("deadline", args=[deadline.pk])
        if deadline.met_on:
            marks.append(Mark(met, deadline.met_on, url=why))
        elif owed and deadline.due_on:
            marks.append(_owed(owed, deadline, today, why))
    return marks


def read_nationally(case: Case) -> str:
    """On which day a rapid review that runs is due as the national guidance is read, in
    words, where this area's own choice gives another. The copy for the partners is
    counted from the notification, as that reading is: nothing more is asked."""
    if counting_policy(case.partnership) == NATIONAL_READING:
        return ""
    kept = {each.clock: each for each in deadlines_kept(case)}
    own, copy = kept.get(RAPID_REVIEW_DUE.slug), kept.get(COPY_WITH_PARTNERS.slug)
    if own is None or own.met_on or copy is None:
        return ""
    holidays = holidays_for(case.partnership)
    worked = due(RAPID_REVIEW_DUE, copy.counted_from_on, holidays=holidays)
    return in_words(worked.due_on) if worked.due_on != own.due_on else ""


def _owed(what: str, deadline: Deadline, today: date, url: str) -> Mark:
    """What is due: nobody is told that they are late by a day that is provisional."""
    provisional = deadline.provisional
    return Mark(
        what,
        deadline.due_on,
        is_due=True,
        is_late=today > deadline.due_on and not provisional,
        is_provisional=provisional,
        url=url,
    )
