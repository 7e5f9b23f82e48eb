"""An agency opens its link with a code told by telephone, and answers."""

from datetime import timedelta

import pytest

from heed.audit.actors import LinkHolder
from heed.cases.models import OpenItem
from heed.cases.steps import Refused
from heed.correspondence.models import OutgoingEmail
from heed.rapid_reviews.actions import (
    answer_request,
    close_requests,
    log_answer,
    open_request,
    reissue_code,
    revoke_request,
)
from heed.rapid_reviews.models import AgencyAnswer, AgencyRequest
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db


def link_of(request):
    email = OutgoingEmail.objects.filter(letter="agency_asked").last()
    return email.fields["link"].partition("/answer/")[2].strip("/")


def holder(request):
    return LinkHolder(str(request.pk), request.organisation.name)


def test_the_email_names_no_child_and_no_case():
    review, people = a_rapid_review()
    a_request(review, people)

    email = OutgoingEmail.objects.get(letter="agency_asked")
    said = str(email.fields)
    assert "Lumi" not in said
    assert review.case.reference not in said
    assert email.to_address == "safeguarding@hospitals.quillshire.example"


def test_the_link_alone_shows_no_name_and_uses_nothing_up(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)

    address = f"/answer/{link_of(request)}/"
    for _ in range(3):
        client.head(address)
        client.get(address, headers={"Sec-Purpose": "prefetch", "Purpose": "preview"})
        page = client.get(address)

    assert page.status_code == 200
    assert "Lumi" not in page.content.decode()
    assert review.case.reference not in page.content.decode()
    request.refresh_from_db()
    assert request.state == AgencyRequest.State.ASKED


def test_the_code_opens_the_link_for_this_browser_alone(client):
    from django.test import Client

    review, people = a_rapid_review()
    request, code = a_request(review, people)
    address = f"/answer/{link_of(request)}/"

    with it_is(NOON + timedelta(days=1)):
        typed = code.lower().replace("-", " ")
        opened = client.post(address, {"code": typed}, follow=True)
        other = Client().get(address)

    assert "Lumi" in opened.content.decode()
    assert "Lumi" not in other.content.decode()


def test_another_browser_needs_a_new_code_and_leaves_the_first_where_it_was(client):
    from django.test import Client

    review, people = a_rapid_review()
    request, code = a_request(review, people)
    address = f"/answer/{link_of(request)}/"
    with it_is(NOON):
        client.post(address, {"code": code})
        other = Client().post(address, {"code": code}, follow=True).content.decode()
        first = client.get(address).content.decode()

    assert "opened in another browser" in other
    assert "Lumi" not in other
    assert "Lumi" in first

    later = NOON + timedelta(minutes=5)
    request = reissue_code(request, by=people["coordinator"], at=later)
    again = {"code": AgencyRequest.objects.get(pk=request.pk).code_to_read_out}
    with it_is(NOON):
        address = f"/answer/{link_of(request)}/"
        opened = Client().post(address, again, follow=True).content.decode()
    assert "Lumi" in opened


def test_it_may_be_answered_again_with_a_new_code(client):
    review, people = a_rapid_review()
    request, code = a_request(review, people)
    said = {"kind": "summary", "author": "Pia Lund"}
    first, second = "We saw him twice.", "We saw him three times."
    address = opened_in(client, request, code)
    with it_is(NOON):
        client.post(address, said | {"summary": first})
    with pytest.raises(Refused):
        open_request(request, code=code, by=holder(request), at=NOON)

    later = NOON + timedelta(minutes=5)
    request = reissue_code(request, by=people["coordinator"], at=later)
    code = AgencyRequest.objects.get(pk=request.pk).code_to_read_out
    with it_is(later):
        address = f"/answer/{link_of(request)}/"
        client.post(address, {"code": code})
        client.post(address, said | {"summary": second})

    request.refresh_from_db()
    assert request.state == AgencyRequest.State.RETURNED
    assert [each.summary for each in request.answers.all()] == [first, second]


def test_a_wrong_code_opens_nothing_and_ten_of_them_close_the_door():
    review, people = a_rapid_review()
    request, code = a_request(review, people)

    for _ in range(10):
        with pytest.raises(Refused):
            open_request(request, code="WRONG", by=holder(request), at=NOON)
    with pytest.raises(Refused):
        open_request(request, code=code, by=holder(request), at=NOON)


def test_a_new_code_makes_the_one_before_worthless():
    review, people = a_rapid_review()
    request, before = a_request(review, people)

    request = reissue_code(request, by=people["coordinator"], at=NOON)

    with pytest.raises(Refused):
        open_request(request, code=before, by=holder(request), at=NOON)
    code = AgencyRequest.objects.get(pk=request.pk).code_to_read_out
    assert open_request(request, code=code, by=holder(request), at=NOON)


def test_the_code_is_shown_to_those_alone_who_tell_it_by_telephone(client):
    review, people = a_rapid_review()
    request, code = a_request(review, people)
    pages = (f"/cases/{review.case.public_id}/", f"/requests/{request.public_id}/")

    def shown_to(person):
        signed_in(client, person)
        with it_is(NOON):
            return [code in client.get(page).content.decode() for page in pages]

    assert shown_to(people["coordinator"]) == [True, True]
    assert shown_to(people["police"]) == [False, False]


def test_a_link_ends(client):
    review, people = a_rapid_review()
    request, code = a_request(review, people)

    with pytest.raises(Refused):
        open_request(
            request, code=code, by=holder(request), at=NOON + timedelta(days=29)
        )


