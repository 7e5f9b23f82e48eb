"""What moves through the stages: a case, or a referral that no case holds yet."""

import secrets
from functools import reduce
from operator import or_
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

from heed import clock
from heed.partnership.queries import roles_everywhere, standing_lock
from heed.rulebook.language import Stage
from heed.rulebook.roles import (
    BUSINESS_UNIT,
    CASE_ROLES,
    READS_THE_CASE,
    READS_THE_FAMILY_RECORD,
)
from heed.rulebook.words import between_in_words
from heed.vault.fields import SealedDate
from heed.vault.models import SealedRow


def a_public_id() -> str:
    """128 random bits: what addresses of pages carry instead of a number."""
    return secrets.token_hex(16)


class Spine(SealedRow):
    """A row with a stage of its own. Steps lock it, and compare its version."""

    public_id = models.CharField(max_length=32, unique=True, default=a_public_id)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    reference = models.CharField(max_length=40)
    stage = models.CharField(max_length=40, choices=[(s, s) for s in Stage])
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def spine(self):
        return self

    def is_closed_to(self, person) -> bool:
        """Whether an interest keeps this person from it, before there is a case."""
        return False


def drawn_up(cases, rows):
    """The cases of these rows, where they are few: the rows first, then their cases."""
    return cases.filter(pk__in=rows.values("case"))


def probed(cases, rows):
    """The same where they are many and few cases are wanted: the cases in their order,
    each with the question whether it has such a row."""
    return cases.filter(Exists(rows.filter(case=OuterRef("pk"))))


Places = tuple[tuple[UUID, tuple[str, ...]], ...]


def is_able(person, *, at) -> bool:
    """Whether anything of a case or a referral is open to this account: to nobody, to
    one that is disabled, and while cases are closed to it, nothing is."""
    return bool(person and person.is_active and not standing_lock(person, at))


def places_held_by(person, roles, *, at) -> Places:
    """The places on lists that open anything to somebody now: by area, those of these
    roles that they hold there. None for nobody, for an account that is disabled, and
    while cases are closed to it."""
    if not is_able(person, at=at):
        return ()
    held: dict[UUID, list[str]] = {}
    for where, role in roles_everywhere(person, clock.london_date(at)):
        if role in roles:
            held.setdefault(where, []).append(role)
    return tuple(sorted((where, tuple(sorted(names))) for where, names in held.items()))


class Cases(models.QuerySet):
    """The only ways in to cases. `among` is how the database is to go about it; which
    cases are found is the same either way."""

    def listed_for(self, person, *, at, roles=CASE_ROLES, among=drawn_up):
        """Cases on whose access list this person stands today, in one of these roles
        that they still hold, not excluded.

        Enough to be told that a case waits; not enough to read it."""
        places = places_held_by(person, roles, at=at)
        if not places:
            return self.none()
        who = {"person": person, "today": clock.london_date(at)}
        return self.listed_in(places, among=among, **who)

    def opened_by(self, person, *, at, roles=CASE_ROLES, among=drawn_up):
        """Cases on whose list this person stands in one of these roles, and in which
        they have declared that they have no interest."""
        places = places_held_by(person, roles, at=at)
        if not places:
            return self.none()
        who = {"person": person, "today": clock.london_date(at)}
        return self.opened_in(places, among=among, **who)

    def listed_in(self, places: Places, *, person, today, among):
        """Cases on whose list somebody stands today in one of these places, which are
        hers: `places_held_by` says so. Not for those who have not asked it."""
        from heed.cases.models.access import AccessGrant, Exclusion

        each = [Q(partnership=where, role__in=names) for where, names in places]
        grants = AccessGrant.objects.filter(
            reduce(or_, each), person=person, revoked_at=None, starts_on__lte=today
        ).filter(Q(ends_on=None) | Q(ends_on__gte=today))
        excluded = Exclusion.objects.filter(person=person, lifted_at=None)
        listed = among(self, grants)
        return listed.exclude(pk__in=excluded.values("case"))

    def opened_in(self, places: Places, *, person, today, among):
        """The same, where she has declared that she has no interest."""
        from heed.cases.models.access import InterestDeclaration

        declared = InterestDeclaration.objects.filter(person=person, clear=True)
        how = {"person": person, "today": today, "among": among}
        return among(self.listed_in(places, **how), declared)

    def visible_to(self, person, *, at, among=drawn_up):
        """Cases that this person may read: on the list in a role that reads the case,
        within its dates, not excluded, and the declaration made."""
        return self.opened_by(person, at=at, roles=READS_THE_CASE, among=among)

    def family_visible_to(self, person, *, at, among=drawn_up):
        """Cases whose family record this person may read. A family contact reads the
        family record and nothing else; some who read the case do not read it."""
        roles = READS_THE_FAMILY_RECORD
        return self.opened_by(person, at=at, roles=roles, among=among)


