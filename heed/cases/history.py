"""The history of a case, as one reader may see it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from heed.cases.access import standings_of
from heed.cases.models import Case, SpineOfCase, StepTaken
from heed.partnership.prepared import Prepared
from heed.rulebook import process
from heed.rulebook.language import Role, Step
from heed.rulebook.roles import (
    READS_WHO_REFERRED,
    REFERS_FOR_AN_ORGANISATION,
    ROLES,
)

# By step: whether what people say in it is sealed for now; later stages register it.
SEALED_WHILE: dict[str, Callable[[Case], bool]] = {}


def seal_reasons_while(step: Step, sealed: Callable[[Case], bool]) -> None:
    """Keep the reasons of a step from everybody but who gave them, while `sealed` says
    of the case that nobody is to read them yet."""
    SEALED_WHILE[step.slug] = sealed


class Taken(NamedTuple):
    """A step as the history reads it: thousands of them, and no row is built."""

    pk: UUID
    spine_id: UUID
    step: str
    outcome: str
    by_id: str
    by_name: str
    role: str
    at: datetime
    effective_on: date
    data_key_id: UUID
    closed: bytes | None

    @property
    def reasons(self) -> str | None:
        """What was said, opened when it is read."""
        if self.closed is None:
            return None
        return REASONS.opened(self.pk, self.data_key_id, self.closed)


REASONS = StepTaken._meta.get_field("reasons")
IN_CLEAR = [name for name in Taken._fields if name != "closed"]


class PastStep(NamedTuple):
    """A step of a case's history, as one reader may see it."""

    taken: Taken | StepTaken
    name: str
    who: str
    reasons: str | None
    reasons_kept_back: bool


@dataclass(frozen=True)
class Stretch:
    """Some of the history, the latest first, and before which moment older follows."""

    steps: list[PastStep]
    more_before: datetime | None


def history_of(case: Case, person, *, at) -> list[PastStep]:
    """Each step taken in a case and in the referrals it took in. Reasons that the
    table keeps to some roles are shown to a person who has one of them here; those that
    are sealed for now are shown to who gave them. Who of an organisation referred is
    named to the business unit alone."""
    return _as_read(_latest(case)[::-1], case, person, at=at)


def stretch_of_history(
    case: Case, person, *, before: datetime | None, most: int, at
) -> Stretch:
    """The same, so many steps at most, the latest first. What was done in one moment
    is never parted."""
    until = {"at__lt": before} if before else {}
    rows = _latest(case, most + 1, **until)
    more_before = None
    if len(rows) > most:
        first, cut = rows[0].at, rows[most].at
        rows = [row for row in rows[:most] if row.at > cut] or _latest(case, at=first)
        more_before = rows[-1].at
    return Stretch(_as_read(rows, case, person, at=at), more_before)


def _latest(case: Case, most: int | None = None, **within) -> list[Taken]:
    """What was done in a case and in the referrals it took in, the latest first. It is
    two looks, each along its own index: one over both would sort the whole history."""
    looks = [
        [*map(Taken._make, look(most, case=case.pk, **within))]
        for look in (steps_of, steps_before)
    ]
    if looks[1]:
        looks = [sorted(chain(*looks), key=attrgetter("at", "pk"), reverse=True)]
    return looks[0][:most]


@Prepared
def steps_of(most: int | None, *, case, **within):
    """The steps of a case itself."""
    return _read(StepTaken.objects.filter(case=case, **within), most)


@Prepared
def steps_before(most: int | None, *, case, **within):
    """The steps of what a case took in, that are not the case's own."""
    spines = SpineOfCase.objects.filter(case=case).values("spine_id")
    others = StepTaken.objects.exclude(case=case).filter(spine_id__in=spines, **within)
    return _read(others, most)


def _read(steps: QuerySet, most: int | None) -> QuerySet:
    ordered = steps.order_by("-at", "-id")
    return ordered.values_list(*IN_CLEAR, REASONS.as_kept())[:most]


def _as_read(rows: list[Taken], case: Case, person, *, at) -> list[PastStep]:
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    may_be = {step.step for step in rows} & SEALED_WHILE.keys()
    sealed = {slug for slug in may_be if SEALED_WHILE[slug](case)}
    kept_back = {slug for slug in {step.step for step in rows} if _keeps(slug, roles)}
    apart = _named_apart(person, roles)
    return [
        _past(
            step,
            who=step.by_name if step.spine_id == case.pk else apart(step),
            kept_back=step.step in kept_back
            or (step.step in sealed and step.by_id != person.actor_id),
        )
        for step in rows
    ]


def history_of_spine(spine, person, *, at) -> list[PastStep]:
    """Each step taken with a referral that no case holds, or that one does, for one
    reader in the same way."""
    roles = {standing.role for standing in standings_of(person, spine, at=at)}
    taken = StepTaken.objects.filter(spine_id=spine.pk)
    apart = _named_apart(person, roles)
    return [
        _past(step, who=apart(step), kept_back=_keeps(step.step, roles))
        for step in taken
    ]


def _named_apart(person, roles) -> Callable[[Taken | StepTaken], str]:
    """Who took a step with a referral, as this reader may know it: of who referred for
    an organisation what they are, unless it is the reader."""

    def who(taken: Taken | StepTaken) -> str:
        hidden = taken.role in REFERS_FOR_AN_ORGANISATION
        if not hidden or roles & READS_WHO_REFERRED or taken.by_id == person.actor_id:
            return taken.by_name
        return ROLES[Role(taken.role)].label

    return who


def _keeps(slug: str, roles: set) -> bool:
    """Whether the table keeps the reasons of a step from who has these roles alone."""
    step = process.STEPS.get(slug)
    return bool(step and step.reasons_read_by and not step.reasons_read_by & roles)


def _past(taken: Taken | StepTaken, *, who: str, kept_back: bool) -> PastStep:
    step = process.STEPS.get(taken.step)
    return PastStep(
        taken,
        step.name if step else taken.step,
        who,
        None if kept_back else taken.reasons,
        kept_back,
    )
