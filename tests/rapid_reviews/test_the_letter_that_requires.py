"""Who declines or is silent gets a letter that cites the duty and names no child."""

import io
from datetime import date

import pytest
from docx import Document as Word

from heed.audit.models import Entry
from heed.cases.actions import record_protected_address
from heed.cases.steps import Refused
from heed.rapid_reviews.actions import (
    answer_request,
    ask_agency,
    ask_for_more,
    refuse_request,
    require_information,
    revoke_request,
    write_information_letter,
)
from heed.rapid_reviews.queries import rapid_review_of
from heed.rulebook.language import Role
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import a_person, signed_in
from tests.rapid_reviews.answering import holder
from tests.rapid_reviews.factories import a_rapid_review, a_request

pytestmark = pytest.mark.django_db
DUE = date(2026, 3, 27)
REQUIRED = "Your records from 2024 on\nWho was told of the missed visits"


def written(request, by, required=REQUIRED):
    letter = write_information_letter(
        request, required=required, due_on=DUE, by=by, at=NOON
    )
    return "\n".join(each.text for each in Word(io.BytesIO(letter)).paragraphs)


def a_refusal():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    refuse_request(request, reason="No time.", by=people["coordinator"], at=NOON)
    request.refresh_from_db()
    return request, people


def test_the_letter_cites_the_duty_and_names_no_child():
    request, people = a_refusal()

    said = written(request, people["icb"])

    assert "section 16H of the Children Act 2004" in said
    assert "You told us on 11 March 2026 that you would not give it." in said
    assert "Who was told of the missed visits" in said
    assert "Please give it by Friday 27 March 2026." in said
    assert "Quillshire Hospitals" in said
    assert f"Reference: {request.reference}" in said
    assert "Signature:" in said
    assert "Lumi" not in said
    assert request.case.reference not in said


def test_one_that_is_only_late_is_said_to_be_so():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    said = written(request, people["coordinator"])
    assert "We have had no answer; it was due on 20 March 2026." in said


def test_a_name_that_was_typed_is_said_and_no_letter_is_written():
    request, people = a_refusal()
    with pytest.raises(Refused, match="Take out: Lumi Ostrander-Vale"):
        written(request, people["icb"], "All on Lumi Ostrander-Vale")
    assert not Entry.objects.filter(what="write_information_letter").exists()


WHERE = "17 Nightjar Close, Quill QS1 2AB"


def an_address_kept_apart():
    request, people = a_refusal()
    record_protected_address(request.case, address=WHERE, by=people["manager"], at=NOON)
    return request, people


def test_an_address_that_is_kept_apart_stands_in_no_letter():
    request, people = an_address_kept_apart()
    with pytest.raises(Refused, match="kept apart"):
        written(request, people["icb"], "All visits to 17 Nightjar close")
    assert not Entry.objects.filter(what="write_information_letter").exists()


def test_nor_in_what_an_agency_is_asked_or_what_is_required_of_it():
    request, people = an_address_kept_apart()
    told = {"due_on": DUE, "by": people["icb"], "at": NOON}
    with pytest.raises(Refused, match="kept apart"):
        require_information(request, requirement=f"Who went to {WHERE}?", **told)

    told["by"] = people["coordinator"]
    asked = {"to_address": "a@b.example", "asked_for": "Who went to QS12AB?"}
    with pytest.raises(Refused, match="kept apart"):
        ask_agency(request.case, organisation=request.organisation, **asked, **told)

    said = {"kind": "summary", "author": "A. Nurse", "summary": "Seen."}
    other, _ = a_request(rapid_review_of(request.case), people)
    answer_request(other, **said, by=holder(other), at=NOON)
    with pytest.raises(Refused, match="kept apart"):
        ask_for_more(other, parts=["practice"], why=f"Say why {WHERE}.", **told)


def test_who_may_not_ask_or_require_writes_none():
    request, _ = a_refusal()
    adviser = a_person(Role.LEGAL_ADVISER, partnership=request.partnership, at=NOON)
    with pytest.raises(Refused, match="Only"):
        written(request, adviser)
    assert not Entry.objects.filter(what="write_information_letter").exists()


def test_what_was_taken_back_is_required_of_nobody():
    review, people = a_rapid_review()
    request, _ = a_request(review, people)
    revoke_request(request, reason="Mistake.", by=people["manager"], at=NOON)
    request.refresh_from_db()
    with pytest.raises(Refused, match="taken back"):
        written(request, people["icb"])


def test_the_page_gives_the_file_and_keeps_a_record(client):
    request, people = a_refusal()
    signed_in(client, people["icb"])
    typed = {"required": REQUIRED, "due_on-day": "27"}
    typed |= {"due_on-month": "3", "due_on-year": "2026"}
    with it_is(NOON):
        shown = client.get(f"/requests/{request.public_id}/").content.decode()
        file = client.post(f"/requests/{request.public_id}/letter/", typed)
        named = client.post(
            f"/requests/{request.public_id}/letter/",
            typed | {"required": "Lumi’s file"},
        ).content.decode()

    assert "Write the letter that requires it in writing" in shown
    assert file["Content-Disposition"].endswith(f'"letter-{request.reference}.docx"')
    assert "Take out: Lumi" in named
    assert "Lumi’s file" in named
    assert Entry.objects.filter(what="write_information_letter").count() == 1
