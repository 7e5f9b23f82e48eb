"""The children of a case."""

from heed.cases.belonging import belonging_to
from heed.cases.describing import band_of
from heed.cases.models import Case, Child
from heed.cases.steps import Refused, Seen, carrying_out, must_have_been
from heed.rulebook import process
from heed.vault.actions import index


def add_child(case: Case, *, by, at, step=None, seen=None, **facts) -> Child:
    """Add a child to a case, with what is known; what is not stated stays empty."""
    with carrying_out(step or process.NAME_CHILD, case, by=by, at=at, seen=seen) as it:
        _must_have_been(facts, at=at)
        return keep_child(it, by=by, at=at, **facts)


def _must_have_been(facts, *, at) -> None:
    """Refuse a birth or a death that lies ahead; a baby is due on a day to come."""
    born, died = facts.get("born_on"), facts.get("died_on")
    must_have_been(born, at=at, what="A child cannot have been born")
    must_have_been(died, at=at, what="A child cannot have died")


def keep_child(case: Case, *, by, at, **facts) -> Child:
    """Keep a child of a case inside a step that is being carried out already."""
    number = Child.objects.filter(case=case).count() + 1
    child = Child(**belonging_to(case), number=number, **facts)
    child.age_band = band_of(child)
    child.save(force_insert=True)
    index_child(child, by=by, at=at)
    return child


def amend_child(child: Child, *, by, at, seen: Seen | None = None, **facts) -> Child:
    """Set right what is known of a child."""
    with carrying_out(process.NAME_CHILD, child, by=by, at=at, seen=seen) as it:
        _must_have_been(facts, at=at)
        for name, value in facts.items():
            setattr(it, name, value)
        it.age_band = band_of(it)
        it.save(update_fields=[*facts, "age_band"])
        index_child(it, by=by, at=at)
    return it


def count_ages_again(case: Case, *, by, at) -> None:
    """Count the ages of the children again, inside the step that says on which day
    they count."""
    for child in Child.objects.filter(case=case):
        child.hold(case)
        child.age_band = band_of(child)
        child.save(update_fields=["age_band"])


def choose_pseudonym(
    child: Child,
    *,
    pseudonym: str,
    pseudonym_chosen_by: str = Child.ChosenBy.US,
    knowingly: bool = False,
    by,
    at,
    seen: Seen | None = None,
) -> Child:
    """Give a child the name used on screens and in the report, and say who chose it:
    the family, the young person, or we. A name already used in the partnership is
    taken only knowingly, so that two reviews are never taken for one."""
    with carrying_out(process.CHOOSE_PSEUDONYM, child, by=by, at=at, seen=seen) as it:
        used = Child.objects.filter(
            partnership_id=it.partnership_id, pseudonym__iexact=pseudonym
        ).exclude(pk=it.pk)
        if not knowingly and used.exists():
            raise Refused(
                f"“{pseudonym}” is already used in another review here. Choose another "
                "name, or say that you use it all the same."
            )
        it.pseudonym = pseudonym
        it.pseudonym_chosen_by = pseudonym_chosen_by
        it.save(update_fields=["pseudonym", "pseudonym_chosen_by"])
    return it


def index_child(child: Child, *, by, at) -> None:
    """Mark a child so that it is found by a name, a day, a place or a number. Inside a
    step."""
    others = [*(child.also_known_as or []), *(child.former_names or [])]
    names = [child.given_name, child.family_name, *others]
    parts = [part for name in names if name for part in name.split()]
    number = (child.identifiers or {}).get("nhs_number")
    for kind, values in {
        "name": parts,
        "sound": parts,
        "born": [child.born_on] if child.born_on else [],
        "address": [child.address] if child.address else [],
        "nhs_number": [number] if number else [],
    }.items():
        index(
            row_id=child.pk,
            partnership_id=child.partnership_id,
            kind=kind,
            values=values,
            by=by,
            at=at,
        )
