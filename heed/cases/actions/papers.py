"""Papers of a case: proofs, letters, what was sent. Each is kept as it came."""

import logging
from collections.abc import Callable

from django.db import transaction

from heed.cases.gaps import name_gap
from heed.cases.models import Case
from heed.documents.actions import receive
from heed.documents.models import Document

log = logging.getLogger("heed.cases")


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


def keep_paper(case: Case, sent, *, purpose: str, by, at) -> Document | None:
    """Keep a file with a case, inside the step that brings it; None where none came."""
    if sent is None:
        return None
    return receive(
        sent.data,
        name=sent.name,
        owner=case,
        purpose=purpose,
        received_from="upload",
        by=by,
        at=at,
    )
