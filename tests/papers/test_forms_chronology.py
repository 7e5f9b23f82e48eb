"""Chronologies: every row an entry, none dropped, in the order of time."""

from hypothesis import given
from hypothesis import strategies as st

from heed.papers.forms.chronology import read_chronology
from heed.papers.reading import read_blocks
from tests.papers.factories_in import a_docx, cell, grid, para

HEADS = [
    "Date",
    "Time",
    "Source of information",
    "Event",
    "Response/Outcome",
    "Child seen?",
]


def read(*rows, heads=HEADS, before=()):
    data = a_docx(*before, grid(heads, *rows, heads=1))
    return read_chronology(read_blocks(data, "chronology.docx"))


def read_text(text: str):
    return read_chronology(read_blocks(text.encode(), "chronology.csv"))


def flags(chronology) -> set[str]:
    return {flag["name"] for flag in chronology["flags"]}


def test_a_row_is_an_entry():
    row = ["?22 May 2016", "2.30pm", "GP record", "Seen with bruise", "Referred", "Yes"]
    chronology = read(row, before=[para("Agency: Quillbury Surgery")])

    assert chronology["agency"] == "Quillbury Surgery"
    assert chronology["columns"] == [
        "date",
        "time",
        "source",
        "event",
        "outcome",
        "child_seen",
    ]
    entry = chronology["entries"][0]
    assert entry["date"]["iso"] == "2016-05-22"
    assert entry["date"]["uncertain"]
    assert (entry["time"], entry["time_verbatim"]) == ("14:30", "2.30pm")
    assert (entry["source"], entry["event"]) == ("GP record", "Seen with bruise")
    assert (entry["outcome"], entry["child_seen"]) == ("Referred", "yes")


def test_entries_are_put_in_the_order_of_time_and_undated_ones_last():
    chronology = read(
        ["unknown", "", "a", "no date", "", ""],
        ["June 2016", "", "a", "month", "", ""],
        ["30/6/2016", "", "a", "last day", "", ""],
        ["1/5/2016", "15:00", "a", "later", "", ""],
        ["1/5/2016", "09:00", "a", "sooner", "", ""],
    )

    assert chronology["sorted_order"] == [5, 4, 3, 2, 1]
    assert {"unsorted", "undated_row"} <= flags(chronology)


def test_a_date_that_reaches_over_several_rows_is_inherited_and_said_so():
    chronology = read(
        [cell("1/5/2016", down="restart"), "", "GP", "Seen", "", ""],
        [cell("", down="continue"), "", "GP", "Called", "", ""],
    )

    second = chronology["entries"][1]
    assert (second["date"]["iso"], second["inherited"]) == ("2016-05-01", True)
    assert second["event"] == "Called"
    assert "merged_date_cells" in flags(chronology)


def test_a_row_that_reaches_over_the_table_is_context():
    chronology = read(
        ["The family moves to Quillbury"], ["1/5/2016", "", "a", "b", "", ""]
    )

    assert chronology["entries"][0]["kind"] == "context"
    assert "context_row" in flags(chronology)


def test_a_gap_that_is_stated_is_kept_as_a_gap():
    chronology = read(["May 2016", "", "GP", "No contact until June", "", ""])

    assert chronology["entries"][0]["kind"] == "gap"


def test_the_same_event_twice_is_suspected():
    row = ["1/5/2016", "", "GP", "Seen at home.", "", ""]
    chronology = read(row, ["01/05/16", "", "GP", "seen at home", "", ""])

    assert chronology["entries"][1]["duplicate_of"] == 1
    assert len(chronology["entries"]) == 2


def test_a_time_that_cannot_be_is_a_problem_and_kept():
    entry = read(["1/5/2016", "25:00", "GP", "Seen", "", ""])["entries"][0]

    assert entry["time"] is None
    assert entry["time_verbatim"] == "25:00"
    assert entry["time_problem"]


def test_a_time_in_the_date_column_is_the_time():
    entry = read(["1/5/2016 14:30", "", "GP", "Seen", "", ""])["entries"][0]

    assert (entry["date"]["iso"], entry["time"]) == ("2016-05-01", "14:30")


def test_a_span_has_its_end():
    entry = read(["1-3 May 2016", "", "GP", "In hospital", "", ""])["entries"][0]

    assert (entry["date"]["iso"], entry["end"]) == ("2016-05-01", "2016-05-03")


def test_a_table_that_goes_on_over_the_page_needs_no_second_heading():
    more = grid(["2/5/2016", "", "GP", "Called", "", ""])
    data = a_docx(grid(HEADS, ["1/5/2016", "", "GP", "Seen", "", ""], heads=1), more)
    chronology = read_chronology(read_blocks(data, "chronology.docx"))

    assert [entry["event"] for entry in chronology["entries"]] == ["Seen", "Called"]


def test_headings_that_come_again_are_no_entries():
    chronology = read(["1/5/2016", "", "GP", "Seen", "", ""], HEADS)

    assert len(chronology["entries"]) == 1


def test_a_column_that_nobody_knows_is_kept_with_its_entry():
    heads = ["Date", "Event", "RAG"]
    chronology = read(["1/5/2016", "Seen", "Amber"], heads=heads)

    assert chronology["unread"] == [{"label": "RAG (entry 1)", "answer": "Amber"}]


def test_a_comma_separated_file_is_a_chronology():
    text = 'Date;Source;Event\r\n1/5/16;GP;"Seen; bruise"\r\n2/5/16;GP;Called\r\n'
    chronology = read_text(text)

    assert [e["event"] for e in chronology["entries"]] == ["Seen; bruise", "Called"]


def test_a_paper_without_dates_and_events_is_no_chronology():
    chronology = read_text("Colour,Shape\nred,round\n")

    assert chronology["entries"] == []
    assert "no_form" in flags(chronology)


@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["1/5/2016", "May 2016", "", "??", "31/2/2016"]),
            st.text(alphabet="abc é", min_size=1, max_size=8).filter(str.strip),
        ),
        max_size=12,
    )
)
def test_no_row_is_ever_dropped(rows):
    text = "Date,Event\n" + "".join(f"{day},{event}\n" for day, event in rows)
    chronology = read_text(text)

    assert [e["event"] for e in chronology["entries"]] == [e.strip() for _, e in rows]
    assert sorted(chronology["sorted_order"]) == list(range(1, len(rows) + 1))


def test_a_child_who_was_not_seen_was_not_seen():
    said = ["Not seen", "Child not seen", "not recorded", "Not seen alone", "Seen"]
    chronology = read(*(["1/5/2016", "", "GP", "Visit", "", each] for each in said))

    seen = [entry["child_seen"] for entry in chronology["entries"]]
    assert seen[:2] == ["no", "no"]
    assert "no" not in seen[2:]


def test_the_number_that_a_sheet_left_of_a_day_is_read_and_inherited():
    chronology = read_text("Date,Source,Event\n45230,GP,Seen\n,GP,Called\n")

    first, second = chronology["entries"]
    assert (first["date"]["iso"], first["date"]["verbatim"]) == ("2023-10-31", "45230")
    assert first["date"]["repaired"]
    assert (second["date"]["iso"], second["inherited"]) == ("2023-10-31", True)
    assert "date_repaired" in flags(chronology)
