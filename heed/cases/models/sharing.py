"""What another area sees of a case, as both agreed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heed import clock
from heed.cases.models.access import Exclusion
from heed.cases.models.spine import Case, CaseRow, CaseRows, is_able
from heed.partnership.queries import roles_everywhere
from heed.rulebook.language import Role, Stage
from heed.rulebook.sharing import LEADS, PARTS, READS_WHAT_IS_SHARED, Leads, Part
from heed.vault.fields import Sealed


def areas_that_read(person, *, at) -> tuple:
    """The areas in which somebody reads what others share; none for nobody, and while
    cases are closed to the account."""
    if not is_able(person, at=at):
        return ()
    held = roles_everywhere(person, clock.london_date(at))
    return tuple(
        sorted({where for where, role in held if role in READS_WHAT_IS_SHARED})
    )


class CaseShares(CaseRows):
    """Shares are seen by who may open the case, and by those of the other area in the
    roles that read what is shared."""

    def visible_to(self, person, *, at):
        own = Q(case__in=Case.objects.visible_to(person, at=at))
        return self.filter(own | Q(pk__in=self.shown_to(person, at=at).values("pk")))

    def shown_to(self, person, *, at):
        """What other areas share with somebody: while it is shared, unless a conflict
        of interest keeps them from the case."""
        areas = areas_that_read(person, at=at)
        return self.shown_in(areas, person=person) if areas else self.none()

    def shown_in(self, areas: tuple, *, person):
        """What is shared with these areas, in which somebody reads it:
        `areas_that_read` says so. Not for those who have not asked it."""
        excluded = Exclusion.objects.filter(person=person, lifted_at=None)
        shared = self.filter(other_area__id__in=areas, ended_at=None)
        return shared.exclude(
            Q(case__in=excluded.values("case_id")) | Q(case__stage=Stage.ARCHIVED)
        )


class CaseShare(CaseRow):
    """One case shared with one other area: who leads, and what both agreed that the
    other sees. Nothing else of the case is open to it. An area that is not in this
    installation is named, with whom to ask there, and gets a sheet."""

    other_area = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+", null=True
    )
    outside_name = models.CharField(max_length=200, blank=True)
    leads = models.CharField(max_length=20, choices=[(k, LEADS[k]) for k in Leads])
    parts = models.JSONField(default=list)
    agreed_on = models.DateField()
    shared_at = models.DateTimeField()
    shared_by = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=200, blank=True)
    words = Sealed(seal="case_share.words")
    contact = Sealed(seal="case_share.contact", null=True)

    objects = CaseShares.as_manager()

    class Meta:
        ordering = ["shared_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(other_area=None) ^ Q(outside_name=""),
                name="shared_with_one_area_here_or_outside",
            )
        ]

    @property
    def area_name(self) -> str:
        """What the other area is called."""
        return self.other_area.name if self.other_area else self.outside_name

    @property
    def opens_in(self):
        """The partnership in which somebody holds the role that opens it to them."""
        return self.other_area_id

    def open_to(self, person, *, at) -> set[Role]:
        """The roles in which it is open to somebody of the other area."""
        if self.other_area_id is None:
            return set()
        held = roles_everywhere(person, clock.london_date(at))
        roles = {Role(role) for where, role in held if where == self.other_area_id}
        return set() if self.ended_at else roles & READS_WHAT_IS_SHARED

    @property
    def parts_in_words(self) -> list[str]:
        """What was agreed to be seen."""
        return [PARTS[each] for each in Part if each in self.parts]


class ShareDeclaration(CaseRow):
    """Whether somebody of the other area has an interest in a shared case. Who has one,
    or is not sure, sees nothing of it."""

    class Answer(models.TextChoices):
        NONE = "none", "No. I have no interest in this case"
        HAS = "has", "Yes, or I am not sure"

    share = models.ForeignKey(
        CaseShare, on_delete=models.PROTECT, related_name="declarations"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(max_length=10, choices=Answer)
    declared_at = models.DateTimeField()

    class Meta:
        ordering = ["declared_at"]


class ShareNote(CaseRow):
    """What one area writes to the other about a shared case. Both read it."""

    share = models.ForeignKey(CaseShare, on_delete=models.PROTECT, related_name="notes")
    written_by = models.CharField(max_length=200)
    written_for = models.CharField(max_length=200)
    written_at = models.DateTimeField()
    words = Sealed(seal="share_note.words")

    class Meta:
        ordering = ["written_at"]
