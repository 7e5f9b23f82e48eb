"""The board of all that is due, a window at a time: clocks, actions of one's own, and
what falls due beside them. The calendars show the same."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from uuid import UUID

from django.urls import reverse

from heed import clock
from heed.cases.due import FallsDue, Window
from heed.cases.models import Case
from heed.cases.queries import open_safety_of, running_deadlines
from heed.cases.readings import nationally
from heed.cases.templatetags.case_words import force_words, time_left, tone
from heed.desk.also_due import due_beside_the_clocks
from heed.learning.queries import actions_due_for
from heed.rulebook.clocks import ACTION_DUE
from heed.rulebook.status import Status, status_of_day
from heed.rulebook.words import counted

NEAR = timedelta(days=7)
WINDOW = 100
IN_A_CALENDAR = 1_000  # days of one person; what is due later comes in as these go
LAST = UUID(int=2**128 - 1)
NO_CLOCK = "~"  # so that of a day the clocks come first, which are called by their ids
TONES = {Status.OVERDUE: "late", Status.DUE_SOON: "soon"}


@dataclass(frozen=True, order=True)
class Position:
    """Where a window of the board begins: after this day, and this entry of it."""

    day: date
    key: str

    def __str__(self) -> str:
        return f"{self.day.isoformat()}~{self.key}"

    @classmethod
    def read(cls, words: str) -> "Position | None":
        """The position that an address names; None where it names none."""
        day, _, key = words.partition("~")
        try:
            return cls(date.fromisoformat(day), key)
        except ValueError:
            return None

    @property
    def among_clocks(self) -> tuple[date, UUID]:
        """The same for clocks, which come before all else that is due on a day."""
        try:
            return self.day, UUID(self.key)
        except ValueError:
            return self.day, LAST

    @property
    def beside_the_clocks(self) -> str:
        """The same for what is due beside them."""
        return self.key.removeprefix(NO_CLOCK) if self.key > NO_CLOCK else ""


@dataclass(frozen=True)
class DueRow:
    """Something that is due: of a case that one may open, or an action of one's own."""

    key: str
    day: date
    first_day: date
    name: str
    reference: str
    url: str
    case_url: str
    words: str
    tone: str
    binding: str
    nationally: str = ""
    provisional: bool = False
    at_risk: bool = False

    @property
    def position(self) -> Position:
        return Position(self.day, self.key)


@dataclass(frozen=True)
class Board:
    """A window of what is due, and after which of it more follows."""

    rows: list[DueRow]
    more_after: Position | None

    def under_headings(self, *, at) -> list[tuple[str, list[DueRow]]]:
        """The same under three headings: what is late, what is near, what is later."""
        today = clock.london_date(at)

        def heading(row: DueRow) -> str:
            if row.day < today:
                return "Late"
            return "In the next seven days" if row.day <= today + NEAR else "Later"

        return [(title, list(rows)) for title, rows in groupby(self.rows, key=heading)]


def due_for(
    person, *, at, after: Position | None = None, most: int = IN_A_CALENDAR
) -> Board:
    """All that is due in the cases that a person may open, and the actions that are
    hers without the case that they come from; the earliest first, at most so many."""
    where = after.among_clocks if after else None
    clocks = running_deadlines(person, at=at, after=where, most=most + 1)
    risky = {action.case_id for action in open_safety_of(person, at=at)}
    elsewhere = nationally([each.kept for each in clocks])
    rows = [_of_clock(each, at, risky, elsewhere) for each in clocks]
    rows += [_of_action(each) for each in _own_actions(person, at=at)]
    first = after.day if after else date.min
    last = clocks[-1].counts_on if len(clocks) > most else date.max
    key = after.beside_the_clocks if after else ""
    window = Window(first=first, last=last, after=key, most=most + 1)
    beside = due_beside_the_clocks(person, at=at, window=window)
    rows += [_beside(each, at) for each in beside if first <= each.day <= last]
    ahead = [row for row in rows if after is None or row.position > after]
    found = sorted(ahead, key=lambda row: row.position)
    more = found[most - 1].position if len(found) > most else None
    return Board(found[:most], more)


def _own_actions(person, *, at):
    """Those of cases that are closed to her: the others stand among the clocks."""
    actions = actions_due_for(person, at=at)
    cases = {each.kept.case_id for each in actions}
    mine = Case.objects.visible_to(person, at=at).filter(pk__in=cases) if cases else ()
    opened = {case.pk for case in mine}
    return [each for each in actions if each.kept.case_id not in opened]


def _of_clock(shown, at, risky, elsewhere) -> DueRow:
    case = shown.kept.case
    return DueRow(
        key=str(shown.kept.pk),
        day=shown.counts_on,
        first_day=shown.kept.due_on,
        name=shown.name,
        reference=case.reference,
        url=reverse("deadline", args=[shown.kept.pk]),
        case_url=reverse("case", args=[case.public_id]),
        words=time_left(shown, at),
        tone=tone(shown),
        binding=force_words(shown.clock.force),
        nationally=elsewhere.get(shown.kept.pk, ""),
        provisional=shown.kept.provisional,
        at_risk=case.pk in risky,
    )


def _of_action(shown) -> DueRow:
    return DueRow(
        key=f"{NO_CLOCK}action:{shown.kept.deadline_id}",
        day=shown.target_on,
        first_day=shown.first_due_on,
        name=f"Action {shown.kept.number}: complete the action",
        reference=shown.kept.case.reference,
        url=reverse("action", args=[shown.kept.public_id]),
        case_url="",
        words=_days(shown.target_on, shown.today),
        tone=shown.tone,
        binding=force_words(ACTION_DUE.force),
    )


def _beside(due: FallsDue, at) -> DueRow:
    today = clock.london_date(at)
    return DueRow(
        key=f"{NO_CLOCK}{due.key}",
        day=due.day,
        first_day=due.day,
        name=due.what,
        reference=due.case.reference,
        url=due.url,
        case_url=reverse("case", args=[due.case.public_id]),
        words=_days(due.day, today),
        tone=TONES.get(status_of_day(due.day, None, today), "quiet"),
        binding=force_words(due.force),
    )


def _days(day: date, today: date) -> str:
    left = (day - today).days
    if left == 0:
        return "due today"
    return f"{counted(abs(left), 'day')} {'left' if left > 0 else 'late'}"
