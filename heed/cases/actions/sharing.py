"""A case is shared with another area as both agreed, until that ends."""

from datetime import date

from django.db.models import Q

from heed import clock
from heed.cases.access import why_not
from heed.cases.actions.noting import tell_who_leads
from heed.cases.actions.papers import keep_paper
from heed.cases.belonging import belonging_to
from heed.cases.leading import who_leads
from heed.cases.models import Case, CaseShare, ShareDeclaration, ShareNote
from heed.cases.sharing import reads_share
from heed.cases.sharing_sheet import PURPOSE, sheet_of
from heed.cases.steps import Refused, Seen, carrying_out, then_take
from heed.correspondence.actions import post_to_each
from heed.documents.models import Document
from heed.partnership.letters import on_the_desk
from heed.partnership.queries import people_with
from heed.rulebook import process
from heed.rulebook.circumstances import Circumstance
from heed.rulebook.sharing import READS_WHAT_IS_SHARED, Leads, Part

NO_AREA = "Choose the area, or name one that is not in this installation."
OWN_AREA = "That is this area itself. Choose the other one."
SHARED_ALREADY = (
    "It is shared with that area already. End that first to share otherwise."
)
ENDED = "It is shared no longer."
AS_IT_STANDS = "Say that the area leads that leads now, or ask a partner to share it."
DECLARE_FIRST = "Say first whether you have an interest in this case."


def share_case(
    case: Case,
    *,
    other_area=None,
    outside_name: str = "",
    contact: str = "",
    leads: Leads,
    parts: list[Part],
    agreed_on: date,
    words: str,
    by,
    at,
    seen: Seen | None = None,
) -> CaseShare:
    """Share with another area what both agreed, and tell its manager and partners, with
    the reference alone; of an area outside this installation Heed writes to nobody.
    Where both agreed that the lead changes, it is handed over with it, by who may. No
    clock changes."""
    with carrying_out(
        process.SHARE_CASE,
        case,
        by=by,
        at=at,
        effective_on=agreed_on,
        reasons=words,
        seen=seen,
    ) as it:
        _may_share(it, other_area, outside_name)
        kept = CaseShare.objects.create(
            **belonging_to(it),
            other_area=other_area,
            outside_name="" if other_area else outside_name.strip(),
            contact=contact or None,
            leads=leads,
            parts=sorted(parts),
            agreed_on=agreed_on,
            shared_at=at,
            shared_by=by.actor_name,
            words=words,
        )
        it.flags = sorted({*it.flags, Circumstance.CROSS_BORDER})
        it.save(update_fields=["flags"])
        _lead_as_agreed(it, kept, by=by, at=at)
        _tell_the_other_area(kept, by=by, at=at)
    return kept


def _may_share(case: Case, other_area, outside_name: str) -> None:
    standing = CaseShare.objects.filter(case=case, ended_at=None)
    if other_area is None and not outside_name.strip():
        raise Refused(NO_AREA)
    if other_area and other_area.pk == case.partnership_id:
        raise Refused(OWN_AREA)
    same = (
        Q(other_area=other_area)
        if other_area
        else Q(outside_name__iexact=outside_name.strip())
    )
    if standing.filter(same).exists():
        raise Refused(SHARED_ALREADY)


def write_share_sheet(
    share: CaseShare, *, by, at, seen: Seen | None = None
) -> Document:
    """Write, as Word, what both areas see as it is now, and keep it with the case as it
    leaves. It is sent by the partnership's own route."""
    with carrying_out(process.WRITE_SHARE_SHEET, share, by=by, at=at, seen=seen) as it:
        if refused := why_not(process.WRITE_SHARE_SHEET, it.case, by, at=at):
            raise Refused(refused)  # those of the other area have a place on the share
        if it.ended_at is not None:
            raise Refused(ENDED)
        sheet = sheet_of(it, at=at)
        return keep_paper(it.case, sheet, purpose=PURPOSE, by=by, at=at)


def _lead_as_agreed(case: Case, share: CaseShare, *, by, at) -> None:
    step, ours = process.TRANSFER_CASE, share.leads == Leads.THIS_AREA
    if who_leads(case).is_ours == ours:
        return
    if refused := why_not(step, case, by, at=at):
        raise Refused(f"{refused} {AS_IT_STANDS}")
    agreed = {"effective_on": share.agreed_on, "reasons": share.words}
    then_take(case, step, by=by, at=at, **agreed)
    if not ours:
        tell_who_leads(case, by=by, at=at)


def end_share(
    case: Case, *, share: CaseShare, reason: str, by, at, seen: Seen | None = None
) -> CaseShare:
    """End what is shared with another area. From this moment it sees nothing of it."""
    with carrying_out(
        process.END_SHARE, case, by=by, at=at, reasons=reason, seen=seen
    ) as it:
        kept = CaseShare.objects.select_for_update().get(pk=share.pk, case=it)
        if kept.ended_at is not None:
            raise Refused(ENDED)
        kept.ended_at, kept.ended_by = at, by.actor_name
        kept.save(update_fields=["ended_at", "ended_by"])
    return kept


def declare_on_share(
    share: CaseShare, *, answer: str, by, at, seen: Seen | None = None
) -> ShareDeclaration:
    """Declare, as somebody of the other area, whether one has an interest in what is
    shared. Who has one, or is not sure, sees nothing of it."""
    with carrying_out(process.DECLARE_ON_SHARE, share, by=by, at=at, seen=seen) as it:
        return ShareDeclaration.objects.create(
            **belonging_to(it.case), share=it, person=by, answer=answer, declared_at=at
        )


def write_to_other_area(
    share: CaseShare,
    *,
    words: str,
    theirs: bool = False,
    by,
    at,
    seen: Seen | None = None,
) -> ShareNote:
    """Write to the other area about a shared case. Both read it; who must know is told
    by email, without a word of it. What an area wrote that is not in this installation
    is written down here for it, by whoever received it."""
    with carrying_out(
        process.WRITE_TO_OTHER_AREA, share, by=by, at=at, seen=seen
    ) as it:
        if it.ended_at is not None:
            raise Refused(ENDED)
        if not reads_share(by, it, at=at):
            raise Refused(DECLARE_FIRST)
        from_outside = theirs and it.other_area_id is None
        kept = ShareNote.objects.create(
            **belonging_to(it.case),
            share=it,
            written_by=by.actor_name,
            written_for=it.area_name if from_outside else by.partnership.name,
            written_at=at,
            words=words,
        )
        if by.partnership_id != it.other_area_id:
            _tell_the_other_area(it, by=by, at=at)
    return kept


def _tell_the_other_area(share: CaseShare, *, by, at) -> None:
    if share.other_area is None:
        return
    case, on = share.case, clock.london_date(at)
    people = people_with(share.other_area, READS_WHAT_IS_SHARED, on=on)
    to = {f"case_shared:{share.pk}:{p.pk}:{at.isoformat()}": p.email for p in people}
    if to:
        post_to_each(
            "case_shared",
            to=to,
            partnership=case.partnership,
            fields={
                "reference": case.reference,
                "link": on_the_desk("shared_case", share.public_id),
            },
            about_case=case.pk,
            by=by,
            at=at,
        )
