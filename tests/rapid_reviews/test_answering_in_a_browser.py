"""An agency answers in full on a telephone: pages that fit, words that are kept."""

import pytest

from tests.browser import PHONE, check, chromium, open_page
from tests.cases.factories import NOON
from tests.looking import COOKIE, a_desk, a_session
from tests.rapid_reviews.answering import link_of
from tests.rapid_reviews.factories import a_rapid_review, a_request
from tests.rapid_reviews.test_our_form_comes_back import FILLED

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def press(page, name):
    page.get_by_role("button", name=name).click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def opens_it(page, start, code):
    page.goto(start)
    check(page, "answer-before-the-code")
    follow(page, "Pass it to somebody else")
    check(page, "answer-pass-on")
    page.goto(start)
    page.get_by_label("Code").fill(code)
    press(page, "Open the request")


def writes_while_it_is_kept(page):
    follow(page, "In full, part by part")
    follow(page, "What you knew and did")
    page.get_by_label("Summary of involvement").fill("She was seen twice.")
    page.get_by_text("Draft saved").wait_for()
    check(page, "answer-page")
    page.reload()
    words = page.get_by_label("Summary of involvement").input_value()
    assert words == "She was seen twice."
    follow(page, "Back")


def sends_our_form(page):
    follow(page, "Papers and chronologies")
    page.get_by_label("Our summary").check()
    page.get_by_label("Choose the file").set_input_files(
        {"name": "summary.docx", "mimeType": WORD, "buffer": FILLED}
    )
    press(page, "Add this file")
    check(page, "answer-understood")
    press(page, "It is right: take it over")
    check(page, "answer-tasks")


def sends_it(page):
    press(page, "Check and send")
    check(page, "answer-check")
    press(page, "Send our answer")
    page.get_by_text("Your answer has arrived").wait_for()


def test_an_agency_answers_in_full_on_a_telephone():
    review, people = a_rapid_review()
    request, code = a_request(review, people)
    start = f"/answer/{link_of(request)}/"
    case = f"/cases/{review.case.public_id}/"

    def names_on(client):
        client.post(f"{case}names/")

    with a_desk(NOON) as desk:
        session = a_session(people["coordinator"], then=names_on)
        cookie = {"name": COOKIE, "value": session, "url": desk}
        with chromium() as browser:
            with open_page(browser, width=PHONE) as page:
                opens_it(page, f"{desk}{start}", code)
                writes_while_it_is_kept(page)
                sends_our_form(page)
                sends_it(page)
            with open_page(browser, width=PHONE) as page:
                page.context.add_cookies([cookie])
                page.goto(f"{desk}/requests/{request.public_id}/")
                page.get_by_text("The whole summary, part by part").click()
                check(page, "answer-as-the-unit-reads-it")
                page.goto(f"{desk}{case}agencies/differences/")
                check(page, "returns-that-differ")

    facts = request.answers.get().facts
    assert facts["involved.summary"] == "She was seen twice."
    assert facts["unread"] == [["Summary of involvement", "Seen on the ward."]]
