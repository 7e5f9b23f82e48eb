"""What who referred is told of a decision, through a lead of their organisation."""

from django.db import models
from django.db.models import Q

from heed.cases.models import Case, CaseRow
from heed.cases.models.beside_the_list import OpenToSome, of_led_organisations
from heed.rulebook.roles import BUSINESS_UNIT
from heed.vault.fields import Sealed


class ReasonsTold(OpenToSome):
    """They are seen by the business unit, and each by the safeguarding leads of the
    organisation that is told: which agency referred is for nobody else."""

    def visible_to(self, person, *, at):
        """Those of cases of the person's business unit, and those told through them."""
        of_the_unit = Case.objects.opened_by(person, at=at, roles=BUSINESS_UNIT)
        through_them = self.open_to(person, at=at).values("pk")
        return self.filter(Q(case__in=of_the_unit) | Q(pk__in=through_them))

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
