"""Somebody's account was closed: in each of their cases somebody of the same body steps
in, or it is named that nobody can act there. Opened again: they can act again."""

from heed.cases.access import excluded_from, granted_to
from heed.cases.actions.access import somebody_can_act, step_in
from heed.cases.gaps import gap_of_place
from heed.cases.models import AccessGrant, Case, OpenItem
from heed.cases.steps import carrying_out
from heed.rulebook import process


def account_was_closed(person, *, by, at) -> int:
    """Let others act where this person did, case by case; in how many cases."""
    cases = Case.objects.filter(
        pk__in=granted_to(person, at=at).values("case"),
        stage__in=process.STEP_IN_FOR_A_LEAVER.at,
    )
    found = [case for case in cases if person.pk not in excluded_from(case)]
    for case in found:
        with carrying_out(process.STEP_IN_FOR_A_LEAVER, case, by=by, at=at) as it:
            step_in(it, person, by=by, at=at)
    return len(found)


def account_was_opened(person, *, by, at) -> int:
    """Where nobody could act in the place of this person, whose account was opened
    again, they can again: the gap is closed, case by case; in how many cases."""
    cases = Case.objects.in_bulk({grant.case_id for grant in granted_to(person, at=at)})
    returned = 0
    for case in cases.values():
        places = _empty_places_of(person, case, at=at)
        if places and case.stage in process.RETURN_TO_A_CASE.at:
            with carrying_out(process.RETURN_TO_A_CASE, case, by=by, at=at) as it:
                for grant in places:
                    somebody_can_act(it, grant, by=by, at=at)
            returned += 1
    return returned


def _empty_places_of(person, case: Case, *, at) -> list[AccessGrant]:
    """The places of somebody on the list of a case in which nobody can act, as an open
    item says; none for who is kept from the case."""
    if person.pk in excluded_from(case):
        return []
    named = OpenItem.objects.filter(case=case, answered_at=None)
    lacking = set(named.values_list("kind", flat=True))
    grants = granted_to(person, at=at).filter(case=case)
    return [grant for grant in grants if gap_of_place(grant) in lacking]
