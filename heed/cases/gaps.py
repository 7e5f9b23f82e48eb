"""Named gaps: what is missing travels with the case and stays open until answered.

All functions are for use inside a step that is being carried out."""

import logging
from collections.abc import Callable

from django.db import transaction

from heed.cases.models import Case, OpenItem
from heed.documents.models import Document

log = logging.getLogger("heed.cases")

NOBODY_FOR = "nobody_for."  # a seat or a role in which nobody can act in a case


def name_gap(spine, *, kind: str, label: str, at) -> OpenItem:
    """Name something that is not known yet. The same gap is named once."""
    item, _ = OpenItem.objects.get_or_create(
        spine_id=spine.pk,
        kind=kind,
        answered_at=None,
        defaults={
            "partnership_id": spine.partnership_id,
            "data_key_id": spine.data_key_id,
            "case": getattr(spine, "case", None),
            "label": label,
            "raised_at": at,
        },
    )
    return item


def fill_gap(spine, *, kind: str, by, at) -> None:
    """Close a gap by the step that fills it."""
    for item in OpenItem.objects.filter(spine_id=spine.pk, kind=kind, answered_at=None):
        item.answered_at, item.answered_by = at, by.actor_name
        item.save(update_fields=["answered_at", "answered_by"])


def gap_of_place(grant) -> str:
    """By which it is found again that nobody can act in this place on a case's list."""
    return f"{NOBODY_FOR}{grant.seat or grant.role}"


def keep_or_name(
    case: Case, keep: Callable[[], Document | None], *, kind: str, label: str, at
) -> Document | None:
    """Keep a paper inside a step that nothing may stop: a notification, a submission.
    Where it cannot be made or kept, whatever the reason, the lack is named instead."""
    try:
        with transaction.atomic():
            return keep()
    except Exception as failure:  # noqa: BLE001 - storage, typesetter, a full disk
        log.warning("A paper was not kept: %s.", type(failure).__name__)
        name_gap(case, kind=kind, label=label, at=at)
        return None
