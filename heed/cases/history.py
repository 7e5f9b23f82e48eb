"""The history of a case, as one reader may see it."""

from dataclasses import dataclass

from django.db.models import Q

from heed.cases.access import standings_of
from heed.cases.models import Case, StepTaken
from heed.rulebook import process


@dataclass(frozen=True)
class PastStep:
    """A step of a case's history, as one reader may see it."""

    taken: StepTaken
    name: str
    reasons: str | None
    reasons_kept_back: bool


def history_of(case: Case, person, *, at) -> list[PastStep]:
    """Each step taken in a case and in the referrals it took in. Reasons that the
    table keeps to some roles are shown to a person who has one of them here."""
    roles = {standing.role for standing in standings_of(person, case, at=at)}
    spines = [*case.spines.values_list("spine_id", flat=True), case.pk]
    taken = StepTaken.objects.filter(Q(case=case) | Q(spine_id__in=spines))
    return [_past(step, roles) for step in taken.order_by("at")]


def _past(taken: StepTaken, roles) -> PastStep:
    step = process.STEPS.get(taken.step)
    kept_back = bool(step and step.reasons_read_by and not step.reasons_read_by & roles)
    return PastStep(
        taken=taken,
        name=step.name if step else taken.step,
        reasons=None if kept_back else taken.reasons,
        reasons_kept_back=kept_back,
    )
