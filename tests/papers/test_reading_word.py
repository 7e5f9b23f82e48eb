"""Word files: what stands in them now, and what is hidden."""

import io

import docx
import pytest

from heed.papers.blocks import (
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Table,
    from_json,
    plain_text,
    to_json,
)
from heed.papers.reading import read_blocks
from heed.papers.refusals import Refused
from tests.papers.factories_in import (
    a_docx,
    box,
    cell,
    comments,
    control,
    deleted,
    grid,
    header,
    inserted,
    notes,
    para,
    run,
    styles,
)


def read(*body, **more):
    return read_blocks(a_docx(*body, **more), "paper.docx")


def text(*body, **more):
    return plain_text(read(*body, **more).document).text


def test_headings_are_known_by_their_style_and_give_the_title():
    names = styles(H2="heading 2", T="Title")
    document = read(
        para("Who Robin was", style="T"),
        para("Home", style="H2"),
        parts={"styles": names},
    ).document

    assert [block.level for block in document.blocks] == [1, 2]
    assert document.title == "Who Robin was"


def test_a_real_file_of_a_word_processor_is_read_in_order():
    paper = docx.Document()
    paper.add_heading("Report", 0)
    paper.add_paragraph("He was seen.", style="List Bullet")
    paper.add_paragraph("He was heard.", style="List Bullet")
    paper.add_paragraph("First", style="List Number")
    paper.core_properties.author = "Jo Fell"
    stream = io.BytesIO()
    paper.save(stream)

    reading = read_blocks(stream.getvalue(), "report.docx")

    kinds = [type(block) for block in reading.document.blocks]
    assert kinds == [Heading, ListBlock, ListBlock]
    assert [block.ordered for block in reading.document.blocks[1:]] == [False, True]
    assert reading.hidden.metadata["creator"] == "Jo Fell"


def test_merged_cells_span_and_keep_their_words_once():
    wide = grid(
        ["Name", "Date"],
        [cell("Both", span=2)],
        [cell("Down", down="restart"), "a"],
        [cell("", down="continue"), "b"],
        heads=1,
    )
    table = read(wide).document.blocks[0]

    assert isinstance(table, Table)
    assert len(table.header) == 1
    assert table.rows[0][0].column_span == 2
    assert table.rows[1][0].row_span == 2
    assert [each.text for each in table.rows[2]] == ["b"]


def test_a_table_inside_a_cell_is_read():
    nested = grid(["Outer", cell(grid(["Inner", "Leo"]))])

    assert "Inner\nLeo" in text(nested)


def test_deleted_text_is_not_current_text_and_is_reported():
    reading = read(para(run("He was "), deleted("hit"), inserted("pushed")))

    assert plain_text(reading.document).text == "He was pushed"
    assert reading.hidden.tracked_deletions[0].text == "hit"
    assert reading.hidden.tracked_deletions[0].author == "A Typist"
    assert reading.hidden.tracked_insertions[0].text == "pushed"


def test_moved_text_stands_where_it_was_moved_to():
    away = f"<w:moveFrom>{run('Mia')}</w:moveFrom>"
    here = f"<w:moveTo>{run('Mia')}</w:moveTo>"
    reading = read(para(away, run("Leo and ")), para(here))

    assert plain_text(reading.document).text == "Leo and \n\nMia"
    assert [each.text for each in reading.hidden.tracked_deletions] == ["Mia"]


