"""Who declares an interest in a case, and who decides what follows from it."""

from heed.cases.access import grants_on, is_excluded
from heed.cases.actions.access import somebody_can_act, step_in
from heed.cases.belonging import belonging_to
from heed.cases.models import Case, Exclusion, InterestDeclaration
from heed.cases.standing_in import deciders, second_deciders
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import tell
from heed.rulebook import process
from heed.rulebook.outcomes import InterestDecision

NO_INTEREST, HAS = "none", "has"
PROPOSAL = ["proposed_by", "proposed_at", "proposed_seat"]


def declare_interest(
    case: Case, *, answer: str, details: str, by, at, seen: Seen | None = None
) -> InterestDeclaration:
    """Say, before first sight of a case, whether one has a conflict of interest.

    Anything but a plain "none" keeps the person out until others have decided; whoever
    stands in for them steps in at once."""
    with carrying_out(process.DECLARE_INTEREST, case, by=by, at=at, seen=seen) as it:
        return _declared(it, by, answer, details, declared_at=at, by=by, at=at)


def keep_out_from_the_first(
    case: Case, person, *, details: str | None, declared_at, by, at
) -> None:
    """Keep somebody out of a case who said before there was one that they have an
    interest in it, inside the step that makes it known to the case."""
    if not is_excluded(person, case):
        _declared(case, person, HAS, details, declared_at=declared_at, by=by, at=at)


def _declared(
    case, person, answer, details, *, declared_at, by, at
) -> InterestDeclaration:
    declaration = InterestDeclaration.objects.create(
        **belonging_to(case),
        person=person,
        declared_at=declared_at,
        answer=answer,
        clear=answer == NO_INTEREST,
        details=details or None,
    )
    if not declaration.clear:
        Exclusion.objects.create(
            **belonging_to(case),
            person=person,
            declaration=declaration,
            excluded_by=person,
            excluded_at=at,
            reason=details or None,
        )
        _without_word_of(case, person)
        step_in(case, person, by=by, at=at)
        judges = deciders(case, person, at=at)
        tell("interest_declared", judges, case, page="case_interests", by=by, at=at)
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
    of it, or is replaced by somebody of the same body. Nobody decides on themselves.

    Keeping out takes this one decision. Letting in takes two: the first is kept, and
    the exclusion stands until a second person of another body says so too."""
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
        exclusion = _held(it)
        lets_in = outcome == InterestDecision.MAY_WORK_ON_IT
        if lets_in and not _second_says_so(exclusion, it.acting_for, by=by, at=at):
            return it
        it.outcome, it.decided_at, it.decided_by = outcome, at, by
        it.clear = lets_in
        it.save(update_fields=["outcome", "decided_at", "decided_by", "clear"])
        if lets_in:
            _lift(exclusion, by=by, at=at)
        else:
            _confirm(exclusion, by=by)
        if outcome == InterestDecision.IS_REPLACED:
            _replace(exclusion, alternate, by=by, at=at)
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
        _without_word_of(it, person)
        step_in(it, person, by=by, at=at)
    return exclusion


def lift_exclusion(
    exclusion: Exclusion,
    *,
    outcome: InterestDecision,
    reason: str,
    by,
    at,
    seen: Seen | None = None,
) -> Exclusion:
    """Look again at whether somebody stays out of a case. Letting them back in takes
    two who say so, as it does for whoever declared an interest. Whoever kept them out
    may be one of the two."""
    with carrying_out(
        process.LIFT_EXCLUSION,
        exclusion,
        outcome=outcome,
        by=by,
        at=at,
        reasons=reason,
        seen=seen,
    ) as it:
        if it.lifted_at:
            raise Refused("This was lifted already.")
        declaration = it.declaration
        if declaration and declaration.decided_at is None:
            raise Refused("Nobody has decided on this declaration yet. Decide on it.")
        if outcome != InterestDecision.MAY_WORK_ON_IT:
            _confirm(it, by=by)
        elif _second_says_so(it, it.acting_for, by=by, at=at):
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
        raise Refused("This was decided already. Two people may look at it again.")
    others = Exclusion.objects.filter(
        case=declaration.case, person=declaration.person, lifted_at=None
    ).exclude(declaration=declaration)
    if outcome == InterestDecision.MAY_WORK_ON_IT and others.exists():
        raise Refused(
            f"{declaration.person.actor_name} is also kept from this case for another "
            "reason. Somebody must lift that first."
        )


def _held(declaration) -> Exclusion:
    """What keeps out whoever declared, of the case that is locked."""
    exclusion = Exclusion.objects.get(declaration=declaration, lifted_at=None)
    exclusion.hold(declaration.case)
    return exclusion


def _second_says_so(exclusion, seat, *, by, at) -> bool:
    """Whether this is the second of the two who let somebody in. The first is kept,
    and a second person is asked."""
    if exclusion.proposed_by_id is None:
        exclusion.proposed_by, exclusion.proposed_at = by, at
        exclusion.proposed_seat = seat
        exclusion.save(update_fields=PROPOSAL)
        seconds = second_deciders(exclusion, at=at)
        letter, page = "interest_second", "case_interests"
        tell(letter, seconds, exclusion.case, page=page, by=by, at=at)
        return False
    if by.pk == exclusion.proposed_by_id:
        raise Refused(
            "You have said so already. It takes a second person to let somebody in."
        )
    if by not in second_deciders(exclusion, at=at):
        raise Refused(
            "The second of the two is somebody else: the manager after a partner, a "
            "partner after the manager, or a partner of another body where no manager "
            "may decide. You may still decide that they stay out."
        )
    return True


def _without_proposal(exclusion) -> None:
    exclusion.proposed_by = exclusion.proposed_at = None
    exclusion.proposed_seat = ""
    exclusion.save(update_fields=PROPOSAL)


def _without_word_of(case, person) -> None:
    """Whoever is kept from a case lets nobody into it: what they said first no longer
    counts."""
    kept = Exclusion.objects.filter(case=case, proposed_by=person, lifted_at=None)
    for exclusion in kept:
        _without_proposal(exclusion)


def _lift(exclusion, *, by, at) -> None:
    exclusion.lifted_at, exclusion.lifted_by = at, by
    exclusion.save(update_fields=["lifted_at", "lifted_by"])
    for grant in grants_on(exclusion.case, at=at).filter(person=exclusion.person):
        somebody_can_act(exclusion.case, grant, by=by, at=at)


def _confirm(exclusion, *, by) -> None:
    """What somebody said of themselves becomes what others decided; who would have let
    them in would have to say so again."""
    exclusion.excluded_by = by
    exclusion.save(update_fields=["excluded_by"])
    _without_proposal(exclusion)


def _replace(exclusion, alternate, *, by, at) -> None:
    if alternate is None:
        raise Refused("Please say who steps in.")
    if by.pk == alternate.pk:
        raise Refused("Nobody can put themselves on the list of a case.")
    step_in(exclusion.case, exclusion.person, chosen=alternate, by=by, at=at)
    exclusion.replaced_by = alternate
    exclusion.save(update_fields=["replaced_by"])
