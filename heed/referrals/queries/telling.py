"""Through which safeguarding lead a professional hears why a referral was set aside."""

from django.db.models import Q
from django.shortcuts import get_object_or_404

from heed.partnership.models import RoleHeld
from heed.partnership.queries import roles_in
from heed.partnership.verified import domains_of, lies_outside
from heed.referrals.models import (
    Channel,
    Referral,
    ReferralInterest,
    Referrer,
    SetAside,
)
from heed.referrals.queries.agencies import STANDS_ALONE
from heed.rulebook.language import Role, Stage


def leads_to_tell(referral: Referral, *, on) -> list[RoleHeld]:
    """The safeguarding leads of the directory through one of whom a professional may be
    told, the agency's from which the referral came first. None for what was drafted
    with an account: its own leads read it there. A member of the public has no lead,
    and neither has who says nothing of themselves until the business unit says where
    it came from; and who is away, or stepped back from it, tells nobody."""
    if referral.organisation_id or not _is_of_a_professional(referral):
        return []
    held = roles_in(referral.partnership, on).filter(role=Role.SAFEGUARDING_LEAD)
    together = Q(referral=referral) | Q(referral__joined_to=referral)
    back = ReferralInterest.objects.filter(together).values("person")
    there = held.exclude(back_on__gt=on).exclude(person__in=back)
    found = there.exclude(organisation=None).select_related("organisation", "person")
    return sorted(found, key=lambda held: _order(held, referral))


def _is_of_a_professional(referral: Referral) -> bool:
    """By what is recorded of where it came from, or else by what it says itself."""
    if referral.agency_id or referral.agency_kind:
        return referral.agency_kind not in STANDS_ALONE
    kept = Referrer.objects.filter(referral=referral).first()
    said = kept.identity if kept else {}
    if (capacity := said.get("capacity")) in STANDS_ALONE:
        return False
    of_staff = capacity in OF_STAFF or referral.channel in COPIES
    return of_staff or bool(said.get("organisation"))


OF_STAFF = frozenset({"staff", "safeguarding_lead"})
COPIES = frozenset(
    {Channel.NOTIFICATION_COPY, Channel.BRIEFING_COPY, Channel.PORTAL_COPY}
)


def _order(held: RoleHeld, referral: Referral) -> tuple:
    is_theirs = held.organisation_id == referral.agency_id
    return not is_theirs, held.organisation.name, bool(held.alternate_for_id)


def outside_their_domains(leads: list[RoleHeld]) -> list[RoleHeld]:
    """Those of these leads whose address lies outside the domains of their agency."""
    domains = domains_of({held.organisation for held in leads})
    return [
        held
        for held in leads
        if lies_outside(held.person.email, domains[held.organisation_id])
    ]


def lead_offered(referral: Referral, chosen: str, *, on) -> RoleHeld | None:
    """The lead who was chosen, if they may still be told; else None."""
    offered = leads_to_tell(referral, on=on)
    return next((held for held in offered if str(held.pk) == chosen), None)


def told_to_leads(person, *, at) -> list[SetAside]:
    """What waits to be told to colleagues, for a lead of the organisations that were
    told, the latest first; nothing that is looked at again."""
    found = SetAside.objects.told_to(person, at=at).select_related("referral", "told")
    stands = found.filter(referral__stage=Stage.NOT_PURSUED).defer("for_lead")
    latest = {row.referral_id: row for row in stands.order_by("decided_at")}
    return sorted(latest.values(), key=lambda row: row.decided_at, reverse=True)


def told_to_lead(person, public_id: str, *, at) -> SetAside:
    """What was written for the leads of an organisation, for one of them; else
    Http404."""
    found = SetAside.objects.told_to(person, at=at)
    beside = ("referral", "referral__partnership", "told")
    return get_object_or_404(found.select_related(*beside), public_id=public_id)


def still_stands(told: SetAside) -> bool:
    """Whether a referral is set aside still, and by this word."""
    last = told.referral.set_asides.last()
    return told.referral.stage == Stage.NOT_PURSUED and last == told
