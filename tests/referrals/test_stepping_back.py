"""Who works in the unit and has an interest in a referral says so before she reads it:
it is closed to her, and so is the case that comes of it. It beats every role."""

import pytest
from django.urls import reverse

from heed.cases.access import is_excluded, why_not
from heed.cases.models import InterestDeclaration
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.referrals.actions import (
    join_to_case,
    join_to_referral,
    open_case,
    return_for_information,
    step_back,
)
from heed.referrals.models import Referral, ReferralInterest
from heed.referrals.queries import (
    case_opened_from,
    children_at_risk,
    page_of_waiting,
    possible_matches,
)
from heed.rulebook import process
from heed.rulebook.language import Role
from tests.cases.factories import NOON, a_case, declared, it_is, the_people
from tests.partnership.factories import a_partnership, a_person, signed_in
from tests.referrals.factories import a_referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    partnership = a_partnership(at=NOON, reference_prefix="Q")
    people = the_people(partnership, at=NOON)
    return {
        "partnership": partnership,
        "referral": a_referral(partnership, safety__risk_now="yes"),
        **people,
    }


def back(here, who="coordinator", **more):
    return step_back(
        here["referral"], details="My niece.", by=here[who], at=NOON, **more
    )


def letters_to(person):
    return [
        e.letter for e in OutgoingEmail.objects.all() if e.to_address == person.email
    ]


def test_it_is_closed_to_her_and_to_nobody_else(here):
    back(here)

    assert list(page_of_waiting(here["coordinator"], 1, at=NOON)) == []
    assert children_at_risk(here["coordinator"], at=NOON) == []
    assert list(page_of_waiting(here["manager"], 1, at=NOON)) == [here["referral"]]
    assert letters_to(here["manager"]).count("stepped_back") == 1
    assert "stepped_back" not in letters_to(here["coordinator"])


def test_it_beats_every_role(here):
    back(here, "manager")
    again = a_person(Role.COORDINATOR, partnership=here["partnership"], at=NOON)

    refused = why_not(process.OPEN_CASE, here["referral"], here["manager"], at=NOON)
    assert refused
    with pytest.raises(Refused):
        return_for_information(
            here["referral"], reasons="Which school?", by=here["manager"], at=NOON
        )
    assert why_not(process.OPEN_CASE, here["referral"], again, at=NOON) is None


def test_the_case_that_comes_of_it_is_closed_to_her_too(here):
    back(here)
    open_case(here["referral"], by=here["manager"], at=NOON)
    case = case_opened_from(Referral.objects.get())

    assert is_excluded(here["coordinator"], case)
    assert not is_excluded(here["manager"], case)
    declared_ = InterestDeclaration.objects.get(case=case)
    assert (declared_.person, declared_.clear, declared_.details) == (
        here["coordinator"],
        False,
        "My niece.",
    )
    assert "case_opened" not in letters_to(here["coordinator"])
    seen = Referral.objects.visible_to(here["coordinator"], at=NOON)
    assert not seen.exists()


def test_so_is_a_case_that_takes_it_in(here):
    case = a_case(here["partnership"])
    declared(case, *(here[who] for who in ("manager", "coordinator")))
    back(here)

    join_to_case(
        here["referral"], case=case, reasons="One.", by=here["manager"], at=NOON
    )

    assert is_excluded(here["coordinator"], case)


def test_and_a_referral_that_was_joined_to_it(here):
    other = a_referral(here["partnership"])
    back(here)

    join_to_referral(
        other, other=here["referral"], reasons="One.", by=here["manager"], at=NOON
    )

    assert list(page_of_waiting(here["coordinator"], 1, at=NOON)) == []
    assert other.is_closed_to(here["coordinator"])


def test_not_even_a_possible_match_tells_of_it(here):
    other = a_referral(here["partnership"])
    before = possible_matches(other, here["coordinator"], at=NOON)
    back(here)

    assert before.count == 1
    assert possible_matches(other, here["coordinator"], at=NOON).count == 0
    assert possible_matches(other, here["manager"], at=NOON).count == 1


def test_she_says_so_beside_the_list_before_she_reads_a_word(here, client):
    with it_is(NOON):
        signed_in(client, here["coordinator"])
        address = reverse("step_back", args=[here["referral"].public_id])
        assert address in client.get(reverse("referrals")).content.decode()
        page = client.get(address).content.decode()
        assert "Pipit" not in page

        answer = client.post(address, {"details": "", "once": "1"}, follow=True)

        assert here["referral"].reference not in answer.content.decode()
        for name in ("referral", "step_back", "open_case", "add_to_referral"):
            gone = client.get(reverse(name, args=[here["referral"].public_id]))
            assert gone.status_code == 404, name
    assert ReferralInterest.objects.get().details is None
