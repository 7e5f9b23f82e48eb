"""Rich text as Word and others write it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heed.papers.active import FETCHES_TEMPLATE, HOLDS_OBJECTS, RUNS_A_PROGRAM
from heed.papers.blocks import Heading, ListBlock, Note, Table, plain_text
from heed.papers.reading import read_blocks
from heed.papers.refusals import Reason, Refused

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Wingdings;}{\f2\fcharset204 A;}}"
)


def rtf(body: str, head: str = ""):
    text = rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}{head}{body}}}"
    return read_blocks(text.encode("latin-1"), "paper.rtf")


def said(body: str, head: str = "") -> str:
    return plain_text(rtf(body, head).document).text


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"Siobh\'e1n\par", "Siobhán"),
        (r"\u8220?Leo\u8221?\par", "“Leo”"),
        (r"\u-10179?\u-8704?\par", "😀"),
        (r"{\uc2\u233\'c3\'a9t\'e9}\par", "été"),
        (r"{\f2\'cc\'e0}\par", "Ма"),
        (r"{\f1\'fe}\'a0yes {\f1\'a8} no\par", "☑\xa0yes ☐ no"),
        (r"one\line two\tab three\emdash\par", "one\ntwo\tthree—"),
        (r"\{a\\b\}\par", "{a\\b}"),
        ("one\\\ntwo", "one\n\ntwo"),
        (r"a{\*\unheardof b}c{\pict 0102}d\bin3 }}}e", "acde"),
        (r"{\upr{a}{\*\ud{b}}}", "a"),
    ],
)
def test_letters_and_signs(written, words):
    assert said(written) == words


def test_headings_and_lists():
    head = r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\*\cs10 Other;}}"
    blocks = rtf(
        r"\pard\s1 Who\par\pard\ls1{\listtext 1.}One\par\ls1\ilvl1 Two\par\pard End\par",
        head,
    ).document.blocks

    assert isinstance(blocks[0], Heading)
    assert isinstance(blocks[1], ListBlock)
    assert [(item.text, item.level) for item in blocks[1].items] == [
        ("One", 0),
        ("Two", 1),
    ]


def test_a_table_inside_a_cell_stays_inside():
    body = (
        r"\trowd\cellx3000\cellx9000\pard\intbl Child\cell"
        r"\pard\intbl\itap2 Leo\nestcell{\nonesttables\par}"
        r"{\*\nesttableprops\trowd\cellx2000\nestrow}"
        r"\pard\intbl\itap1 after\cell\row\pard Rest\par"
    )
    table, rest = rtf(body).document.blocks

    (row,) = table.rows
    assert [type(block) for block in row[1].blocks][:1] == [Table]
    assert [cell.text for cell in row] == ["Child", "Leo\nafter"]
    assert rest.text == "Rest"


def test_a_header_row_is_one_and_cells_reach_across():
    body = (
        r"\trowd\trhdr\cellx1000\cellx2000\intbl A\cell B\cell\row"
        r"\trowd\trhdr0\clmgf\cellx1000\clmrg\cellx2000\intbl C\cell\cell\row\pard"
    )
    (table,) = rtf(body.replace(r"\trhdr0", "")).document.blocks

    assert [cell.text for cell in table.header[0]] == ["A", "B"]
    assert [(cell.text, cell.column_span) for cell in table.rows[0]] == [("C", 2)]


def test_what_is_hidden_in_it_is_told():
    head = (
        r"{\info{\title T}{\author Jo Fell}{\*\company Quill}}"
        r"{\*\revtbl{Unknown;}{Al Typist;}}{\*\template http://a.example/x.dot}"
    )
    reading = rtf(
        r"Seen{\deleted\revauthdel1  hit}{\revised\revauth1  twice}{\v secret}."
        r"{\*\atnid JF}{\*\atnauthor Jo Fell}{\*\annotation{\*\atnref 1}Who?\par}"
        r"{\footnote By the GP.}{\header OFFICIAL}"
        r"{\object\objemb{\*\objclass Package}{\*\objdata 0105}{\result shown}}"
        r'{\field{\*\fldinst HYPERLINK "https://b.example"}{\fldrslt here}}'
        r"{\field{\*\fldinst DDEAUTO c:\\\\cmd}{\fldrslt x}}\par",
        head,
    )
    hidden = reading.hidden

    assert [(d.text, d.author) for d in hidden.tracked_deletions] == [
        (" hit", "Al Typist")
    ]
    assert [d.text for d in hidden.tracked_insertions] == [" twice"]
    assert [(c.text, c.author) for c in hidden.comments] == [("Who?", "Jo Fell")]
    assert [h.text for h in hidden.hidden_text] == ["secret"]
    assert dict(hidden.metadata) == {
        "title": "T",
        "creator": "Jo Fell",
        "company": "Quill",
    }
    assert hidden.embedded == ("Package",)
    assert hidden.external_links == ("http://a.example/x.dot", "https://b.example")
    assert set(hidden.active) == {FETCHES_TEMPLATE, HOLDS_OBJECTS, RUNS_A_PROGRAM}
    note = reading.document.blocks[-1]
    assert isinstance(note, Note)
    assert plain_text(reading.document).text == ("Seen twice.1shownherex\n\nBy the GP.")
    assert [each.text for each in reading.document.margins] == ["OFFICIAL"]


@pytest.mark.parametrize(("state", "sign"), [("1", "☒"), ("0", "☐"), ("25", "☒")])
def test_a_box_of_an_old_form_is_ticked_or_as_the_form_has_it(state, sign):
    body = (
        r"{\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres"
        rf"{state}\ffdefres1{{\*\ffname Check1}}}}}}{{\fldrslt}}}} Yes\par"
    )
    assert said(body) == f"{sign} Yes"


def test_text_boxes_are_read_once():
    body = (
        r"Flow{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard Boxed\par}}"
        r"{\shprslt{\*\do{\dptxbxtext Boxed}}}}\par"
    )
    assert said(body) == "Flow\n\nBoxed"


def test_a_file_that_says_nothing_is_damaged():
    with pytest.raises(Refused) as refused:
        rtf(r"{\pict 00}")
    assert refused.value.reason is Reason.DAMAGED


@given(
    body=st.lists(
        st.sampled_from(
            [
                "{", "}", r"\cell", r"\row", r"\trowd", r"\cellx9", r"\intbl", r"\par",
                r"\itap2", r"\nestcell", r"\nestrow", r"\*", r"\fldinst", r"\v",
                r"\footnote", r"\u-1", r"\bin9", r"\'e9", r"\ansicpg9", "x", r"\pard",
                r"\annotation", r"\deleted", r"\info", r"\title", r"\ftnalt",
            ]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_any_signs_in_any_order_are_read_or_refused(body):
    with suppress(Refused):
        rtf(" ".join(body))
