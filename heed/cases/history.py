"""The history of a case, as one reader may see it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from heed.cases.access import standings_of
from heed.cases.models import Case, StepTaken
from heed.rulebook import process
from heed.rulebook.language import Step

# By step: whether what people say in it is sealed for now; later stages register it.
SEALED_WHILE: dict[str, Callable[[Case], bool]] = {}


def seal_reasons_while(step: Step, sealed: Callable[[Case], bool]) -> None:
    """Keep the reasons of a step from everybody but who gave them, while `sealed` says
    of the case that nobody is to read them yet."""
    SEALED_WHILE[step.slug] = sealed


class Taken(NamedTuple):
    """A step as the history reads it: thousands of them, and no row is built."""

    pk: UUID
    step: str
    outcome: str
    by_id: str
    by_name: str
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


@dataclass(frozen=True, slots=True)
class PastStep:
    """A step of a case's history, as one reader may see it."""

    taken: Taken | StepTaken
    name: str
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
    are sealed for now are shown to who gave them."""
    taken = _taken_in(case).order_by("at", "id")
    return _as_read(taken, case, person, at=at)


def stretch_of_history(
    case: Case, person, *, before: datetime | None, most: int, at
) -> Stretch:
    """The same, so many steps at most, the latest first. What was done in one moment
    is never parted."""
    taken = _taken_in(case).order_by("-at", "-id")
    if before:
        taken = taken.filter(at__lt=before)
    found = _as_read(taken[: most + 1], case, person, at=at)
    if len(found) <= most:
        return Stretch(found, None)
    first, cut = found[0].taken.at, found[most].taken.at
    page = [each for each in found[:most] if each.taken.at > cut]
    page = page or _as_read(taken.filter(at=first), case, person, at=at)
    return Stretch(page, page[-1].taken.at)


def _taken_in(case: Case):
    spines = [*case.spines.values_list("spine_id", flat=True), case.pk]
    return StepTaken.objects.filter(Q(case=case) | Q(spine_id__in=spines))


def _as_read(taken, case: Case, person, *, at) -> list[PastStep]:
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    rows = [*map(Taken._make, taken.values_list(*IN_CLEAR, REASONS.as_kept()))]
    may_be = {step.step for step in rows} & SEALED_WHILE.keys()
    sealed = {slug for slug in may_be if SEALED_WHILE[slug](case)}
    return [
        _past(step, roles, sealed=step.step in sealed and step.by_id != person.actor_id)
        for step in rows
    ]


def history_of_spine(spine, person, *, at) -> list[PastStep]:
    """Each step taken with a referral that no case holds, or that one does, for one
    reader in the same way."""
    roles = {standing.role for standing in standings_of(person, spine, at=at)}
    taken = StepTaken.objects.filter(spine_id=spine.pk)
    return [_past(step, roles, sealed=False) for step in taken]


def _past(taken: Taken | StepTaken, roles, *, sealed: bool) -> PastStep:
    step = process.STEPS.get(taken.step)
    kept_back = sealed or bool(
        step and step.reasons_read_by and not step.reasons_read_by & roles
    )
    return PastStep(
        taken=taken,
        name=step.name if step else taken.step,
        reasons=None if kept_back else taken.reasons,
        reasons_kept_back=kept_back,
    )
