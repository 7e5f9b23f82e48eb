"""A case begins: its reference, its key, its first access list, its empty records."""

from heed import clock
from heed.cases.belonging import belonging_to
from heed.cases.deadlines import start_clock
from heed.cases.models import (
    AccessGrant,
    Case,
    CaseReferences,
    Deadline,
    FamilyRecord,
    OpenItem,
    SpineOfCase,
)
from heed.partnership.queries import roles_in
from heed.rulebook.clocks import NOTIFICATION_DUE
from heed.rulebook.editions import Kind, edition_for
from heed.rulebook.language import Role, Stage
from heed.vault.actions import new_data_key, unwrap_from, wrap_under

__all__ = [
    "adopt",
    "allot_reference",
    "begin_case",
    "belonging_to",
    "give_back",
    "new_case",
]

FIRST_ON_THE_LIST = (Role.MANAGER, Role.COORDINATOR, Role.DELEGATED_PARTNER)


def allot_reference(partnership, *, by, at) -> str:
    """The next reference of this partnership and year, such as Q-26-014."""
    year = clock.london_date(at).year
    counter, _ = CaseReferences.objects.select_for_update().get_or_create(
        partnership=partnership, year=year
    )
    counter.last += 1
    counter.save(update_fields=["last"])
    return f"{partnership.reference_prefix}-{year % 100:02d}-{counter.last:03d}"


def new_case(*, partnership, reference, began_with, happened_on, by, at) -> Case:
    """A case not yet kept, under a key of its own and the editions of its dates."""
    return Case(
        partnership=partnership,
        data_key=new_data_key(
            partnership_id=partnership.pk, purpose="case", by=by, at=at
        ),
        reference=reference,
        stage=Stage.CONCERN,
        opened_at=at,
        began_with=began_with,
        working_together=edition_for(happened_on).slug,
        panel_guidance=edition_for(happened_on, Kind.PANEL_GUIDANCE).slug,
    )


def begin_case(case: Case, *, stage: Stage, by, at) -> Case:
    """Keep a new case at its first stage, with the business unit and the three
    partners on its access list, and its family record open and empty."""
    case.stage = stage
    case.save(force_insert=True)
    today = clock.london_date(at)
    held_today = roles_in(case.partnership, on=today)
    for held in held_today.filter(role__in=FIRST_ON_THE_LIST):
        AccessGrant.objects.create(
            **belonging_to(case),
            person=held.person,
            role=held.role,
            seat=held.seat or "",
            starts_on=today,
            granted_at=at,
            granted_by="On the list of every case of the partnership",
        )
    FamilyRecord.objects.create(**belonging_to(case))
    return case


def adopt(case: Case, spine, *, by, at) -> None:
    """Take a referral into a case: its history counts, its key goes under the case's,
    and its deadlines and gaps become the case's; a gap that the case has already stays
    with the referral."""
    wrap_under(spine.data_key, parent_key=case.data_key, by=by, at=at)
    SpineOfCase.objects.create(
        case=case, partnership_id=case.partnership_id, spine_id=spine.pk, since=at
    )
    open_here = OpenItem.objects.filter(spine_id=case.pk, answered_at=None)
    named = list(open_here.values_list("kind", flat=True))
    gaps = OpenItem.objects.filter(spine_id=spine.pk)
    for row in [
        *Deadline.objects.filter(spine_id=spine.pk),
        *gaps.exclude(answered_at=None, kind__in=named),
    ]:
        row.case, row.spine_id = case, case.pk
        row.save(update_fields=["case", "spine_id"])


def give_back(case: Case, spine, *, by, at) -> SpineOfCase:
    """Let a referral go that a case had taken in: its key lies under the case's no
    longer, and what came with it goes with it. Gives since when it was here."""
    held = SpineOfCase.objects.select_for_update().get(case=case, spine_id=spine.pk)
    for model in (Deadline, OpenItem):
        for row in model.objects.filter(case=case, data_key_id=spine.data_key_id):
            row.case, row.spine_id = None, spine.pk
            row.save(update_fields=["case", "spine_id"])
    unwrap_from(spine.data_key, parent_key=case.data_key, by=by, at=at)
    _as_before(case, at=at, since=held.since)
    held.delete()
    return held


def _as_before(case: Case, *, at, since) -> None:
    """The earliest date for a notification is again what it was before a referral was
    taken in, where that referral alone moved it."""
    kept = Deadline.objects.filter(case=case, clock=NOTIFICATION_DUE.slug)
    moved = kept.filter(started_at=since, provisional=True, superseded_at=None)
    if moved.exists() and (before := kept.filter(superseded_at=since).last()):
        start_clock(
            NOTIFICATION_DUE, case, on=before.counted_from_on, at=at, provisional=True
        )
