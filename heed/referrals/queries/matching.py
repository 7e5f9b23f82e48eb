"""Whether a referral may be about a child whom the partnership knows already."""

from dataclasses import dataclass

from django.db.models import Q

from heed.cases.models import Case, Child
from heed.referrals.models import Referral
from heed.referrals.understanding import day_of
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
    a number and references, and nothing of what they say."""
    rows = _similar(referral)
    mine = Q(pk=referral.pk) | Q(case=referral.case_id, case__isnull=False)
    others = Referral.objects.filter(pk__in=rows).exclude(mine)
    cases = {child.case for child in _children_among(rows, referral)}
    cases |= {other.case for other in others if other.case_id}
    lone = {other.reference for other in others if not other.case_id}
    listed = Case.objects.listed_for(person, at=at).filter(pk__in=[c.pk for c in cases])
    told = lone | {case.reference for case in listed}
    return Matches(len(cases) + len(lone), tuple(sorted(told)))


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
