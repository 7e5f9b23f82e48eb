"""A report of 140,000 words and 400 pictures is searched, approved, set, read back and
published, and is read in the library."""

import random
from dataclasses import replace

import pytest

from heed.library.models import Publication, Section
from heed.papers.blocks import Document, Figure, document, heading, paragraph
from heed.publications import made, printing
from heed.publications.actions import answer_check, publish
from heed.publications.queries import last_scan, paper_or_404
from tests.papers.writing_samples import a_png
from tests.publications.factories import (
    APRIL,
    PUBLISHED,
    STEPS,
    decided,
    step_by_name,
)
from tests.reviews.factories import a_signed_report

pytestmark = pytest.mark.django_db(databases=["default", "library"])

WORDS, PICTURES, PARTS = 140_000, 400, 23
SAID = [
    "The",
    "worker",
    "wrote",
    "that",
    "nobody",
    "had",
    "asked",
    "what",
    "this",
    "was",
    "like",
    "and",
    "the",
    "plan",
    "was",
    "not",
    "read",
    "by",
    "those",
    "who",
    "came",
    "after",
]


def a_long_report() -> Document:
    chance = random.Random(20)
    blocks = [heading(1, "A report"), heading(2, "What happened")]
    images = {f"{n}": a_png(40, n + 1) for n in range(PICTURES)}
    for number in range(PICTURES):
        if number % (PICTURES // PARTS) == 0:
            blocks.append(heading(2, f"What we learned, part {number}"))
        for _ in range(4):
            words = [chance.choice(SAID[1:]) for _ in range(WORDS // PICTURES // 4 + 1)]
            blocks.append(paragraph(" ".join(["The", *words]) + "."))
        blocks.append(Figure("A line that falls", f"{number}", "Visits in each month"))
    return replace(document(*blocks, title="A report"), images=images)


def made_once(monkeypatch):
    """Three times it is made and read back before it is public: here once, the same."""
    known, before = {}, made.made_of

    def made_of(paper, *, at, on=None):
        if paper.kind not in known:
            known[paper.kind] = before(paper, at=at, on=on)
        return known[paper.kind]

    monkeypatch.setattr(made, "made_of", made_of)
    monkeypatch.setattr(printing, "made_of", made_of)
    return known


def test_a_report_of_140000_words_and_400_pictures_is_published(
    monkeypatch, django_capture_on_commit_callbacks
):
    case, people = a_signed_report(paper=a_long_report())
    decided(case, people)
    known = made_once(monkeypatch)
    for step in STEPS:
        if step == "approvals":
            scan = last_scan(paper_or_404(case, "report"))
            assert len(scan.findings) == PICTURES  # each is put before a person
            answer_check(
                scan,
                finding_id=scan.findings[0]["id"],
                reason="no_person",
                words="We looked at each of them.",
                everywhere=True,
                by=people["manager"],
                at=APRIL,
            )
        step_by_name(case, people, step)

    with django_capture_on_commit_callbacks(execute=True):
        publish(case, by=people["manager"], at=PUBLISHED)

    shown = Publication.objects.get()
    texts = Section.objects.filter(publication=shown).values_list("text", flat=True)
    assert sum(len(text.split()) for text in texts) > WORDS
    assert len(shown.document["images"]) == PICTURES
    pdf = bytes(shown.downloads.get(form="pdf").content)
    assert pdf == known["report"].pdf
    assert len(known["report"].read_back.files) > 8
