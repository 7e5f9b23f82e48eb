"""What agencies are asked about single rows of their chronologies."""

from django.db import models

from heed.cases.models.links import OpenedByLink
from heed.vault.fields import Sealed


class RowQuestion(OpenedByLink):
    """A question to an agency about one row that it told. Its link and code open the
    question and that row, and nothing else; the answer stands beside the row."""

    ONE_BROWSER = True

    row = models.ForeignKey(
        "chronologies.Row", on_delete=models.PROTECT, related_name="questions"
    )
    organisation = models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    due_on = models.DateField()
    closed_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    asked = Sealed(seal="row_question.asked")
    to_address = Sealed(seal="row_question.to_address")
    code_to_read_out = Sealed(seal="row_question.code_to_read_out", null=True)
    answer = Sealed(seal="row_question.answer", null=True)
    answered_by = Sealed(seal="row_question.answered_by", null=True)

    class Meta:
        ordering = ["asked_at"]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.answered_at is None

    def opens_on(self, day) -> bool:
        """Its link opens no row that was restricted since, nor one whose file was taken
        out since: that may be another family's."""
        hidden = self.row.restricted or self.row.was_taken_out
        return super().opens_on(day) and not hidden

    @property
    def reference(self) -> str:
        """What it is called by telephone and in the letter: it tells nothing."""
        number = self.public_id[:8].upper()
        return f"Q-{number[:4]}-{number[4:]}"
