"""Every word of every paper is in a field, in a flag, or unread."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.forms import read_referral
from heed.papers.forms.agency_summary import read_agency_summary
from heed.papers.forms.boxes import chosen, has_boxes
from heed.papers.forms.chronology import read_chronology
from heed.papers.forms.columns import columns
from heed.papers.forms.dropped import bare, lines_of, words_of_line
from heed.papers.forms.labelled import Form, Loose, Pair, Records
from heed.papers.forms.labels import REFERRAL, Vocabulary
from heed.papers.forms.ticking import of_criteria
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para

FILLED = Path(__file__).parent / "filled"
PAPERS = sorted(p for p in FILLED.rglob("*.json") if p.is_file())
AGENCY = Vocabulary("agency_labels.txt", people=False)
READERS = {
    "referral": (read_referral, REFERRAL.meaning, Form()),
    "agency_summary": (read_agency_summary, AGENCY.meaning, Form(AGENCY)),
    "chronology": (read_chronology, lambda words: columns([words])[0], None),
}


def told(value) -> set[str]:
    """The words of every value of a reading; the names of its fields tell nothing."""
    if isinstance(value, dict):
        return set().union(*map(told, value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(told, value))
    return set(words_of_line(value)) if isinstance(value, str) else set()


def answered(form, reading) -> set[str]:
    """The labels of a form that were answered: their answers must stand somewhere."""
    pieces = form.pieces(reading.document.blocks) if form else ()
    found = set()
    last = None
    for piece in pieces:
        if isinstance(piece, Pair) and piece.answer:
            found.add(bare(piece.label))
        elif isinstance(piece, Loose) and isinstance(last, Pair):
            found.add(bare(last.label))
        elif isinstance(piece, Records):
            found |= {bare(each) for each in piece.labels if form.asks(each)}
        last = piece
    return found


def lost(reading, made, asks, labels=frozenset()) -> list[str]:
    """The words of a paper that stand nowhere in what was read of it.

    Of a label that is understood its answer stands there; of boxes, those ticked.
    """
    known = told(json.loads(json.dumps(made)))
    ticked = made.get("criteria", {}).get("boxes_ticked")
    found = []
    for line in lines_of(reading.document):
        said = chosen(line) if has_boxes(line) else line
        runs_on = [each for each in labels if bare(said).startswith(f"{each} ")]
        rests = (words_of_line(bare(said).removeprefix(each)) for each in runs_on)
        if any(known.issuperset(rest) for rest in rests):
            continue  # "Job title Head of Service", as in a PDF
        if ticked and of_criteria(said) and len(said.split()) > 5:
            continue  # a criterion, told by its number
        words = [word for word in words_of_line(said) if word not in known]
        label, _, rest = said.replace("?", ":").replace("\t", ":").partition(":")
        label, _, rest = (label, "", rest) if rest else said.partition(" - ")
        if words and not asks(said.rstrip(": *")) and bare(said) not in labels:
            known_label = asks(label.strip()) or bare(label) in labels
            of_label = set(words_of_line(label)) if known_label else set()
            found += [word for word in words if word not in of_label]
    return found


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_every_word_of_a_filled_paper_is_kept(paper):
    kind = json.loads(paper.read_text())["kind"]
    (file, *_) = sorted(
        p for p in paper.parent.glob(f"{paper.stem}.*") if p.suffix != ".json"
    )
    reading = read_blocks(file.read_bytes(), file.name)
    read, asks, form = READERS[kind]
    if form and file.suffix == ".pdf":
        form = replace(form, flat=True)
    made = read(reading)

    assert lost(reading, made, asks, answered(form, reading)) == []


WORDS = st.sampled_from(
    [
        *(
            "Name",
            "Name of child",
            "DOB",
            "Mother",
            "Who rang",
            "Dt",
            "What took place",
        ),
        *("Leo Fernwood", "3/4/19", "as letter", "n/a", "Kilo", "Quince and Otter"),
        *("Is every child safe?", "No. Nobody has checked.", "Zebra crossing", "14:30"),
        *(
            "Favourite colour",
            "mauve",
            "Lives with nan (Jo Lark)",
            "Ser",
            "",
            "What now",
        ),
    ]
)
ROWS = st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, lines=st.lists(WORDS, max_size=4), kind=st.sampled_from([*READERS]))
def test_no_arrangement_of_words_loses_one(rows, lines, kind):
    data = a_docx(grid(*rows), *(para(line) for line in lines))
    reading = read_blocks(data, "form.docx")
    read, asks, form = READERS[kind]
    made = read(reading)

    assert lost(reading, made, asks, answered(form, reading)) == []
