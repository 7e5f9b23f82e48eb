"""A coordinator asks for a protected address; a manager agrees; it is opened once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.http import Http404

from heed.audit.models import Entry
from heed.cases.actions import (
    add_child,
    answer_address_request,
    ask_for_protected_address,
    grant_access,
    open_agreed_address,
    open_protected_address,
    record_protected_address,
)
from heed.cases.addresses import (
    has_waiting_requests,
    how_it_stands,
    request_to_answer,
    requests_to_answer,
)
from heed.cases.history import history_of
from heed.cases.models import AccessGrant, AddressRequest, StepTaken
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.correspondence.writing import letter
from heed.partnership.actions import amend_bank_holiday, grant_role
from heed.rulebook import process, sources
from heed.rulebook.language import Limit, Role
from heed.rulebook.outcomes import AddressAnswer
from tests.cases.factories import NOON, a_case_with_people, declared, it_is
from tests.partnership.factories import a_person, signed_in

pytestmark = pytest.mark.django_db
WHERE = "7 Vole Reach, Ottershaw"
WHY = "To send her the letter by hand."
ONCE, NOT = AddressAnswer
A_DAY = timedelta(days=1)
FRIDAY = datetime(2026, 3, 13, 12, 0, tzinfo=UTC)


@pytest.fixture
def here():
    case, people = a_case_with_people()
    child = add_child(case, given_name="Wren", by=people["coordinator"], at=NOON)
    kept = record_protected_address(
        case, address=WHERE, child=child, by=people["coordinator"], at=NOON
    )
    return people | {"case": case, "kept": kept}


def ask(here, at=NOON, by="coordinator"):
    return ask_for_protected_address(here["kept"], reason=WHY, by=here[by], at=at)


def answer(here, asked, outcome=ONCE, at=NOON, by="manager"):
    return answer_address_request(
        asked, outcome=outcome, answer="It is for the family.", by=here[by], at=at
    )


def open_it(here, at=NOON, by="coordinator"):
    return open_agreed_address(here["kept"], by=here[by], at=at)


def letters_to(person):
    kept = OutgoingEmail.objects.all()
    return [each.letter for each in kept if each.to_address == person.email]


def test_a_coordinator_opens_it_once_after_a_manager_agreed(here):
    with pytest.raises(Refused, match="Ask for the address first"):
        open_it(here)
    asked = ask(here)
    with pytest.raises(Refused, match="Ask for the address first"):
        open_it(here)
    answer(here, asked)

    assert open_it(here) == WHERE
    with pytest.raises(Refused, match="Ask for the address first"):
        open_it(here)
    with pytest.raises(Refused, match="Only a manager"):
        open_protected_address(
            here["kept"], reason=WHY, by=here["coordinator"], at=NOON
        )


def test_declined_it_stays_closed_and_may_be_asked_again(here):
    asked = answer(here, ask(here), NOT)

    with pytest.raises(Refused, match="Ask for the address first"):
        open_it(here)
    assert "declined on Wednesday 11 March 2026" in how_it_stands(asked, at=NOON)
    assert letters_to(here["coordinator"]) == ["address_answered"]
    answer(here, ask(here, at=NOON + A_DAY), at=NOON + A_DAY)
    assert open_it(here, at=NOON + A_DAY) == WHERE


@pytest.mark.parametrize(
    ("agreed_at", "last_day"),
    [
        (NOON, NOON + A_DAY),  # a Wednesday: until Thursday
        (FRIDAY, FRIDAY + 3 * A_DAY),  # over a weekend: until Monday
        (datetime(2026, 4, 2, 12, tzinfo=UTC), datetime(2026, 4, 7, tzinfo=UTC)),
    ],
)
def test_it_is_good_until_the_end_of_the_next_working_day(here, agreed_at, last_day):
    answered = answer(here, ask(here, at=agreed_at), at=agreed_at)
    assert answered.open_until == last_day.date()

    with pytest.raises(Refused, match="run out"):
        open_it(here, at=last_day + A_DAY)
    stands = how_it_stands(answered, at=last_day + A_DAY)
    assert "It ran out at the end of" in stands
    late_that_day = last_day.replace(hour=21)
    assert open_it(here, at=late_that_day) == WHERE


def test_a_bank_holiday_of_the_partnership_counts(here):
    amend_bank_holiday(
        here["case"].partnership,
        day=(NOON + A_DAY).date(),
        is_holiday=True,
        reason="A day of the county",
        by=here["manager"],
        at=NOON,
    )
    assert answer(here, ask(here)).open_until == FRIDAY.date()


def test_the_figure_stands_in_the_rulebook_with_its_source():
    step = process.ANSWER_ADDRESS_REQUEST
    assert step.follows(ONCE).good_for == Limit(number=1, unit="working day")
    assert step.follows(NOT).good_for is None
    assert step.source == sources.GOOD_PRACTICE


def test_the_manager_is_asked_by_email_without_the_case_and_in_my_work(here, client):
    asked = ask(here)

    assert letters_to(here["manager"]) == ["address_asked"]
    email = OutgoingEmail.objects.get(letter="address_asked")
    said = " ".join(letter(email.letter).filled(email.fields))
    assert not any(word in said for word in (WHY, WHERE, "Wren", "address that"))
    assert requests_to_answer(here["manager"], at=NOON) == [asked]
    assert requests_to_answer(here["police"], at=NOON) == []
    assert has_waiting_requests(here["case"])
    with it_is(NOON):
        signed_in(client, here["manager"])
        words = "Answer a coordinator who asks for a protected address"
        assert words in client.get("/").text
        assert words in client.get(f"/cases/{here['case'].public_id}/").text


def test_nobody_answers_what_they_asked_for_themselves(here):
    asked = ask(here)
    partnership, person = here["case"].partnership, here["coordinator"]
    grant_role(
        person,
        partnership=partnership,
        role=Role.MANAGER,
        organisation=person.organisation,
        by=here["manager"],
        at=NOON,
    )
    grant_access(
        here["case"], person=person, role=Role.MANAGER, by=here["manager"], at=NOON
    )

    with pytest.raises(Refused, match="Another manager"):
        answer(here, asked, by="coordinator")
    with pytest.raises(Http404):
        request_to_answer(person, asked.public_id, at=NOON)
    assert requests_to_answer(person, at=NOON) == []


def test_it_is_asked_once_and_answered_once(here):
    asked = ask(here)
    with pytest.raises(Refused, match="asked already"):
        ask(here)
    answer(here, asked)
    with pytest.raises(Refused, match="agreed already"):
        ask(here)
    with pytest.raises(Refused, match="answered already"):
        answer(here, asked, NOT)


def test_what_was_agreed_with_one_coordinator_opens_nothing_to_another(here):
    other = a_person(Role.COORDINATOR, partnership=here["case"].partnership, at=NOON)
    grant_access(
        here["case"], person=other, role=Role.COORDINATOR, by=here["manager"], at=NOON
    )
    declared(here["case"], other)
    here["other"] = other
    answer(here, ask(here))

    with pytest.raises(Refused, match="Ask for the address first"):
        open_it(here, by="other")
    assert open_it(here) == WHERE


def test_what_was_agreed_about_one_address_opens_no_other(here):
    other = record_protected_address(
        here["case"], address="2 Sand Row", by=here["coordinator"], at=NOON
    )
    answer(here, ask(here))

    with pytest.raises(Refused, match="Ask for the address first"):
        open_agreed_address(other, by=here["coordinator"], at=NOON)


@pytest.mark.parametrize("who", ["police", "icb", "local_authority"])
def test_nobody_else_asks_answers_or_opens_and_each_attempt_is_recorded(here, who):
    asked = ask(here)
    for attempt in (
        lambda: ask(here, by=who),
        lambda: answer(here, asked, by=who),
        lambda: open_it(here, by=who),
    ):
        with pytest.raises(Refused, match="Only"):
            attempt()
    assert (
        Entry.objects.filter(result="refused", actor_id=here[who].actor_id).count() == 3
    )


def test_asking_answering_and_opening_stand_in_the_history_and_the_record(here):
    answer(here, ask(here))
    open_it(here)

    steps = [
        "ask_for_protected_address",
        "answer_address_request",
        "open_agreed_address",
    ]
    taken = StepTaken.objects.filter(step__in=steps).order_by("at")
    assert {each.step for each in taken} == set(steps)
    entries = Entry.objects.filter(what__in=steps, result="done")
    assert {each.what for each in entries} == set(steps)
    read = entries.get(what="open_agreed_address")
    assert read.subject_id == str(here["kept"].pk)

    def told(who):
        past = history_of(here["case"], here[who], at=NOON)
        return {each.taken.step: each.reasons for each in past}

    assert told("manager")["ask_for_protected_address"] == WHY
    assert told("police")["ask_for_protected_address"] is None
    assert told("police")["answer_address_request"] is None


def test_reason_and_answer_are_sealed_where_they_are_kept(here):
    answer(here, ask(here))
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason, answer FROM cases_addressrequest")
        [row] = cursor.fetchall()
    assert not any(
        word in bytes(each) for word in (b"letter", b"family") for each in row
    )


def test_requests_are_seen_by_the_business_unit_alone(here):
    asked = ask(here)
    for who in ("manager", "coordinator"):
        assert AddressRequest.objects.visible_to(here[who], at=NOON).get() == asked
    for who in ("police", "icb", "local_authority"):
        assert not AddressRequest.objects.visible_to(here[who], at=NOON).exists()


def test_where_no_manager_can_answer_the_page_says_whom_to_name(here, client):
    AccessGrant.objects.filter(case=here["case"], person=here["manager"]).update(
        revoked_at=NOON
    )
    with it_is(NOON):
        signed_in(client, here["coordinator"])
        page = f"/protected-addresses/{here['kept'].public_id}/"
        assert "no manager on this case’s list" in client.get(page).text
        client.post(page, {"reason": WHY})
        assert "a manager must be put on the case’s list" in client.get(page).text


def page_of(here):
    return f"/protected-addresses/{here['kept'].public_id}/"


def test_the_page_on_which_a_coordinator_asks(here, client):
    page = page_of(here)
    with it_is(NOON):
        signed_in(client, here["coordinator"])
        before = client.get(page).text
        assert "You ask first" in before
        assert "Nobody has asked" in before
        client.post(page, {"reason": ""})
        assert not AddressRequest.objects.exists()
        assert client.post(page, {"reason": WHY}).status_code == 302
        after = client.get(page).text
    assert f"It waits for {here['manager'].name}." in after
    assert "Waits for a manager." in after
    assert WHERE not in after


def test_the_pages_on_which_a_manager_answers(here, client):
    asked = ask(here)
    to_answer = f"/address-requests/{asked.public_id}/"
    with it_is(NOON):
        signed_in(client, here["manager"])
        of_case = client.get(f"/cases/{here['case'].public_id}/addresses/").text
        assert WHY in of_case
        assert to_answer in of_case
        assert to_answer in client.get(page_of(here)).text
        assert WHY in client.get(to_answer).text
        sent = {"outcome": "may_read_once", "answer": "Go to her yourself."}
        assert client.post(to_answer, sent).status_code == 302
        assert client.get(to_answer).status_code == 404
        assert "agreed on" in client.get(page_of(here)).text


def test_the_page_on_which_it_is_opened_once(here, client):
    page = page_of(here)
    answer(here, ask(here))
    with it_is(NOON):
        signed_in(client, here["coordinator"])
        before = client.get(page).text
        assert "until the end of 12 March 2026" in before
        assert "It is for the family." in before
        assert WHERE not in before
        assert client.get(f"{page}once/").status_code == 302
        assert WHERE in client.post(f"{page}once/").text
        again = client.post(f"{page}once/").text
    assert "Ask for the address first" in again
    assert WHERE not in again
    assert "The address was opened on Wednesday 11 March 2026" in again


def test_the_pages_are_not_there_for_anybody_else(here, client):
    asked = ask(here)
    address = f"/protected-addresses/{here['kept'].public_id}/"
    pages = [
        address,
        f"{address}once/",
        f"/address-requests/{asked.public_id}/",
        f"/cases/{here['case'].public_id}/addresses/",
    ]
    with it_is(NOON):
        signed_in(client, here["police"])
        for page in pages:
            assert client.get(page).status_code == 404
            assert client.post(page, {"reason": WHY}).status_code == 404
        family = client.get(f"/cases/{here['case'].public_id}/family/").text
        assert "the business unit alone opens it" in family
        assert address not in family
        signed_in(client, here["coordinator"])
        assert client.get(pages[2]).status_code == 404
