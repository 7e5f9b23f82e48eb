"""A referral is received: it gets a reference, an acknowledgement, and what is missing
gets a name."""

from django.db import transaction

from heed import clock
from heed.audit.actions import record
from heed.audit.actors import SystemActor
from heed.cases.access import standings_of
from heed.cases.actions import allot_reference
from heed.cases.gaps import name_gap
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.referrals import letters
from heed.referrals.actions.agencies import code_as_it_says
from heed.referrals.actions.indexing import index_referral
from heed.referrals.actions.risk import keep_child_at_risk
from heed.referrals.leads import missing_of_lead
from heed.referrals.models import Channel, ChildAtRisk, Referral, Referrer
from heed.referrals.queries.one import unanswered
from heed.referrals.queries.organisations import leads_of
from heed.referrals.understanding import (
    RISK,
    Understood,
    apart,
    missing_from,
    understood_from,
)
from heed.rulebook import process
from heed.rulebook.outcomes import LeadDecision
from heed.rulebook.roles import BUSINESS_UNIT
from heed.vault.actions import new_data_key, wrap_under
from heed.vault.codes import a_code, hashed_code

BY_ITSELF = SystemActor("acknowledgement")
ALREADY_SENT = "This has been sent already. Nothing was sent twice."
SEEN_ON_THE_SPOT = frozenset({Channel.PORTAL})


def refer(
    referral: Referral, *, by, at, effective_on=None, seen: Seen | None = None
) -> Referral:
    """Send a referral to the partnership. Nothing that is missing stops it."""
    with carrying_out(
        process.REFER, referral, by=by, at=at, effective_on=effective_on, seen=seen
    ) as it:
        if not it.is_draft:
            raise Refused(ALREADY_SENT)
        receive(it, by=by, at=at, stated_on=effective_on)
    return it


def receive(
    it: Referral, *, by, at, understood: dict | None = None, stated_on=None
) -> None:
    """Take a referral in, inside the step by which it arrives: reference, reading, the
    referrer's identity apart, named gaps, the desk alerted, the referrer answered."""
    today = clock.london_date(at)
    if understood is None:
        it.answers = {"declaration.date": f"{today:%-d %B %Y}"} | it.answers
        understood = understood_from(it.answers, channel=it.channel, on=today)
    parts = apart(it.answers, understood)
    it.answers, it.reading, it.withheld = parts.answers, parts.reading, parts.withheld
    it.reference = allot_reference(it.partnership, by=by, at=at)
    it.received_at, it.stated_on = at, stated_on
    it.risk_now = it.risk_now or _risk_in(understood)
    code = a_code() if it.channel == Channel.PORTAL else ""
    it.receipt_to_show = code or None
    it.receipt_hash = hashed_code(code) if code else ""
    it.save(update_fields=RECEIVED)
    _keep_referrer(it, parts, by=by, at=at)
    code_as_it_says(it, parts.identity, by=by, at=at)
    index_referral(it, by=by, at=at)
    missing = missing_from(parts.reading, parts.identity)
    for kind, words in (missing | _missing_of_lead(it, parts, by)).items():
        name_gap(it, kind=kind, label=words, at=at)
    if it.may_be_at_risk and not ChildAtRisk.objects.filter(referral=it).exists():
        then_take(it, process.RAISE_SAFETY_ACTION, by=by, at=at)
        keep_child_at_risk(it, by=by, at=at)
    _answer(it, by=by, at=at)
    if not it.is_typed_in:
        letters.tell_business_unit(
            "referral_arrived", about=it, link=letters.on_referral(it), by=by, at=at
        )


RECEIVED = [
    "answers",
    "reading",
    "withheld",
    "reference",
    "received_at",
    "stated_on",
    "risk_now",
    "receipt_to_show",
    "receipt_hash",
]


def _missing_of_lead(it: Referral, parts: Understood, by) -> dict[str, str]:
    """What the partnership asks of the lead of who works for an organisation; nothing
    where the lead refers, or has said yes or no."""
    is_staff = it.organisation or parts.identity.get("capacity") == "staff"
    answered = it.lead_decision in {LeadDecision.REFER, LeadDecision.DO_NOT_REFER}
    if not is_staff or answered or by in leads_of(it.organisation, on=_day_of(it)):
        return {}
    asked, said = (
        it.partnership.lead_requirement,
        parts.reading.get("safeguarding_lead"),
    )
    words = missing_of_lead(asked, said)
    return {"referral.lead": words} if words else {}


def _day_of(it: Referral):
    return clock.london_date(it.received_at)


def _risk_in(understood: dict) -> str:
    return RISK[(understood.get("immediate_safety") or {}).get("open_risk")]


