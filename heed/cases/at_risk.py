"""In which cases somebody still has to make a child safe."""

from heed.cases.models import SafetyAction


def cases_at_risk(cases) -> set:
    """The ids of those of these cases in which an action for a child's safety is not
    confirmed: one look, however many they are."""
    found = SafetyAction.objects.filter(case__in=cases, confirmed_at=None)
    return set(found.order_by().values_list("case_id", flat=True))
