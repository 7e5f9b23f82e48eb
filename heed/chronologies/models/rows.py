"""A chronology of an agency: how it came, its rows, what was answered of them."""

from django.db import models

from heed.cases.models import CaseRow
from heed.chronologies.models.restricted import Restricted
from heed.chronologies.numbers import as_cited
from heed.vault.fields import Sealed, SealedJSON

ORGANISATION = "partnership.Organisation"


def told_by(agency: str, service: str) -> str:
    """An agency with the service of it that tells."""
    return f"{agency}, {service}" if service else agency


class Chronology(CaseRow):
    """What one agency tells of a case, or one service of it, row by row, in however
    many files it came."""

    organisation = models.ForeignKey(
        ORGANISATION, on_delete=models.PROTECT, related_name="+"
    )
    # Where its services tell the case each for itself; empty where the agency does.
    service = models.CharField(max_length=120, blank=True)
    begun_at = models.DateTimeField()
    # How many rows stand, wait for an answer, name no source, where that was counted.
    count: int
    in_doubt: int
    no_source: int

    class Meta:
        ordering = ["begun_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "organisation", "service"],
                name="one_chronology_a_service",
            )
        ]

    @property
    def told_by(self) -> str:
        """The agency, and which service of it, as people call them."""
        return told_by(self.organisation.name, self.service)


class Coming(CaseRow):
    """One time that rows came in: from a file, from a table that was pasted. The file
    itself is kept as it was sent; a newer one is another coming."""

    class Way(models.TextChoices):
        FILE = "file", "From a file"
        PASTED = "pasted", "From a table that was pasted"
        ANSWER = "answer", "With what the agency answered"

    chronology = models.ForeignKey(
        Chronology, on_delete=models.PROTECT, related_name="comings"
    )
    number = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=20, choices=Way)
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+"
    )
    came_at = models.DateTimeField()
    came_by = models.CharField(max_length=200)
    rows_in = models.PositiveIntegerField(default=0)
    is_of_another_case = models.BooleanField(default=False)
    # The headings as they were typed, each with what it is taken to mean.
    columns = SealedJSON(seal="chronology.columns", null=True)
    problem = Sealed(seal="chronology.problem", null=True)
    # How rows of earlier files stood before this one had them too, by row.
    stood = SealedJSON(seal="chronology.stood", null=True)

    class Meta:
        ordering = ["came_at", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["chronology", "number"], name="comings_are_numbered"
            )
        ]


class Answered(CaseRow):
    """Rows in doubt that were answered at one press: what they said before is kept, so
    that it can all be taken back."""

    chronology = models.ForeignKey(
        Chronology, on_delete=models.PROTECT, related_name="answers"
    )
    kind = models.CharField(max_length=30)
    count = models.PositiveIntegerField()
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=200)
    taken_back_at = models.DateTimeField(null=True)
    before = SealedJSON(seal="chronology.before")

    class Meta:
        ordering = ["answered_at"]


class Row(CaseRow):
    """One row of a chronology: what was typed first, and what is understood of it.

    What orders and counts it is clear; every word of it is sealed."""

    class Kind(models.TextChoices):
        EVENT = "event", "Event"
        CONTACT = "contact", "Contact"
        DECISION = "decision", "Decision"
        GAP = "gap", "No contact"
        CONTEXT = "context", "Context"
        OTHER = "other", "Other"

    class Breadth(models.IntegerChoices):
        """How much of a year its date may mean: on one day they stand in this order."""

        DAY = 0, "A day, or some days"
        MONTH = 1, "A month"
        YEAR = 2, "A year"
        UNKNOWN = 3, "Not known"

    chronology = models.ForeignKey(
        Chronology, on_delete=models.PROTECT, related_name="rows"
    )
    # The file that brought it first, the last that has it, the first without it.
    first_in = models.ForeignKey(
        Coming, on_delete=models.PROTECT, related_name="brought", null=True
    )
    came_in = models.ForeignKey(
        Coming, on_delete=models.PROTECT, related_name="rows", null=True
    )
    gone_in = models.ForeignKey(
        Coming, on_delete=models.PROTECT, related_name="gone", null=True
    )
    answered_in = models.ForeignKey(
        Answered, on_delete=models.PROTECT, related_name="rows", null=True
    )
    # By which it is cited: given once, with decimals where it came between two.
    number = models.DecimalField(max_digits=20, decimal_places=8)
    place = models.PositiveIntegerField()  # its row in the file, as people count
    written_at = models.DateTimeField()
    amended_at = models.DateTimeField(null=True)
    amended_by = models.CharField(max_length=200, blank=True)
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True)
    stands_on = models.DateField(null=True)  # where it stands among the others
    breadth = models.PositiveSmallIntegerField(choices=Breadth)
    time = models.TimeField(null=True)
    sequence = models.FloatField(default=0)
    kind = models.CharField(max_length=20, choices=Kind)
    child_seen = models.CharField(max_length=20, default="not_recorded")
    seen_alone = models.CharField(max_length=20, default="not_recorded")
    doubt = models.CharField(max_length=30, blank=True)
    without_source = models.BooleanField(default=False)
    restricted = models.CharField(max_length=20, choices=Restricted, blank=True)
    words = SealedJSON(seal="chronology_row.words")
    typed = SealedJSON(seal="chronology_row.typed")
    # What earlier files said in its place: which, which said otherwise, the words.
    earlier = SealedJSON(seal="chronology_row.earlier", null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="one_row_a_citation_number"
            )
        ]
        indexes = [
            # By which they stand in order, and by which they are counted unread.
            models.Index(
                fields=["case", "gone_in", "stands_on", "breadth", "time", "sequence"]
            ),
            models.Index(
                fields=[
                    *("case", "gone_in", "chronology", "restricted", "doubt"),
                    *("without_source", "stands_on"),
                ]
            ),
        ]

    @property
    def was_taken_out(self) -> bool:
        """Whether the file that brought it was taken out: of another family perhaps,
        so that nobody reads its words here any more."""
        return self.gone_in_id is not None and self.gone_in_id == self.first_in_id

    @property
    def why_gone(self) -> str:
        """Why it is told no more, in a sentence; nothing where it stands."""
        if self.gone_in_id is None:
            return ""
        if self.was_taken_out:
            return "The file that brought this row was taken out."
        return "A newer file of this agency has this row no more."

    @property
    def shown_as(self) -> str:
        """What it is called among rows of other kinds."""
        return f"Row {self.cited}{', told no more' if self.gone_in_id else ''}"

    @property
    def cited(self) -> str:
        """The number by which it is cited, as people write it."""
        return as_cited(self.number)
