"""How an action stands on a day: worked out from its dates, never kept."""

from dataclasses import dataclass
from datetime import date

from heed import clock
from heed.learning.models import Action, Ending, Impact
from heed.partnership.queries import holidays_for
from heed.rulebook.working_days import UnknownYear, last_working_day, why_not_working

TONES = {
    Action.Status.NOT_STARTED: "quiet",
    Action.Status.ON_TRACK: "quiet",
    Action.Status.AT_RISK: "soon",
    Action.Status.COMPLETE: "good",
    Action.Status.NOT_PROGRESSED: "plum",
    Action.Status.SUPERSEDED: "plum",
}


@dataclass(frozen=True)
class LaterDate:
    """A later date beside the first, with its reason."""

    target_on: date
    made_at: object
    reason: str
    told: str


@dataclass(frozen=True)
class ShownAction:
    """An action as a page shows it on a day."""

    kept: Action
    first_due_on: date
    target_on: date
    last_working_day: date | None
    why_not_working: str
    later_dates: tuple[LaterDate, ...]
    today: date

    @property
    def is_overdue(self) -> bool:
        """Open, and its date (the latest agreed) has passed."""
        return self.kept.is_open and self.target_on < self.today

    @property
    def days_late(self) -> int:
        """Days since the date agreed last; 0 while it is not late."""
        return (self.today - self.target_on).days if self.is_overdue else 0

    @property
    def label(self) -> str:
        """How it stands, in words."""
        if self.is_overdue:
            return "Overdue"
        if self.kept.is_open and self.kept.reopened_at:
            return f"Reopened: {self.kept.get_status_display().lower()}"
        return self.kept.get_status_display()

    @property
    def tone(self) -> str:
        """The colour of those words."""
        return "late" if self.is_overdue else TONES[self.kept.status]

    @property
    def needs_an_owner(self) -> bool:
        """Open, and its owner has left."""
        return self.kept.is_open and not self.kept.owner.is_active

    @property
    def was_done(self) -> bool:
        """Signed off as done."""
        return self.kept.status == Action.Status.COMPLETE

    @property
    def warnings(self) -> list[str]:
        """What does not fit, for a person to look at."""
        found = []
        if self.needs_an_owner:
            found.append(
                f"{self.kept.owner.name} has left. This action needs a new owner."
            )
        return found + self.misfits

    @property
    def misfits(self) -> list[str]:
        """What does not fit in how it was signed off as done."""
        found: list[str] = []
        if not self.was_done:
            return found
        if self.ending.evidence is None:
            found.append("It was signed off without evidence.")
        if self.evidence_is_older:
            found.append(
                "The evidence is dated before the action began. It may show what was "
                "done earlier, and not this."
            )
        if self.ending.done_on > self.target_on:
            found.append("It was done after its date.")
        return found

    @property
    def evidence_is_older(self) -> bool:
        """The evidence is dated before the action began."""
        dated = self.ending.evidence_dated_on if self.ending else None
        return dated is not None and dated < self.kept.starts_on

    @property
    def ending(self) -> Ending | None:
        """How it ended; None while it is open."""
        found = list(self.kept.endings.all())
        return found[0] if found and not self.kept.is_open else None

    @property
    def impact(self) -> Impact | None:
        """What was found last when somebody looked for change."""
        found = list(self.kept.impacts.all())
        return found[0] if found else None

    @property
    def latest(self):
        """What was said of it last."""
        found = list(self.kept.updates.all())
        return found[0] if found else None


def shown_actions(actions, *, at) -> list[ShownAction]:
    """Actions as a page shows them; of one partnership's or several."""
    beside = actions.prefetch_related("impacts", "updates", "endings")
    return due_actions(beside, at=at)


def due_actions(actions, *, at) -> list[ShownAction]:
    """The same for who wants to know no more of them than what is due, and when."""
    beside = actions.select_related("owner", "organisation", "deadline")
    found = list(beside.prefetch_related("deadline__extensions"))
    days_off = {}
    for action in found:
        if action.partnership_id not in days_off:
            days_off[action.partnership_id] = holidays_for(action.case.partnership)
    today = clock.london_date(at)
    return [_shown(each, days_off[each.partnership_id], today) for each in found]


def shown_action(action: Action, *, at) -> ShownAction:
    """One action as a page shows it."""
    found = Action.objects.filter(pk=action.pk).select_related("case__partnership")
    return shown_actions(found, at=at)[0]


def _shown(action: Action, holidays, today: date) -> ShownAction:
    later = tuple(
        LaterDate(each.new_target_on, each.made_at, each.reason, each.told or "")
        for each in action.deadline.extensions.all()
    )
    target = later[-1].target_on if later else action.deadline.due_on
    working, why = _working_day(target, holidays)
    return ShownAction(
        kept=action,
        first_due_on=action.deadline.due_on,
        target_on=target,
        last_working_day=working,
        why_not_working=why,
        later_dates=later,
        today=today,
    )


def _working_day(day: date, holidays) -> tuple[date | None, str]:
    """The last working day before a date that is none, and why it is none."""
    try:
        why = why_not_working(day, holidays)
        return (last_working_day(day, holidays) if why else None), why
    except UnknownYear:
        return None, ""
