"""What is shown of declared interests, to those alone who decide on them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.http import Http404

from heed.cases.access import why_not
from heed.cases.kept import has_any
from heed.cases.models import Case, Exclusion, InterestDeclaration, StepTaken
from heed.cases.queries import row_for
from heed.cases.seen import seen_by
from heed.cases.standing_in import deciders, second_deciders, stand_ins
from heed.partnership.models import Person
from heed.partnership.prepared import Prepared
from heed.rulebook import process
from heed.rulebook.outcomes import InterestDecision


def may_judge_interests(case: Case, person, *, at) -> bool:
    """Whether this person may decide on interests in this case."""
    return why_not(process.DECIDE_ON_INTEREST, case, person, at=at) is None


@dataclass(frozen=True)
class FirstWord:
    """The first of the two who would let somebody in: who, when, why, and for whom it
    waits. Nobody in `waits_for` means that somebody must be named."""

    by: Person
    at: datetime
    reasons: str
    waits_for: list[Person]
    seat: str

    @property
    def waits_for_names(self) -> str:
        """The people for whom it waits; any one of them is enough."""
        *before, last = [person.name for person in self.waits_for]
        return f"{', '.join(before)} or {last}" if before else last

    @property
    def whom_to_name(self) -> str:
        """Who must be put on the case's list where nobody there may be the second."""
        return "a manager, or a partner of another body" if self.seat else "a partner"


def first_word_on(exclusion: Exclusion, *, at) -> FirstWord | None:
    """What the first of two said who would let somebody in, while the second is
    waited for."""
    if exclusion.lifted_at or exclusion.proposed_by is None:
        return None
    about = [exclusion.pk, exclusion.declaration_id]
    said = StepTaken.objects.filter(
        case=exclusion.case,
        subject_id__in=[pk for pk in about if pk],
        outcome=InterestDecision.MAY_WORK_ON_IT,
        by_id=exclusion.proposed_by.actor_id,
        at=exclusion.proposed_at,
    )
    return FirstWord(
        by=exclusion.proposed_by,
        at=exclusion.proposed_at,
        reasons=said.latest("at").reasons or "",
        waits_for=second_deciders(exclusion, at=at),
        seat=exclusion.proposed_seat,
    )


def first_word_about(declaration: InterestDeclaration, *, at) -> FirstWord | None:
    """The same, about what somebody declared."""
    if declaration.decided_at:
        return None
    kept = Exclusion.objects.filter(declaration=declaration, lifted_at=None)
    exclusion = kept.select_related("case", "person", "proposed_by").first()
    return first_word_on(exclusion, at=at) if exclusion else None


def is_second(first: FirstWord | None, person) -> bool:
    """Whether what the first of two said waits for this person."""
    return first is not None and person in first.waits_for


def declarations_of(case: Case) -> list[InterestDeclaration]:
    """What was declared in a case that needed, or still needs, a decision; what waits
    first."""
    kept = InterestDeclaration.objects.filter(case=case).exclude(
        clear=True, decided_at=None
    )
    return sorted(
        kept.select_related("person", "decided_by").prefetch_related(
            "exclusions__replaced_by",
            "exclusions__proposed_by",
            "exclusions__lifted_by",
        ),
        key=lambda each: (each.decided_at is not None, each.declared_at),
    )


def declaration_for(person, public_id: str, *, at) -> InterestDeclaration:
    """A declaration that this person may decide on: nobody's own, and none that is
    decided; else Http404."""
    kept = row_for(InterestDeclaration, person, public_id, at=at)
    mine = kept.person_id == person.pk
    if mine or kept.clear or not may_judge_interests(kept.case, person, at=at):
        raise Http404
    return kept


def exclusions_of(case: Case) -> list[Exclusion]:
    """Who is kept from a case by what others decided, and who decided it."""
    standing = Exclusion.objects.filter(case=case, lifted_at=None).exclude(
        declaration__decided_at=None, declaration__isnull=False
    )
    people = ("person", "excluded_by", "replaced_by", "proposed_by")
    return list(standing.select_related("case", *people))


def exclusion_for(person, public_id: str, *, at) -> Exclusion:
    """An exclusion that this person may lift; else Http404."""
    kept = row_for(Exclusion, person, public_id, at=at)
    if not may_judge_interests(kept.case, person, at=at):
        raise Http404
    return kept


def has_open_declarations(case: Case) -> bool:
    """Whether somebody waits to be told whether they may work on a case."""
    return has_any(Exclusion, case) and bool(_kept_out_and_untold(case=case.pk))


@Prepared
def _kept_out_and_untold(*, case):
    undecided = Q(declaration__isnull=False, declaration__decided_at=None)
    kept_out = Exclusion.objects.filter(case=case, lifted_at=None).order_by()
    untold = kept_out.filter(undecided | Q(proposed_by__isnull=False))
    return untold.values_list("pk")[:1]


def interests_to_decide(person, *, at) -> list[InterestDeclaration]:
    """Declared interests that wait for this person's decision."""
    waiting = (
        seen_by(InterestDeclaration, person, at=at)
        .filter(clear=False, decided_at=None)
        .select_related("case", "case__partnership", "person")
    )
    return [each for each in waiting if person in _asked_about(each, at=at)]


def _asked_about(declaration: InterestDeclaration, *, at) -> list:
    """Who is asked to decide now: the second, once somebody would let them in."""
    said = first_word_about(declaration, at=at)
    if said:
        return said.waits_for
    return deciders(declaration.case, declaration.person, at=at)


def exclusions_to_look_at(person, *, at) -> list[Exclusion]:
    """Who would be let back into a case by somebody, where this person is asked to be
    the second."""
    waiting = (
        seen_by(Exclusion, person, at=at)
        .filter(lifted_at=None)
        .exclude(proposed_by=None)
        .exclude(declaration__decided_at=None, declaration__isnull=False)
        .select_related("case", "case__partnership", "person", "proposed_by")
    )
    return [each for each in waiting if person in second_deciders(each, at=at)]


def who_could_replace(declaration: InterestDeclaration, *, by, at) -> list:
    """The people of the same body who could act in place of whoever declared."""
    found = stand_ins(declaration.case, declaration.person, at=at)
    people = {held.person_id: held.person for _, could in found for held in could}
    return [person for pk, person in people.items() if pk != by.pk]