def _keep_referrer(it: Referral, parts: Understood, *, by, at) -> None:
    key = new_data_key(
        partnership_id=it.partnership_id, purpose="referrer", by=by, at=at
    )
    wrap_under(key, parent_key=it.data_key, by=by, at=at)
    said = parts.identity
    Referrer.objects.create(
        data_key=key,
        partnership_id=it.partnership_id,
        referral=it,
        withheld=said.get("withhold") == "yes" or bool(said.get("withhold_identity")),
        may_be_written_to=not said.get("contact_note"),
        identity=said,
    )


def _answer(it: Referral, *, by, at) -> None:
    """Acknowledge what arrived, where nothing speaks against writing. Who sent it on
    this website sees the receipt at once, and that is an acknowledgement too."""
    was_written = letters.tell_referrer("referral_received", about=it, by=by, at=at)
    if was_written or it.channel in SEEN_ON_THE_SPOT:
        then_take(it, process.ACKNOWLEDGE_REFERRAL, by=BY_ITSELF, at=at)


def acknowledge(referral: Referral, *, by, at, seen: Seen | None = None) -> Referral:
    """Record that the referrer was told, by telephone or post, that it has arrived."""
    with carrying_out(
        process.ACKNOWLEDGE_REFERRAL, referral, by=by, at=at, seen=seen
    ) as it:
        for deadline in unanswered(it):  # in a case, its clock is the case's
            deadline.met_on, deadline.ended_because = clock.london_date(at), "met"
            deadline.save(update_fields=["met_on", "ended_because"])
        return it


def show_receipt_secret(referral: Referral, *, by, at) -> str:
    """The secret of a receipt, to be shown this once; "" when it was shown before."""
    with transaction.atomic():
        kept = Referral.objects.select_for_update().get(pk=referral.pk)
        code = kept.receipt_to_show or ""
        if code:
            kept.receipt_to_show = None
            kept.save(update_fields=["receipt_to_show"])
            _note(kept, "show_receipt_secret", by=by, at=at)
    return code


def give_new_secret(referral: Referral, *, by, at) -> str:
    """A new secret for a referrer who lost theirs, to be read out; the old one ends."""
    _only_the_business_unit(referral, by, at)
    code = a_code()
    with transaction.atomic():
        kept = Referral.objects.select_for_update().get(pk=referral.pk)
        kept.receipt_hash, kept.receipt_to_show = hashed_code(code), None
        kept.save(update_fields=["receipt_hash", "receipt_to_show"])
        _note(kept, "give_new_secret", by=by, at=at)
    return code


def show_referrer(referral: Referral, *, by, at) -> dict:
    """Who referred, to somebody of the business unit; without the entry on the record
    it is not shown."""
    _only_the_business_unit(referral, by, at)
    with transaction.atomic():
        _note(referral, "show_referrer", by=by, at=at)
    return Referrer.objects.get(referral=referral).identity


def show_withheld_address(referral: Referral, *, reason: str, by, at) -> dict:
    """Where a child of a referral lives that must be kept from somebody, to somebody of
    the business unit who says why; to a manager alone once a case holds the referral:
    a coordinator asks for the address there. The reason is kept with the step; without
    step and audit entry nothing is shown."""
    alone = process.OPEN_WITHHELD_ADDRESS
    step = process.OPEN_PROTECTED_ADDRESS if referral.case_id else alone
    with carrying_out(step, referral, by=by, at=at, reasons=reason) as it:
        return it.withheld or {}


def note_reading(referral: Referral, *, by, at) -> None:
    """Record that somebody reads a referral; without that entry it is not shown."""
    with transaction.atomic():
        _note(referral, "read_referral", by=by, at=at)
        begin_considering(referral, by=by, at=at)


def begin_considering(referral: Referral, *, by, at) -> None:
    """Keep when somebody of the business unit first opened a referral: since then its
    referrer reads that it is considered, whatever becomes of it."""
    if referral.considered_at or not _is_business_unit(referral, by, at):
        return
    with transaction.atomic():
        kept = Referral.objects.select_for_update().get(pk=referral.pk)
        if kept.considered_at is None:
            kept.considered_at = at
            kept.save(update_fields=["considered_at"])


def note_search(*, by, at) -> None:
    """Record that somebody looks for a referral by a name or a reference, and not by
    which; without that entry nothing is found."""
    with transaction.atomic():
        record(
            what="search_referrals",
            by=by,
            at=at,
            subject_kind="partnership.Partnership",
            subject_id=by.partnership_id,
            case_id=None,
            partnership_id=by.partnership_id,
        )


def _only_the_business_unit(referral: Referral, by, at) -> None:
    if not _is_business_unit(referral, by, at):
        raise Refused("Only the business unit may do this.")


def _is_business_unit(referral: Referral, by, at) -> bool:
    roles = {standing.role for standing in standings_of(by, referral, at=at)}
    return bool(roles & BUSINESS_UNIT)


def _note(referral: Referral, what: str, *, by, at) -> None:
    record(
        what=what,
        by=by,
        at=at,
        subject_kind=referral._meta.label,
        subject_id=referral.pk,
        case_id=referral.case_id,
        partnership_id=referral.partnership_id,
    )
