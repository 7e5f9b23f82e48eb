"""Keeping somebody out of a case takes one person; letting somebody in takes two."""

import pytest

from heed.cases.actions import (
    decide_on_interest,
    declare_interest,
    exclude_person,
    lift_exclusion,
)
from heed.cases.interests import (
    declaration_for,
    exclusions_to_look_at,
    first_word_about,
    has_open_declarations,
    interests_to_decide,
)
from heed.cases.models import AccessGrant, Case, Exclusion, OpenItem
from heed.cases.steps import Refused, Seen, Stale
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.writing import letter
from heed.rulebook import process
from heed.rulebook.language import Role
from heed.rulebook.outcomes import InterestDecision
from tests.cases.factories import (
    NOON,
    a_case,
    a_case_with_people,
    declared,
    it_is,
    the_people,
)
from tests.partnership.factories import a_partnership, a_person, signed_in

pytestmark = pytest.mark.django_db
MAY, OUT, REPLACED = InterestDecision
WHY = "A namesake, not kin."


def a_case_where(who, more=()):
    """A case in which one person is not sure, and everybody else has no interest."""
    partnership = a_partnership(at=NOON)
    people = the_people(partnership)
    for name, role, seat in more:
        people[name] = a_person(role, partnership=partnership, seat=seat, at=NOON)
    case = a_case(partnership)
    declared(case, *(each for name, each in people.items() if name != who))
    declaration = declare_interest(
        case, answer="unsure", details="A cousin?", by=people[who], at=NOON
    )
    return people | {"case": case, "declaration": declaration, "who": people[who]}


@pytest.fixture
def here():
    return a_case_where("police")


def opens(person, case):
    return Case.objects.visible_to(person, at=NOON).filter(pk=case.pk).exists()


def decide(here, by, outcome=MAY, **more):
    return decide_on_interest(
        here["declaration"],
        outcome=outcome,
        reason=more.pop("reason", WHY),
        by=here[by],
        at=NOON,
        **more,
    )


def look_again(here, by, outcome=MAY):
    exclusion = Exclusion.objects.get(person=here["who"], lifted_at=None)
    return lift_exclusion(exclusion, outcome=outcome, reason=WHY, by=here[by], at=NOON)


def asked(here):
    """The people in whose work it stands to decide now."""
    names = [name for name in here if name not in {"case", "declaration", "who"}]
    return {
        name
        for name in names
        if interests_to_decide(here[name], at=NOON)
        or exclusions_to_look_at(here[name], at=NOON)
    }


def letters_to(person):
    kept = OutgoingEmail.objects.all()
    return [each.letter for each in kept if each.to_address == person.email]


# The first and the second


def test_the_first_is_kept_and_the_case_stays_closed(here):
    decide(here, "manager")

    said = first_word_about(here["declaration"], at=NOON)
    assert (said.by, said.at, said.reasons) == (here["manager"], NOON, WHY)
    assert not opens(here["police"], here["case"])
    assert letters_to(here["police"]) == []


def test_a_partner_is_the_second_after_the_manager_by_email_and_in_my_work(here):
    assert asked(here) == {"manager"}
    decide(here, "manager")

    assert asked(here) == {"icb", "local_authority"}
    for partner in ("icb", "local_authority"):
        assert letters_to(here[partner]) == ["interest_second"]
    decide(here, "local_authority")
    assert opens(here["police"], here["case"])
    assert asked(here) == set()


def test_the_manager_is_the_second_after_a_partner(here):
    decide(here, "icb")

    assert asked(here) == {"manager"}
    with pytest.raises(Refused, match="somebody else"):
        decide(here, "local_authority")
    decide(here, "manager")
    assert opens(here["police"], here["case"])


def test_on_the_only_managers_interest_two_partners_of_different_bodies_decide():
    here = a_case_where("manager")
    assert asked(here) == {"icb", "local_authority", "police"}
    decide(here, "icb")

    assert asked(here) == {"local_authority", "police"}
    decide(here, "police")
    assert opens(here["manager"], here["case"])


def test_another_manager_is_the_second_after_a_partner_on_a_managers_interest():
    here = a_case_where("manager", more=[("other", Role.MANAGER, None)])
    assert asked(here) == {"other"}
    decide(here, "police")

    assert asked(here) == {"other"}
    decide(here, "other")
    assert opens(here["manager"], here["case"])


