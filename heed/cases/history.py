"""The history of a case, as one reader may see it."""

from collections.abc import Callable
from dataclasses import dataclass

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


@dataclass(frozen=True)
class PastStep:
    """A step of a case's history, as one reader may see it."""

    taken: StepTaken
    name: str
    reasons: str | None
    reasons_kept_back: bool


def history_of(case: Case, person, *, at) -> list[PastStep]:
    """Each step taken in a case and in the referrals it took in. Reasons that the
    table keeps to some roles are shown to a person who has one of them here; those that
    are sealed for now are shown to who gave them."""
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    spines = [*case.spines.values_list("spine_id", flat=True), case.pk]
    taken = StepTaken.objects.filter(Q(case=case) | Q(spine_id__in=spines))
    sealed = {slug for slug, is_sealed in SEALED_WHILE.items() if is_sealed(case)}
    return [
        _past(step, roles, sealed=step.step in sealed and step.by_id != person.actor_id)
        for step in taken.order_by("at")
    ]


def history_of_spine(spine, person, *, at) -> list[PastStep]:
    """Each step taken with a referral that no case holds, or that one does, for one
    reader in the same way."""
    roles = {standing.role for standing in standings_of(person, spine, at=at)}
    taken = StepTaken.objects.filter(spine_id=spine.pk)
    return [_past(step, roles, sealed=False) for step in taken]


def _past(taken: StepTaken, roles, *, sealed: bool) -> PastStep:
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
