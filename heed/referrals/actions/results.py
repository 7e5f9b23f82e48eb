"""That a referral does not meet the criteria is a result: it has reasons, is counted
and can be challenged."""

from collections.abc import Iterable

from django.db import transaction

from heed import clock
from heed.audit.actions import record
from heed.cases.steps import Refused, Seen, carrying_out
from heed.partnership.models import RoleHeld
from heed.partnership.queries import people_with
from heed.referrals import letters
from heed.referrals.actions.agencies import code_agency
from heed.referrals.letters import AN_END
from heed.referrals.models import Referral, SetAside
from heed.referrals.queries.checked import reading_of
from heed.referrals.queries.following import as_its_sender_knows
from heed.referrals.queries.telling import lead_offered
from heed.referrals.understanding import counted_as
from heed.rulebook import process
from heed.rulebook.language import Role

ANOTHER = (
    "{name} set this aside before, and somebody asked to look at it again: another "
    "manager decides this time, or you open a case."
)
NOTHING_TO_TELL = "Write what the safeguarding lead may be told."
NO_SUCH_LEAD = (
    "Nobody can be told through that lead: it came from somebody who has none, or the "
    "lead is no longer there. Choose another lead, or none, and look at where it came "
    "from."
)


def set_aside(
    referral: Referral,
    *,
    reasons: str,
    for_lead: str = "",
    came_from: str | None = None,
    lead: str = "",
    by,
    at,
    seen: Seen | None = None,
) -> Referral:
    """Take a referral no further, with reasons. They stay with the business unit; a
    safeguarding lead reads what is written for them, and tells their colleague. The
    referrer is told in neutral words and may challenge it, and so is who sent what was
    joined to it; a case may still be opened later. What was challenged is decided by
    somebody else, where there is anybody. `came_from` says, as it is
    chosen, where it came from; None leaves what is recorded. `lead` is the role of a
    lead through whom a professional without an account is told."""
    with carrying_out(
        process.SET_ASIDE_REFERRAL, referral, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        _by_another(it, by=by, at=at)
        if came_from is not None and not it.organisation:
            code_agency(it, came_from=came_from, by=by, at=at)
        through = _lead_of(it, lead, for_lead, at=at)
        on = it.stated_on or clock.london_date(it.received_at)
        kept = SetAside.objects.create(
            data_key_id=it.data_key_id,
            partnership_id=it.partnership_id,
            referral=it,
            decided_at=at,
            decided_by=by,
            for_lead=for_lead or None,
            told=through and through.organisation,
            children=counted_as(reading_of(it), on=on),
        )
        once = str(it.set_asides.count())
        if through:
            link = letters.on_reasons(kept)
            to = {"to": through.person.email, "link": link, "once": once}
            letters.tell("reasons_for_lead", about=it, by=by, at=at, **to)
        for each in _one_of_each_sender(it):
            letters.tell_referrer(AN_END, about=each, once=once, by=by, at=at)
    return it


def _lead_of(it: Referral, lead: str, for_lead: str, *, at) -> RoleHeld | None:
    if not lead:
        return None
    if not for_lead.strip():
        raise Refused(NOTHING_TO_TELL)
    if found := lead_offered(it, lead, on=clock.london_date(at)):
        return found
    raise Refused(NO_SUCH_LEAD)


def _one_of_each_sender(it: Referral) -> Iterable[Referral]:
    """A referral and those that were joined to it: of what one person sent, one."""
    of_whom: dict[Referral, Referral] = {}
    for each in [it, *it.joined.all()]:
        of_whom.setdefault(as_its_sender_knows(each), each)
    return of_whom.values()


def _by_another(it: Referral, *, by, at) -> None:
    before = it.set_asides.exclude(challenged_at=None).last()
    if before is None or before.decided_by_id != by.pk:
        return
    managers = people_with(it.partnership, {Role.MANAGER}, on=clock.london_date(at))
    if any(each.pk != by.pk for each in managers):
        raise Refused(ANOTHER.format(name=by.actor_name))


def look_again(
    referral: Referral, *, reasons: str, by, at, seen: Seen | None = None
) -> Referral:
    """Challenge that a referral was set aside: it is looked at again, from today."""
    with carrying_out(
        process.ASK_TO_LOOK_AGAIN, referral, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        if it.case_id:
            raise Refused("A case holds this referral. Say it there.")
        if last := it.set_asides.last():
            last.challenged_at, last.challenged_by = at, by.actor_name
            last.save(update_fields=["challenged_at", "challenged_by"])
        letters.tell_business_unit(
            "information_added",
            about=it,
            link=letters.on_referral(it),
            once=f"challenged:{at.isoformat()}",
            by=by,
            at=at,
        )
    return it


def read_for_lead(told: SetAside, *, by, at) -> str:
    """What was written for a safeguarding lead, to that lead; without the entry on the
    record it is not shown."""
    with transaction.atomic():
        record(
            what="read_reasons_for_lead",
            by=by,
            at=at,
            subject_kind=told._meta.label,
            subject_id=told.pk,
            case_id=told.referral.case_id,
            partnership_id=told.partnership_id,
        )
    return told.for_lead or ""