def test_two_managers_are_not_two():
    two = a_case_where("police", more=[("other", Role.MANAGER, None)])
    decide(two, "manager")

    with pytest.raises(Refused, match="somebody else"):
        decide(two, "other")
    assert not opens(two["police"], two["case"])


def test_two_of_one_body_are_not_two():
    here = a_case_where("manager", more=[("second", Role.DELEGATED_PARTNER, "icb")])
    decide(here, "icb")

    with pytest.raises(Refused, match="somebody else"):
        decide(here, "second")
    assert not opens(here["manager"], here["case"])


def test_nobody_is_both_and_nobody_decides_on_themselves(here):
    decide(here, "manager")

    with pytest.raises(Refused, match="said so already"):
        decide(here, "manager")
    with pytest.raises(Refused):
        decide(here, "police")
    assert not opens(here["police"], here["case"])


# Keeping out


@pytest.mark.parametrize("by", ["manager", "icb", "local_authority"])
def test_one_keeps_out_before_and_after_somebody_would_let_in(by):
    for would_let_in in (False, True):
        here = a_case_where("police")
        if would_let_in:
            decide(here, "manager")
        decide(here, by, OUT)

        assert letters_to(here["police"]) == ["interest_stays_out"]
        assert not opens(here["police"], here["case"])
        assert asked(here) == set()
        with pytest.raises(Refused, match="decided already"):
            decide(here, "icb")


def test_the_second_may_have_somebody_step_in_instead(here):
    colleague = a_person(
        Role.DELEGATED_PARTNER,
        partnership=here["case"].partnership,
        seat="police",
        at=NOON,
    )
    decide(here, "manager")
    decide(here, "icb", REPLACED, alternate=colleague)

    assert Exclusion.objects.get(person=here["police"]).replaced_by == colleague
    assert not opens(here["police"], here["case"])


# Looking again


def test_whoever_was_overruled_does_not_let_in_alone_by_looking_again(here):
    decide(here, "manager")
    decide(here, "icb", OUT)

    look_again(here, "manager")
    assert not opens(here["police"], here["case"])
    with pytest.raises(Refused, match="said so already"):
        look_again(here, "manager")
    look_again(here, "local_authority")
    assert opens(here["police"], here["case"])


def test_whoever_kept_out_may_be_one_of_the_two_who_let_in(here, client):
    decide(here, "manager", OUT)
    look_again(here, "icb")
    assert asked(here) == {"manager"}
    assert has_open_declarations(here["case"])

    look_again(here, "manager")
    assert opens(here["police"], here["case"])
    assert letters_to(here["police"]) == ["interest_stays_out", "interest_cleared"]
    assert not has_open_declarations(here["case"])
    with it_is(NOON):
        signed_in(client, here["icb"])
        shown = client.get(f"/cases/{here['case'].public_id}/interests/").text
    assert f"Stays out of the case, by {here['manager'].name} on" in shown
    assert f"Let back in by {here['icb'].name} and {here['manager'].name}" in shown


def test_looking_again_may_end_in_staying_out_and_then_two_are_needed_anew(here):
    decide(here, "manager", OUT)
    look_again(here, "icb")
    look_again(here, "manager", OUT)

    assert asked(here) == set()
    look_again(here, "manager")
    assert not opens(here["police"], here["case"])


def test_a_first_word_on_a_declaration_is_not_finished_by_lifting(here):
    decide(here, "manager")

    with pytest.raises(Refused, match="Nobody has decided"):
        look_again(here, "icb")
    assert not opens(here["police"], here["case"])


def test_whoever_is_kept_out_lets_nobody_in_by_what_they_said_before(here):
    decide(here, "icb")
    exclude_person(
        here["case"], person=here["icb"], reason="Kin.", by=here["manager"], at=NOON
    )

    decide(here, "manager")
    assert not opens(here["police"], here["case"])
    assert asked(here) == {"local_authority"}


# Nobody is left unable to act, and nobody is overtaken