def test_a_deleted_row_is_not_current_text():
    gone = grid(["Name", "Leo"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>")
    kept = grid(["Name", "Mia"])
    reading = read(gone, kept)

    assert plain_text(reading.document).text == "Name\tMia"
    assert "Leo" in reading.hidden.tracked_deletions[0].text


@pytest.mark.parametrize("how", ["<w:vanish/>", '<w:sz w:val="2"/>'])
def test_hidden_text_is_reported_and_not_read(how):
    reading = read(para(run("Seen. "), run("Real name Leo.", how)))

    assert plain_text(reading.document).text == "Seen. "
    assert reading.hidden.hidden_text[0].text == "Real name Leo."


def test_comments_are_reported_with_their_author():
    reading = read("Words", parts={"comments": comments(("Jo Fell", "Is this Leo?"))})

    assert plain_text(reading.document).text == "Words"
    found = reading.hidden.comments[0]
    assert (found.text, found.author) == ("Is this Leo?", "Jo Fell")


def test_headers_and_footers_stand_beside_the_flow_and_once():
    same = header("Confidential")
    document = read("Words", parts={"header1": same, "header2": same}).document

    assert [block.text for block in document.margins] == ["Confidential"]
    assert plain_text(document).text == "Words"


def test_footnotes_follow_the_text_and_are_linked_to_it():
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = para(run("He was seen"), mark, run("."))
    document = read(
        body, parts={"footnotes": notes("footnote", _7="By the GP.")}
    ).document

    note = document.blocks[-1]
    assert isinstance(note, Note)
    assert (note.mark, note.anchor) == ("1", "footnote-7")
    assert document.blocks[0].runs[1].link == "#footnote-7"
    assert plain_text(document).text == "He was seen1.\n\nBy the GP."


def test_a_text_box_is_a_note_in_its_place():
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
        + para("Learning point")
        + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(para(run("Before"), drawing), "After").document

    assert document.blocks[1].place == "box"
    assert plain_text(document).text == "Before\n\nLearning point\n\nAfter"


def test_a_content_control_is_a_named_answer():
    fields = read(
        para(
            control("child.1.given", "Leo"), control("child.1.aka", "Click", empty=True)
        )
    ).document.fields

    assert [(each.tag, each.text) for each in fields] == [
        ("child.1.given", "Leo"),
        ("child.1.aka", ""),
    ]


def test_a_box_is_ticked_by_what_it_is_and_not_by_how_it_looks():
    lying = box("yes", ticked=True).replace("☒", "☐")
    document = read(para(lying, run(" Yes "), box("no", ticked=False), run(" No")))

    assert plain_text(document.document).text == "☒ Yes ☐ No"
    assert [each.checked for each in document.document.fields] == [True, False]


def test_boxes_of_older_word_are_boxes():
    old = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/>'
        "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar "
        'w:fldCharType="end"/></w:r>'
    )
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'

    assert text(para(old, run(" Yes "), symbol, run(" No"))) == "☒ Yes ☐ No"


def test_links_out_of_the_paper_are_reported():
    link = f'<w:hyperlink r:id="rId1">{run("their page")}</w:hyperlink>'
    reading = read(
        para(link),
        relations=[
            ("hyperlink", "https://family.example/leo"),
            ("attachedTemplate", "https://evil.example/t.dotx"),
        ],
    )

    assert reading.document.blocks[0].runs[0].link == "https://family.example/leo"
    assert reading.hidden.external_links == (
        "https://family.example/leo",
        "https://evil.example/t.dotx",
    )


def test_struck_words_keep_their_stroke():
    struck = read(para(run("YES / "), run("NO", "<w:strike/>"))).document.blocks[0]

    assert [(r.text, r.struck) for r in struck.runs] == [
        ("YES / ", False),
        ("NO", True),
    ]


def test_a_picture_keeps_its_alternative_text():
    picture = (
        '<w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/'
        'drawingml/2006/wordprocessingDrawing" descr="A genogram"/>'
        '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'r:embed="rId1"/></w:drawing></w:r>'
    )
    png = b"\x89PNG\r\n\x1a\n"
    document = read(
        para(picture),
        relations=[("image", "media/image1.png")],
        more={"word/media/image1.png": png},
    ).document

    figure = document.blocks[0]
    assert isinstance(figure, Figure)
    assert figure.alt == "A genogram"
    assert document.images[figure.image] == png


def test_a_line_break_stays_a_line_break():
    broken = "<w:r><w:t>One</w:t><w:br/><w:t>Two</w:t></w:r>"

    assert text(para(broken)) == "One\nTwo"


def test_a_paper_without_a_body_is_refused():
    with pytest.raises(Refused):
        read_blocks(a_docx(more={"word/document.xml": "<x/>"}), "paper.docx")


def test_what_was_read_survives_the_journey_through_json():
    document = read(
        para(run("He was "), run("seen", "<w:b/>")),
        grid(["Name", cell("Leo", "Mia")], heads=1),
        para(control("child.1.given", "Leo")),
    ).document

    assert from_json(to_json(document)) == document


def test_every_anchor_is_its_own_and_finds_its_words():
    document = read("One", grid(["a", "b"], ["c", "a"]), "One").document
    plain = plain_text(document)

    anchors = [span.anchor for span in plain.spans]
    assert len(set(anchors)) == len(anchors)
    assert anchors[0] == document.blocks[0].anchor
    assert [plain.text[s.start : s.end] for s in plain.spans] == [
        "One", "a", "b", "c", "a", "One"
    ]  # fmt: skip


@pytest.mark.parametrize("data", [{}, {"blocks": [{"kind": "poem"}]}, {"blocks": [1]}])
def test_what_is_no_document_is_not_taken_for_one(data):
    with pytest.raises(ValueError, match="not a document"):
        from_json(data)


def test_a_paragraph_is_a_paragraph():
    assert isinstance(read("Words").document.blocks[0], Paragraph)
