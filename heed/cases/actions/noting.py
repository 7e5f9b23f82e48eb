"""What is noted beside the way of a case: when it happened, circumstances, a lead
elsewhere."""

from datetime import date

from heed import clock
from heed.cases.access import able_on_the_list
from heed.cases.actions.people import count_ages_again
from heed.cases.gaps import fill_gap
from heed.cases.holds import is_shown_from_the_register
from heed.cases.models import Case
from heed.cases.steps import Refused, Seen, carrying_out
from heed.cases.telling import tell
from heed.rulebook import process
from heed.rulebook.children import KINDS_OF_PLACE
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.editions import edition_for
from heed.vault.actions import index
from heed.vault.blind import Form, span_of

STANDS_IN_THE_REGISTER = (
    "This stands in the register of what runs beside the case. Record there that it is "
    "over, or let go on what was on hold."
)
NOT_SAID_WHEN = ("lacks.when", "referral.when")


def record_incident_days(
    case: Case,
    *,
    happened_on: date,
    happened_until: date | None = None,
    by,
    at,
    seen: Seen | None = None,
) -> Case:
    """Record the day on which it happened, or the first and the last day on which it
    can have happened."""
    with carrying_out(
        process.RECORD_INCIDENT_DAYS, case, by=by, at=at, seen=seen
    ) as it:
        keep_incident_days(it, first=happened_on, last=happened_until, by=by, at=at)
    return it


def record_incident_place(
    case: Case, *, kind_of_place: str, by, at, seen: Seen | None = None
) -> Case:
    """Record in what kind of place it happened, by the kinds that incidents are counted
    by. Raises Refused for any other."""
    step = process.RECORD_INCIDENT_PLACE
    with carrying_out(step, case, by=by, at=at, seen=seen) as it:
        if kind_of_place not in KINDS_OF_PLACE:
            raise Refused("Choose one of the kinds of place.")
        it.kind_of_place = kind_of_place
        it.save(update_fields=["kind_of_place"])
    return it


def keep_incident_days(case: Case, *, first: date, last: date | None, by, at) -> None:
    """Keep when it happened, inside a step that is being carried out already. Where one
    edition of Working Together governs all those days, it governs the case."""
    last = last or first
    if last < first:
        raise Refused("The last day cannot be before the first.")
    if first > clock.london_date(at):
        raise Refused("It cannot have happened in the future.")
    case.happened_on, case.happened_until = first, last
    if (edition := edition_for(first)) == edition_for(last):
        case.working_together = edition.slug
    case.save(update_fields=["happened_on", "happened_until", "working_together"])
    index_days(case, by=by, at=at)
    count_ages_again(case, by=by, at=at)
    for kind in NOT_SAID_WHEN:
        fill_gap(case, kind=kind, by=by, at=at)


def index_days(case: Case, *, by, at) -> None:
    """Mark a case so that it is found by the days on which it can have happened."""
    first, last = case.happened_on, case.happened_until or case.happened_on
    index(
        row_id=case.pk,
        partnership_id=case.partnership_id,
        kind="happened",
        values=map(Form, span_of(first, last)) if first else [],
        by=by,
        at=at,
    )


def note_circumstance(
    case: Case,
    *,
    circumstance: Circumstance,
    is_over: bool,
    since_on,
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> Case:
    """Note that something stands beside a case, such as an inquest, or that it is over.
    What is said of it is kept, sealed, with the step."""
    with carrying_out(
        process.NOTE_CIRCUMSTANCE,
        case,
        by=by,
        at=at,
        effective_on=since_on,
        reasons=words,
        seen=seen,
    ) as it:
        if is_over and not it.has_flag(circumstance):
            raise Refused("Nobody has noted that it began. Note that first.")
        if is_over and is_shown_from_the_register(it, circumstance):
            raise Refused(STANDS_IN_THE_REGISTER)
        without = [flag for flag in it.flags if flag != circumstance]
        it.flags = without if is_over else sorted([*without, circumstance])
        it.save(update_fields=["flags"])
    return it


def transfer_case(
    case: Case, *, agreed_on, words: str, by, at, seen: Seen | None = None
) -> Case:
    """Record that another area leads, as both agreed in writing. No clock changes."""
    with carrying_out(
        process.TRANSFER_CASE,
        case,
        by=by,
        at=at,
        effective_on=agreed_on,
        reasons=words,
        seen=seen,
    ) as it:
        it.flags = sorted({*it.flags, Circumstance.CROSS_BORDER})
        it.save(update_fields=["flags"])
        tell_who_leads(it, by=by, at=at)
    return it


def tell_who_leads(case: Case, *, by, at) -> None:
    """Tell, inside a step, who must know it on the list that another area leads."""
    told = able_on_the_list(case, process.TRANSFER_CASE.tells, at=at)
    tell("lead_elsewhere", told, case, page="case_history", by=by, at=at)
