"""The record of a case: steps taken, deadlines, and what is still to be answered."""

import itertools
import secrets
from uuid import UUID

from django.db import models

from heed import clock
from heed.cases.models.spine import CaseRows
from heed.rulebook.language import Stage
from heed.rulebook.lateness import MET
from heed.vault.fields import Sealed
from heed.vault.models import SealedRow


class OfASpine(SealedRow):
    """A row of the record: of a case, or of a referral before there is a case."""

    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="%(class)ss", null=True
    )
    spine_id = models.UUIDField(db_index=True)

    objects = CaseRows.as_manager()

    class Meta:
        abstract = True

    @property
    def spine(self):
        return self.case

    def hold(self, case):
        """Take the locked case in place of the one read before."""
        self.case = case


_numbers = itertools.count()


def an_id_in_order() -> UUID:
    """An identity that sorts as rows were written (version 7 of RFC 9562): a step that
    another brings about at the same moment stands after it."""
    milliseconds = int(clock.real_now().timestamp() * 1000) & (1 << 48) - 1
    number, chance = next(_numbers) & 0xFFF, secrets.randbits(62)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | number << 64 | 0b10 << 62 | chance)


class StepTaken(OfASpine):
    """One step, as it was taken. Never changed, never removed."""

    id = models.UUIDField(primary_key=True, default=an_id_in_order, editable=False)
    step = models.CharField(max_length=60)
    outcome = models.CharField(max_length=60, blank=True)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    by_kind = models.CharField(max_length=30)
    by_id = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)
    role = models.CharField(max_length=40, blank=True)
    seat = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField()
    effective_on = models.DateField()
    stage_before = models.CharField(max_length=40, choices=[(s, s) for s in Stage])
    stage_after = models.CharField(max_length=40, choices=[(s, s) for s in Stage])
    edition = models.CharField(max_length=40)
    once = models.CharField(max_length=64, null=True, unique=True)
    reasons = Sealed(seal="step_taken.reasons", null=True)

    class Meta:
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["spine_id", "at"]),
            models.Index(fields=["case", "at", "id"]),
        ]


class Deadline(OfASpine):
    """A clock that runs: from when, until when, and when it was met.

    `due_on` repeats what the rulebook computes from `counted_from_on`, so that lists
    sort; it is never changed by the passing of days."""

    clock = models.CharField(max_length=20)
    counted_from_on = models.DateField()
    due_on = models.DateField(null=True)
    last_working_day = models.DateField(null=True)
    provisional = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    met_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=40, blank=True)
    superseded_at = models.DateTimeField(null=True)
    about = models.CharField(max_length=60, blank=True)
    late_reason = Sealed(seal="deadline.late_reason", null=True)

    @property
    def was_called_off(self) -> bool:
        """Whether it ended, and not because what it waited for was done."""
        return self.ended_because not in {"", MET}

    class Meta:
        ordering = ["due_on", "started_at"]
        indexes = [
            models.Index(fields=["partnership", "due_on"]),
            models.Index(
                fields=["due_on", "id"],
                condition=models.Q(met_on=None, superseded_at=None),
                name="running_by_day",
            ),
        ]


class DeadlineExtension(OfASpine):
    """A new target beside the original date, the reason, and who was told."""

    deadline = models.ForeignKey(
        Deadline, on_delete=models.PROTECT, related_name="extensions"
    )
    new_target_on = models.DateField()
    made_at = models.DateTimeField()
    reason = Sealed(seal="deadline_extension.reason")
    told = Sealed(seal="deadline_extension.told", null=True)

    class Meta:
        ordering = ["made_at"]


class OpenItem(OfASpine):
    """A named gap: what is not known yet, travelling with the case until answered."""

    kind = models.CharField(max_length=60)
    label = Sealed(seal="open_item.label")
    raised_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answer = Sealed(seal="open_item.answer", null=True)
    not_known = models.BooleanField(default=False)

    class Meta:
        ordering = ["raised_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["spine_id", "kind"],
                condition=models.Q(answered_at=None),
                name="one_open_item_a_kind",
            )
        ]
