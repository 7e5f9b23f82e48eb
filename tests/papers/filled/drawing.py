"""Draws Word files in the manner of forms that people send: used by make.py alone."""

import re

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

STRUCK = re.compile(r"~~(.+?)~~|\*\*(.+?)\*\*|--(.+?)--|\+\+(.+?)\+\+")


class Drawing:
    """A Word file that grows from top to bottom."""

    def __init__(self, header="", footer="", author="A Typist"):
        self.document = Document()
        self.document.core_properties.author = author
        section = self.document.sections[0]
        section.header.paragraphs[0].text = header
        section.footer.paragraphs[0].text = footer

    def heading(self, words, level=1):
        self.document.add_heading(words, level)
        return self

    def text(self, *lines):
        for line in lines:
            said(self.document.add_paragraph(), line)
        return self

    def table(self, *rows, merged=()):
        """A row of one cell reaches over all columns; `merged` are (column, from, to)."""
        table(self.document, rows, merged)
        return self

    def save(self, path):
        self.document.save(path)


def table(place, rows, merged=()):
    width = max(len(row) for row in rows)
    made = place.add_table(rows=len(rows), cols=width)
    if hasattr(made, "style") and not hasattr(place, "_tc"):
        made.style = "Table Grid"
    for number, row in enumerate(rows):
        cells = made.rows[number].cells
        if len(row) == 1 and width > 1:
            fill(cells[0].merge(cells[-1]), row[0])
            continue
        for cell, content in zip(cells, row, strict=False):
            fill(cell, content)
    for column, first, last in merged:
        top = made.cell(first, column).text
        joined = made.cell(first, column).merge(made.cell(last, column))
        for extra in joined.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        joined.paragraphs[0].text = top


def fill(cell, content):
    if isinstance(content, list):
        cell.paragraphs[0].text = content[0]
        table(cell, content[1:])
        return
    lines = content.split("\n")
    said(cell.paragraphs[0], lines[0])
    for line in lines[1:]:
        said(cell.add_paragraph(), line)


def said(paragraph, words):
    """~~struck~~, **bold**, --deleted-- and ++inserted++ words among plain ones."""
    at = 0
    for match in STRUCK.finditer(words):
        paragraph.add_run(words[at : match.start()])
        struck, bold, deleted, inserted = match.groups()
        run = paragraph.add_run(struck or bold or deleted or inserted)
        run.font.strike = bool(struck) or None
        run.bold = bool(bold) or None
        if deleted or inserted:
            track(paragraph, run, deleted=bool(deleted))
        at = match.end()
    paragraph.add_run(words[at:])


def track(paragraph, run, *, deleted):
    change = OxmlElement("w:del" if deleted else "w:ins")
    change.set(qn("w:author"), "A Typist")
    change.set(qn("w:date"), "2026-03-01T10:00:00Z")
    paragraph._p.replace(run._r, change)
    change.append(run._r)
    for text in run._r.findall(qn("w:t")) if deleted else ():
        text.tag = qn("w:delText")
