"""Whether a referral may be about a child whom the partnership knows already."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.shortcuts import get_object_or_404

from heed.cases.models import Case, Child, Exclusion, ProtectedAddress
from heed.referrals.alike import (
    Alike,
    asked_of,
    days_asked,
    incident_date,
    likeness,
)
from heed.referrals.models import Referral, SplitOff
from heed.referrals.queries.checked import reading_of
from heed.rulebook.language import Stage
from heed.vault.queries import shared_with


@dataclass(frozen=True)
class Suggested:
    """A referral or a case that may be about the same child or event, and why."""

    reference: str
    alike: Alike


@dataclass(frozen=True)
class Matches:
    """How many referrals and cases may be about the same child or event, and those of
    them that this person may be told of, the likeliest first."""

    count: int
    suggested: tuple[Suggested, ...] = ()

    @property
    def references(self) -> tuple[str, ...]:
        return tuple(each.reference for each in self.suggested)

    @property
    def more(self) -> int:
        """How many there are of which this person is told nothing."""
        return self.count - len(self.suggested)


def possible_matches(referral: Referral, person, *, at) -> Matches:
    """Whether other referrals or cases of the partnership may be about the same child
    or event: a number, and of those that the person may read the reference and why,
    without a word of what they say. Who is excluded from a case is not even told that
    there is one more. What a person split apart is not suggested to be one."""
    cases, lone = _alike(referral)
    for part in _split_with(referral):
        lone.pop(part, None)
    closed = Referral.objects.closed_to(person)
    others = Referral.objects.filter(pk__in=lone).exclude(pk__in=closed)
    found = Case.objects.filter(pk__in=cases)
    excluded = Exclusion.objects.filter(person=person, lifted_at=None)
    counted = found.exclude(pk__in=excluded.values("case"))
    listed = counted.listed_for(person, at=at)
    told = [
        *(Suggested(reference, lone[pk]) for pk, reference in _named(others)),
        *(Suggested(reference, cases[pk]) for pk, reference in _named(listed)),
    ]
    told.sort(key=lambda each: (-each.alike.weight, each.reference))
    return Matches(counted.count() + others.count(), tuple(told))


def _split_with(referral: Referral) -> set[UUID]:
    """What was taken out of a referral, and what it was taken out of."""
    both = Q(referral=referral) | Q(taken=referral)
    kept = SplitOff.objects.filter(both, back_at=None)
    return {pk for pair in kept.values_list("referral", "taken") for pk in pair}


def _named(rows) -> list[tuple[UUID, str]]:
    return list(rows.order_by().values_list("pk", "reference"))


def to_join(referral: Referral, person, *, at) -> list[tuple[Referral | Case, str]]:
    """What a person may join a referral to, of those they may read: the likely ones,
    the likeliest first, and why."""
    in_cases, in_referrals = _alike(referral)
    lone = _joinable(person, referral, at=at).filter(pk__in=in_referrals)
    cases = _open_cases(person, referral, at=at).filter(pk__in=in_cases)
    found = [(case, in_cases[case.pk]) for case in cases]
    found += [(other, in_referrals[other.pk]) for other in lone]
    found.sort(key=lambda each: -each[1].weight)
    return [(other, alike.why) for other, alike in found]


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
    others = found.exclude(pk=referral.pk).exclude(
        stage__in=[Stage.MERGED, Stage.NOT_PURSUED]
    )
    return others.select_related("partnership")


def _alike(referral: Referral) -> tuple[dict[UUID, Alike], dict[UUID, Alike]]:
    """The cases, and the referrals that no case holds, that have enough in common with
    a referral, and what. The number of questions does not grow with what is found."""
    reading = reading_of(referral)
    day = {"happened": days_asked(incident_date(reading))}
    asked = [asked_of(child) | day for child in reading.get("children", [])]
    rows: dict[UUID, list[set]] = {}
    for each in _shared(referral, asked or [day]):
        for row, shared in each.items():
            rows.setdefault(row, []).append(shared)
    cases, lone = _of_what(rows, referral)
    apart = ProtectedAddress.objects.filter(case__in=cases)
    kept_apart = set(apart.values_list("case", flat=True))
    return (
        _enough(cases, without_address=kept_apart),
        _enough(lone, without_address=set()),
    )


def _shared(referral: Referral, asked: list[dict]) -> list[dict]:
    """For each child, the rows that share something with it: one look for all."""
    together: dict[str, list] = {}
    for each in asked:
        for kind, values in each.items():
            together.setdefault(kind, []).extend(values)
    found = shared_with(referral.partnership_id, together)
    own = [{(kind, v) for kind, vs in each.items() for v in vs} for each in asked]
    return [
        {row: shared & mine for row, shared in found.items() if shared & mine}
        for mine in own
    ]


def _of_what(rows: dict, referral: Referral):
    """What the rows belong to: cases, and referrals that no case holds. A case has its
    day of the incident on its own row, and each child theirs."""
    cases: dict[UUID, list[set]] = {}
    lone: dict[UUID, list[set]] = {}
    children = Child.objects.filter(pk__in=rows, partnership=referral.partnership_id)
    for pk, case in children.order_by().values_list("pk", "case"):
        same_day = set().union(*rows.get(case, []))
        cases.setdefault(case, []).extend(shared | same_day for shared in rows[pk])
    others = Referral.objects.filter(pk__in=rows).exclude(pk=referral.pk)
    for pk, case in others.order_by().values_list("pk", "case"):
        (lone if case is None else cases).setdefault(case or pk, []).extend(rows[pk])
    cases.pop(referral.case_id, None)
    return cases, lone


def _enough(found: dict, *, without_address: set) -> dict[UUID, Alike]:
    """The best likeness of each, where it is enough. That somebody lives where another
    is known to live is not told of a case that keeps an address apart."""
    made = {}
    for pk, several in found.items():
        each = [
            likeness(
                {s for s in shared if s[0] != "address" or pk not in without_address}
            )
            for shared in several
        ]
        best = max(each, key=lambda alike: alike.weight)
        if best.is_enough:
            made[pk] = best
    return made
