"""Who declares an interest in a case, and who decides what follows from it."""

from heed.cases.access import grants_on, is_excluded
from heed.cases.actions.access import somebody_can_act, step_in
from heed.cases.belonging import belonging_to
from heed.cases.models import Case, Exclusion, InterestDeclaration
from heed.cases.standing_in import deciders
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import tell
from heed.rulebook import process
from heed.rulebook.outcomes import InterestDecision

NO_INTEREST = "none"


def declare_interest(
    case: Case, *, answer: str, details: str, by, at, seen: Seen | None = None
) -> InterestDeclaration:
    """Say, before first sight of a case, whether one has a conflict of interest.

    Anything but a plain "none" keeps the person out until others have decided; whoever
    stands in for them steps in at once."""
    with carrying_out(process.DECLARE_INTEREST, case, by=by, at=at, seen=seen) as it:
        declaration = InterestDeclaration.objects.create(
            **belonging_to(it),
            person=by,
            declared_at=at,
            answer=answer,
            clear=answer == NO_INTEREST,
            details=details or None,
        )
        if not declaration.clear:
            Exclusion.objects.create(
                **belonging_to(it),
                person=by,
                declaration=declaration,
                excluded_by=by,
                excluded_at=at,
                reason=details or None,
            )
            step_in(it, by, by=by, at=at)
            judges = deciders(it, by, at=at)
            tell("interest_declared", judges, it, page="case_interests", by=by, at=at)
    return declaration


def decide_on_interest(
    declaration: InterestDeclaration,
    *,
    outcome: InterestDecision,
    reason: str,
    alternate=None,
    by,
    at,
    seen: Seen | None = None,
) -> InterestDeclaration:
    """Decide whether somebody who declared an interest may work on the case, stays out
    of it, or is replaced by somebody of the same body. Nobody decides on themselves."""
    with carrying_out(
        process.DECIDE_ON_INTEREST,
        declaration,
        outcome=outcome,
        by=by,
        at=at,
        reasons=reason,
        seen=seen,
    ) as it:
        _may_be_decided(it, outcome, by)
        it.outcome, it.decided_at, it.decided_by = outcome, at, by
        it.clear = outcome == InterestDecision.MAY_WORK_ON_IT
        it.save(update_fields=["outcome", "decided_at", "decided_by", "clear"])
        for exclusion in Exclusion.objects.filter(declaration=it, lifted_at=None):
            if it.clear:
                _lift(exclusion, by=by, at=at)
            else:
                _confirm(exclusion, by=by)
        if outcome == InterestDecision.IS_REPLACED:
            _replace(it, alternate, by=by, at=at)
        letter = "interest_cleared" if it.clear else "interest_stays_out"
        tell(letter, [it.person], it.case, by=by, at=at)
    return it


def exclude_person(
    case: Case, *, person, reason: str, by, at, seen: Seen | None = None
) -> Exclusion:
    """Keep somebody from a case: whatever their role, it answers as if it did not
    exist. Whoever stands in for them steps in."""
    with carrying_out(
        process.EXCLUDE_PERSON, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        if person.pk == by.pk:
            raise Refused("You declare your own interest; others then decide on it.")
        if is_excluded(person, it):
            raise Refused(f"{person.actor_name} is kept from this case already.")
        exclusion = Exclusion.objects.create(
            **belonging_to(it),
            person=person,
            excluded_by=by,
            excluded_at=at,
            reason=reason,
        )
        step_in(it, person, by=by, at=at)
    return exclusion


def lift_exclusion(
    exclusion: Exclusion, *, reason: str, by, at, seen: Seen | None = None
) -> Exclusion:
    """Let somebody back into a case by a second decision: of somebody else than who
    kept them out, and never of themselves."""
    with carrying_out(
        process.LIFT_EXCLUSION, exclusion, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        if it.lifted_at:
            raise Refused("This was lifted already.")
        if by.pk in {it.person_id, it.excluded_by_id}:
            raise Refused(
                "A second person looks at it: not whoever decided first, nor the "
                "person it is about. Ask the manager or another partner."
            )
        declaration = it.declaration
        if declaration and declaration.decided_at is None:
            raise Refused("Nobody has decided on this declaration yet. Decide on it.")
        _lift(it, by=by, at=at)
        if declaration:
            declaration.clear = True
            declaration.save(update_fields=["clear"])
        if not is_excluded(it.person, it.case):
            tell("interest_cleared", [it.person], it.case, by=by, at=at)
    return it


def _may_be_decided(declaration, outcome, by) -> None:
    if by.pk == declaration.person_id:
        raise Refused("Nobody decides on their own interest. Others do.")
    if declaration.decided_at or declaration.clear:
        raise Refused("This was decided already. A second person may lift it.")
    others = Exclusion.objects.filter(
        case=declaration.case, person=declaration.person, lifted_at=None
    ).exclude(declaration=declaration)
    if outcome == InterestDecision.MAY_WORK_ON_IT and others.exists():
        raise Refused(
            f"{declaration.person.actor_name} is also kept from this case for another "
            "reason. Somebody must lift that first."
        )


def _lift(exclusion, *, by, at) -> None:
    exclusion.lifted_at, exclusion.lifted_by = at, by
    exclusion.save(update_fields=["lifted_at", "lifted_by"])
    for grant in grants_on(exclusion.case, at=at).filter(person=exclusion.person):
        somebody_can_act(exclusion.case, grant, by=by, at=at)


def _confirm(exclusion, *, by) -> None:
    """What somebody said of themselves becomes what others decided."""
    exclusion.excluded_by = by
    exclusion.save(update_fields=["excluded_by"])


def _replace(declaration, alternate, *, by, at) -> None:
    if alternate is None:
        raise Refused("Please say who steps in.")
    if by.pk == alternate.pk:
        raise Refused("Nobody can put themselves on the list of a case.")
    step_in(declaration.case, declaration.person, chosen=alternate, by=by, at=at)
    for exclusion in Exclusion.objects.filter(declaration=declaration, lifted_at=None):
        exclusion.replaced_by = alternate
        exclusion.save(update_fields=["replaced_by"])
