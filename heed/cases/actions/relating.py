"""How the people of a case are related, and who lives with whom."""

from heed.cases.belonging import belonging_to
from heed.cases.kinfolk import people_of, relations_of
from heed.cases.models import Case, Child, Household, Relation
from heed.cases.steps import Refused, Seen, carrying_out
from heed.rulebook import process
from heed.rulebook.kinship import KIN, Related, why_not_related

HOW = "Say in a few words how this person matters to the other."


def relate_people(
    case: Case,
    *,
    one,
    other,
    kin: str,
    by,
    at,
    since: str = "",
    until: str = "",
    words: str = "",
    seen: Seen | None = None,
) -> Relation:
    """Say how two people of a case are related, each of them a child or somebody of
    the family. What cannot be so beside what is known already is refused."""
    with carrying_out(process.RELATE_PEOPLE, case, by=by, at=at, seen=seen) as it:
        new = Related(str(one.pk), str(other.pk), KIN[kin])
        known = [Related(each.one, each.other, each.how) for each in relations_of(it)]
        if why := why_not_related(new, known):
            raise Refused(why)
        _must_say_how(kin, words)
        return Relation.objects.create(
            **belonging_to(it),
            **_end("one", one),
            **_end("other", other),
            kin=kin,
            number=Relation.objects.filter(case=it).count() + 1,
            recorded_at=at,
            since=since or None,
            until=until or None,
            words=words or None,
        )


def _end(name: str, person) -> dict:
    return {f"{name}_{'child' if isinstance(person, Child) else 'member'}": person}


def _must_say_how(kin: str, words: str) -> None:
    if kin == "matters" and not words:
        raise Refused(HOW)


def amend_relation(
    relation: Relation,
    *,
    since: str,
    until: str,
    words: str,
    wrong: bool,
    by,
    at,
    seen: Seen | None = None,
) -> Relation:
    """Set right since when two people are related, and until when. One that was
    recorded by mistake is set aside: it is kept, and drawn no more."""
    with carrying_out(process.RELATE_PEOPLE, relation, by=by, at=at, seen=seen) as it:
        _must_say_how(it.kin, words)
        it.since, it.until, it.words = since or None, until or None, words or None
        it.set_aside_at = at if wrong else None
        it.save(update_fields=["since", "until", "words", "set_aside_at"])
    return it


def keep_household(
    case: Case,
    *,
    people: list,
    by,
    at,
    since: str = "",
    until: str = "",
    seen: Seen | None = None,
) -> Household:
    """Say who lives, or lived, in one home; never where it is."""
    with carrying_out(process.RELATE_PEOPLE, case, by=by, at=at, seen=seen) as it:
        return Household.objects.create(
            **belonging_to(it),
            people=_keys_of(it, people),
            number=Household.objects.filter(case=it).count() + 1,
            recorded_at=at,
            since=since or None,
            until=until or None,
        )


def amend_household(
    household: Household,
    *,
    people: list,
    since: str,
    until: str,
    wrong: bool,
    by,
    at,
    seen: Seen | None = None,
) -> Household:
    """Set right who lives in one home. One recorded by mistake is set aside."""
    with carrying_out(process.RELATE_PEOPLE, household, by=by, at=at, seen=seen) as it:
        it.people = _keys_of(it.case, people)
        it.since, it.until = since or None, until or None
        it.set_aside_at = at if wrong else None
        it.save(update_fields=["people", "since", "until", "set_aside_at"])
    return it


def _keys_of(case: Case, people: list) -> list[str]:
    known, chosen = people_of(case), {str(each.pk) for each in people}
    if not chosen or chosen - set(known):
        raise Refused("Choose at least one person of this case.")
    return [key for key in known if key in chosen]
