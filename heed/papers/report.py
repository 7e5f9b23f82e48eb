"""A report as it is read: its blocks, what hides in it, what a person must look at."""

from dataclasses import replace
from typing import Any

from heed.papers.blocks import plain_text, to_json
from heed.papers.bold import headed_by_bold
from heed.papers.hidden import Reading
from heed.papers.limits import Kind

A_PDF = (
    "This is a PDF in place of a Word file. Its headings, lists and tables are guessed "
    "from how the pages look, and its pictures are left out. What it hides was looked "
    "for. Please lodge the Word file (.docx) if there is one."
)


def as_report(reading: Reading) -> dict[str, Any]:
    """What a report says, as reading.md has it. Where it has no headings of its own,
    its lines in bold are headings, and the doubts say so."""
    document, count = headed_by_bold(reading.document)
    doubts = [A_PDF] if reading.kind is Kind.PDF else []
    if count:
        doubts.append(
            f"The file has no headings of its own: {count} lines in bold were read as "
            "headings. Look whether they are, and which belongs under which."
        )
    hidden = replace(reading.hidden, doubts=(*reading.hidden.doubts, *doubts))
    return {
        "kind": "report",
        "document": to_json(document),
        "text_length": len(plain_text(document).text),
        "hidden": hidden.to_json(),
    }