class Case(Spine):
    """One incident and its children, from consideration to learning."""

    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True)
    began_with = models.CharField(max_length=40)
    working_together = models.CharField(max_length=40)
    panel_guidance = models.CharField(max_length=40)
    flags = models.JSONField(default=list)
    happened_on = SealedDate(seal="case.happened_on", null=True)
    happened_until = SealedDate(seal="case.happened_until", null=True)
    kind_of_place = models.CharField(max_length=40, blank=True)

    objects = Cases.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "reference"], name="one_case_a_reference"
            )
        ]
        indexes = [models.Index(fields=["partnership", "-opened_at", "id"])]

    @property
    def case(self):
        return self

    @property
    def when_it_happened(self) -> str:
        """The day of the incident, or the days between which it was; else nothing."""
        if self.happened_on is None:
            return ""
        return between_in_words(self.happened_on, self.happened_until)

    def has_flag(self, flag: str) -> bool:
        return flag in self.flags


class CaseReferences(models.Model):
    """The last number given out to a case of a partnership in a year."""

    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "year"], name="one_counter_a_year"
            )
        ]


class SpineOfCase(models.Model):
    """A referral (or another case) that this case has taken in with its history."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="spines")
    spine_id = models.UUIDField(unique=True)
    since = models.DateTimeField()
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )


def whose_case_is_among(cases) -> Exists:
    """Whether a row is of one of these cases: asked of each row, which are few where
    the cases may be many."""
    return Exists(cases.filter(pk=OuterRef("case")))


class CaseRows(models.QuerySet):
    """Rows that belong to a case, seen by who may open the case."""

    readers = READS_THE_CASE

    def visible_to(self, person, *, at, among=probed):
        how = {"roles": self.readers, "among": among}
        cases = Case.objects.opened_by(person, at=at, **how)
        return self._of(cases, among)

    def opened_in(self, places: Places, *, person, today, among=probed):
        """Those of cases on whose list somebody stands today in one of these places,
        which are hers; where nothing else opens a row. Not for those who have not asked
        which are."""
        who = {"person": person, "today": today}
        cases = Case.objects.opened_in(places, among=among, **who)
        return self._of(cases, among)

    def _of(self, cases, among):
        few = among is drawn_up
        return (
            self.filter(case__in=cases)
            if few
            else self.filter(whose_case_is_among(cases))
        )

    @property
    def open_by_places_alone(self) -> bool:
        """Whether a place on the case's list opens such a row, and nothing else does:
        so unless its model says in another way who sees it."""
        return type(self).visible_to is CaseRows.visible_to


class FamilyRows(CaseRows):
    """Rows of the family record, seen by who may read it."""

    readers = READS_THE_FAMILY_RECORD


class BusinessUnitRows(CaseRows):
    """Rows of a case that its business unit alone sees."""

    readers = BUSINESS_UNIT


class CaseRow(SealedRow):
    """A row of a case: in its partnership, under its key, with its own version."""

    public_id = models.CharField(max_length=32, unique=True, default=a_public_id)
    partnership = models.ForeignKey(
        "partnership.Partnership", on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="%(class)ss"
    )
    version = models.PositiveIntegerField(default=1)

    objects = CaseRows.as_manager()

    class Meta:
        abstract = True

    @property
    def spine(self):
        return self.case

    def hold(self, case):
        """Take the locked case in place of the one read before."""
        self.case = case
