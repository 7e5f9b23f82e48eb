"""An organisation signs off its own answer; the partners may require one in writing."""

from datetime import date

import pytest

from heed.audit.actors import LinkHolder
from heed.cases.actions import exclude_person
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.desk.waiting import my_work
from heed.rapid_reviews.actions import (
    accept_answer,
    answer_request,
    open_request,
    refuse_request,
    require_information,
    sign_off_answer,
)
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, an_organisation, signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db


def holder(request):
    return LinkHolder(str(request.pk), request.organisation.name)


def a_lead(partnership, organisation, **more):
    return a_person(
        Role.SAFEGUARDING_LEAD,
        partnership=partnership,
        organisation=organisation,
        at=NOON,
        **more,
    )


def an_answer(request, author="A. Nurse", summary="Seen once."):
    return answer_request(
        request,
        kind="summary",
        author=author,
        summary=summary,
        by=holder(request),
        at=NOON,
    )


def answered():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    lead = a_lead(review.partnership, request.organisation, name="Tamsin Quell")
    an_answer(request)
    return review, people, request, lead


def test_an_answer_waits_for_its_lead_who_is_told_without_a_word_of_it():
    _, _, request, lead = answered()

    work = [each.what for each in my_work(lead, at=NOON)]
    email = OutgoingEmail.objects.get(letter="answer_to_sign_off")

    assert work == ["Sign off your organisation's answer"]
    assert email.to_address == lead.email
    assert "Seen once" not in str(email.fields)
    assert request.case.reference not in str(email.fields)


def test_who_answered_by_her_account_does_not_sign_it_off_in_another_name():
    _, _, request, lead = answered()
    other = a_lead(request.partnership, request.organisation, name="Jo Lee")
    said = {"kind": "summary", "summary": "Seen twice.", "author": "Jo Leeson, nurse"}
    answer_request(request, **said, by=lead, at=NOON)

    with pytest.raises(Refused, match="Nobody signs off"):
        sign_off_answer(request, by=lead, at=NOON)
    assert sign_off_answer(request, by=other, at=NOON).signed_off_by == "Jo Lee"


def test_what_was_answered_is_not_declined_afterwards():
    _, people, request, _ = answered()
    for after in (None, accept_answer):
        if after:
            after(request, by=people["coordinator"], at=NOON)
        with pytest.raises(Refused, match="not waiting"):
            refuse_request(
                request, reason="We will not.", by=people["coordinator"], at=NOON
            )
    request.refresh_from_db()
    assert request.state == AgencyRequest.State.RETURNED


def test_a_lead_whom_a_conflict_of_interest_keeps_out_is_not_told():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    kin = a_lead(review.partnership, request.organisation, name="Kin of the stepfather")
    other = a_lead(review.partnership, request.organisation, name="Tamsin Quell")
    by = {"by": people["manager"], "at": NOON}
    exclude_person(review.case, person=kin, reason="Her brother.", **by)

    an_answer(request)

    written = OutgoingEmail.objects.filter(letter="answer_to_sign_off")
    assert [email.to_address for email in written] == [other.email]


def test_the_lead_reads_and_signs_off_what_her_organisation_answered(client):
    _, people, request, lead = answered()
    path = f"/requests/{request.public_id}/own/"
    with it_is(NOON):
        browser = signed_in(client, lead)
        assert "Seen once." in browser.get(path).content.decode()
        browser.post(path, {})
        done = browser.get(path).content.decode()
        unit = signed_in(client, people["coordinator"])
        shown = unit.get(f"/requests/{request.public_id}/").content.decode()

    answer = AgencyAnswer.objects.get()
    assert answer.signed_off_by == "Tamsin Quell"
    assert answer.signed_off_at.date() == NOON.date()
    assert "Sign off this answer" not in done
    assert "Tamsin Quell" in shown
    assert my_work(lead, at=NOON) == []


def test_the_lead_sees_her_own_organisations_request_and_nothing_else(client):
    review, people, request, lead = answered()
    other = a_lead(review.partnership, an_organisation(review.partnership, "school"))
    with it_is(NOON):
        hers = signed_in(client, lead)
        assert hers.get(f"/requests/{request.public_id}/").status_code == 404
        assert hers.get(f"/cases/{review.case.public_id}/").status_code == 404
        page = hers.get(f"/requests/{request.public_id}/own/").content.decode()
        theirs = signed_in(client, other)
        assert theirs.get(f"/requests/{request.public_id}/own/").status_code == 404
    assert "Lumi" not in page
    assert review.case.reference not in page
    exclude_person(
        review.case, person=lead, reason="Kin", by=people["manager"], at=NOON
    )
    with it_is(NOON):
        hers = signed_in(client, lead)
        assert hers.get(f"/requests/{request.public_id}/own/").status_code == 404


def test_nobody_signs_off_their_own_answer_nor_another_organisations():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    lead = a_lead(review.partnership, request.organisation, name="Tamsin Quell")
    with pytest.raises(Refused, match="not answered yet"):
        sign_off_answer(request, by=lead, at=NOON)
    an_answer(request, author="Tamsin Quell, named nurse")
    with pytest.raises(Refused, match="their own answer"):
        sign_off_answer(request, by=lead, at=NOON)
    elsewhere = a_lead(
        review.partnership, an_organisation(review.partnership, "school")
    )
    for somebody in (elsewhere, people["manager"]):
        with pytest.raises(Refused, match="Only a safeguarding lead"):
            sign_off_answer(request, by=somebody, at=NOON)


def test_an_answer_given_again_is_signed_off_anew():
    _, _, request, lead = answered()
    sign_off_answer(request, by=lead, at=NOON)
    with pytest.raises(Refused, match="signed off already"):
        sign_off_answer(request, by=lead, at=NOON)

    an_answer(request, summary="Seen twice.")

    assert [a.signed_off_by for a in AgencyAnswer.objects.all()] == ["Tamsin Quell", ""]
    assert len(my_work(lead, at=NOON)) == 1


def test_a_partner_requires_in_writing_what_was_declined():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    refuse_request(request, reason="No time.", by=holder(request), at=NOON)
    with pytest.raises(Refused, match="Only a delegated partner"):
        required(request, people["coordinator"])

    required(request, people["icb"])

    request.refresh_from_db()
    assert request.state == AgencyRequest.State.ASKED
    assert request.required_by == people["icb"].actor_name
    assert request.due_on == date(2026, 3, 18)
    email = OutgoingEmail.objects.get(letter="information_required")
    assert "records from 2024" not in str(email.fields)
    assert open_request(
        request, code=request.code_to_read_out, by=holder(request), at=NOON
    )


def required(request, by):
    return require_information(
        request,
        requirement="Your records from 2024 on, for the rapid review.",
        due_on=date(2026, 3, 18),
        by=by,
        at=NOON,
    )


def test_a_lead_who_reads_it_opened_it_and_one_that_is_accepted_stays_as_it_was(client):
    review, people = a_rapid_review()
    waiting, _ = a_request(review, people)
    lead = a_lead(review.partnership, waiting.organisation)
    _, people, accepted, other_lead = answered()
    accept_answer(accepted, by=people["coordinator"], at=NOON)

    for person, request in ((lead, waiting), (other_lead, accepted)):
        signed_in(client, person)
        with it_is(NOON):
            page = client.get(f"/requests/{request.public_id}/own/")
        assert page.status_code == 200
        request.refresh_from_db()

    assert waiting.state == "opened"
    assert waiting.opened_at is not None
    assert accepted.opened_at is None
