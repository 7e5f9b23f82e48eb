"""The pages of publication: what stands on them, and what outsiders get."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from heed.audit.models import Entry
from heed.library.models import Publication as Shown
from heed.publications import actions
from heed.publications.models import KeptWord, Paper
from heed.publications.queries import last_scan, paper_or_404
from heed.rulebook.language import Role
from tests.cases.factories import HEED, it_is
from tests.partnership.factories import a_person, signed_in
from tests.publications.factories import (
    APRIL,
    PUBLISHED,
    a_published_report,
    decided,
    prepared,
    ready_to_publish,
    searched,
)
from tests.publications.test_identifying_words import a_leaking_report
from tests.reviews.factories import a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])


@pytest.fixture
def the_day():
    with it_is(PUBLISHED):
        yield


def test_before_anything_is_begun_each_page_that_is_offered_is_there(client):
    case, people = a_signed_report()
    with it_is(APRIL):
        signed_in(client, people["manager"])
        text = client.get(reverse("case", args=[case.public_id])).text
        here = rf'href="(/cases/{case.public_id}/publication/[^"]*)"'
        offered = set(re.findall(here, text))
        assert reverse("jigsaw", args=[case.public_id]) in offered
        for address in offered:
            assert client.get(address).status_code == 200, address
        assert "Record that you tried" not in page(client, "jigsaw", case).text


def page(client, name, case, *more, post=None):
    address = reverse(name, args=[case.public_id, *more])
    return client.post(address, post) if post is not None else client.get(address)


PAGES = [
    "decide_on_publication",
    "answer_on_publication",
    "record_not_material",
    "plan_publication",
    "prepare_publication",
    "write_improvements",
    "write_response",
    "clear_proceedings",
    "accept_family_not_told",
    "send_advance_copies",
    "advance_early",
    "record_comment",
    "findings",
    "approve_publication",
    "publish",
    "publish_improvements",
    "publish_elsewhere",
    "publish_correction",
    "deposit_with_nspcc",
    "check_published_elsewhere",
    "withdraw_published",
    "confirm_withdrawal",
    "agree_to_remove",
    "remove_published",
    "for_own_site",
    "look_again_at_deferral",
    "arrange_release",
    "take_back_release",
    "joint_publication",
    "texts_beside",
    "jigsaw",
    "record_known_in_public",
    "try_to_identify",
    "point_out_duty",
]


def test_every_page_opens_for_those_on_the_list_and_for_nobody_else(client, the_day):
    case, people = ready_to_publish()
    signed_in(client, people["manager"])
    assert [n for n in PAGES if page(client, n, case).status_code != 200] == []
    for name in ("rehearsal", "search_text"):
        assert page(client, name, case, "report").status_code == 200
        assert page(client, name, case, "response").status_code in {200, 404}
    for name, kind in (("write_text", "statement"), ("approve_text", "report")):
        assert page(client, name, case, kind).status_code == 200
    read = page(client, "try_to_identify", case).text
    assert "Read it as the public will: The report</a> (tried as it stands)" in read
    assert page(client, "advance_copy", case, "report", "panel").status_code == 200
    assert page(client, "advance_copy", case, "report", "anybody").status_code == 404

    stranger = a_person(Role.MANAGER, at=APRIL)
    signed_in(client, stranger)
    assert [n for n in PAGES if page(client, n, case).status_code != 404] == []
    assert page(client, "rehearsal", case, "report").status_code == 404


def test_the_case_page_shows_the_gate_to_everybody(client, the_day):
    case, people = ready_to_publish(but={"proceedings"})
    signed_in(client, people["police"])
    words = page(client, "case", case).content.decode()
    assert "Nobody has confirmed that proceedings and orders allow it." in words
    assert "approved by" in words


def test_pressing_publish_makes_the_page_public(
    client, the_day, django_capture_on_commit_callbacks
):
    case, people = ready_to_publish()
    signed_in(client, people["manager"])
    with django_capture_on_commit_callbacks(execute=True):
        answer = page(client, "publish", case, post={})
    assert answer.status_code == 302
    assert Shown.objects.get().title.startswith("Goldcrest")


def test_a_shut_gate_answers_with_its_sentences_and_publishes_nothing(client, the_day):
    case, people = ready_to_publish(but={"told"})
    signed_in(client, people["manager"])
    answer = page(client, "publish", case, post={})
    assert answer.status_code == 200
    assert "It cannot be published yet." in answer.content.decode()
    assert page(client, "for_own_site", case).status_code == 409


def test_the_findings_stand_beside_their_paragraph_and_reading_is_recorded(client):
    case, people = a_signed_report(paper=a_leaking_report())
    decided(case, people)
    searched(case, people)
    signed_in(client, people["manager"])
    with it_is(APRIL):
        words = page(client, "findings", case).content.decode()
    assert "We met Lumi Ostrander-Vale, and later Lumi again." in words
    assert "Ask the reviewer for other words" in words
    assert Entry.objects.filter(what="read_findings").exists()


def test_a_report_that_the_panel_alone_reads_is_searched_answered_and_copied(
    client, the_day
):
    case, people = ready_to_publish(but={"search", "approvals", "copies"})
    decided(case, people, "briefing_only")
    signed_in(client, people["coordinator"])
    search = reverse("search_text", args=[case.public_id, "report"])
    assert search in page(client, "findings", case).content.decode()

    assert client.post(search).status_code == 302

    words = page(client, "findings", case).content.decode()
    assert "It has not been searched yet" not in words
    assert "Every confirmed finding is answered." in words
    assert "for 25 minutes: The report" in page(client, "jigsaw", case).content.decode()
    copy = reverse("advance_copy", args=[case.public_id, "report", "panel"])
    assert copy in page(client, "case", case).content.decode()
    assert client.get(copy).status_code == 200


def test_words_are_replaced_and_kept_from_the_findings_page(client):
    case, people = a_signed_report(paper=a_leaking_report())
    decided(case, people)
    scan = searched(case, people)
    signed_in(client, people["manager"])
    number = next(n for n, each in enumerate(scan.findings) if each["text"] == "Lumi")
    with it_is(APRIL):
        for name in ("replace_words", "keep_by_exception"):
            address = reverse(name, args=[scan.public_id, number])
            assert client.get(address).status_code == 200
            missing = reverse(name, args=[scan.public_id, 999])
            assert client.get(missing).status_code == 404
        asked = client.get(reverse("keep_by_exception", args=[scan.public_id, number]))
        assert "The legal advice, by whom and when" in asked.content.decode()
        assert "public body" not in asked.content.decode()
        kept = client.post(
            reverse("keep_by_exception", args=[scan.public_id, number]),
            {"reason": "family_wish", "legal_advice": "L-12", "why": "Hers."},
        )
        replaced = client.post(
            reverse("replace_words", args=[scan.public_id, number]),
            {"word_1": "Goldcrest", "word_2": "Goldcrest", "reasons": "A name."},
        )
        words = page(client, "findings", case).content.decode()
        to_do = page(client, "case", case).text.partition("Possible at any time")[0]
        signed_in(client, people["icb"])
        shown_to_the_second_body = page(client, "case", case).content.decode()
    assert (kept.status_code, replaced.status_code) == (302, 302)
    assert "Answer what was found that could identify somebody" in to_do
    assert "Sign what may stay by exception" in shown_to_the_second_body
    assert "Sign it as the second body" in words
    assert "Other words were asked for on 27 April 2026" in words
    assert "has been asked to change this paragraph" not in words


def test_what_was_opened_of_an_earlier_search_leads_to_where_it_is_now(client):
    case, people = a_signed_report(paper=a_leaking_report())
    decided(case, people)
    prepared(case, people, summary="Lumi was a baby.")
    first = searched(case, people)
    numbers = [n for n, each in enumerate(first.findings) if each["text"] == "Lumi"]
    stays, goes = sorted(numbers, key=lambda n: "cover" in first.findings[n]["anchor"])
    prepared(case, people, summary="What babies show.")
    last = searched(case, people, at=APRIL + timedelta(minutes=9))
    now = [each["id"] for each in last.findings].index(first.findings[stays]["id"])
    signed_in(client, people["manager"])
    said = {"reason": "family_wish", "legal_advice": "L-12", "why": "Her own wish."}

    def at(number):
        return reverse("keep_by_exception", args=[first.public_id, number])

    with it_is(APRIL):
        led, gone = client.get(at(stays)).text, client.post(at(goes), said).text
        kept = client.post(at(stays), said)

    text = reverse("text_and_findings", args=[case.public_id, "report"])
    assert f"{text}#finding-{now}" in led
    assert "It is not found any more in that place" in gone
    assert "<bdi>Her own wish.</bdi>" in gone
    assert (kept.status_code, KeptWord.objects.get().why) == (302, "Her own wish.")


def test_what_was_read_in_another_sentence_is_not_kept_in_this_one(client):
    case, people = a_signed_report(paper=a_leaking_report())
    decided(case, people)
    prepared(case, people, summary="Lumi was a baby.")
    first = searched(case, people)
    (number,) = (n for n, e in enumerate(first.findings) if "cover" in e["anchor"])
    prepared(case, people, summary="Lumi was ill that week.")
    searched(case, people, at=APRIL + timedelta(minutes=9))
    signed_in(client, people["manager"])
    said = {"reason": "family_wish", "legal_advice": "L-12", "why": "Her own wish."}
    with it_is(APRIL):
        there = reverse("keep_by_exception", args=[first.public_id, number])
        shown = client.post(there, said).text
    assert "Its sentence has changed since." in shown
    assert "<bdi>Her own wish.</bdi>" in shown
    assert not KeptWord.objects.exists()


def test_what_is_found_in_a_summary_is_shown_at_once_beside_what_was_typed(client):
    case, people = a_signed_report()
    decided(case, people)
    signed_in(client, people["manager"])
    with it_is(APRIL):
        begins = page(client, "prepare_publication", case).content.decode()
        said = {"summary": "Lumi was a baby.", "themes": "Neglect"}
        answer = page(client, "prepare_publication", case, post=said)
        shown = client.get(answer.url).content.decode()
        other = {"summary": "What babies show.", "themes": "Neglect"}
        again = page(client, "prepare_publication", case, post=other)
        shown_again = page(client, "prepare_publication", case).content.decode()

    assert "nor sign an exception in it, nor try as its second reader" in " ".join(
        begins.split()
    )
    assert answer.url == reverse("prepare_publication", args=[case.public_id])
    assert "Summary: “<bdi>Lumi</bdi>”" in shown
    assert Entry.objects.filter(what="read_findings").count() == 2  # shown, and posted
    assert "Lumi was a baby." in shown
    assert Paper.objects.get(kind="report").words["summary"] == "What babies show."
    assert again.url == reverse("case", args=[case.public_id])
    assert "The search finds in it" not in shown_again


def test_the_rehearsal_is_the_public_page_before_it_is_public(client, the_day):
    case, people = ready_to_publish()
    signed_in(client, people["manager"])
    words = page(client, "rehearsal", case, "report").content.decode()
    assert "Rehearsal." in words
    assert "Who Goldcrest is" in words
    assert "Where to find support" in words
    assert "Lumi" not in words
    assert not Shown.objects.exists()


def test_approving_sends_back_the_mark_of_the_text_that_was_shown(client, the_day):
    case, people = ready_to_publish(but={"approvals"})
    signed_in(client, people["manager"])
    shown = page(client, "approve_publication", case)
    assert Entry.objects.filter(what="read_public_text").exists()
    form = shown.context["form"]
    post = {"content_hash": form["content_hash"].value(), "read_it": "on"}

    assert page(client, "approve_publication", case, post=post).status_code == 302
    paper = paper_or_404(case, "report")
    assert paper.approvals.get().content_hash == last_scan(paper).content_hash


def test_a_withdrawn_page_asks_for_a_second_person_on_the_case_page(client, the_day):
    case, people, _ = a_published_report()
    actions.hand_down_what_is_due(by=HEED, at=PUBLISHED)
    signed_in(client, people["icb"])
    asked = page(client, "withdraw_published", case).content.decode()
    assert "Take the page down now" in asked
    post = {"reasons": "It names a street."}
    assert page(client, "withdraw_published", case, post=post).status_code == 302
    words = page(client, "case", case).content.decode()
    assert "A second person has not confirmed it yet." in words
