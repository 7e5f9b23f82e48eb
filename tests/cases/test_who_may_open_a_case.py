"""The list, the role, the declaration, the exclusion: all of them, every time."""

from datetime import timedelta

import pytest

from heed.cases.actions import (
    declare_interest,
    exclude_person,
    grant_access,
    revoke_access,
)
from heed.cases.granting import roles_to_grant
from heed.cases.models import AccessGrant, Case
from heed.cases.queries import opening, waiting_for_declaration, ways
from heed.cases.steps import Refused
from heed.rulebook.language import Role
from tests.cases.factories import NOON, a_case, a_case_with_people, declared, the_people
from tests.partnership.factories import a_partnership, a_person

pytestmark = pytest.mark.django_db


def opens(person, case, at=NOON):
    return Case.objects.visible_to(person, at=at).filter(pk=case.pk).exists()


def test_a_new_case_has_the_business_unit_and_three_partners_on_its_list():
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)

    case = a_case(partnership)

    on_the_list = set(
        AccessGrant.objects.filter(case=case).values_list("person", flat=True)
    )
    assert on_the_list == {person.pk for person in people.values()}


@pytest.mark.parametrize("many", [0, 2_000])  # how few places are many
@pytest.mark.parametrize("at_once", [1, 500])  # how few cases to declare in are few
def test_nobody_opens_a_case_before_declaring_their_interests(
    many, at_once, monkeypatch
):
    monkeypatch.setattr(ways, "MANY", many)
    monkeypatch.setattr(opening, "MOST_AT_ONCE", at_once)
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    cases = [a_case(partnership) for _ in range(3)]
    manager, waiting = people["manager"], list(cases)

    for case in cases:
        assert not opens(manager, case)
        assert list(waiting_for_declaration(manager, at=NOON)) == waiting
        declared(case, manager)
        assert opens(manager, case)
        waiting.remove(case)
    assert list(waiting_for_declaration(manager, at=NOON)) == []


@pytest.mark.parametrize("answer", ["has", "unsure"])
def test_a_declared_interest_closes_the_case_at_once(answer):
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    case = a_case(partnership)

    declare_interest(
        case, answer=answer, details="My cousin.", by=people["police"], at=NOON
    )

    assert not opens(people["police"], case)
    assert list(waiting_for_declaration(people["police"], at=NOON)) == []


def test_exclusion_beats_every_role():
    case, people = a_case_with_people()

    exclude_person(
        case,
        person=people["local_authority"],
        reason="Named in the referral.",
        by=people["manager"],
        at=NOON,
    )

    assert not opens(people["local_authority"], case)
    with pytest.raises(Refused, match="That beats every role"):
        grant_access(
            case,
            person=people["local_authority"],
            role=Role.DELEGATED_PARTNER,
            seat="local_authority",
            by=people["manager"],
            at=NOON,
        )


def test_access_ends_with_its_last_day():
    case, people = a_case_with_people()
    reviewer = a_person(Role.LEAD_REVIEWER, partnership=case.partnership, at=NOON)
    grant_access(
        case,
        person=reviewer,
        role=Role.LEAD_REVIEWER,
        ends_on=NOON.date(),
        by=people["manager"],
        at=NOON,
    )
    declared(case, reviewer)

    assert opens(reviewer, case)
    assert not opens(reviewer, case, at=NOON + timedelta(days=1))


def test_access_that_was_taken_away_is_gone_at_once():
    case, people = a_case_with_people()
    grant = AccessGrant.objects.get(case=case, person=people["coordinator"])

    revoke_access(grant, reason="Left the team.", by=people["manager"], at=NOON)

    assert not opens(people["coordinator"], case)


def test_a_partner_puts_people_of_their_own_body_on_the_list_and_nobody_else():
    case, people = a_case_with_people()
    own, other = (
        a_person(
            Role.RAPID_REVIEW_MEMBER,
            partnership=case.partnership,
            organisation=people[body].organisation,
            at=NOON,
        )
        for body in ("police", "icb")
    )
    as_member = {"role": Role.RAPID_REVIEW_MEMBER, "at": NOON}

    offered = roles_to_grant(case, by=people["police"], at=NOON)
    assert [held.person for held in offered] == [own]
    grant_access(case, person=own, by=people["police"], **as_member)
    with pytest.raises(Refused, match="not of your organisation"):
        grant_access(case, person=other, by=people["police"], **as_member)

    grant_access(case, person=other, by=people["manager"], **as_member)
    assert AccessGrant.objects.filter(case=case, person=other).exists()


def test_nobody_puts_themselves_on_a_list():
    case, people = a_case_with_people()

    with pytest.raises(Refused, match="themselves"):
        grant_access(
            case,
            person=people["manager"],
            role=Role.MANAGER,
            by=people["manager"],
            at=NOON,
        )


def test_a_person_of_another_partnership_sees_nothing():
    case, _ = a_case_with_people()
    other = a_person(Role.MANAGER, at=NOON)

    assert not opens(other, case)
    assert list(waiting_for_declaration(other, at=NOON)) == []


def test_a_disabled_account_sees_nothing():
    case, people = a_case_with_people()
    people["manager"].is_active = False

    assert not opens(people["manager"], case)


def test_a_person_who_shares_a_name_with_the_family_is_shown_to_the_manager():
    from heed.cases.actions import name_family_member
    from heed.cases.queries import possible_conflicts

    case, people = a_case_with_people()
    namesake = a_person(
        Role.SCRUTINEER,
        partnership=case.partnership,
        name="Ransome Ostrander-Vale",
        at=NOON,
    )
    name_family_member(
        case,
        name="Lumi Ostrander-Vale",
        relationship="aunt",
        by=people["manager"],
        at=NOON,
    )

    assert namesake in possible_conflicts(case, at=NOON)
