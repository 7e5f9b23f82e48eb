"""What agencies really send: it is kept, it is told, and it stops nothing."""

from datetime import date, time

import pytest

from heed.papers.chronologies.merging import merged
from heed.papers.chronologies.reading import read
from heed.papers.refusals import Refused
from tests.papers.factories_in import a_docx, an_ole, grid, para, run

LONG = "He was seen. " * 800


def entries(*rows: str, heads: str = "Date,Time,Event,Comment\n"):
    return read((heads + "\n".join(rows)).encode(), "chronology.csv").entries


@pytest.mark.parametrize("words", ["31 September 2024", "31/09/2024", "29/2/2023"])
def test_a_day_that_is_in_no_calendar_stands_last_with_its_words(words):
    told = merged([read(f"Date,Event\n{words},a\n1/1/2026,b\n".encode(), "a.csv")])

    assert [e.event for e in told.entries] == ["b", "a"]
    last = told.entries[1].date
    assert (last.words, last.doubt, last.proposal) == (words, "impossible", None)


@pytest.mark.parametrize(
    ("day", "doubt"), [("26/10/2025", "came_twice"), ("30/3/2025", "never_was")]
)
def test_half_past_one_on_the_nights_that_the_clocks_change(day, doubt):
    (entry,) = entries(f"{day},01:30,a,")

    assert (entry.time, entry.time_doubt) == (time(1, 30), doubt)


def test_universal_time_on_the_night_that_the_clocks_go_back_is_told_for_certain():
    (entry,) = entries("26/10/2025,00:30Z,a,")

    assert (entry.time, entry.time_doubt) == (time(1, 30), "other_zone")


def test_a_row_of_only_a_comment_is_an_entry():
    first, second = entries("1/5/2025,,a,", ",,,Nothing was done about it")

    assert (second.comment, second.event) == ("Nothing was done about it", "")
    assert second.date.inherited
    assert second.date.day == first.date.day


def test_a_cell_of_ten_thousand_letters_is_whole():
    (entry,) = entries(f"1/5/2025,,{LONG},")

    assert entry.event == LONG.strip()


def test_signs_that_turn_a_line_around_or_do_not_show_stay_in_their_cell():
    words = "\u202eevif \u2066seen\u2069 \u200bat home\u200d"
    (entry,) = entries(f"\u200b1/5/2025,,{words},")

    assert entry.event == words
    assert entry.date.words == "\u200b1/5/2025"


def test_three_hundred_columns_are_all_kept():
    heads = ",".join(["Date", "Event", *(f"Field {n}" for n in range(298))])
    row = ",".join(["1/5/2025", "a", *(f"said {n}" for n in range(298))])
    (entry,) = entries(row, heads=f"{heads}\n")

    assert len(entry.other) == 298
    assert entry.other[297] == ("Field 297", "said 297")


def test_an_old_workbook_under_a_new_name_is_refused_in_a_sentence():
    with pytest.raises(Refused, match=r"old kind \(\.xls\)"):
        read(an_ole("Workbook"), "chronology.xlsx")


def test_a_table_in_a_text_box_is_kept():
    table = grid(["Date", "Event"], ["1/5/2025", "Seen at home"], heads=1)
    box = f"<w:pict><w:txbxContent>{table}</w:txbxContent></w:pict>"
    found = read(a_docx(para(f"<w:r>{box}</w:r>")), "a.docx")

    assert [(e.date.day, e.event) for e in found.entries] == [
        (date(2025, 5, 1), "Seen at home")
    ]


def test_deleted_rows_are_no_entries_and_inserted_ones_are():
    table = grid(["Date", "Event"], ["1/5/2025", "Seen"], ["2/5/2025", "Gone"], heads=1)
    gone = table.rindex("<w:tr>") + len("<w:tr>")
    mark = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    found = read(a_docx(table[:gone] + mark + table[gone:]), "a.docx")

    assert [entry.event for entry in found.entries] == ["Seen"]
    assert [each.text for each in found.hidden.tracked_deletions]


def test_a_file_of_no_chronology_has_no_entries_and_says_so():
    found = read(a_docx(para(run("Dear all"))), "letter.docx")

    assert not found.entries
    assert [name for name, _, _ in found.flags] == ["no_form"]
    assert found.unread == (("Other words of the paper", "Dear all"),)
