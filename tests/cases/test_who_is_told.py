"""Whom a step tells gets one email: on the list, with the reference and nothing else."""

from datetime import timedelta

import pytest
from django.db import transaction

from heed.cases.actions import (
    decide_on_interest,
    declare_interest,
    exclude_person,
    grant_access,
    raise_open_item,
    revoke_access,
)
from heed.cases.models import AccessGrant, Case
from heed.cases.steps import Refused, carrying_out
from heed.cases.telling import OWN_LETTERS, PLEASE_LOOK, TOGETHER
from heed.correspondence.actions import send_what_is_due
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.queries import emails_that_fail
from heed.correspondence.writing import all_letters
from heed.partnership.letters import on_the_desk
from heed.rulebook import process
from heed.rulebook.language import Role, Seat, Stage
from heed.rulebook.outcomes import InterestDecision
from heed.rulebook.roles import CASE_ROLES, HOLDS_A_SEAT
from tests.cases.factories import HEED, NOON, a_case, a_case_with_people, declared
from tests.incidents.asking import browser_of
from tests.partnership.factories import a_person

pytestmark = pytest.mark.django_db

TOLD = [step for step in process.STEPS.values() if step.tells]
# Whom a step tells who stands on no case's list: a person outside Heed, whom a letter
# or a paper of the step itself reaches, or the Panel, to whom papers go.
ON_NO_LIST = frozenset(Role) - CASE_ROLES
# Of a referral that no case holds yet, so that there is no list: letters of its own.
OF_A_REFERRAL = {
    "draft_referral": "draft_waits",
    "lead_decides_to_refer": "referral_arrived",
    "offer_to_deputy": "draft_waits",
    "offer_to_business_unit": "referral_arrived",
    "escalate_refusal": "referral_arrived",
    "refer": "referral_arrived",
    "acknowledge_referral": "referral_received",
    "add_information": "information_added",
    "return_for_information": "more_wanted",
    "set_aside_referral": "not_taken_further",
    "step_back_from_referral": "stepped_back",
    "withdraw_referral": "information_added",
}
# Told of it by the partners themselves: off the list by then.
TOLD_IN_PERSON = {(process.REPLACE_REVIEWER, Role.LEAD_REVIEWER)}


def people_of_every_role(case) -> dict:
    """One person a role on the list of a case, beside those of the beginning."""
    people = {}
    for role in sorted(CASE_ROLES):
        seat = Seat.LOCAL_AUTHORITY if role in HOLDS_A_SEAT else None
        people[role] = a_person(role, partnership=case.partnership, seat=seat, at=NOON)
        AccessGrant.objects.create(
            case=case,
            partnership=case.partnership,
            data_key=case.data_key,
            person=people[role],
            role=role,
            seat=seat or "",
            starts_on=NOON.date(),
            granted_at=NOON,
            granted_by="The test",
        )
    return people


def take(step, case, by, *, at=NOON, **more):
    outcome = step.outcomes[0] if step.outcomes else ""
    with carrying_out(step, case, by=by, at=at, outcome=outcome, reasons="x", **more):
        pass


def letters(letter=PLEASE_LOOK):
    return [e.to_address for e in OutgoingEmail.objects.filter(letter=letter)]


def test_whoever_the_table_names_is_written_to():
    case, first = a_case_with_people()
    people = people_of_every_role(case)
    beginning = {person.email for person in first.values()}
    for step in (each for each in TOLD if each.slug not in OF_A_REFERRAL):
        with transaction.atomic():
            wrong = list(what_is_wrong(step, case, people, beginning))
            transaction.set_rollback(True)
        assert not wrong, (step.slug, wrong)


