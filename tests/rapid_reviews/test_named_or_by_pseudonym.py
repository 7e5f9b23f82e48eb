"""The paper for the Panel by pseudonym or by name, as chosen; and its three files, kept
as they were sent."""

import hashlib
import io
import json

import pypdf
import pytest

from heed.audit.models import Entry
from heed.cases.actions import name_family_member, record_protected_address
from heed.cases.models import OpenItem, StepTaken
from heed.cases.steps import Refused
from heed.deidentify.naming import Named, replaced
from heed.documents.storage import content_of
from heed.papers.blocks import plain_text
from heed.papers.submission import submission_document
from heed.rapid_reviews import pack
from heed.rapid_reviews.actions import choose_names, write_part
from heed.rapid_reviews.models import RapidReview, Submission
from heed.rapid_reviews.pack import names_typed, pack_of
from tests.cases.factories import NOON, it_is
from tests.partnership.factories import signed_in
from tests.rapid_reviews.factories import a_rapid_review, sent_to_the_panel
from tests.walked import walked_once

pytestmark = pytest.mark.django_db
FACTS = (
    "Lumi was seen by May Ostrander on 3 May. Lumi Ostrander-Vale’s bruise was noted, "
    "and Lu cried. They may come back."
)


@walked_once
def a_review_with_names():
    """A rapid review in which people typed the names of a child and her mother."""
    review, people = a_rapid_review()
    child = review.case.childs.get()
    child.also_known_as = ["Lu"]
    child.save(update_fields=["also_known_as"])
    name_family_member(
        review.case,
        relationship="mother",
        name="May Ostrander",
        by=people["coordinator"],
        at=NOON,
    )
    write_part(review, part="facts", words=FACTS, by=people["coordinator"], at=NOON)
    review.refresh_from_db()
    return review, people


def words_of(review) -> str:
    kept = RapidReview.objects.get(pk=review.pk)
    return plain_text(submission_document(pack_of(kept, at=NOON))).text


def chosen(review, people, *, named=False, left=(), because=""):
    return choose_names(
        review,
        named=named,
        left=list(left),
        because=because,
        by=people["coordinator"],
        at=NOON,
    )


def test_a_pseudonymised_pack_holds_no_registered_name():
    review, _ = a_review_with_names()

    words = words_of(review)

    assert [n for n in ("Lumi", "Ostrander", "Lu cried") if n in words] == []
    assert (
        "Child 1 was seen by Mother 1 on 3 May. Child 1’s bruise was noted, and "
        "Child 1 cried. They may come back."
    ) in words


def test_a_birth_that_could_not_be_read_is_quoted_in_a_named_one_alone():
    review, people = a_review_with_names()
    child = review.case.childs.get()
    child.born_on, child.born_as_typed = None, "3 or 4 March 2021, twins"
    child.save(update_fields=["born_on", "born_as_typed"])

    assert "3 or 4 March 2021" not in words_of(review)
    assert "A date was typed that cannot be read." in words_of(review)
    chosen(review, people, named=True)
    assert "As typed: 3 or 4 March 2021, twins" in words_of(review)


def test_a_street_that_bears_a_childs_name_is_still_taken_out():
    review, people = a_review_with_names()
    record_protected_address(
        review.case, address="1 Lumi Court, Quill", by=people["manager"], at=NOON
    )
    write_part(
        review,
        part="facts",
        words="She was moved to 1 Lumi Court.",
        by=people["coordinator"],
        at=NOON,
    )
    assert "Court" not in words_of(review)


@pytest.mark.parametrize(
    ("places", "left"),
    [
        ([(4, 8), (6, 12)], "say X now"),
        ([(4, 12), (6, 8)], "say X now"),
        ([(4, 8), (8, 12)], "say XX now"),
        ([(9, 12), (4, 8)], "say X X now"),
        ([], "say Lumi Ost now"),
    ],
)
def test_of_two_names_that_overlap_nothing_is_left_over(places, left):
    words = "say Lumi Ost now"
    found = [Named(words[a:b], a, b, "X", sure=True) for a, b in places]
    assert replaced(words, found) == left


def test_a_named_one_says_each_child_by_name():
    review, people = a_review_with_names()
    chosen(review, people, named=True)

    words = words_of(review)

    assert "Name\tLumi Ostrander-Vale" in words
    assert "Also known as\tLu" in words
    assert "Mother 1\tMay Ostrander\tmother" in words
    assert FACTS in words