def opened_in(client, request, code):
    address = f"/answer/{link_of(request)}/"
    with it_is(NOON):
        client.post(address, {"code": code})
        assert "Lumi" in client.get(address).content.decode()
    return address


def test_a_browser_that_gave_the_code_reads_nothing_after_the_link_has_ended(client):
    review, people = a_rapid_review()
    address = opened_in(client, *a_request(review, people))
    typed = {"kind": "summary", "author": "A. Nurse", "summary": "Seen once."}

    with it_is(NOON + timedelta(days=29)):
        read = client.get(address).content.decode()
        sent = client.post(address, typed).content.decode()

    assert "This link opens nothing any more" in read
    assert "Lumi" not in read
    assert "Seen once." in sent
    assert not AgencyAnswer.objects.exists()


def test_a_browser_that_gave_the_code_reads_nothing_once_the_request_is_over(client):
    review, people = a_rapid_review()
    request, code = a_request(review, people)
    address = opened_in(client, request, code)
    answer_request(
        request,
        kind="summary",
        author="A. Nurse",
        summary="Seen once.",
        by=holder(request),
        at=NOON,
    )

    close_requests(review.case, by=people["coordinator"], at=NOON)

    with it_is(NOON):
        pages = [client.get(f"{address}{page}") for page in ("", "decline/", "full/")]
    for page in pages:
        assert "Lumi" not in page.content.decode()
        assert "opens nothing any more" in page.content.decode()


def test_a_request_taken_back_answers_like_one_that_never_was(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    token = link_of(request)
    revoke_request(request, reason="Asked by mistake.", by=people["manager"], at=NOON)

    assert client.get(f"/answer/{token}/").status_code == 404
    assert client.get("/answer/there-never-was-one/").status_code == 404


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"children_searched": True, "systems_searched": "SystmOne"},
        {"children_searched": True, "adults_searched": True},
        {"children_searched": True, "adults_searched": True, "systems_searched": " "},
    ],
)
def test_not_known_to_us_says_what_was_searched(said):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)

    with pytest.raises(Refused, match="tick both, and say in which systems"):
        answer_request(
            request,
            kind="not_known",
            author="A. Nurse",
            by=holder(request),
            at=NOON,
            **said,
        )
    answer_request(
        request,
        kind="not_known",
        author="A. Nurse",
        children_searched=True,
        adults_searched=True,
        systems_searched="SystmOne, the emergency department's list",
        by=holder(request),
        at=NOON,
    )

    request.refresh_from_db()
    assert request.state == AgencyRequest.State.NIL


NOBODY = {"came_by": "telephone", "kind": "not_known", "author": "B. Clerk"}
SEARCHED = {"children_searched": "on", "adults_searched": "on"}


def test_nobody_known_by_telephone_says_who_was_searched_for_or_leaves_it_open(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    browser = signed_in(client, people["coordinator"])

    def logged(**said):
        with it_is(NOON):
            page = f"/requests/{request.public_id}/log/"
            assert browser.post(page, NOBODY | said).status_code == 302
        return AgencyAnswer.objects.filter(request=request).order_by("number").last()

    def open_gaps():
        open_ = OpenItem.objects.filter(case=review.case, answered_at=None)
        return [each.label for each in open_ if each.kind.startswith("searched.")]

    with it_is(NOON):
        page = browser.get(f"/requests/{request.public_id}/log/").content.decode()
    assert "They searched for the adults" in page
    logged()
    logged(children_searched="on", systems_searched="SystmOne")
    [gap] = open_gaps()
    assert gap.startswith("Quillshire Hospitals said that nobody is known: did they")

    answer = logged(**SEARCHED, systems_searched="SystmOne")
    assert answer.children_searched
    assert answer.adults_searched
    assert answer.systems_searched == "SystmOne"
    assert open_gaps() == []

    logged()
    assert len(open_gaps()) == 1
    logged(kind="summary", summary="She was seen in May after all.")
    assert open_gaps() == []


def test_an_answer_may_be_corrected_and_both_are_kept():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    for words in ("Seen once.", "Seen twice: a second record was found."):
        answer_request(
            request,
            kind="summary",
            author="A. Nurse",
            summary=words,
            by=holder(request),
            at=NOON,
        )

    answers = AgencyAnswer.objects.filter(request=request)
    assert [answer.number for answer in answers] == [1, 2]


def test_one_organisations_link_answers_no_other_request():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    other, _ = a_request(review, people)

    with pytest.raises(Refused, match="another request"):
        answer_request(
            request,
            kind="summary",
            author="Somebody",
            summary="Words.",
            by=holder(other),
            at=NOON,
        )


def test_an_answer_says_how_it_came_for_what_time_and_where_was_searched(client):
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    said = {"kind": "adult_only", "author": "A. Nurse", "summary": "His mother."}
    searched = {"adults_searched": True, "systems_searched": "SystmOne"}
    at_work = {"period": "Spring 2024 to now", **searched}
    answer_request(request, **said, **at_work, by=holder(request), at=NOON)
    rang = {"kind": "summary", "author": "B. Clerk", "summary": "They rang."}
    by = {"by": people["coordinator"], "at": NOON}
    log_answer(request, came_by="telephone", **rang, **by)

    with it_is(NOON):
        signed_in(client, people["coordinator"])
        page = client.get(f"/requests/{request.public_id}/").content.decode()

    for shown in (
        "Spring 2024 to now",
        "Children: no. Adults: yes. <bdi>SystmOne</bdi>",
        "By their link<",
        "By telephone: written down by the business unit",
    ):
        assert shown in page
