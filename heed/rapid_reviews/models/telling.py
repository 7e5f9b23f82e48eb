"""What who referred is told of a decision, through a lead of their organisation."""

from django.db import models

from heed.cases.models import CaseRow
from heed.cases.models.beside_the_list import OpenToSome, of_led_organisations
from heed.vault.fields import Sealed


class ReasonsTold(OpenToSome):
    """They are seen by who may open the case, and each by the safeguarding leads of the
    organisation that is told."""

    def condition(self, person, *, at):
        return of_led_organisations(person, at=at)


class ToldReasons(CaseRow):
    """What a safeguarding lead may tell the colleague who referred. The lead reads this
    and nothing else of the case."""

    referral = models.ForeignKey(
        "referrals.Referral", on_delete=models.PROTECT, related_name="+"
    )
    organisation = models.ForeignKey(
        "partnership.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    told_at = models.DateTimeField()
    told_by = models.CharField(max_length=200)
    words = Sealed(seal="told_reasons.words")

    objects = ReasonsTold.as_manager()

    class Meta:
        ordering = ["told_at"]
