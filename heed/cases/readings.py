"""From which day the fifteen days of a rapid review run: areas read it differently."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from heed.cases.models import Case, Deadline, StepTaken
from heed.partnership.queries import counting_policy, holidays_for
from heed.rulebook import process
from heed.rulebook.clocks import NOTIFICATION_DUE, RAPID_REVIEW_DUE
from heed.rulebook.counting import (
    NATIONAL_READING,
    TRIGGERS,
    CountingPolicy,
    Due,
    Trigger,
    due,
    rapid_review_readings,
)
from heed.rulebook.words import in_words

# The steps whose effective day each reading counts from: of the notification and of
# awareness the last, of the partners being told the first.
_TOLD = (process.OPEN_CASE, process.LOG_ENQUIRY, process.TELL_PARTNERS)
ITSELF = {True: ", that day itself as day one", False: ", that day itself left out"}
INCIDENT = "the incident itself, as procedures of some areas say"
_SENT = (process.RECORD_NOTIFICATION, process.LOG_OUTSIDE_NOTIFICATION)


def readings_of(case: Case) -> dict[Trigger, date]:
    """Each day from which the fifteen days may be counted, as far as it is known."""
    steps = (*_TOLD, *_SENT, process.SETTLE_AWARENESS)
    taken = StepTaken.objects.filter(case=case, step__in=[each.slug for each in steps])
    days = list(taken.order_by("at").values_list("step", "effective_on"))

    def of(*wanted):
        slugs = {each.slug for each in wanted}
        return [day for slug, day in days if slug in slugs]

    known = {
        Trigger.SIN_SENT: of(*_SENT)[-1:],
        Trigger.LA_AWARE: of(process.SETTLE_AWARENESS)[-1:],
        Trigger.PARTNERS_AWARE: sorted(of(*_TOLD))[:1],
    }
    return {trigger: day for trigger, (day,) in _found(known)}


def _found(known):
    return ((trigger, found) for trigger, found in known.items() if found)


def own_reading(case: Case) -> tuple[Trigger, date] | None:
    """The reading that the partnership has chosen, with its day; that of the
    notification, while the day of the chosen one is not known. None before either."""
    known = readings_of(case)
    chosen = counting_policy(case.partnership).trigger
    trigger = chosen if chosen in known else Trigger.SIN_SENT
    return (trigger, known[trigger]) if trigger in known else None


def own_start(case: Case) -> tuple[date, bool] | None:
    """The day of that reading, and whether it is only provisional: that of the
    notification, in the place of a chosen one that nobody has said yet."""
    own = own_reading(case)
    chosen = counting_policy(case.partnership).trigger
    return (own[1], own[0] != chosen) if own else None


def counted_from(deadline: Deadline) -> str:
    """What a rapid review is counted from here, in words; nothing for another clock, or
    for a day that somebody has set right."""
    if deadline.clock != RAPID_REVIEW_DUE.slug or not deadline.case:
        return ""
    if counting_policy(deadline.partnership).trigger == Trigger.SIN_SENT:
        return ""
    own = own_reading(deadline.case)
    return TRIGGERS[own[0]] if own and own[1] == deadline.counted_from_on else ""


def other_readings(deadline: Deadline) -> list[tuple[str, Due]]:
    """How else the days of this clock are read, where that gives another day: from what
    it is counted and whether that day counts itself, and how that was worked out. Of
    two that give the same day the first stands for both."""
    if deadline.clock == NOTIFICATION_DUE.slug and deadline.case:
        return _from_the_incident(deadline)
    if deadline.clock != RAPID_REVIEW_DUE.slug or not deadline.case:
        return []
    own = counting_policy(deadline.partnership)
    holidays = holidays_for(deadline.partnership)
    known, found = readings_of(deadline.case), {}
    for include in (own.include_trigger, not own.include_trigger):
        policy = CountingPolicy(include_trigger=include)
        readings = rapid_review_readings(known, policy=policy, holidays=holidays)
        for trigger, worked in readings.items():
            words = TRIGGERS[trigger]
            if include != own.include_trigger:
                words += ITSELF[include]
            found.setdefault(worked.due_on, (words, worked))
    return [each for day, each in found.items() if day != deadline.due_on]


def _from_the_incident(deadline: Deadline) -> list[tuple[str, Due]]:
    """Procedures of some areas count the five days from the incident itself, so that it
    is a caution; the national guidance counts them from awareness."""
    happened = deadline.case.happened_on
    if happened is None:
        return []
    holidays = holidays_for(deadline.partnership)
    worked = due(NOTIFICATION_DUE, happened, holidays=holidays)
    return [(INCIDENT, worked)] if worked.due_on != deadline.due_on else []


def nationally(deadlines: Iterable[Deadline]) -> dict[UUID, str]:
    """By deadline of a rapid review the day on which it is due as the national guidance
    is read, in words, where this area's own choice gives another. One look."""
    own = {
        each.pk: each
        for each in deadlines
        if each.clock == RAPID_REVIEW_DUE.slug
        and each.case_id
        and counting_policy(each.partnership) != NATIONAL_READING
    }
    sent = _sent_on({each.case_id for each in own.values()}) if own else {}
    found = {}
    for pk, kept in own.items():
        if kept.case_id not in sent:
            continue
        holidays = holidays_for(kept.partnership)
        worked = due(RAPID_REVIEW_DUE, sent[kept.case_id], holidays=holidays)
        if worked.due_on != kept.due_on:
            found[pk] = in_words(worked.due_on)
    return found


def counted_elsewhere(day: str) -> str:
    """The day of another reading where a phone on a table shows it; "" for none."""
    return f"As your area counts its days; elsewhere it is {day}" if day else ""


def _sent_on(case_ids) -> dict[UUID, date]:
    """By case the day on which its notification was sent last."""
    slugs = [step.slug for step in _SENT]
    taken = StepTaken.objects.filter(case__in=case_ids, step__in=slugs).order_by("at")
    return dict(taken.values_list("case_id", "effective_on"))