def test_where_nobody_may_be_the_second_the_gap_stays_and_the_page_says_whom_to_name(
    here, client
):
    AccessGrant.objects.filter(
        case=here["case"], seat__in=["icb", "local_authority"]
    ).update(revoked_at=NOON)
    decide(here, "manager")

    gap = OpenItem.objects.get(case=here["case"], kind="nobody_for.police")
    assert gap.answered_at is None
    with it_is(NOON):
        signed_in(client, here["manager"])
        shown = client.get(f"/cases/{here['case'].public_id}/interests/").text
    assert "put a partner on the case’s list" in shown


def test_of_two_who_decide_at_once_the_later_sees_what_the_first_said(here, client):
    seen = Seen(version=here["declaration"].version)
    page = f"/interests/{here['declaration'].public_id}/"
    decide(here, "icb", seen=seen)

    with pytest.raises(Stale):
        decide(here, "manager", seen=seen)
    assert not opens(here["police"], here["case"])
    with it_is(NOON):
        signed_in(client, here["manager"])
        sent = {"outcome": MAY, "reason": "Not kin.", "seen_version": seen.version}
        told = client.post(page, sent).text
    assert "Somebody else changed this" in told
    assert "Not kin." in told
    assert f"{here['icb'].name} would let them in" in told
    assert not opens(here["police"], here["case"])


def test_the_email_to_the_second_names_nobody(here):
    decide(here, "manager")
    email = OutgoingEmail.objects.filter(letter="interest_second").first()
    said = " ".join(letter(email.letter).filled(email.fields))
    assert here["police"].name not in said
    assert here["manager"].name not in said
    assert f"/cases/{here['case'].public_id}/interests/" in said


def test_the_rulebook_says_that_letting_in_takes_two():
    for step in (process.DECIDE_ON_INTEREST, process.LIFT_EXCLUSION):
        takes = {each: step.follows(each).signatures for each in step.outcomes}
        assert takes.pop(MAY) == 2
        assert set(takes.values()) == {1}


# The pages


def test_the_pages_by_which_two_decide(here, client):
    case, page = (
        f"/cases/{here['case'].public_id}/",
        f"/interests/{here['declaration'].public_id}/",
    )
    with it_is(NOON):
        signed_in(client, here["manager"])
        for first in (case, "/"):
            assert "Decide on an interest" in client.get(first).text
        assert "A second person is asked" in client.get(page).text
        asked = client.post(page, {"outcome": "is_replaced", "reason": "Kin."})
        assert "Choose who steps in" in asked.text
        done = client.post(page, {"outcome": "may_work_on_it", "reason": WHY})
        assert done.status_code == 302
        shown = client.get(f"{case}interests/").text
        assert "A cousin?" in shown
        assert f"Would be let in by {here['manager'].name} on 11 March 2026" in shown
        partners = sorted(here[each].name for each in ("icb", "local_authority"))
        assert f"waits for {' or '.join(partners)}." in shown
        assert "You are the second of two" not in client.get(page).text

        signed_in(client, here["icb"])
        assert "as the second of two" in client.get("/").text
        told = client.get(page).text
        assert WHY in told
        assert "You are the second of two" in told
        client.post(page, {"outcome": "may_work_on_it", "reason": "So I think."})
        two = f"by {here['manager'].name} and {here['icb'].name} on"
        assert f"May work on the case, {two}" in client.get(f"{case}interests/").text
    assert opens(here["police"], here["case"])


def test_somebody_comes_back_by_two_on_a_page(client):
    case, people = a_case_with_people()
    exclusion = exclude_person(
        case, person=people["police"], reason="Kin.", by=people["manager"], at=NOON
    )
    page = f"/exclusions/{exclusion.public_id}/lift/"
    sent = {"outcome": "may_work_on_it", "reason": "A namesake."}
    with it_is(NOON):
        signed_in(client, people["icb"])
        assert "takes two" in client.get(page).text
        client.post(page, sent)
        assert not opens(people["police"], case)
        signed_in(client, people["manager"])
        assert f"{people['icb'].name} would let them in" in client.get(page).text
        client.post(page, sent)
    assert opens(people["police"], case)


def test_the_page_is_not_there_for_whoever_declared_or_decides_nothing(here):
    from django.http import Http404

    decide(here, "manager")
    for who in ("police", "coordinator"):
        with pytest.raises(Http404):
            declaration_for(here[who], here["declaration"].public_id, at=NOON)