def what_is_wrong(step, case, people, beginning):
    """Take a step and compare who was written to with what the table says."""
    takers = sorted(role for role in step.by if role in CASE_ROLES)
    if not takers:
        yield from step.by - ON_NO_LIST
        return
    if Stage.UNDER_CONSIDERATION not in step.at:
        Case.objects.filter(pk=case.pk).update(stage=min(step.at))
    by = people[takers[0]]
    OutgoingEmail.objects.all().delete()

    take(step, case, by)

    got, own = letters(), OWN_LETTERS.get(step, {})
    for role in set(step.tells) & CASE_ROLES - own.keys():
        told_here = people[role] != by and (step, role) not in TOLD_IN_PERSON
        if told_here and people[role].email not in got:
            yield f"{role} is not told"
    named = {person.email for role, person in people.items() if role in step.tells}
    yield from set(got) - named - beginning
    if by.email in got or len(got) != len(set(got)):
        yield "whoever acts is told, or somebody twice"


def test_a_letter_of_its_own_is_a_letter_that_heed_can_send():
    known = {letter.slug for letter in all_letters()}
    for step, roles in OWN_LETTERS.items():
        assert roles.keys() <= set(step.tells), step.slug
        assert set(roles.values()) <= known, step.slug
    assert set(OF_A_REFERRAL.values()) <= known
    assert OF_A_REFERRAL.keys() <= {step.slug for step in TOLD}


def propose(case, by, at=NOON):
    Case.objects.filter(pk=case.pk).update(stage=Stage.RAPID_REVIEW)
    take(process.PROPOSE_DECISION, case, by, at=at)


def test_a_decision_put_before_the_partners_is_told_to_each_of_them_once():
    case, people = a_case_with_people()

    propose(case, people["manager"])

    assert sorted(letters()) == sorted(people[seat.value].email for seat in Seat)


def test_whoever_acts_is_not_told_of_it():
    case, people = a_case_with_people()

    propose(case, people["police"])

    assert people["police"].email not in letters()
    assert people["icb"].email in letters()


def test_nobody_is_told_of_a_case_on_whose_list_they_do_not_stand():
    case, people = a_case_with_people()
    another = a_person(
        Role.DELEGATED_PARTNER, partnership=case.partnership, seat=Seat.ICB, at=NOON
    )
    a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)
    police = AccessGrant.objects.get(case=case, person=people["police"])
    revoke_access(police, reason="Has moved on.", by=people["manager"], at=NOON)

    propose(case, people["manager"])

    assert another.email not in letters()
    assert people["police"].email not in letters()
    assert sorted(letters()) == sorted(
        people[seat].email for seat in ("local_authority", "icb")
    )


def test_nobody_is_told_whom_a_conflict_of_interest_keeps_from_the_case():
    case, people = a_case_with_people()
    manager = people["manager"]
    exclude_person(case, person=people["police"], reason="Kin", by=manager, at=NOON)

    propose(case, manager)

    assert letters()
    assert people["police"].email not in letters()


def test_what_is_refused_tells_nobody():
    case, people = a_case_with_people()
    with pytest.raises(Refused):
        take(process.PROPOSE_DECISION, case, people["manager"])
    assert letters() == []


def test_what_happens_within_a_quarter_of_an_hour_is_one_letter():
    case, people = a_case_with_people()
    propose(case, people["manager"])
    propose(case, people["manager"], at=NOON + timedelta(minutes=5))
    assert letters().count(people["icb"].email) == 1
    assert send_what_is_due(by=HEED, at=NOON + timedelta(minutes=14)) == 0

    propose(case, people["manager"], at=NOON + TOGETHER)

    assert letters().count(people["icb"].email) == 2


def keep_out(case, person, *, by):
    exclude_person(case, person=person, reason="Her niece.", by=by, at=NOON)


@pytest.fixture
def left(monkeypatch):
    """To whom emails left."""
    gone = []
    monkeypatch.setattr(
        "heed.correspondence.actions.send", lambda email: gone.append(email.to_address)
    )
    return gone


