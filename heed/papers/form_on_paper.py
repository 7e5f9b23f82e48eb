"""The referral form to be printed and filled in by hand: an accessible PDF, made from
the same body as the Word form, with a box wherever somebody writes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from heed.papers.blocks import Block, Cell, Heading, Paragraph, Run, Table, document
from heed.papers.form_parts import FormParagraph, FormTable, parts_of
from heed.papers.referral_form import MARKING, OWN_MARKS, SentTo, form_body
from heed.papers.write_pdf import write_pdf

BY_HAND = (
    "Print this form. Write in the boxes and tick what is right. Every part may be "
    "left empty. When you are done, scan it or take pictures of it."
)
LINE = "\u00a0"
ROOM = {"Answer": 1, "LongAnswer": 6, "TableText": 2}
"""How many lines somebody who writes by hand gets."""


def printed_form(sent_to: SentTo) -> bytes:
    """The form of this partnership as PDF/UA, to be printed."""
    blocks = _Blocks().made(parts_of(form_body(sent_to, how=BY_HAND)))
    return write_pdf(document(*blocks), publisher=sent_to.partnership, marking=MARKING)


@dataclass
class _Blocks:
    """Puts each question over the box for its answer."""

    asked: list[Block] = field(default_factory=list)

    def made(self, parts: Iterator[FormParagraph | FormTable]) -> list[Block]:
        made: list[Block] = []
        for part in parts:
            made += (
                self._table(part) if isinstance(part, FormTable) else self._one(part)
            )
        return made

    def _one(self, part: FormParagraph) -> list[Block]:
        if part.level:
            return [Heading(part.level, (Run(_said(part)),))]
        if part.style == "Publisher":
            return []
        if part.style == "Question":
            self.asked = [Paragraph((Run(_said(part), bold=True),))]
            return []
        if self.asked and part.style == "Help":
            self.asked.append(Paragraph((Run(_said(part)),)))
            return []
        asked, self.asked = self.asked, []
        if part.is_to_be_written_in:
            heads = (Cell(tuple(asked), heading=True),)
            return [Table(((Cell(_room(part)),),), (heads,))]
        bold = part.style == "Warning"
        return [*asked, Paragraph((Run(_said(part), bold=bold),))]

    def _table(self, table: FormTable) -> list[Block]:
        rows = [
            tuple(
                Cell(
                    tuple(block for part in cell for block in _in_cell(part)),
                    heading=not any(part.answers for part in cell),
                )
                for cell in row
            )
            for row in table.rows
        ]
        return [Table(tuple(rows[table.heads :]), tuple(rows[: table.heads]))]


def _in_cell(part: FormParagraph) -> tuple[Block, ...]:
    if part.is_to_be_written_in:
        return _room(part)
    return (Paragraph((Run(_said(part), bold=part.style == "TableHeading"),)),)


def _room(part: FormParagraph) -> tuple[Block, ...]:
    lines = ROOM.get(part.style, 1)
    return (Paragraph((Run("\n".join([LINE] * (lines + 1))),)),)


def _said(part: FormParagraph) -> str:
    words = "".join(piece.words for piece in part.pieces).rstrip("\u2003 ")
    return words.translate(OWN_MARKS)
