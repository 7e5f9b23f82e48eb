"""What is shown of declared interests, to those alone who decide on them."""

from django.http import Http404

from heed.cases.access import why_not
from heed.cases.models import Case, Exclusion, InterestDeclaration
from heed.cases.queries import row_for
from heed.cases.standing_in import deciders, stand_ins
from heed.rulebook import process


def may_judge_interests(case: Case, person, *, at) -> bool:
    """Whether this person may decide on interests in this case."""
    return why_not(process.DECIDE_ON_INTEREST, case, person, at=at) is None


def declarations_of(case: Case) -> list[InterestDeclaration]:
    """What was declared in a case that needed, or still needs, a decision; what waits
    first."""
    kept = InterestDeclaration.objects.filter(case=case).exclude(
        clear=True, decided_at=None
    )
    return sorted(
        kept.select_related("person", "decided_by").prefetch_related(
            "exclusions__replaced_by"
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
    return list(standing.select_related("person", "excluded_by", "replaced_by"))


def exclusion_for(person, public_id: str, *, at) -> Exclusion:
    """An exclusion that this person may lift; else Http404."""
    kept = row_for(Exclusion, person, public_id, at=at)
    if not may_judge_interests(kept.case, person, at=at):
        raise Http404
    return kept


def has_open_declarations(case: Case) -> bool:
    """Whether somebody waits to be told whether they may work on a case."""
    return InterestDeclaration.objects.filter(
        case=case, clear=False, decided_at=None
    ).exists()


def interests_to_decide(person, *, at) -> list[InterestDeclaration]:
    """Declared interests that wait for this person's decision."""
    waiting = (
        InterestDeclaration.objects.visible_to(person, at=at)
        .filter(clear=False, decided_at=None)
        .select_related("case", "case__partnership", "person")
    )
    return [
        each for each in waiting if person in deciders(each.case, each.person, at=at)
    ]


def who_could_replace(declaration: InterestDeclaration, *, by, at) -> list:
    """The people of the same body who could act in place of whoever declared."""
    found = stand_ins(declaration.case, declaration.person, at=at)
    people = {held.person_id: held.person for _, could in found for held in could}
    return [person for pk, person in people.items() if pk != by.pk]
