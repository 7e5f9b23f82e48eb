"""Practitioners are invited, supported and heard, and give their own account."""

from datetime import date

import pytest
from django.test import Client

from heed.audit.actors import LinkHolder
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.reviews import actions
from heed.reviews.models import AccountRequest, Event, OwnAccount
from heed.rulebook.language import Role
from tests.cases.factories import it_is
from tests.partnership.factories import signed_in
from tests.reviews.factories import APRIL, a_review_at_work, on_the_list

pytestmark = pytest.mark.django_db


def an_event(case, people):
    return actions.plan_event(
        case,
        held_on=date(2026, 6, 2),
        title="What it was like",
        by=people["coordinator"],
        at=APRIL,
    )


def invited(event, people):
    return actions.invite_to_event(
        event,
        name="Wren Harrowgate",
        organisation="Quillshire Hospitals",
        work="Health visitor",
        support_offered=True,
        by=people["coordinator"],
        at=APRIL,
    )


def asked(invitation, people):
    return actions.ask_for_account(
        invitation, to_address="w.h@hospitals.example", by=people["reviewer"], at=APRIL
    )


def an_account_asked():
    case, people = a_review_at_work()
    event = an_event(case, people)
    return event, people, asked(invited(event, people), people)


def links():
    emails = OutgoingEmail.objects.filter(letter="account_asked")
    return {"/account/" + e.fields["link"].partition("/account/")[2] for e in emails}


def link():
    (only,) = links()
    return only


def get(client, person, path):
    with it_is(APRIL):
        return signed_in(client, person).get(path)


def test_the_event_page_says_who_was_invited_supported_came_and_what_was_said(client):
    case, people = a_review_at_work()
    event = an_event(case, people)
    invitation = invited(event, people)
    path = f"/events/{event.public_id}/"
    with it_is(APRIL):
        browser = signed_in(client, people["reviewer"])
        browser.post(
            f"{path}attendance/",
            {"came": [str(invitation.pk)], "support_given": "A quiet room, after."},
        )
        browser.post(f"{path}record/", {"what_was_said": "Caseloads of ninety."})
        page = browser.get(path).content.decode()

    for words in ("Wren Harrowgate", "Yes", "A quiet room", "Caseloads of ninety."):
        assert words in page
    assert Event.objects.get().support_given == "A quiet room, after."


@pytest.mark.parametrize("who", ["icb", "member", "legal"])
def test_practitioners_speak_to_the_reviewer_and_the_business_unit_alone(client, who):
    event, people, request = an_account_asked()
    people["member"] = on_the_list(event.case, people, Role.RAPID_REVIEW_MEMBER)
    people["legal"] = on_the_list(event.case, people, Role.LEGAL_ADVISER)
    invitation = request.invitation
    paths = [f"/events/{event.public_id}/{more}" for more in ("", "invite/", "record/")]
    paths.append(f"/account-requests/{request.public_id}/take-back/")
    for path in [*paths, f"/invitations/{invitation.public_id}/account/"]:
        assert get(client, people[who], path).status_code == 404
        assert get(client, people["coordinator"], path).status_code == 200
    page = get(client, people[who], f"/cases/{event.case.public_id}/")
    assert "Wren" not in page.content.decode()


def test_there_is_no_field_for_blame():
    fields = {f.name for m in (Event, OwnAccount) for f in m._meta.get_fields()}
    assert not {name for name in fields if "blame" in name or "fault" in name}


def test_the_email_and_the_link_name_nobody_before_the_code(client):
    event, _, request = an_account_asked()
    email = OutgoingEmail.objects.get(letter="account_asked")
    with it_is(APRIL):
        page = client.get(link()).content.decode()
    for words in ("Wren", event.title, event.case.reference):
        assert words not in page
        assert words not in str(email.fields)
    assert email.to_address == "w.h@hospitals.example"
    assert request.is_open


def test_a_practitioner_gives_an_account_with_the_code_told_by_telephone(client):
    event, people, request = an_account_asked()
    shown = get(client, people["coordinator"], f"/events/{event.public_id}/")
    assert request.code_to_read_out in shown.content.decode()
    practitioner = Client()
    with it_is(APRIL):
        practitioner.post(link(), {"code": request.code_to_read_out})
        assert "Nobody is blamed" in practitioner.get(link()).content.decode()
        nothing = practitioner.post(link(), {"words": ""}).content.decode()
        done = practitioner.post(link(), {"words": "I had ninety families."})
        assert "Nobody is blamed" not in Client().get(link()).content.decode()

    assert "This field is required" in nothing or "error" in nothing.lower()
    assert "Your account has arrived" in done.content.decode()
    account = OwnAccount.objects.get()
    assert (account.words, account.may_be_quoted) == ("I had ninety families.", False)
    page = get(client, people["reviewer"], f"/events/{event.public_id}/")
    assert "I had ninety families." in page.content.decode()
    assert "Not to be quoted" in page.content.decode()


def test_an_account_given_again_stands_beside_the_first():
    _, _, request = an_account_asked()
    for words in ("It was busy.", "And nobody rang back."):
        give(request, words)
    assert [a.words for a in OwnAccount.objects.all()] == [
        "It was busy.",
        "And nobody rang back.",
    ]


def give(request, words="It was busy.", holder=None):
    return actions.give_own_words(
        request,
        words=words,
        may_be_quoted=True,
        by=LinkHolder(str((holder or request).pk), "A practitioner"),
        at=APRIL,
    )


def test_a_new_link_ends_the_one_before(client):
    _, people, request = an_account_asked()
    first = link()
    again = asked(request.invitation, people)

    (second,) = links() - {first}
    with it_is(APRIL):
        assert client.get(first).status_code == 404
        assert client.get(second).status_code == 200
    request.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        give(request)
    assert give(again)


def test_one_practitioners_link_gives_no_account_for_another():
    event, people, request = an_account_asked()
    other = asked(invited(event, people), people)
    assert AccountRequest.objects.count() == 2
    with pytest.raises(Refused, match="somebody else"):
        give(request, holder=other)


def test_a_link_that_is_taken_back_opens_nothing_and_what_was_given_stays(client):
    event, people, request = an_account_asked()
    give(request)
    address = link()
    back = f"/account-requests/{request.public_id}/take-back/"
    assert (
        back in get(client, people["coordinator"], event_page(event)).content.decode()
    )
    with it_is(APRIL):
        assert client.post(back, {}).status_code == 302
        assert Client().get(address).status_code == 404

    request.refresh_from_db()
    assert (request.is_open, request.code_to_read_out) == (False, None)
    assert OwnAccount.objects.count() == 1
    assert (
        back
        not in get(client, people["coordinator"], event_page(event)).content.decode()
    )
    with pytest.raises(Refused, match="closed already"):
        actions.take_back_account(request, by=people["coordinator"], at=APRIL)


def event_page(event):
    return f"/events/{event.public_id}/"
