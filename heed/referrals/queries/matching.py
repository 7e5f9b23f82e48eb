"""Whether a referral may be about a child whom the partnership knows already."""

from dataclasses import dataclass

from django.db.models import Q
from django.shortcuts import get_object_or_404

from heed.cases.models import Case, Child, Exclusion
from heed.referrals.models import Referral
from heed.referrals.understanding import day_of
from heed.rulebook.language import Stage
from heed.vault.queries import row_ids_matching, similar_rows


@dataclass(frozen=True)
class Matches:
    """How many referrals and cases may be about the same child, and the references of
    those that this person may be told of."""

    count: int
    references: tuple[str, ...]


SHARED_ENOUGH = 3  # a family name, how it sounds, and one thing more


def possible_matches(referral: Referral, person, *, at) -> Matches:
    """Whether other referrals or cases of the partnership may be about the same child:
    a number and references, and nothing of what they say. Who is excluded from a case
    is not even told that there is one more."""
    rows = _similar(referral)
    mine = Q(pk=referral.pk) | Q(case=referral.case_id, case__isnull=False)
    others = Referral.objects.filter(pk__in=rows).exclude(mine)
    others = others.exclude(case=None, pk__in=Referral.objects.closed_to(person))
    cases = {child.case for child in _children_among(rows, referral)}
    cases |= {other.case for other in others if other.case_id}
    lone = {other.reference for other in others if not other.case_id}
    found = Case.objects.filter(pk__in=[case.pk for case in cases])
    excluded = Exclusion.objects.filter(person=person, lifted_at=None)
    counted = found.exclude(pk__in=excluded.values("case"))
    listed = counted.listed_for(person, at=at)
    told = lone | {case.reference for case in listed}
    return Matches(counted.count() + len(lone), tuple(sorted(told)))


def to_join(referral: Referral, person, *, at) -> list[Referral | Case]:
    """What a person may join a referral to: the likely ones, of those they may read."""
    rows = _similar(referral)
    lone = _joinable(person, referral, at=at).filter(pk__in=rows)
    known = _children_among(rows, referral).values("case")
    held = Referral.objects.filter(pk__in=rows).exclude(case=None).values("case")
    cases = _open_cases(person, referral, at=at)
    return [*cases.filter(Q(pk__in=known) | Q(pk__in=held)), *lone]


def one_to_join(referral: Referral, person, reference: str, *, at):
    """The case with this reference, or the referral that no case holds, if this person
    may read it and the referral can be joined to it; else None."""
    wanted = {"reference": reference.strip().upper()}
    case = _open_cases(person, referral, at=at).filter(**wanted).first()
    return case or _joinable(person, referral, at=at).filter(**wanted).first()


def to_compare(referral: Referral, person, public_id: str, *, at):
    """The case or referral at this address to which a referral can be joined; else
    Http404."""
    case = _open_cases(person, referral, at=at).filter(public_id=public_id).first()
    if case:
        return case
    return get_object_or_404(_joinable(person, referral, at=at), public_id=public_id)


def _open_cases(person, referral: Referral, *, at):
    cases = Case.objects.visible_to(person, at=at).select_related("partnership")
    return cases.filter(partnership=referral.partnership_id)


def _joinable(person, referral: Referral, *, at):
    found = Referral.objects.at_the_desk_of(person, at=at).filter(
        partnership=referral.partnership_id, case=None, received_at__isnull=False
    )
    others = found.exclude(pk=referral.pk).exclude(stage=Stage.MERGED)
    return others.select_related("partnership")


def _children_among(rows: set, referral: Referral):
    found = Child.objects.filter(pk__in=rows, partnership=referral.partnership_id)
    return found.exclude(case=referral.case_id).select_related("case")


def _similar(referral: Referral) -> set:
    partnership_id, rows = referral.partnership_id, set()
    for child in (referral.reading or {}).get("children", []):
        names = [child["given"], child["family"], *child["aka"]]
        named = [name for name in names if name]
        found = similar_rows(partnership_id, named, day_of(child.get("dob")))
        rows |= {row for row, shared in found.items() if shared >= SHARED_ENOUGH}
        if number := (child.get("identifiers") or {}).get("nhs_number"):
            rows |= row_ids_matching(partnership_id, "nhs_number", number)
    return rows
