"""What is possible at any time stands in groups by what it is about."""

import re

import pytest
from django.urls import reverse

from heed.cases.offers import OFFERS
from heed.cases.queries import steps_taken_in
from heed.cases.subjects import FEW, SUBJECTS, THE_CASE, by_subject, subject_of
from heed.rulebook import process
from tests.asked_of_each import asked_of_each
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, a_request

ANYWHERE = [(offer, "/") for offer in OFFERS]


def test_no_step_is_named_in_two_groups():
    named = [step for subject in (*SUBJECTS, THE_CASE) for step in subject.steps]
    assert len(named) == len(set(named))


@asked_of_each(OFFERS, named=lambda offer: offer.step.slug)
def test_every_step_that_a_page_offers_stands_in_one_group(offer):
    groups = by_subject(ANYWHERE)
    holding = [group.name for group in groups if (offer, "/") in group.offers]
    assert holding == [subject_of(offer.step).name]


def test_what_is_of_the_case_itself_is_little():
    groups = {group.name: group.offers for group in by_subject(ANYWHERE)}
    of_the_case = {offer.step for offer, _ in groups[THE_CASE.name]}
    assert of_the_case == {
        process.ANSWER_ADDRESS_REQUEST,
        process.ARCHIVE_CASE,
        process.CLOSE_CASE,
        process.DECIDE_ON_INTEREST,
        process.REOPEN,
        process.TRANSFER_CASE,
    }


def test_only_what_is_used_daily_stands_open_unless_there_is_little():
    open_ones = [group.name for group in by_subject(ANYWHERE) if group.is_open]
    assert open_ones == ["Ask, tell and note"]
    assert all(group.is_open for group in by_subject(ANYWHERE[:FEW]))


@pytest.mark.django_db
def test_the_case_page_folds_them_without_script(client):
    review, people = a_rapid_review()
    signed_in(client, people["manager"])
    with it_is(NOON):
        page = client.get(reverse("case", args=[review.case.public_id]))
    also = page.content.decode().partition('class="heed-also"')[2]
    also = also.partition("What is due, and why")[0]
    folded = re.findall(r'<details class="govuk-details"( open)?>', also)
    assert folded.count(" open") == 1 < len(folded)
    assert "Note something that is not known yet" in also
    assert "Note proceedings or another review beside this one" in also


@pytest.mark.django_db
def test_what_was_never_done_stands_before_what_may_be_done_again(client):
    review, people = a_rapid_review()
    a_request(review, people)
    signed_in(client, people["coordinator"])
    with it_is(NOON):
        page = client.get(reverse("case", args=[review.case.public_id]))
    taken = steps_taken_in(review.case)
    again = [offer.step.slug in taken for offer, _ in page.context["to_do"]]
    assert again == sorted(again)
    assert set(again) == {True, False}
