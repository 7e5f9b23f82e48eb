"""Organisations, their safeguarding leads, and the business unit."""

from collections import Counter
from dataclasses import dataclass

from heed import clock
from heed.partnership.models import Organisation, RoleHeld
from heed.partnership.queries import (
    deputies_of,
    holds_any,
    organisations_of,
    roles_in,
    roles_of,
)
from heed.partnership.verified import Domain, domains_of, lies_outside
from heed.referrals.models import Referral
from heed.referrals.models.referral import DRAFTERS
from heed.rulebook.language import Role, Stage
from heed.rulebook.outcomes import LeadDecision
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
    """Before whom a draft is put: the organisation's lead, or who steps in while they
    are away; None where nobody is there, or where only who wrote it would decide."""
    away = who_is_away(referral.organisation, on=on)
    others = [
        person
        for person in leads_of(referral.organisation, on=on)
        if person.pk not in away | {referral.drafted_by_id}
    ]
    return others[0] if others else None


def is_deputy(person, organisation, *, on) -> bool:
    """Whether somebody steps in for a safeguarding lead of an organisation, and is none
    of its leads themselves."""
    held = roles_in(organisation.partnership, on).filter(
        role=Role.SAFEGUARDING_LEAD, organisation=organisation, person=person
    )
    return not held.filter(alternate_for=None).exists()


def who_is_away(organisation, *, on) -> set:
    """The safeguarding leads and deputies of an organisation who are away on a day, by
    their ids."""
    if organisation is None:
        return set()
    held = roles_in(organisation.partnership, on).filter(
        role=Role.SAFEGUARDING_LEAD, organisation=organisation, back_on__gt=on
    )
    return set(held.values_list("person", flat=True))


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
    return holds_any(person, partnership, BUSINESS_UNIT, clock.london_date(at))


def led_by(person, *, at):
    """The organisations for which this person is a safeguarding lead today."""
    held = RoleHeld.objects.on(clock.london_date(at)).filter(
        person=person, role=Role.SAFEGUARDING_LEAD
    )
    return Organisation.objects.filter(pk__in=held.values("organisation"))


def deputies_there(draft: Referral, *, on) -> list:
    """Who steps in for the lead for whom a draft waits, and is not away themselves."""
    if draft.lead is None:
        return []
    away = who_is_away(draft.organisation, on=on)
    found = deputies_of(draft.lead, draft.partnership, on=on)
    return [each for each in found if each.pk not in away]


def goes_on_while_away(held: RoleHeld, *, at) -> list[str]:
    """What becomes at once of each draft that waits for a lead who says that they are
    away, in a sentence for each way that drafts go."""
    on = clock.london_date(at)
    waiting = drafts_in_trays().filter(lead=held.person, organisation=held.organisation)
    to: Counter = Counter()
    for draft in waiting:
        deputies = deputies_there(draft, on=on) if draft.to_deputy_at is None else []
        to[deputies[0].name if deputies else ""] += 1
    return [_goes_on(count, to=name) for name, count in sorted(to.items())]


def _goes_on(count: int, *, to: str) -> str:
    one = count == 1
    drafts = "1 draft that waits" if one else f"{count} drafts that wait"
    if to:
        return f"{drafts} {'goes' if one else 'go'} to {to}, who then decides."
    become = "becomes a referral" if one else "become referrals"
    return f"{drafts} {become}: sent to the partnership without a lead’s decision."


def drafts_in_trays():
    """Every draft that waits for a safeguarding lead's decision, the oldest first."""
    return (
        Referral.objects.filter(
            stage=Stage.CONCERN, waits_for_lead_since__isnull=False, lead__isnull=False
        )
        .exclude(lead_decision=LeadDecision.DO_NOT_REFER)
        .select_related("partnership", "organisation", "drafted_by", "lead")
        .order_by("waits_for_lead_since")
    )


REFERS_NOBODY = {Organisation.Kind.BUSINESS_UNIT, Organisation.Kind.INDEPENDENT}


@dataclass(frozen=True)
class Led:
    """An organisation, who decides in it whether to refer, and how many drafts wait."""

    organisation: Organisation
    leads: tuple[RoleHeld, ...]
    deputies: tuple[RoleHeld, ...]
    drafts: int
    domains: tuple[Domain, ...] = ()

    @property
    def outside(self) -> list[RoleHeld]:
        """The leads and deputies whose address lies outside the agency's domains."""
        both = (*self.leads, *self.deputies)
        return [h for h in both if lies_outside(h.person.email, self.domains)]


def directory_of_leads(partnership, *, at) -> list[Led]:
    """Every organisation of a partnership today with its safeguarding leads and their
    deputies, by name; those that have nobody among them."""
    today = clock.london_date(at)
    held: dict = {}
    for role in roles_in(partnership, today).filter(role=Role.SAFEGUARDING_LEAD):
        held.setdefault(role.organisation_id, []).append(role)
    waiting = Counter(
        drafts_in_trays()
        .filter(partnership=partnership)
        .order_by()
        .values_list("organisation", flat=True)
    )
    listed = organisations_of(partnership, today)
    shown = [one for one in listed if one.pk in held or one.kind not in REFERS_NOBODY]
    domains = domains_of(shown)
    return [
        Led(
            organisation=one,
            leads=tuple(h for h in held.get(one.pk, []) if not h.alternate_for_id),
            deputies=tuple(h for h in held.get(one.pk, []) if h.alternate_for_id),
            drafts=waiting[one.pk],
            domains=tuple(domains[one.pk]),
        )
        for one in shown
    ]
