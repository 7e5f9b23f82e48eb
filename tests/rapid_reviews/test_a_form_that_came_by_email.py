"""An agency fills in our form and emails it: the business unit reads it, sees beside
each other what is written and what was understood, and logs it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from heed.cases.steps import Refused
from heed.papers.agency_form import AskedOf, agency_form
from heed.papers.form_layout import fill_in
from heed.rapid_reviews.actions import (
    ask_for_more,
    leave_emailed_form,
    log_emailed_form,
    take_in_emailed_form,
)
from heed.rapid_reviews.models import AnswerDraft
from heed.rapid_reviews.queries import (
    forms_to_log,
    latest_answer,
    papers_of,
    papers_with_it,
)
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.answering import AtTheLink

pytestmark = pytest.mark.django_db

FORM = agency_form(AskedOf(partnership="Q", agency="Hospitals", due="20 March 2026"))
FILLED = fill_in(
    FORM,
    {
        "author.name": "Pia Lund",
        "author.role": "Named nurse",
        "known.involvement": "yes",
        "involved.summary": "Seen on the ward.",
        "records.secured": "yes",
    },
)
LOGGED = {"placed": {}, "author": "Pia Lund, named nurse", "came_by": "email"}


def a_form(said: bytes = FILLED, name: str = "form.docx"):
    return SimpleUploadedFile(name, said)


def coordinator(here):
    return {"by": here.people["coordinator"], "at": NOON}


def test_what_is_written_stands_beside_what_was_understood_until_it_is_logged(client):
    here = AtTheLink(client)
    start = f"/requests/{here.request.public_id}/"
    desk = signed_in(client, here.people["coordinator"])
    with it_is(NOON):
        desk.post(f"{start}emailed/", {"file": a_form()})
        [paper] = forms_to_log(here.request)
        form = f"{start}emailed/{paper.public_id}/"
        nameless = desk.get(form).content.decode()
        desk.post(f"/cases/{here.request.case.public_id}/names/", {"names": "on"})
        page = desk.get(form).content.decode()
        assert here.answer is None
        desk.post(form, LOGGED | {"placed": ""})
        after = desk.get(start).content.decode()

    assert "Seen on the ward." not in nameless
    assert "This is our form." in page
    assert "Seen on the ward." in page
    assert here.answer.summary == "Seen on the ward."
    assert here.answer.came_by == "email"
    assert here.answer.records_secured
    assert papers_of(here.answer) == [paper]
    assert "form.docx" in after
    assert not forms_to_log(here.request)


def test_a_draft_at_their_link_is_neither_read_nor_changed(client):
    here = AtTheLink(client)
    here.post("full/author/you/", name="Ivo Pell")
    before = AnswerDraft.objects.get().answers

    paper = take_in_emailed_form(here.request, file=a_form(), **coordinator(here))
    answer = log_emailed_form(
        here.request, document=paper, **LOGGED, **coordinator(here)
    )
    assert answer.facts["author.name"] == "Pia Lund"
    assert AnswerDraft.objects.get().answers == before
    assert papers_with_it(here.request) == []


def test_one_form_is_logged_once_and_one_that_belongs_elsewhere_is_taken_out(client):
    here = AtTheLink(client)
    unit = coordinator(here)
    first = take_in_emailed_form(here.request, file=a_form(), **unit)
    twice = take_in_emailed_form(here.request, file=a_form(), **unit)
    log_emailed_form(here.request, document=first, **LOGGED, **unit)

    leave_emailed_form(here.request, document=twice, **unit)

    assert forms_to_log(here.request) == []
    for action, more in ((log_emailed_form, LOGGED), (leave_emailed_form, {})):
        with pytest.raises(Refused, match="logged already"):
            action(here.request, document=first, **more, **unit)


def test_parts_asked_anew_leave_all_others_as_they_stood(client):
    here = AtTheLink(client)
    unit = coordinator(here)
    first = take_in_emailed_form(here.request, file=a_form(), **unit)
    log_emailed_form(here.request, document=first, **LOGGED, **unit)
    soon = NOON.date() + timedelta(days=7)
    wanted = {"parts": ["practice"], "why": "What was learned?", "due_on": soon}
    ask_for_more(here.request, **wanted, **unit)
    again = fill_in(FORM, {"practice.learning": "Ask who lives there."})

    here.request.refresh_from_db()
    paper = take_in_emailed_form(here.request, file=a_form(again), **unit)
    log_emailed_form(here.request, document=paper, **LOGGED, **unit)

    answer = latest_answer(here.request)
    assert answer.learning == "Ask who lives there."
    assert answer.summary == "Seen on the ward."


def test_nobody_but_the_business_unit_reads_or_logs_it(client):
    here = AtTheLink(client)
    paper = take_in_emailed_form(here.request, file=a_form(), **coordinator(here))
    partner = here.people["police"]
    desk = signed_in(client, partner)

    start = f"/requests/{here.request.public_id}/emailed/"
    with it_is(NOON):
        pages = [
            ask(address)
            for address in (start, f"{start}{paper.public_id}/")
            for ask in (desk.get, desk.post)
        ]
        pages.append(desk.get(f"/files/{paper.public_id}/"))
    with pytest.raises(Refused):
        take_in_emailed_form(here.request, file=a_form(), by=partner, at=NOON)

    assert {page.status_code for page in pages} == {404}
    assert forms_to_log(here.request) == [paper]
