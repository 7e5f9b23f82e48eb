"""Entries leave the reader as JSON, and are understood anew under other headings."""

from heed.papers.chronologies.entries import Entry
from heed.papers.chronologies.headed import MEANINGS, with_meanings
from heed.papers.chronologies.kept import as_kept, entry_of, read_as_kept
from heed.papers.chronologies.reading import read
from heed.papers.forms.columns import columns

SHEET = (
    b"Date,Time (UTC),Source,Event,Response,Comment,Rumpus\n"
    b"22.05/16,10:30,Case notes,Home visit,None,Late,x\n"
    b"?3 May 2016,,GP,Seen at the surgery,,,\n"
    b",,GP,Telephone call,,,y\n"
    b"31/09/2016,,,No source,,,\n"
)


def test_an_entry_comes_back_as_it_was_kept():
    entries = read(SHEET, "notes.csv").entries
    assert len(entries) == 4
    assert [entry_of(as_kept(entry)) for entry in entries] == list(entries)
    assert as_kept(Entry(n=3)) == {"n": 3}


def test_every_cell_is_kept_as_it_was_typed_under_its_own_heading():
    first = read(SHEET, "notes.csv").entries[0]
    assert dict(first.cells) == {
        "Date": "22.05/16",
        "Time (UTC)": "10:30",
        "Source": "Case notes",
        "Event": "Home visit",
        "Response": "None",
        "Comment": "Late",
        "Rumpus": "x",
    }


def test_each_meaning_has_a_heading_that_is_read_so():
    assert {name: columns([head]) for name, head in MEANINGS.items()} == {
        name: [name] for name in MEANINGS
    }


def test_rows_are_understood_anew_under_the_headings_that_a_person_gave():
    content = read_as_kept(SHEET, "notes.csv")
    said = {"Response": "comment", "Comment": "", "Rumpus": "outcome"}

    made = with_meanings(content, said)

    first, *others = made["entries"]
    assert (first["outcome"], first["comment"]) == ("x", "None")
    assert first["other"] == [["Comment", "Late"]]
    assert first["time"] == content["entries"][0]["time"] == "11:30"
    assert [each["cells"] for each in made["entries"]] == [
        each["cells"] for each in content["entries"]
    ]
    assert [each["row"] for each in others] == [3, 4, 5]
    assert dict(made["headings"])["Rumpus"] == "outcome"


def test_columns_that_are_headed_alike_or_not_at_all_lose_no_word():
    sheet = (
        b"Date,Details,Details,Rumpus,Rumpus,,\n"
        b"1/5/2025,Visit,She was out,a,b,c,d\n"
        b"2/5/2025,,Only here,,,,\n"
    )
    content = read_as_kept(sheet, "c.csv")
    first = content["entries"][0]
    assert first["event"] == "Visit"
    assert dict(first["other"]) == {
        "Details": "She was out",
        "Rumpus": "a\nb",
        "": "c\nd",
    }

    made = with_meanings(content, {"Rumpus": "comment"})["entries"]

    assert (made[0]["event"], made[0]["comment"]) == ("Visit", "a")
    assert dict(made[0]["other"]) == {
        "Details": "She was out",
        "Rumpus": "b",
        "": "c\nd",
    }
    assert "event" not in made[1]
    assert dict(made[1]["other"]) == {"Details": "Only here"}


def test_a_column_of_dates_without_a_heading_keeps_its_meaning():
    sheet = b",Source,Event,Rumpus\n1/5/2025,Log,Visit,x\n3/5/2025,Log,Call,y\n"
    content = read_as_kept(sheet, "c.csv")
    assert ["", "date"] in content["headings"]

    made = with_meanings(content, {"Rumpus": "comment"})["entries"]

    assert [each["date"]["iso"] for each in made] == ["2025-05-01", "2025-05-03"]
    assert [each["comment"] for each in made] == ["x", "y"]
