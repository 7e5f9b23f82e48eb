"""The people of a case as a picture: how they are related, and who lives with whom."""

from heed.cases.describing import age_of, status_of
from heed.cases.kept import rows_of
from heed.cases.models import Case, Child, FamilyMember, Household, Relation
from heed.cases.queries import children_of, family_of
from heed.partnership.one_look import asked_once
from heed.ui.genogram import Genogram, Home, Somebody, Tie, genogram, sentence_of

DRAWN_SEXES = {"female": "female", "male": "male"}


@asked_once
def relations_of(case: Case) -> list[Relation]:
    """How the people of a case are related, as it was recorded, without what was set
    aside."""
    found = rows_of(Relation, case).filter(set_aside_at=None)
    known = people_of(case)
    return [each for each in found if {each.one, each.other} <= set(known)]


@asked_once
def households_of(case: Case) -> list[Household]:
    """Who lives with whom, without what was set aside."""
    return [each for each in rows_of(Household, case) if not each.set_aside_at]


def people_of(case: Case) -> dict[str, Child | FamilyMember]:
    """Children and family of a case by their keys, the children first."""
    return {str(each.pk): each for each in (*children_of(case), *family_of(case))}


def names_of(case: Case, *, names_on: bool, alone: bool = False) -> dict[str, str]:
    """What everybody is called on a page: as chosen, or by name while names are on.
    Whoever reads the family record `alone` reads no child's name."""
    return {
        key: (names_on and not (alone and _is_child(each)) and _own_name(each))
        or each.shown_as
        for key, each in people_of(case).items()
    }


def _is_child(each: Child | FamilyMember) -> bool:
    return isinstance(each, Child)


def _own_name(each: Child | FamilyMember) -> str:
    if isinstance(each, Child):
        return " ".join(name for name in (each.given_name, each.family_name) if name)
    return each.name or ""


def picture_of(case: Case, *, names_on: bool, alone: bool = False) -> Genogram:
    """The genogram of a case: names or pseudonyms. Whoever reads the family record
    `alone` sees of the children no more than what they are called."""
    names = names_of(case, names_on=names_on, alone=alone)
    people = [
        _child_drawn(each, names[key], alone=alone)
        if isinstance(each, Child)
        else _member_drawn(case, each, names[key])
        for key, each in people_of(case).items()
    ]
    ties = [tie_of(each, names_on=names_on) for each in relations_of(case)]
    homes = [
        Home(people=tuple(each.people), since=each.since or "", until=each.until or "")
        for each in households_of(case)
    ]
    return genogram(people, ties, homes)


def family_drawn(case: Case, *, names_on: bool, alone: bool) -> dict:
    """What a page shows of how people are related: the picture, each relation and each
    home as a sentence beside its row."""
    if not people_of(case):
        return {"picture": None}
    shown = picture_of(case, names_on=names_on, alone=alone)
    return {
        "picture": shown,
        "relations": list(zip(relations_of(case), shown.sentences, strict=True)),
        "households": list(zip(households_of(case), shown.homes, strict=True)),
    }


def tie_of(relation: Relation, *, names_on: bool) -> Tie:
    """A relation as it is drawn and told. While names are off, without what people
    wrote in their own words: a name may stand in it."""
    return Tie(
        one=relation.one,
        other=relation.other,
        kin=relation.how,
        since=relation.since or "",
        until=relation.until or "",
        words=(names_on and relation.words) or "",
    )


def told_of(relation: Relation, *, names_on: bool, alone: bool = False) -> str:
    """A relation as a sentence."""
    names = names_of(relation.case, names_on=names_on, alone=alone)
    known = {relation.one, relation.other} <= set(names)
    tie = tie_of(relation, names_on=names_on)
    return sentence_of(tie, names) if known else ""


def _child_drawn(child: Child, name: str, *, alone: bool) -> Somebody:
    key, focus = str(child.pk), child.role == "subject"
    if alone:
        return Somebody(key=key, name=name, in_focus=True)
    died, unborn = child.status == "died", child.status == "unborn"
    about = status_of(child) if unborn else age_of(child)
    return Somebody(
        key=key,
        name=name,
        about=about,
        sex=DRAWN_SEXES.get(child.sex or "", ""),
        died=died,
        unborn=unborn,
        in_focus=focus,
    )


def _member_drawn(case: Case, member: FamilyMember, name: str) -> Somebody:
    """Somebody of the family: the shape follows from what was recorded of them."""
    key = str(member.pk)
    said = {each.how.sex for each in relations_of(case) if each.one == key} - {""}
    sex = said.pop() if len(said) == 1 else ""
    return Somebody(key=key, name=name, sex=sex)
