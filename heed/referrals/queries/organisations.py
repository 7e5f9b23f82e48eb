"""Organisations, their safeguarding leads, and the business unit."""

from heed import clock
from heed.partnership.models import Organisation, RoleHeld
from heed.partnership.queries import roles_in, roles_of
from heed.referrals.models import Referral
from heed.referrals.models.referral import DRAFTERS
from heed.rulebook.language import Role
from heed.rulebook.roles import BUSINESS_UNIT


def leads_of(organisation, *, on) -> list:
    """The safeguarding leads of an organisation on a day, deputies after those for whom
    they step in."""
    if organisation is None:
        return []
    held = roles_in(organisation.partnership, on).filter(
        role=Role.SAFEGUARDING_LEAD, organisation=organisation
    )
    ordered = sorted(held, key=lambda h: (h.alternate_for_id is not None, h.starts_on))
    return list(dict.fromkeys(role.person for role in ordered))


def lead_of(referral: Referral, *, on):
    """Before whom a draft is put: the organisation's lead; None where nobody is, or
    where only who wrote it would decide about it."""
    others = [
        person
        for person in leads_of(referral.organisation, on=on)
        if person.pk != referral.drafted_by_id
    ]
    return others[0] if others else None


def organisation_of_drafter(person, *, at) -> Organisation | None:
    """The organisation for which this person may draft a referral today."""
    held = roles_of(person, person.partnership, clock.london_date(at))
    role = held.filter(role__in=DRAFTERS, organisation__isnull=False).first()
    return role.organisation if role else None


def is_lead_of(person, referral: Referral, *, at) -> bool:
    """Whether this person decides for the organisation in which a draft was written."""
    return person in leads_of(referral.organisation, on=clock.london_date(at))


def is_business_unit(person, partnership, *, at) -> bool:
    """Whether this person works in the business unit of a partnership today."""
    held = roles_of(person, partnership, clock.london_date(at))
    return held.filter(role__in=BUSINESS_UNIT).exists()


def led_by(person, *, at):
    """The organisations for which this person is a safeguarding lead today."""
    held = RoleHeld.objects.on(clock.london_date(at)).filter(
        person=person, role=Role.SAFEGUARDING_LEAD
    )
    return Organisation.objects.filter(pk__in=held.values("organisation"))
