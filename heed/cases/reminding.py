"""Reminders: what the letters about a date say. They name a reference and a day."""

from heed import clock
from heed.cases.access import able_on_the_list, able_to_take, people_to_tell
from heed.cases.deadlines import clock_of, target_of
from heed.cases.models import Deadline
from heed.cases.readings import counted_elsewhere, nationally
from heed.cases.telling import tell
from heed.partnership.queries import holidays_for
from heed.rulebook.escalation import RUNGS, Rung, rungs_reached
from heed.rulebook.language import Step
from heed.rulebook.process.stages import FINISHED
from heed.rulebook.reminders import FAR_OFF, Nearness, nearness, reminds_of
from heed.rulebook.words import in_words

NEARS = {
    Nearness.SOON: ("a date is near", "something is due on {day}"),
    Nearness.TODAY: ("a date that counts now", "something is due today, {day}"),
    Nearness.LATE: (
        "a date has passed",
        "something was due on {day} and is not recorded as done",
    ),
}
PROVISIONALLY = " (provisional: nobody has said yet when it began)"
ON_THE_LAST = "something is due on {day}; today is the last working day before it"


def dates_to_remind_of(deadlines, *, at):
    """Of these deadlines, those of which somebody is to be reminded today: each with
    its day, which of the three reminders it is, and its words for a letter."""
    near = clock.london_date(at) + FAR_OFF  # a later target is later still
    running = deadlines.filter(met_on=None, superseded_at=None, due_on__lte=near)
    for deadline in running.prefetch_related("extensions"):
        found = reminder_for(target_of(deadline), deadline.partnership, at=at)
        if found:
            once, words = found
            is_due = words["is_due"] + provisionally(deadline)
            yield deadline, once, words | {"is_due": is_due}


def provisionally(deadline: Deadline) -> str:
    """What is said behind the day of a clock of which nobody has said yet when it
    began."""
    return PROVISIONALLY if deadline.provisional else ""


def reminder_for(day, partnership, *, at) -> tuple[str, dict[str, str]] | None:
    """Which reminder of this day falls on today, so that it goes out once, and its
    words for a letter; None where none does."""
    today = clock.london_date(at)
    near = nearness(day, today, holidays=holidays_for(partnership))
    if near is None:
        return None
    nears, is_due = NEARS[near]
    if near == Nearness.TODAY and today != day:
        is_due = ON_THE_LAST
    words = {"nears": nears, "is_due": is_due.format(day=in_words(day))}
    return f"{near}:{day}", words


def remind_of_day(day, step: Step, case, *, about: str, by, at) -> bool:
    """Write to those on the list who may take this step in a case that it is meant for
    this day, where a reminder of it falls on today; whether one did."""
    found = reminder_for(day, case.partnership, at=at)
    if found is None or case.stage not in step.at:
        return False
    near, words = found
    people, once = able_to_take(step, case, at=at), f"{near}:{about}"
    tell("what_is_due", people, case, once=once, more=words, by=by, at=at)
    return True


def remind(deadline: Deadline, once: str, words: dict, *, by, at) -> None:
    """Write to those on the list who may do what this deadline waits for."""
    case, people = deadline.case, {}
    for step in reminds_of(clock_of(deadline)):
        if case.stage in step.at or case.stage not in FINISHED:
            able = able_to_take(step, case, at=at)
            people |= {person.pk: person for person in able}
    once = f"{once}:{deadline.pk}"
    everybody = people.values()
    if elsewhere := counted_elsewhere(nationally([deadline]).get(deadline.pk, "")):
        words = words | {"is_due": f"{words['is_due']} ({elsewhere})"}
    tell("what_is_due", everybody, case, once=once, more=words, by=by, at=at)


def what_stays_late(deadlines, *, at):
    """Of these deadlines, those that have reached a rung: each with its rungs."""
    today = clock.london_date(at)
    wanted = [rule.slug for rule in RUNGS]
    running = deadlines.filter(met_on=None, superseded_at=None, clock__in=wanted)
    found = running.filter(due_on__lt=today).exclude(case__stage__in=FINISHED)
    for deadline in found.prefetch_related("extensions"):
        holidays = holidays_for(deadline.partnership)
        rule, day = clock_of(deadline), target_of(deadline)
        if rungs := rungs_reached(rule, day, today, holidays=holidays):
            yield deadline, rungs


def escalate(deadline: Deadline, rung: Rung, *, by, at) -> None:
    """Tell those on one rung that something stays late: those on the list of the case,
    or, where none of them stands on it, those who hold the role. Nobody whom a conflict
    of interest keeps out."""
    case, day = deadline.case, in_words(target_of(deadline)) + provisionally(deadline)
    seats = {rung.seat} if rung.seat else None
    people = able_on_the_list(case, rung.tells, seats=seats, at=at)
    people = people or people_to_tell(case, rung.tells, seat=rung.seat, at=at)
    words = {
        "nears": "a date has passed, and it comes to you",
        "is_due": f"something was due on {day} and is still not recorded as done. You "
        "are told because it stays late",
    }
    once = f"up:{rung.after}:{deadline.due_on}:{deadline.pk}"
    tell("what_is_due", people, case, once=once, more=words, by=by, at=at)
