"""Who is put on a case's list, who is taken off, and who declares an interest."""

from heed import clock
from heed.cases.access import is_excluded
from heed.cases.belonging import belonging_to
from heed.cases.models import AccessGrant, Case, Exclusion, InterestDeclaration
from heed.cases.steps import Refused, Seen, carrying_out
from heed.partnership.queries import roles_of
from heed.rulebook import process
from heed.rulebook.language import Role

NO_INTEREST = "none"


def grant_access(
    case: Case,
    *,
    person,
    role: Role,
    by,
    at,
    seat="",
    starts_on=None,
    ends_on=None,
    seen: Seen | None = None,
) -> AccessGrant:
    """Put a person on the case's access list in a role that they hold. Nobody grants
    access to themselves, and nobody excluded is let in."""
    with carrying_out(process.GRANT_ACCESS, case, by=by, at=at, seen=seen) as it:
        if person.pk == getattr(by, "pk", None):
            raise Refused("Nobody can put themselves on the list of a case.")
        if is_excluded(person, it):
            raise Refused(
                f"{person.actor_name} is excluded from this case by a conflict of "
                "interest. That beats every role."
            )
        today = clock.london_date(at)
        if role not in {h.role for h in roles_of(person, it.partnership, on=today)}:
            raise Refused(f"{person.actor_name} does not hold this role here.")
        return AccessGrant.objects.create(
            **belonging_to(it),
            person=person,
            role=role,
            seat=seat,
            starts_on=starts_on or today,
            ends_on=ends_on,
            granted_at=at,
            granted_by=by.actor_name,
        )


def revoke_access(
    grant: AccessGrant, *, reason: str, by, at, seen: Seen | None = None
) -> AccessGrant:
    """Take a person off the list; it holds from their next request on."""
    with carrying_out(
        process.REVOKE_ACCESS, grant, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        it.revoked_at = at
        it.save(update_fields=["revoked_at"])
    return it


def declare_interest(
    case: Case, *, answer: str, details: str, by, at, seen: Seen | None = None
) -> InterestDeclaration:
    """Say, before first sight of a case, whether one has a conflict of interest.

    Anything but a plain "none" keeps the person out until others have decided."""
    with carrying_out(process.DECLARE_INTEREST, case, by=by, at=at, seen=seen) as it:
        clear = answer == NO_INTEREST
        if not clear:
            Exclusion.objects.create(
                **belonging_to(it), person=by, excluded_at=at, reason=details or None
            )
        return InterestDeclaration.objects.create(
            **belonging_to(it),
            person=by,
            declared_at=at,
            answer=answer,
            clear=clear,
            details=details or None,
        )


def exclude_person(
    case: Case, *, person, reason: str, by, at, seen: Seen | None = None
) -> Exclusion:
    """Keep somebody from a case: whatever their role, it answers as if it did not
    exist."""
    with carrying_out(
        process.EXCLUDE_PERSON, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        return Exclusion.objects.create(
            **belonging_to(it), person=person, excluded_at=at, reason=reason
        )
