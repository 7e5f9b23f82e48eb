"""Filled papers of many layouts, as files: what must be read of each was read by hand."""

import json
from pathlib import Path

import pytest

from heed.papers.paper import read_paper
from tests.papers.filled.scoring import Score, score

HERE = Path(__file__).parent / "filled"
WAYS = {
    "referral": "referral",
    "agency_summary": "agency-summary",
    "chronology": "chronology",
}
PAPERS = sorted(
    each
    for folder in (
        HERE,
        HERE / "second",
        HERE / "third",
        HERE / "fourth",
        HERE / "fifth",
        HERE / "sixth",
    )
    for each in folder.iterdir()
    if each.suffix not in {".json", ".py", ".pyc", ""}
)
"""Those of `second` were made by somebody who had never seen the reader; those of
`third` in other wordings, with what they say written down before the reader saw them;
those of `fourth` in other layouts, by somebody else who had not seen it: what its notes
leave open is left out. Those of `fifth` are of further layouts: labels in italics above
their answers, choices struck out, a briefing, a message passed on by the lead. Those of `sixth` are letters and notes in
other voices, a notice in capitals, and forms of codes, of columns and by child."""


def scored(paper: Path) -> Score:
    expected = json.loads(paper.with_suffix(".json").read_text())
    read = read_paper(paper.read_bytes(), paper.name, WAYS[expected.pop("kind")])
    return score(expected, read)


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {paper.name: scored(paper) for paper in PAPERS}


def told(scores: dict[str, Score]) -> str:
    return "\n".join(
        f"{name}: {line}"
        for name, s in scores.items()
        for line in (*s.missed, *s.wrong)
    )


def test_nearly_all_fields_of_the_filled_papers_are_right(scores):
    right = sum(s.right for s in scores.values())
    asked = sum(s.asked for s in scores.values())

    assert right / asked >= 0.95, f"{right} of {asked} fields\n{told(scores)}"


def test_nearly_all_flags_of_the_filled_papers_are_raised(scores):
    right = sum(s.flags_right for s in scores.values())
    asked = sum(s.flags_asked for s in scores.values())

    assert right / asked >= 0.9, f"{right} of {asked} flags\n{told(scores)}"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_no_fact_is_invented(scores, paper):
    assert scores[paper.name].wrong == []
