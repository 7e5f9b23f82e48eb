"""Whom what was decided is told to: who referred, through somebody they know."""

from heed.cases.access import excluded_from
from heed.cases.kept import rows_of
from heed.cases.models import Case
from heed.partnership.models import RoleHeld
from heed.partnership.queries import roles_in
from heed.rapid_reviews.models import ToldReasons
from heed.referrals.models import Referral
from heed.referrals.queries import leads_to_tell, referrals_of_case
from heed.rulebook.language import Role


def ways_to_tell(case: Case, *, on) -> list[tuple[Referral, RoleHeld]]:
    """Each referral of a case with each safeguarding lead through whom its referrer may
    be told: of what was drafted in an organisation its own, else those of whom a
    professional may be thought to be a colleague. None for a member of the public, and
    nobody whom a conflict of interest keeps from the case."""
    out = excluded_from(case)
    return [
        (referral, held)
        for referral in referrals_of_case(case)
        for held in leads_to_tell(referral, on=on) or _own_leads(referral, on=on)
        if held.person_id not in out
    ]


def _own_leads(referral: Referral, *, on) -> list[RoleHeld]:
    if not referral.organisation_id:
        return []
    held = roles_in(referral.partnership, on).filter(
        role=Role.SAFEGUARDING_LEAD, organisation=referral.organisation_id
    )
    return list(held.exclude(back_on__gt=on))


def told_reasons_of(case: Case) -> list[ToldReasons]:
    """What was told to those who referred, and through which organisation."""
    return list(rows_of(ToldReasons, case).select_related("organisation", "referral"))