def test_who_is_kept_out_while_a_letter_waits_does_not_get_it(left):
    case, people = a_case_with_people()
    propose(case, people["manager"])
    assert people["icb"].email in letters()
    keep_out(case, people["icb"], by=people["manager"])

    send_what_is_due(by=HEED, at=NOON + TOGETHER)

    assert people["icb"].email not in left
    assert people["police"].email in left
    assert emails_that_fail([case.partnership]) == []
    kept_back = OutgoingEmail.objects.get(letter=PLEASE_LOOK, failure="kept_back")
    assert kept_back.given_up_at == NOON + TOGETHER
    assert send_what_is_due(by=HEED, at=NOON + timedelta(days=1)) == 0


def test_of_another_case_a_letter_still_goes(left):
    case, people = a_case_with_people()
    other = a_case(case.partnership)
    keep_out(other, people["icb"], by=people["manager"])
    propose(case, people["manager"])

    send_what_is_due(by=HEED, at=NOON + TOGETHER)

    assert people["icb"].email in left


def test_who_stays_out_still_hears_that_it_was_decided(left):
    case, people = a_case_with_people()
    declaration = declare_interest(
        case, answer="interest", details="Her niece.", by=people["icb"], at=NOON
    )
    decide_on_interest(
        declaration,
        outcome=InterestDecision.STAYS_OUT,
        reason="Her niece.",
        by=people["manager"],
        at=NOON,
    )

    send_what_is_due(by=HEED, at=NOON + TOGETHER)

    assert left.count(people["icb"].email) == 1


def test_two_cases_are_two_letters():
    case, people = a_case_with_people()
    other = a_case(case.partnership)
    propose(case, people["manager"])
    propose(other, people["manager"])
    assert letters().count(people["icb"].email) == 2


def test_the_letter_says_the_reference_and_no_word_of_the_case():
    case, people = a_case_with_people()

    propose(case, people["manager"])

    (kept, *_) = OutgoingEmail.objects.filter(letter=PLEASE_LOOK)
    assert kept.fields["reference"] == case.reference
    assert kept.fields["link"] == on_the_desk("case", case.public_id)
    assert set(kept.fields) == {
        *("reference", "link", "day", "partnership"),
        *("telephone", "front_door", "out_of_hours", "duty_to_inform"),
    }


def test_the_family_contact_is_led_to_the_family_and_not_to_the_case():
    case, people = a_case_with_people()
    contact = people_of_every_role(case)[Role.FAMILY_CONTACT]

    take(process.RECORD_FAMILY_CONTACT, case, people["manager"])

    (kept,) = OutgoingEmail.objects.filter(letter=PLEASE_LOOK)
    assert kept.to_address == contact.email
    assert kept.fields["link"] == on_the_desk("family", case.public_id)


def test_telling_asks_the_same_few_questions_however_many_are_on_the_list(
    django_assert_max_num_queries,
):
    case, people = a_case_with_people()
    raise_open_item(case, kind="a", label="x", by=people["manager"], at=NOON)
    # The coordinator has a letter waiting: nobody is left to write to.
    with django_assert_max_num_queries(18):
        raise_open_item(case, kind="b", label="x", by=people["manager"], at=NOON)


def test_whoever_is_put_on_the_list_is_told_and_led_to_the_declaration():
    case, people = a_case_with_people()
    scrutineer = a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)

    grant_access(
        case, person=scrutineer, role=Role.SCRUTINEER, by=people["manager"], at=NOON
    )

    assert letters("on_the_list") == [scrutineer.email]
    kept = OutgoingEmail.objects.get(letter="on_the_list")
    assert kept.fields["link"] == on_the_desk("case", case.public_id)


def test_the_link_of_a_letter_leads_to_the_declaration_first():
    case, people = a_case_with_people()
    scrutineer = a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)
    stranger = a_person(Role.SCRUTINEER, partnership=case.partnership, at=NOON)
    grant_access(
        case, person=scrutineer, role=Role.SCRUTINEER, by=people["manager"], at=NOON
    )
    address = f"/cases/{case.public_id}/"

    first = browser_of(scrutineer).get(address)
    assert (first.status_code, first["Location"]) == (302, f"{address}declaration/")
    assert browser_of(stranger).get(address).status_code == 404

    declared(case, scrutineer)
    assert browser_of(scrutineer).get(address).status_code == 200
