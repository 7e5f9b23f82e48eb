"""Every change to people and partnerships goes on the record, and so does a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import models, transaction

from heed.audit.actions import record
from heed.partnership.models import Partnership
from heed.partnership.refusals import Refused


@dataclass
class OnRecord:
    """What the entry will say: by whom, and what was changed."""

    by: object
    subject: models.Model | None = None
    role: str = ""
    reason_code: str = ""


@contextmanager
def on_record(
    what: str,
    *,
    by,
    at: datetime,
    partnership: Partnership | None,
    subject: models.Model | None = None,
    role: str = "",
) -> Iterator[OnRecord]:
    """Make a change and its audit entry in one transaction; record a refusal after
    the rollback.
    """
    entry = OnRecord(by=by, subject=subject, role=role)
    try:
        with transaction.atomic():
            if partnership:
                # Two managers must not end each other's role at the same moment.
                Partnership.objects.select_for_update().get(pk=partnership.pk)
            yield entry
            _write(what, entry, at=at, partnership=partnership, result="done")
    except Refused as refusal:
        entry.by, entry.subject, entry.reason_code = by, subject, refusal.code
        with transaction.atomic():
            _write(what, entry, at=at, partnership=partnership, result="refused")
        raise


def _write(what, entry, *, at, partnership, result):
    record(
        what=what,
        by=entry.by,
        at=at,
        subject_kind=entry.subject._meta.model_name if entry.subject else "",
        subject_id=entry.subject.pk if entry.subject else None,
        partnership_id=partnership.pk if partnership else None,
        role=entry.role,
        result=result,
        reason_code=entry.reason_code,
    )
