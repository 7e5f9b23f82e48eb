"""An agency's answer is accepted, or goes back for the parts that are missing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from heed.audit.actors import LinkHolder
from heed.cases.models import OpenItem, StepTaken
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import (
    accept_answer,
    answer_request,
    ask_for_more,
    log_answer,
    open_request,
    reissue_code,
    send_link_again,
)
from heed.rapid_reviews.first_page import late
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from heed.rapid_reviews.queries import late_answers
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import (
    a_rapid_review,
    a_request,
    sent_to_the_panel,
    signed_off,
)

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)
State = AgencyRequest.State


def answered(request, *, at=NOON, **said):
    answer_request(
        request,
        **{"kind": "summary", "author": "A. Nurse", "summary": "Seen once."} | said,
        by=LinkHolder(str(request.pk), request.organisation.name),
        at=at,
    )
    request.refresh_from_db()
    return request


def asked_for_more(request, people, *parts, at=LATER):
    return ask_for_more(
        request,
        parts=list(parts),
        why="What did you do after the second visit?",
        due_on=date(2026, 3, 24),
        by=people["coordinator"],
        at=at,
    )


def address_of(letter):
    link = OutgoingEmail.objects.filter(letter=letter).last().fields["link"]
    return "/answer/" + link.partition("/answer/")[2]


def test_what_is_accepted_opens_nothing_more():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    with pytest.raises(Refused, match="not answered yet"):
        accept_answer(request, by=people["coordinator"], at=NOON)
    request = answered(request)
    code = reissued(request, people)

    accept_answer(request, by=people["coordinator"], at=LATER)

    request.refresh_from_db()
    assert request.state == State.RETURNED
    assert request.accepted_by == people["coordinator"].name
    with pytest.raises(Refused):
        open_request(request, code=code, by=people["coordinator"], at=LATER)
    for again in (reissue_code, send_link_again):
        with pytest.raises(Refused, match="accepted"):
            again(request, by=people["coordinator"], at=LATER)


def reissued(request, people, *, at=NOON):
    reissue_code(request, by=people["coordinator"], at=at)
    return AgencyRequest.objects.get(pk=request.pk).code_to_read_out


def test_a_new_code_by_telephone_opens_the_same_link_and_sends_no_email(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    emails = OutgoingEmail.objects.count()

    code = reissued(request, people)

    assert OutgoingEmail.objects.count() == emails
    with it_is(NOON):
        opened = client.post(address_of("agency_asked"), {"code": code}, follow=True)
    assert "Lumi" in opened.content.decode()


def test_after_its_time_a_code_opens_nothing_and_a_link_is_sent_again():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    late = NOON + timedelta(days=29)

    with pytest.raises(Refused, match="a new link and a new code"):
        reissue_code(request, by=people["coordinator"], at=late)
    send_link_again(request, by=people["coordinator"], at=late)

    request.refresh_from_db()
    assert request.opens_on(late.date())
    assert OutgoingEmail.objects.filter(letter="agency_asked").count() == 2


def test_only_what_was_deficient_is_asked_again(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    request = answered(request, worked_well="The school nurse rang.")

    asked_for_more(request, people, "practice")
    request.refresh_from_db()
    assert request.state == State.PARTIAL
    address = address_of("agency_asked_for_more")
    with it_is(LATER):
        opened = client.post(address, {"code": request.code_to_read_out}, follow=True)
        page = opened.content.decode()
        more = {"author": "B. Nurse", "learning": "Letters went unread."}
        client.post(address, more | {"worked_well": "The nurse rang twice."})

    assert "What did you do after the second visit?" in page
    assert 'name="learning"' in page
    assert 'name="summary"' not in page
    assert 'name="kind"' not in page
    request.refresh_from_db()
    first, second = request.answers.all()
    assert (second.kind, second.summary) == (first.kind, "Seen once.")
    assert second.worked_well == "The nurse rang twice."
    assert second.learning == "Letters went unread."
    assert first.worked_well == "The school nurse rang."
    assert (request.state, request.wanted) == (State.RETURNED, [])


def test_that_nobody_is_known_stands_while_the_rest_is_asked_again():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    searched = {"children_searched": True, "adults_searched": True}
    nil = {"kind": "not_known", "systems_searched": "SystmOne"} | searched
    request = answered(request, **nil)
    request = asked_for_more(request, people, "records")

    request = answered(request, kind="", summary="", records_secured=True)

    last = request.answers.last()
    assert (request.state, last.systems_searched) == (State.NIL, "SystmOne")
    assert last.children_searched
    assert last.records_secured


def test_only_parts_that_there_are_go_back_and_only_of_what_was_answered():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    with pytest.raises(Refused, match="not answered yet"):
        asked_for_more(request, people, "practice")
    request = answered(request)
    for parts in ([], ["no_such_part"]):
        with pytest.raises(Refused, match="Choose the parts"):
            asked_for_more(request, people, *parts)


def test_a_part_that_never_came_is_accepted_as_it_is():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    request = asked_for_more(answered(request), people, "practice")

    accept_answer(request, by=people["coordinator"], at=LATER)

    request.refresh_from_db()
    assert (request.state, request.wanted) == (State.RETURNED, [])


def test_asking_for_more_takes_an_acceptance_back():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    accept_answer(answered(request), by=people["coordinator"], at=NOON)
    request = asked_for_more(request, people, "done")

    assert request.accepted_at is None
    assert request.opens_on(LATER.date())
    taken = StepTaken.objects.get(step="ask_for_more")
    assert taken.reasons == "What did you do after the second visit?"


@pytest.mark.parametrize("sent", [False, True])
def test_an_answer_after_the_decision_is_kept_flagged_and_told(client, sent):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    signed_off(review, people)
    if sent:
        sent_to_the_panel(review, people)

    log_answer(
        request,
        kind="summary",
        author="A. Nurse",
        came_by="telephone",
        summary="A second visit was found.",
        by=people["coordinator"],
        at=LATER,
    )

    (late,) = late_answers(review.case)
    after = AgencyAnswer.CameAfter
    assert late.came_after == (after.SENDING if sent else after.DECISION)
    assert late.summary == "A second visit was found."
    item = OpenItem.objects.get(kind__startswith="answered_after.", answered_at=None)
    assert "Quillshire Hospitals answered on" in item.label
    told = [
        each
        for each in OutgoingEmail.objects.filter(letter="something_to_see")
        if each.once.endswith(f":{late.pk.hex[:12]}")
    ]
    three = {people[seat].email for seat in ("local_authority", "icb", "police")}
    assert {each.to_address for each in told} == three
    assert "second visit" not in str([each.fields for each in told])
    signed_in(client, people["coordinator"])
    with it_is(LATER):
        page = client.get(f"/requests/{request.public_id}/").content.decode()
    assert ("After it was sent" if sent else "partners had decided") in page


def test_an_answer_before_the_decision_is_no_late_one():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    answered(request)

    assert late_answers(review.case) == []
    kinds = OpenItem.objects.values_list("kind", flat=True)
    assert not any(kind.startswith("answered_after.") for kind in kinds)


def test_the_letter_names_us_our_number_and_the_request_before_the_code(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)

    email = OutgoingEmail.objects.get(letter="agency_asked")
    with it_is(NOON):
        page = client.get(address_of("agency_asked")).content.decode()

    assert email.fields["number"] == request.reference
    assert request.reference in page
    assert review.case.reference not in page
    assert request.reference.startswith("R-")


def test_the_pages_of_a_request_take_these_steps(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    answered(request)
    signed_in(client, people["coordinator"])
    at = f"/requests/{request.public_id}/"
    said = {
        "parts": ["practice"],
        "why": "Nothing is said of it.",
        "due_on-day": "24",
        "due_on-month": "3",
        "due_on-year": "2026",
    }

    with it_is(LATER):
        shown = client.get(at).content.decode()
        assert "Accept their answer" in shown
        client.post(f"{at}more/", said)
        assert "Looking at your own work" in client.get(at).content.decode()
        client.post(f"{at}link/")
        client.post(f"{at}accept/")

    request.refresh_from_db()
    assert request.accepted_at


def test_nobody_answers_once_it_is_accepted_but_what_is_told_by_telephone_is_kept():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    desk = people["coordinator"]
    accept_answer(answered(request), by=desk, at=NOON)
    with pytest.raises(Refused, match="Your answer was accepted"):
        answered(request, at=LATER)

    log_answer(
        request,
        kind="summary",
        author="A. Nurse",
        came_by="telephone",
        summary="Seen twice.",
        by=desk,
        at=LATER,
    )
    request.refresh_from_db()
    assert request.accepted_at is None
    assert request.answers.count() == 2


def test_opening_the_link_for_a_part_keeps_that_it_answered():
    review, people = a_rapid_review()
    request = answered(a_request(review, people)[0])
    asked_for_more(request, people, "practice")
    code = AgencyRequest.objects.get(pk=request.pk).code_to_read_out

    by = LinkHolder(str(request.pk), request.organisation.name)
    open_request(request, code=code, by=by, at=LATER)

    request.refresh_from_db()
    assert request.state == State.PARTIAL
    on = datetime(2026, 4, 1, 9, tzinfo=UTC)
    (said,) = [one.words for one in late(review.case, at=on, reasons={})]
    assert said.endswith("and a part is still missing.")
