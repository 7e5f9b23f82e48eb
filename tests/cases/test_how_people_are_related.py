"""How the children and the family of a case are related, and who lives with whom."""

import pytest
from django.urls import reverse

from heed.cases.actions import (
    add_child,
    amend_household,
    amend_relation,
    grant_access,
    keep_household,
    name_family_member,
    relate_people,
)
from heed.cases.kinfolk import households_of, picture_of, relations_of
from heed.cases.models import Case, Household, Relation, StepTaken
from heed.cases.steps import Refused
from heed.rulebook.kinship import KIN, Related, why_not_related
from heed.rulebook.language import Role
from tests.cases.factories import NOON, a_case_with_people, declared, it_is
from tests.partnership.factories import a_person, signed_in
from tests.walked import walked_once

pytestmark = pytest.mark.django_db


@walked_once
def a_family():
    """A girl, her mother and her mother's partner; nothing said of how they are
    related."""
    case, people = a_case_with_people()
    by = {"by": people["coordinator"], "at": NOON}
    child = add_child(case, given_name="Lumi", sex="female", **by)
    mother = name_family_member(case, name="Wenna", relationship="mother", **by)
    partner = name_family_member(case, name="Calder", relationship="partner", **by)
    return case, people, child, mother, partner


def related(case, by, one, kin, other, **more):
    return relate_people(case, one=one, kin=kin, other=other, by=by, at=NOON, **more)


def sentences(case, **how):
    return list(picture_of(Case.objects.get(pk=case.pk), **how).sentences)


def page(client, person, path, data=None):
    with it_is(NOON):
        browser = signed_in(client, person)
        return browser.post(path, data) if data else browser.get(path)


def test_they_are_drawn_and_told_by_their_pseudonyms():
    case, people, child, mother, partner = a_family()
    by = people["coordinator"]
    related(case, by, mother, "mother", child)
    related(case, by, mother, "partners", partner, since="2023")
    keep_household(case, people=[mother, child, partner], by=by, at=NOON)

    assert sentences(case, names_on=False) == [
        "Mother 1 is the mother of Child 1.",
        "Mother 1 and Partner 2 are partners, since 2023.",
    ]
    assert sentences(case, names_on=True)[0] == "Wenna is the mother of Lumi."
    picture = picture_of(case, names_on=False)
    assert picture.homes == ("Home A: Child 1, Mother 1 and Partner 2 live together.",)
    shapes = {figure.who.name: figure.shape for figure in picture.figures}
    assert shapes == {"Child 1": "circle", "Mother 1": "circle", "Partner 2": "diamond"}


def test_what_people_wrote_in_their_own_words_is_told_while_names_are_on():
    case, people, child, _, partner = a_family()
    words = "Calder cooks for her"
    related(case, people["coordinator"], partner, "matters", child, words=words)
    assert sentences(case, names_on=False) == ["Partner 2 matters to Child 1."]
    told = "Calder matters to Lumi: Calder cooks for her."
    assert sentences(case, names_on=True) == [told]


def test_what_cannot_be_is_refused_with_a_sentence():
    case, people, child, mother, partner = a_family()
    by = people["coordinator"]
    related(case, by, mother, "mother", child)
    related(case, by, partner, "partners", mother)

    for one, kin, other, why in (
        (mother, "mother", mother, "related to themselves"),
        (mother, "mother", child, "recorded already"),
        (mother, "partners", partner, "recorded already"),
        (child, "parent", mother, "stands above the first"),
        (partner, "matters", child, "how this person matters"),
    ):
        with pytest.raises(Refused, match=why):
            related(case, by, one, kin, other)
    assert len(relations_of(case)) == 2


def test_nobody_stands_above_their_own_grandmother():
    known = [
        Related("gran", "mum", KIN["mother"]),
        Related("mum", "kid", KIN["mother"]),
    ]
    assert "stands above" in why_not_related(
        Related("kid", "gran", KIN["guardian"]), known
    )
    assert why_not_related(Related("gran", "kid", KIN["guardian"]), known) == ""
    assert why_not_related(Related("kid", "gran", KIN["cousins"]), known) == ""


def test_what_has_ended_is_told_so_and_what_was_wrong_is_drawn_no_more():
    case, people, child, mother, partner = a_family()
    by = {"by": people["coordinator"], "at": NOON}
    pair = related(case, by["by"], mother, "married", partner)
    home = keep_household(case, people=[mother, child], **by)

    amend_relation(pair, since="2020", until="May 2025", words="", wrong=False, **by)
    assert sentences(case, names_on=False) == [
        "Mother 1 and Partner 2 were married, from 2020 until May 2025."
    ]

    said = {"since": "", "until": "", "wrong": True}
    amend_relation(Relation.objects.get(), words="", **said, **by)
    amend_household(home, people=[mother], **said, **by)
    assert sentences(case, names_on=False) == []
    assert households_of(case) == []
    assert (Relation.objects.count(), Household.objects.count()) == (1, 1)
    assert StepTaken.objects.filter(step="relate_people").count() == 5


def test_it_is_said_on_the_page_of_the_family(client):
    case, people, child, mother, _ = a_family()
    said = {"one": str(mother.pk), "kin": "mother", "other": str(child.pk)}
    path = reverse("relate_people", args=[case.public_id])
    page(client, people["coordinator"], path, said | {"since": ""})
    homes = reverse("keep_household", args=[case.public_id])
    chosen = [str(mother.pk), str(child.pk)]
    page(client, people["coordinator"], homes, {"people": chosen, "since": "2019"})

    shown = page(client, people["coordinator"], f"/cases/{case.public_id}/family/")
    words = shown.content.decode()
    assert "Mother 1 is the mother of Child 1." in words
    assert "Home A: Child 1 and Mother 1 live together, since 2019." in words
    assert "how Partner 2 is related to the others" in words
    assert "<svg" in words
    assert "Wenna" not in words


def test_a_refusal_stands_on_the_page_and_nothing_typed_is_lost(client):
    case, people, child, mother, _ = a_family()
    related(case, people["coordinator"], mother, "mother", child)
    said = {"one": str(mother.pk), "kin": "mother", "other": str(child.pk)}
    path = reverse("relate_people", args=[case.public_id])
    refused = page(client, people["coordinator"], path, said | {"since": "Always"})
    words = refused.content.decode()
    assert "This is recorded already." in words
    assert "Always" in words


def test_who_keeps_in_touch_with_the_family_sees_no_more_of_a_child_than_its_place():
    case, people, child, mother, _ = a_family()
    contact = a_person(Role.FAMILY_CONTACT, partnership=case.partnership, at=NOON)
    grant_access(
        case,
        person=contact,
        role=Role.FAMILY_CONTACT,
        by=people["manager"],
        at=NOON,
    )
    declared(case, contact)
    related(case, contact, mother, "mother", child)

    picture = picture_of(case, names_on=True, alone=True)
    girl = next(each for each in picture.figures if each.who.name == "Child 1")
    assert (girl.shape, girl.who.about, girl.who.died) == ("diamond", "", False)
    assert picture.sentences == ("Wenna is the mother of Child 1.",)


def test_a_partner_reads_it_and_does_not_write_it():
    case, people, child, mother, _ = a_family()
    with pytest.raises(Refused, match="Only a coordinator"):
        related(case, people["police"], mother, "mother", child)
