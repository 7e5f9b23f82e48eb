"""Text in whatever bytes it comes, and tables with whatever sign between the cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.blocks import plain_text
from heed.papers.reading import read_blocks
from heed.papers.text_encodings import decoded

WORDS = "Siobhán’s “voice” – seen by the GP at noon"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32",
    ],
)  # fmt: skip
def test_what_programs_write_is_read(encoding):
    assert decoded(WORDS.encode(encoding)) == WORDS


def test_two_encodings_in_one_file_are_both_read():
    pasted = "Née Ní".encode() + b" " + "Née Ní".encode("cp1252")

    assert decoded(pasted) == "Née Ní Née Ní"


def test_two_byte_text_that_does_not_say_so_is_a_text_file():
    reading = read_blocks(WORDS.encode("utf-16-le"), "note.txt")

    assert plain_text(reading.document).text == WORDS


@given(data=st.binary(max_size=200))
def test_any_bytes_are_some_text(data):
    assert isinstance(decoded(data), str)


@given(
    words=st.text(
        alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=80
    )
)
def test_text_in_utf_8_comes_back(words):
    assert decoded(("x" + words).encode()) == "x" + words


@pytest.mark.parametrize(
    "table",
    [
        "date,event\n1/5/16,Seen\n2/5/16,Moved\n",
        "date;event\n1/5/16;Seen, at home, crying\n2/5/16;Moved\n",
        "date\tevent\n1/5/16\tSeen, at home\n2/5/16\tMoved\n",
        "date|event\r\n1/5/16|Seen; at home\r\n2/5/16|Moved\r\n",
        "sep=;\r\ndate;event\r\n1/5/16;Seen\r\n2/5/16;Moved\r\n",
        '\ufeffsep=,\n"date","event"\n"1/5/16","Seen,\nat home"\n"2/5/16","Moved"\n',
        "date,event\r1/5/16,Seen\r2/5/16,Moved\r",
        "Agency: QCC, Children’s Services\n\ndate;event\n1/5/16;Seen\n2/5/16;Moved\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_the_sign_between_the_cells_is_found(table, encoding):
    data = table.encode(encoding, "ignore")
    (made,) = read_blocks(data, "list.csv").document.blocks

    rows = [[cell.text for cell in row] for row in (*made.header, *made.rows)]
    assert rows[-3] == ["date", "event"]
    assert [row[0] for row in rows[-2:]] == ["1/5/16", "2/5/16"]
