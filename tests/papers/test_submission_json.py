"""The rapid review for a machine: every pack is valid against the schema that
partnerships are given, by a validator that is not ours."""

import hashlib
import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from heed.config.written import ROOT
from heed.papers.blocks import (
    Figure,
    Note,
    heading,
    listing,
    paragraph,
    table,
)
from heed.papers.glyphs import legible
from heed.papers.submission import (
    Dates,
    Decision,
    Gap,
    RapidReviewPack,
    Remark,
    SignOff,
    submission_docx,
)
from heed.papers.submission_json import submission_json
from heed.papers.submission_schema import schema
from heed.rulebook.contents import SUBMISSION

FOLDER = ROOT / "docs/for-partnerships"
PUBLISHED = FOLDER / "rapid-review.schema.json"
PAGE = FOLDER / "rapid-review-for-machines.md"
PARTS = [part.slug for part in SUBMISSION]

words = st.text(min_size=1, max_size=30).filter(legible)
perhaps = st.text(max_size=30)
moments = st.none() | st.datetimes(timezones=st.just(UTC))
days = st.none() | st.dates()
simple = st.one_of(
    perhaps.map(paragraph),
    st.lists(perhaps, max_size=3).map(lambda said: listing(*said)),
    st.builds(heading, st.integers(1, 6), perhaps),
    st.builds(lambda said: table([[said, said]], header=(said, "Why")), perhaps),
    perhaps.map(Figure),
)
blocks = simple | st.lists(simple, max_size=2).map(lambda some: Note(tuple(some)))
remarks = st.lists(st.builds(Remark, words, perhaps), max_size=2).map(tuple)
packs = st.builds(
    RapidReviewPack,
    partnership=words,
    reference=words,
    number=st.integers(0, 9),
    named=st.booleans(),
    notification=perhaps,
    dates=st.builds(
        Dates,
        happened_on=days,
        happened_until=days,
        aware_at=moments,
        notified_at=moments,
        due_on=days,
        sent_at=moments,
        working_days_used=st.none() | st.integers(0, 300),
    ),
    sections=st.dictionaries(
        st.sampled_from(PARTS), st.lists(blocks, max_size=3).map(tuple), max_size=4
    ),
    gaps=st.lists(
        st.builds(Gap, st.sampled_from(PARTS), words, perhaps), max_size=3
    ).map(tuple),
    disputed=remarks,
    unsigned=remarks,
    late=remarks,
    decisions=st.lists(st.builds(Decision, words, perhaps, perhaps), max_size=2).map(
        tuple
    ),
    sign_offs=st.lists(
        st.builds(
            SignOff,
            words,
            perhaps,
            st.sampled_from(["agrees", "disagrees", ""]),
            perhaps,
            perhaps,
        ),
        max_size=3,
    ).map(tuple),
)


@pytest.fixture(scope="module")
def published():
    kept = json.loads(PUBLISHED.read_text("utf-8"))
    Draft202012Validator.check_schema(kept)
    return Draft202012Validator(kept)


def a_twin(**given) -> dict:
    pack = RapidReviewPack(partnership="Quillshire", reference="Q-26-007", **given)
    return json.loads(submission_json(pack, word=b"Word"))


@settings(max_examples=15, deadline=None)
@given(packs)
def test_every_pack_is_valid_against_its_schema(published, pack):
    twin = json.loads(submission_json(pack, word=b"Word"))
    assert [error.message for error in published.iter_errors(twin)] == []


@pytest.mark.parametrize("slug", PARTS)
def test_the_schema_refuses_a_pack_without_a_part(published, slug):
    twin = a_twin()
    twin["parts"] = [part for part in twin["parts"] if part["slug"] != slug]
    assert not published.is_valid(twin)


@pytest.mark.parametrize("key", sorted(a_twin()))
def test_the_schema_refuses_a_pack_without_any_of_its_answers(published, key):
    twin = a_twin()
    assert published.is_valid(twin)
    del twin[key]
    assert not published.is_valid(twin)


@pytest.mark.parametrize(
    ("at", "wrong"),
    [
        (("people",), "anonymous"),
        (("number",), 0),
        (("dates", "sent_at"), "11 March 2026"),
        (("dates", "due_on"), "2026-03-11T00:00:00Z"),
        (("word_file", "sha256"), "ABC"),
        (("parts", 0, "content"), [{"kind": "script", "text": "x"}]),
        (("sign_offs",), [{"body": "Police", "view": "perhaps"}]),
    ],
)
def test_the_schema_refuses_what_no_pack_says(published, at, wrong):
    twin = a_twin()
    *way, last = at
    place = twin
    for step in way:
        place = place[step]
    place[last] = wrong
    assert not published.is_valid(twin)


def test_it_says_what_the_word_file_says_and_holds_its_hash():
    pack = RapidReviewPack(
        partnership="Quillshire",
        reference="Q-26-007",
        number=2,
        named=True,
        notification="SIN-26-044",
        dates=Dates(
            happened_on=date(2026, 2, 16),
            sent_at=datetime(2026, 3, 17, 9, 30, tzinfo=UTC),
            working_days_used=15,
            working_days_allowed=15,
        ),
        sections={"facts": (paragraph("Siskin was seen twice."),)},
        gaps=(Gap("agencies", "The GP has not answered."),),
        sign_offs=(
            SignOff("Police", "R. Thackthorpe", "disagrees", "17 March", "No."),
        ),
    )
    word = submission_docx(pack)

    twin = json.loads(submission_json(pack, word=word))

    assert twin["word_file"] == {
        "sha256": hashlib.sha256(word).hexdigest(),
        "bytes": len(word),
    }
    assert (twin["number"], twin["people"]) == (2, "named")
    assert twin["dates"]["sent_at"] == "2026-03-17T09:30:00+00:00"
    assert twin["dates"]["aware_at"] is None
    told = {part["slug"]: part["content"] for part in twin["parts"]}
    assert told["facts"] == [{"kind": "paragraph", "text": "Siskin was seen twice."}]
    missing = {gap["part"]: gap["words"] for gap in twin["first_page"]["missing"]}
    assert missing["agencies"] == "The GP has not answered."
    assert [each["words"] for each in twin["first_page"]["disputed"]] == [
        "Police disagrees with the decision."
    ]
    assert twin["sign_offs"][0]["words"] == "No."


def test_its_page_explains_everything_that_it_holds():
    page = PAGE.read_text("utf-8")
    named = [*schema()["properties"], *schema()["properties"]["dates"]["properties"]]
    assert [name for name in named if f"`{name}`" not in page] == []
