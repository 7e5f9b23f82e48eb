"""Named gaps: what is missing travels with the case and stays open until answered.

Both functions are for use inside a step that is being carried out."""

from heed.cases.models import OpenItem


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
