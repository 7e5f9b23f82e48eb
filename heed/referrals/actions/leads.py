"""A draft goes to the safeguarding lead of its organisation, who decides whether to
refer. Whatever the lead decides, no clock of the local authority waits for it."""

from heed import clock
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.partnership.queries import holidays_for
from heed.referrals import letters
from heed.referrals.actions.receiving import receive
from heed.referrals.models import Referral
from heed.referrals.queries import (
    deputies_there,
    drafts_in_trays,
    is_deputy,
    lead_of,
    leads_of,
    who_is_away,
)
from heed.rulebook import process
from heed.rulebook.outcomes import LeadDecision
from heed.rulebook.working_days import add_working_days

NOT_YOURS = "This draft is not yours."
NOT_HANDED_OVER = "This draft has not been sent to you yet."


def draft_for_lead(referral: Referral, *, by, at, seen: Seen | None = None) -> Referral:
    """Hand a draft to the safeguarding lead of the organisation. A child who is or may
    be at risk never lies in a tray, nor one of whom nobody asked that, nor does a draft
    of an organisation without a lead: the business unit has it at once."""
    with carrying_out(process.DRAFT_REFERRAL, referral, by=by, at=at, seen=seen) as it:
        _only_the_writer(it, by)
        today = clock.london_date(at)
        it.lead = lead_of(it, on=today)
        it.handed_over_at = it.waits_for_lead_since = at
        steps_in = it.lead and is_deputy(it.lead, it.organisation, on=today)
        it.to_deputy_at, it.lead_decision = at if steps_in else None, ""
        it.save(update_fields=TRAY)
        if it.lead:
            _tell_lead(it, by=by, at=at)
        if it.lead is None or it.may_be_at_risk or not it.risk_now:
            then_take(it, process.OFFER_TO_BUSINESS_UNIT, by=by, at=at)
            receive(it, by=by, at=at)
    return it


TRAY = [
    "lead",
    "handed_over_at",
    "waits_for_lead_since",
    "to_deputy_at",
    "lead_decision",
]


def decide_as_lead(
    referral: Referral,
    *,
    outcome: str,
    reasons: str,
    by,
    at,
    seen: Seen | None = None,
) -> Referral:
    """Decide, for one's organisation, to refer, not to refer, or to ask first; with
    reasons either way."""
    with carrying_out(
        process.LEAD_DECIDES_TO_REFER,
        referral,
        by=by,
        at=at,
        outcome=outcome,
        reasons=reasons,
        seen=seen,
    ) as it:
        if by not in leads_of(it.organisation, on=clock.london_date(at)):
            raise Refused(NOT_YOURS)
        if it.handed_over_at is None:
            raise Refused(NOT_HANDED_OVER)
        it.lead, it.lead_decision = by, outcome
        it.save(update_fields=["lead", "lead_decision"])
        if outcome == LeadDecision.REFER:
            receive(it, by=by, at=at)
        else:
            _tell_writer("lead_answered", it, by=by, at=at)
    return it


def escalate_refusal(
    referral: Referral, *, reasons: str, by, at, seen: Seen | None = None
) -> Referral:
    """Send a draft to the business unit although the safeguarding lead declined it."""
    with carrying_out(
        process.ESCALATE_REFUSAL, referral, by=by, at=at, reasons=reasons, seen=seen
    ) as it:
        _only_the_writer(it, by)
        receive(it, by=by, at=at)
        _tell_lead_it_is_gone(it, by=by, at=at)
    return it


def offer_to_deputy(
    referral: Referral, *, by, at, seen: Seen | None = None
) -> Referral:
    """Put a draft before the deputy of the lead for whom it waits."""
    with carrying_out(process.OFFER_TO_DEPUTY, referral, by=by, at=at, seen=seen) as it:
        deputies = deputies_there(it, on=clock.london_date(at))
        if not deputies:
            raise Refused("Nobody is named as the lead’s deputy.")
        it.lead, it.waits_for_lead_since, it.to_deputy_at = deputies[0], at, at
        it.save(update_fields=["lead", "waits_for_lead_since", "to_deputy_at"])
        _tell_lead(it, by=by, at=at)
        _tell_writer("draft_passed_on", it, by=by, at=at)
    return it


def offer_to_business_unit(
    referral: Referral, *, by, at, seen: Seen | None = None
) -> Referral:
    """Put a draft before the business unit without the lead's decision."""
    with carrying_out(
        process.OFFER_TO_BUSINESS_UNIT, referral, by=by, at=at, seen=seen
    ) as it:
        if by.actor_kind == "person":
            _only_the_organisation(it, by, at=at)
        receive(it, by=by, at=at)
        _tell_lead_it_is_gone(it, by=by, at=at)
    return it


def offer_waiting_drafts(*, by, at) -> int:
    """Offer each draft that has waited long enough for a lead: first to the deputy,
    then to the business unit; how many were offered."""
    waiting = [draft for draft in drafts_in_trays() if _has_waited(draft, at=at)]
    today = clock.london_date(at)
    for draft in waiting:
        first = draft.to_deputy_at is None and deputies_there(draft, on=today)
        onward = offer_to_deputy if first else offer_to_business_unit
        onward(draft, by=by, at=at)
    return len(waiting)


def _has_waited(draft: Referral, *, at) -> bool:
    """Whether a lead is away, or the last of the working days that they have over."""
    today = clock.london_date(at)
    away = who_is_away(draft.organisation, on=today)
    if draft.may_be_at_risk or draft.lead_id in away:
        return True
    partnership = draft.partnership
    last = add_working_days(
        clock.london_date(draft.waits_for_lead_since),
        partnership.draft_to_deputy_after,
        holidays_for(partnership),
    )
    return today > last


def _only_the_writer(draft: Referral, by) -> None:
    if draft.drafted_by_id != by.pk:
        raise Refused(NOT_YOURS)


def _only_the_organisation(draft: Referral, by, *, at) -> None:
    is_lead = by in leads_of(draft.organisation, on=clock.london_date(at))
    if draft.drafted_by_id != by.pk and not is_lead:
        raise Refused(NOT_YOURS)


def _tell_lead(it: Referral, *, by, at) -> None:
    letters.tell(
        "draft_waits",
        to=it.lead.email,
        about=it,
        link=letters.on_draft(it),
        once=f"{it.lead.pk}:{it.waits_for_lead_since.isoformat()}",
        by=by,
        at=at,
    )


def _tell_lead_it_is_gone(it: Referral, *, by, at) -> None:
    """A draft is taken out of nobody's tray in silence."""
    if it.lead and it.lead != by:
        letters.tell(
            "draft_sent_on",
            to=it.lead.email,
            about=it,
            link=letters.on_draft(it),
            once=str(it.lead.pk),
            by=by,
            at=at,
        )


def _tell_writer(slug: str, it: Referral, *, by, at) -> None:
    letters.tell(
        slug,
        to=it.drafted_by.email,
        about=it,
        link=letters.on_draft(it),
        once=at.isoformat(),
        by=by,
        at=at,
    )