def test_the_page_names_what_would_be_replaced_and_by_what():
    review, _ = a_review_with_names()

    found = {each.text: each for each in names_typed(review, at=NOON)}

    assert found["May Ostrander"].becomes == "Mother 1"
    assert found["Lu"].becomes == "Child 1"
    assert found["Lumi"].parts == ("What happened",)


def test_a_word_that_is_no_name_stays_with_a_reason_and_not_without():
    review, people = a_review_with_names()
    with pytest.raises(Refused, match="Say why"):
        chosen(review, people, left=["lu"])

    chosen(review, people, left=["lu"], because="It is a place in the report.")

    assert "and Lu cried" in words_of(review)
    assert "Lumi" not in words_of(review)
    kept = StepTaken.objects.get(step="choose_names")
    assert kept.reasons == "It is a place in the report."


def test_choosing_and_reading_the_names_are_recorded(client):
    review, people = a_review_with_names()
    path = f"/cases/{review.case.public_id}/rapid-review/submission/names/"
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        page = browser.get(path).content.decode()
        without_why = browser.post(path, {"named": "no", "left": ["lu"]})
        browser.post(path, {"named": "yes"})
        after = browser.get(path.removesuffix("names/")).content.decode()

    assert "“May Ostrander” becomes “Mother 1” (What happened)" in page
    assert "Say why these words stay" in without_why.content.decode()
    assert "By name" in after
    done = set(Entry.objects.values_list("what", flat=True))
    assert {"choose_names", "read_identities"} <= done


def test_word_pdf_and_json_are_kept_as_they_were_sent():
    review, people = a_review_with_names()
    sent = sent_to_the_panel(review, people)

    word, pdf, twin = (
        b"".join(content_of(document)) for document in sent.files.values()
    )

    told = json.loads(twin)
    assert told["word_file"]["sha256"] == hashlib.sha256(word).hexdigest()
    assert (told["number"], told["people"]) == (1, "pseudonymised")
    assert told["dates"]["sent_at"] == NOON.isoformat()
    assert not sent.named
    read = " ".join(
        each.extract_text() for each in pypdf.PdfReader(io.BytesIO(pdf)).pages
    )
    assert "Mother 1" in read
    assert "Lumi" not in read
    assert b"Lumi" not in twin


def test_the_files_stand_still_when_people_are_called_otherwise_afterwards():
    review, people = a_review_with_names()
    sent_to_the_panel(review, people)
    before = {f: d.digest for f, d in Submission.objects.get().files.items()}

    chosen(RapidReview.objects.get(), people, named=True)
    sent_to_the_panel(RapidReview.objects.get(), people)

    first, second = Submission.objects.all()
    assert {f: d.digest for f, d in first.files.items()} == before
    assert (first.named, second.named) == (False, True)


def test_storage_that_is_away_holds_no_submission_back(monkeypatch):
    def away(*_, **__):
        raise OSError("no route to the bucket")

    review, people = a_review_with_names()
    monkeypatch.setattr("heed.cases.actions.papers.receive", away)

    sent = sent_to_the_panel(review, people)

    assert sent.files == {}
    kinds = OpenItem.objects.filter(case=review.case).values_list("kind", flat=True)
    assert {"not_made.docx", "not_made.pdf", "not_made.json"} <= set(kinds)


def test_a_pdf_that_cannot_be_made_holds_no_submission_back(monkeypatch):
    def broken(_pack):
        raise RuntimeError("no font")

    review, people = a_review_with_names()
    monkeypatch.setattr(pack, "submission_pdf", broken)

    sent = sent_to_the_panel(review, people)

    assert list(sent.files) == ["docx", "json"]
    assert OpenItem.objects.filter(case=review.case, kind="not_made.pdf").exists()


@pytest.mark.parametrize(
    ("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("json", b"{")]
)
def test_the_paper_is_handed_over_in_three_forms(client, form, begins):
    review, people = a_review_with_names()
    sent = sent_to_the_panel(review, people)
    with it_is(NOON):
        browser = signed_in(client, people["coordinator"])
        now = browser.get(f"/cases/{review.case.public_id}/rapid-review/pack.{form}")
        then = browser.get(f"/sent/{sent.public_id}/{form}/")

    assert now.content.startswith(begins)
    assert then.content.startswith(begins)
    assert f"-rapid-review-1.{form}" in then["Content-Disposition"]
