"""Somebody's account was closed: in each of their cases somebody of the same body steps
in, or it is named that nobody can act there."""

from heed.cases.access import excluded_from, granted_to
from heed.cases.actions.access import step_in
from heed.cases.models import Case
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
