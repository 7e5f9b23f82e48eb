"""Chronologies together: one order, nothing lost, whatever order the rows come in."""

import csv
import io
import json
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from heed.papers.chronologies.as_json import to_json
from heed.papers.chronologies.merging import composite, merged
from heed.papers.chronologies.reading import read
from tests.papers.chronologies.making import an_entry

HEADS = ("No", "Date", "Time", "Agency", "Source", "Event", "Response", "Child seen")
DATES = (
    *("1/5/2025", "02/05/2025", "3 May 2025", "2025-05-03", "May 2025", "2025", ""),
    *("31 September 2024", "29/02/2023", "w/c 5 May 2025", "about 4 May 2025"),
    *("4 or 5 May 2025", "unknown"),
)
EVENTS = (
    "Orrin was seen at home with a bruise on the left cheek, mother was told",
    "Visit at home: bruise on right cheek of Orrin, police were told",
    "Was not brought to the clinic",
    "Strategy meeting of police and health about the bruise",
    "No contact until June",
    "Referral made to the council",
)
rows = st.lists(
    st.tuples(
        st.sampled_from(DATES),
        st.sampled_from(("", "09:30", "09:45", "2pm", "25:00")),
        st.sampled_from(("Health", "Police", "Council")),
        st.sampled_from(("Notes", "Log")),
        st.sampled_from(EVENTS),
        st.sampled_from(("", "Police were told", "Assessment began")),
        st.sampled_from(("Y", "N", "")),
    ),
    min_size=1,
    max_size=14,
)


def a_file(name: str, told) -> object:
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerows([HEADS, *told])
    return read(sheet.getvalue().encode(), name)


def what_it_says(files) -> dict:
    """A composite without what is of the files alone."""
    made = to_json(merged(files))
    for entry in made["entries"]:
        del entry["file"], entry["row"]
    del made["counts"]["files"]
    return json.loads(json.dumps(made))


@settings(max_examples=60, deadline=None)
@given(rows, st.randoms(use_true_random=False), st.integers(1, 4))
def test_any_order_of_rows_and_any_split_over_files_is_the_same_composite(
    told, chance, parts
):
    numbered = [(str(n), *row) for n, row in enumerate(told, 1) if row[0]]
    if not numbered:
        return
    shuffled = list(numbered)
    chance.shuffle(shuffled)
    split = [shuffled[n::parts] for n in range(parts)]
    files = [a_file(f"{n}.csv", each) for n, each in enumerate(split) if each]

    assert what_it_says(files) == what_it_says([a_file("one.csv", numbered)])


@settings(max_examples=40, deadline=None)
@given(rows)
def test_every_row_of_every_file_is_an_entry_with_all_its_words(told):
    files = [a_file(f"{n}.csv", [("", *row)]) for n, row in enumerate(told)]
    made = merged(files)

    assert Counter((e.source, e.event, e.outcome) for e in made.entries) == Counter(
        (row[3], row[4], row[5]) for row in told
    )
    assert [entry.n for entry in made.entries] == list(range(1, len(told) + 1))


def test_two_files_of_one_agency_with_the_same_rows_are_linked_row_by_row():
    told = [("", "1/5/2025", "", "Health", "Notes", event, "", "") for event in EVENTS]
    made = merged([a_file("one.csv", told), a_file("again.csv", told)])

    assert len(made.entries) == 2 * len(EVENTS)
    assert [len(each.entries) for each in made.duplicates] == [2] * len(EVENTS)
    assert not made.tellings


def test_a_row_that_names_no_agency_is_of_its_file():
    heads = "Date,Event\n1/5/2025,Seen\n"
    made = merged([read(heads.encode(), "Quillshire Minds.csv")])

    assert made.entries[0].agency == "Quillshire Minds"


def test_rows_outside_the_scope_stay_and_are_told():
    inside, outside = an_entry(1, "1/5/2025"), an_entry(2, "1/5/2023")
    made = composite([inside, outside], scope=(inside.date.day, None))

    assert len(made.entries) == 2
    assert made.outside == (2,)
    assert to_json(made)["entries"][0]["outside_scope"]
