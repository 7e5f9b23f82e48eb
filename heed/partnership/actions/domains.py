"""Somebody makes sure that a mail domain is an agency's."""

from datetime import datetime

from heed import clock
from heed.partnership.grants import manages
from heed.partnership.models import Organisation, VerifiedDomain
from heed.partnership.records import on_record
from heed.partnership.refusals import Refused
from heed.rulebook.language import Role

NOT_LISTED = "{domain} is not among its mail domains. Note it there first."


def verify_domain(
    organisation: Organisation, *, domain: str, how: str, by, at: datetime
) -> VerifiedDomain:
    """Record how it is known that a mail domain is an agency's, or that it is not; the
    business unit may, as a person."""
    partnership = organisation.partnership
    with on_record("verify_domain", by=by, at=at, partnership=partnership) as entry:
        today = clock.london_date(at)
        unit = (Role.MANAGER, Role.COORDINATOR)
        if by.actor_kind != "person" or not manages(by, partnership, today, *unit):
            raise Refused("Only the business unit may do this.", code="not_yours")
        kept = Organisation.objects.get(pk=organisation.pk)
        if domain not in kept.mail_domains:
            raise Refused(NOT_LISTED.format(domain=domain), code="no_such_domain")
        entry.subject = verified = VerifiedDomain.objects.create(
            organisation=kept, domain=domain, how=how, verified_by=by, verified_at=at
        )
    return verified
