"""What the services of an agency tell is put together by the agency itself."""

from datetime import date

from heed.cases.belonging import belonging_to
from heed.cases.steps import Refused, Seen, carrying_out, must_have_been
from heed.chronologies.models import Chronology, Collation, Row
from heed.rulebook import process

NOT_THEIRS = "An agency submits its own chronology, and nobody else’s."
NOTHING_HERE = "No row of this agency is here yet: there is nothing to put together."


def submit_as_one(
    subject, *, organisation, collated_on: date, by, at, seen: Seen | None = None
) -> Collation:
    """Record that an agency looked at what all its services tell, and sent it as one.
    `subject` is the case, or the request that the agency answers."""
    with carrying_out(
        process.SUBMIT_AS_ONE,
        subject,
        by=by,
        at=at,
        effective_on=collated_on,
        seen=seen,
    ) as it:
        if getattr(it, "organisation_id", organisation.pk) != organisation.pk:
            raise Refused(NOT_THEIRS)
        must_have_been(collated_on, at=at, what="It cannot have been put together")
        return _collated(it.case, organisation, collated_on, by=by, at=at)


def _collated(case, organisation, collated_on: date, *, by, at) -> Collation:
    told = Chronology.objects.filter(case=case, organisation=organisation)
    rows = Row.objects.filter(chronology__in=told, gone_in=None).count()
    if not rows:
        raise Refused(NOTHING_HERE)
    return Collation.objects.create(
        **belonging_to(case),
        organisation=organisation,
        collated_on=collated_on,
        recorded_at=at,
        recorded_by=by.actor_name,
        services=told.count(),
        rows_in=rows,
    )
