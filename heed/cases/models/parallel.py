"""What runs beside a case in the hands of others, and what is on hold meanwhile."""

from django.db import models

from heed.cases.models.spine import CaseRow
from heed.rulebook.language import Blocks
from heed.rulebook.parallel import BLOCKS, KINDS, Kind
from heed.vault.fields import Sealed


class ParallelProcess(CaseRow):
    """Proceedings or another review beside a case: whose they are, whom to ask there,
    what comes next, and what is asked of the case meanwhile."""

    kind = models.CharField(max_length=30, choices=[(k, KINDS[k].label) for k in Kind])
    began_on = models.DateField(null=True)
    next_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=200)
    # When it was last written how it stands: whoever cleared something before did not
    # know.
    changed_at = models.DateTimeField(null=True)
    body = Sealed(seal="parallel_process.body", null=True)
    reference = Sealed(seal="parallel_process.reference", null=True)
    contact = Sealed(seal="parallel_process.contact", null=True)
    next_step = Sealed(seal="parallel_process.next_step", null=True)
    words = Sealed(seal="parallel_process.words", null=True)

    class Meta:
        ordering = ["noted_at"]

    @property
    def known_since(self):
        """From when on what stands here now could be known."""
        return self.changed_at or self.noted_at

    @property
    def is_over(self) -> bool:
        return self.ended_on is not None

    @property
    def asks(self) -> str:
        """What such a process may ask of a review."""
        return KINDS[Kind(self.kind)].asks


class Hold(CaseRow):
    """Something that must wait, with the reason and the day on which that is looked at
    again. It stands until somebody lets it go on: no day ends it by itself."""

    blocks = models.CharField(max_length=20, choices=[(b, BLOCKS[b]) for b in Blocks])
    process = models.ForeignKey(
        ParallelProcess, on_delete=models.PROTECT, related_name="holds", null=True
    )
    review_on = models.DateField()
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=200)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.CharField(max_length=200, blank=True)
    reason = Sealed(seal="hold.reason")
    lifted_because = Sealed(seal="hold.lifted_because", null=True)

    class Meta:
        ordering = ["set_at"]
