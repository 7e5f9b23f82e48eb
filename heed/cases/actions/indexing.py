"""By what a case and its children are found again, marked anew after an upgrade."""

from dataclasses import dataclass

from django.db import transaction

from heed.audit.actions import record
from heed.cases.actions.noting import index_days
from heed.cases.actions.people import index_child
from heed.cases.models import Case, Child
from heed.vault.queries import marks_on


@dataclass
class CasesIndexed:
    """How many cases were gone through, and how many are marked otherwise now."""

    gone_through: int = 0
    marked: int = 0


def index_cases_again(*, by, at) -> CasesIndexed:
    """Mark each case and each of its children as new ones are marked. Each is changed
    by itself, and only a change is recorded."""
    done = CasesIndexed()
    for pk in list(Case.objects.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            case = Case.objects.select_for_update().get(pk=pk)
            done.marked += _marked_anew(case, by=by, at=at)
        done.gone_through += 1
    return done


def _marked_anew(case: Case, *, by, at) -> bool:
    children = list(Child.objects.filter(case=case))
    rows = [case.pk, *(child.pk for child in children)]
    before = [marks_on(row) for row in rows]
    index_days(case, by=by, at=at)
    for child in children:
        index_child(child, by=by, at=at)
    if before == [marks_on(row) for row in rows]:
        return False
    record(
        what="index_case",
        by=by,
        at=at,
        subject_kind=case._meta.label,
        subject_id=case.pk,
        case_id=case.pk,
        partnership_id=case.partnership_id,
    )
    return True
