"""Who may read what few may: rows are restricted, and people cleared by name."""

from heed.cases.belonging import belonging_to
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.chronologies.models import Restricted, RestrictedReader, Row
from heed.chronologies.queries import cleared_for, people_to_clear
from heed.rulebook import process

NOT_ONESELF = "Nobody lets themselves read what is restricted. Ask somebody else to."
NOT_CLEARED = "This row is restricted, and you are not cleared to read it."
ENDED = "This was ended before: they read these rows no longer."
NOT_HERE = "Only somebody who reads this case can be let read its restricted rows."


def must_be_cleared(row: Row, *, by, at) -> None:
    """Raises Refused where somebody would change what they may not read."""
    if row.restricted and row.restricted not in cleared_for(by, row.case, at=at):
        raise Refused(NOT_CLEARED)


def restrict_row(row: Row, *, restricted: str, by, at, seen: Seen | None = None) -> Row:
    """Say why only some may read a row; or that everybody may who reads the case."""
    with carrying_out(process.RESTRICT_ROW, row, by=by, at=at, seen=seen) as it:
        must_be_cleared(it, by=by, at=at)
        it.restricted = Restricted(restricted) if restricted else ""
        it.save(update_fields=["restricted"])
    return it


def clear_for_restricted(
    case: Case, *, person, kind: str, reasons: str, by, at, seen: Seen | None = None
) -> RestrictedReader:
    """Let somebody by name read the restricted rows of one kind in this case."""
    with carrying_out(
        process.CLEAR_FOR_RESTRICTED, case, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        if person.pk == getattr(by, "pk", None):
            raise Refused(NOT_ONESELF)
        if person not in people_to_clear(it, by=by, at=at):
            raise Refused(NOT_HERE)
        standing = RestrictedReader.objects.filter(
            case=it, person=person, kind=Restricted(kind), ended_at=None
        ).first()
        return standing or RestrictedReader.objects.create(
            **belonging_to(it),
            person=person,
            kind=Restricted(kind),
            given_at=at,
            given_by=by.actor_name,
        )


def end_clearance(
    clearance: RestrictedReader, *, reasons: str, by, at, seen: Seen | None = None
) -> RestrictedReader:
    """Let somebody read restricted rows no longer; it holds from their next request."""
    with carrying_out(
        process.END_CLEARANCE, clearance, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        if it.ended_at:
            raise Refused(ENDED)
        it.ended_at = at
        it.save(update_fields=["ended_at"])
    return it
