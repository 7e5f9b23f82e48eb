"""Every tick and every answer of a paper is in a field or unread: without it the paper
reads otherwise.
"""

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.blocks import Cell, ListBlock, ListItem, Note, Paragraph, Run, Table
from heed.papers.forms import read_referral
from heed.papers.forms.agency_summary import read_agency_summary
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, grid, para

FILLED = Path(__file__).parent / "filled"
READERS = {"referral": read_referral, "agency_summary": read_agency_summary}
TICKED = {"☒": "☐", "☑": "☐", "[X]": "[ ]", "[x]": "[ ]"}


def papers():
    """Each filled paper that has ticks, in one format, with how it is read."""
    for expected in sorted(FILLED.rglob("*.json")):
        read = READERS.get(json.loads(expected.read_text())["kind"])
        files = expected.parent.glob(f"{expected.stem}.*")
        file = next((f for f in sorted(files) if f.suffix in {".docx", ".odt"}), None)
        if read and file:
            yield file.name, read, read_blocks(file.read_bytes(), file.name)


def changed(part, change):
    """A part of a document with every text in it changed."""
    match part:
        case Run():
            return replace(part, text=change(part.text))
        case Paragraph() | ListItem():
            return replace(part, runs=tuple(changed(r, change) for r in part.runs))
        case ListBlock():
            return replace(part, items=tuple(changed(i, change) for i in part.items))
        case Cell() | Note():
            return replace(part, blocks=tuple(changed(b, change) for b in part.blocks))
        case Table():
            return replace(
                part,
                rows=tuple(tuple(changed(c, change) for c in row) for row in part.rows),
                header=tuple(
                    tuple(changed(c, change) for c in row) for row in part.header
                ),
            )
    return part


def runs(document):
    found = []
    for block in document.blocks:
        changed(block, lambda text: found.append(text) or text)
    return found


def unticked(reading):
    """The same paper as many times as it has ticks, without one of them each time."""
    count = sum(text.count(tick) for text in runs(reading.document) for tick in TICKED)
    for number in range(count):
        left = [number]

        def change(text, left=left):
            for tick, empty in TICKED.items():
                while tick in text and left[0] >= 0:
                    text = text.replace(
                        tick, empty if left[0] == 0 else f"\0{tick[::-1]}", 1
                    )
                    left[0] -= 1
                text = text.replace(f"\0{tick[::-1]}", tick)
            return text

        blocks = tuple(changed(block, change) for block in reading.document.blocks)
        yield replace(reading, document=replace(reading.document, blocks=blocks))


def told(read, reading):
    """All that is read of a paper, but what only repeats it as it stands."""
    return json.dumps(read(reading), ensure_ascii=False, sort_keys=True)


def test_without_one_tick_a_filled_paper_reads_otherwise():
    silent, ticks = [], 0
    for name, read, reading in papers():
        whole = told(read, reading)
        for number, less in enumerate(unticked(reading), 1):
            ticks += 1
            silent += [f"{name}, tick {number}"] if told(read, less) == whole else []

    assert silent == []
    assert ticks > 20


LABELS = st.sampled_from(
    [
        *("Is the child looked after?", "Favourite colour", "Any involvement?"),
        *("Abuse or neglect", "Has a child died?", "Is any child at risk?", "Wibble"),
        *("Have records been secured?", "Criteria (tick all that apply)", "Sex"),
        *("Is there media interest?", "Does the case meet the criteria?", "Consent"),
        *("Name of child", "Guidance", "3.1 Which applies?", "Date of birth"),
    ]
)
BOXES = st.sampled_from(
    [
        *("☒ Yes ☐ No", "☐ Yes   ☒ No", "[X] No [ ] Yes", "☐ Known\n☒ Suspected"),
        *("☐ The child has died\n☒ Seriously harmed", "☒ Zebra", "Yes ☒", "[x] Quagga"),
    ]
)
SHAPES = st.sampled_from(["beside", "below", "line", "alone"])


@settings(max_examples=25, deadline=None)
@given(
    asked=st.lists(
        st.tuples(LABELS, BOXES, SHAPES),
        min_size=1,
        max_size=2,
        unique_by=lambda a: a[0],
    ),
    kind=st.sampled_from([*READERS]),
)
def test_without_one_tick_no_arrangement_of_boxes_reads_alike(asked, kind):
    body = [
        grid(["Agency", "Elm Trust"], ["Completed by", "Ann Hill"], ["Role", "Nurse"])
    ]
    for label, boxes, shape in asked:
        body += {
            "beside": [grid([label, boxes])],
            "below": [grid([label], [boxes])],
            "line": [para(label), *map(para, boxes.split("\n"))],
            "alone": [grid([f"{label}\n{boxes}"])],
        }[shape]
    reading = read_blocks(a_docx(*body), "form.docx")
    whole = told(READERS[kind], reading)

    for number, less in enumerate(unticked(reading), 1):
        assert told(READERS[kind], less) != whole, f"tick {number}"


IN_USE = [
    (kind, label)
    for kind, part in zip(
        READERS,
        FILLED.with_name("labels_in_use.txt").read_text().split("\n[")[1:],
        strict=True,
    )
    for line in part.splitlines()[1:]
    for label in line.partition(": ")[2].split(" | ")
    if label
]
SHORT = ["No", "Yes", "None", "Not known", "N/A", "7", "tbc", "☐ Yes ☒ No"]


@settings(max_examples=40, deadline=None)
@given(asked=st.sampled_from(IN_USE), answer=st.sampled_from(SHORT))
def test_without_one_short_answer_a_form_reads_otherwise(asked, answer):
    kind, label = asked
    head = [
        ["Agency", "Elm"],
        ["Name of child", "Leo Pike"],
        ["Completed by", "Jo Hill"],
    ]

    full, blank = (
        read_blocks(a_docx(grid(*head, [label, said])), "form.docx")
        for said in (answer, "")
    )

    assert told(READERS[kind], full) != told(READERS[kind], blank)
