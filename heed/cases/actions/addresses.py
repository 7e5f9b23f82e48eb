"""Where somebody lives who must not be found: kept, asked for, answered, opened."""

from heed import clock
from heed.cases.access import able_on_the_list
from heed.cases.addresses import usable_request, waiting_request
from heed.cases.belonging import belonging_to
from heed.cases.models import AddressRequest, Case, ProtectedAddress
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import tell
from heed.partnership.queries import holidays_for
from heed.rulebook import process
from heed.rulebook.counting import last_day_of
from heed.rulebook.language import Role
from heed.rulebook.outcomes import AddressAnswer


def record_protected_address(
    case: Case, *, address: str, by, at, child=None, member=None, seen=None
) -> ProtectedAddress:
    """Keep where somebody lives who must not be found, apart from everything else."""
    with carrying_out(
        process.RECORD_PROTECTED_ADDRESS, case, by=by, at=at, seen=seen
    ) as it:
        return ProtectedAddress.objects.create(
            **belonging_to(it),
            of_child=child,
            of_member=member,
            address=address,
            recorded_at=at,
        )


def open_protected_address(kept: ProtectedAddress, *, reason: str, by, at) -> str:
    """Show a protected address to a manager who says why. The reason is kept with the
    step; without step and audit entry nothing is shown."""
    with carrying_out(
        process.OPEN_PROTECTED_ADDRESS, kept, by=by, at=at, reasons=reason
    ) as it:
        return it.address


def ask_for_protected_address(
    kept: ProtectedAddress, *, reason: str, by, at, seen: Seen | None = None
) -> AddressRequest:
    """Ask, as a coordinator, to read a protected address, and say why. A manager of the
    case is asked by email; the reason stays in Heed."""
    with carrying_out(
        process.ASK_FOR_PROTECTED_ADDRESS,
        kept,
        by=by,
        at=at,
        reasons=reason,
        seen=seen,
    ) as it:
        if waiting_request(it, by):
            raise Refused("You have asked already. A manager has not answered yet.")
        if usable_request(it, by, at=at):
            raise Refused("A manager has agreed already. You may open it now.")
        request = AddressRequest.objects.create(
            **belonging_to(it.case), kept=it, asked_by=by, asked_at=at, reason=reason
        )
        managers = able_on_the_list(it.case, {Role.MANAGER}, at=at)
        others = [each for each in managers if each.pk != by.pk]
        _tell("address_asked", others, it.case, by=by, at=at)
    return request


def answer_address_request(
    request: AddressRequest,
    *,
    outcome: AddressAnswer,
    answer: str,
    by,
    at,
    seen: Seen | None = None,
) -> AddressRequest:
    """Agree, as a manager, that a coordinator reads a protected address once, until
    the end of the day that the rulebook names, or decline. Nobody answers their own
    asking."""
    with carrying_out(
        process.ANSWER_ADDRESS_REQUEST,
        request,
        outcome=outcome,
        by=by,
        at=at,
        reasons=answer,
        seen=seen,
    ) as it:
        if by.pk == it.asked_by_id:
            raise Refused("Nobody answers what they asked for. Another manager does.")
        if it.answered_at:
            raise Refused("This was answered already.")
        it.outcome, it.answer, it.answered_at, it.answered_by = outcome, answer, at, by
        it.open_until = _good_until(it, outcome, at=at)
        it.save(
            update_fields=[
                "outcome",
                "answer",
                "answered_at",
                "answered_by",
                "open_until",
            ]
        )
        _tell("address_answered", [it.asked_by], it.case, by=by, at=at)
    return it


def open_agreed_address(kept: ProtectedAddress, *, by, at) -> str:
    """Show a protected address, once, to the coordinator with whom a manager agreed.
    Why she reads it stands with what she asked."""
    with carrying_out(process.OPEN_AGREED_ADDRESS, kept, by=by, at=at) as it:
        request = usable_request(it, by, at=at)
        if request is None:
            raise Refused(
                "No manager has agreed, or what was agreed has run out or was used. "
                "Ask for the address first."
            )
        request.used_at = at
        request.save(update_fields=["used_at"])
        return it.address


def _good_until(request, outcome, *, at):
    limit = process.ANSWER_ADDRESS_REQUEST.follows(outcome).good_for
    if limit is None:
        return None
    holidays = holidays_for(request.case.partnership)
    return last_day_of(limit, clock.london_date(at), holidays=holidays)


def _tell(letter, people, case, *, by, at) -> None:
    tell(letter, people, case, page="address_requests", by=by, at=at)
