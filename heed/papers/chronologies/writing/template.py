"""The template that an agency fills in: the partnership's columns, what each is for,
and how to fill them in. There is no macro in it. Our reader reads it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from heed.papers.blocks import document
from heed.papers.chronologies.writing.excel import (
    AS_WORDS,
    SHEET,
    Looks,
    put_headings,
    set_for_printing,
)
from heed.papers.chronologies.writing.laid import BY_NAME, Column, Laid
from heed.papers.chronologies.writing.word import LANGUAGE, table_of
from heed.papers.word_blocks import WordWriter
from heed.papers.word_xml import paragraph_of, text_run, w
from heed.papers.write_docx import LANDSCAPE, bound

TITLE = "Chronology of an agency"
MARKING = "OFFICIAL-SENSITIVE when filled in"
EXPLAINED = {
    "date": "When it happened, day first: 22/05/2016 or 22 May 2016. Put ? before a "
    "date that is not certain; write “May 2016” where only the month is known.",
    "time": "By the 24-hour clock, where it is known: 14:30.",
    "source": "Must be filled in: the record that says so, such as “Case notes” or "
    "“Log 1042”. Not the name of your agency.",
    "child": "Which child it is about, where there are several.",
    "event": "What happened, in a few plain sentences, as the record has it.",
    "outcome": "What your agency did about it, and what came of that.",
    "child_seen": "Yes if somebody of your agency saw the child that day, No if not, "
    "N/A where nobody could have. Leave it blank where the record does not say.",
    "seen_alone": "Yes if the child was seen without a parent or carer.",
    "child_voice": "What the child said or showed, in the child’s own words.",
    "present": "Who was there, by role: “Mother; Health Visitor 1”.",
    "comment": "What you think of it. Keep it apart from what happened.",
}
"""What is written into each column, in the order in which they can stand."""
MANDATORY = ("date", "source", "event")
USUAL = (
    *("date", "time", "source", "event", "outcome", "child_seen", "seen_alone"),
    *("child_voice", "comment"),
)
HOW_TO = (
    "One row for each event that matters; not every contact.",
    "Days first, then months. A date that is not certain begins with ?.",
    "Say in a row of its own where you had no contact: “No contact in June 2016”.",
    "Leave nothing out because another agency may tell it too.",
    "Add rows as you need them. Columns of your own are read too.",
    "There are no macros in this file.",
)
ROWS = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What an agency is asked for, by whom, and where to send it."""

    partnership: str
    send_to: str
    agency: str = ""
    columns: tuple[str, ...] = USUAL

    @property
    def wanted(self) -> list[Column]:
        """The columns in their order; what must be filled in stands there always."""
        names = {*self.columns, *MANDATORY}
        return [BY_NAME[name] for name in EXPLAINED if name in names]

    @property
    def explained(self) -> list[str]:
        """Each column with what is written there."""
        return [f"{c.heading}: {EXPLAINED[c.name]}" for c in self.wanted]

    @property
    def instructions(self) -> Sequence[str]:
        """How to fill it in, and where to send it."""
        return (*HOW_TO, f"Send it to: {self.send_to}")


def word_template(asked: Asked) -> bytes:
    """The template as .docx: how to fill it in, then the empty table."""
    body = w("body", paragraph_of("Publisher", text_run(asked.partnership)))
    body.append(paragraph_of("Heading1", text_run(TITLE)))
    if asked.agency:
        body.append(paragraph_of("Normal", text_run(f"Agency: {asked.agency}")))
    for heading, lines in (
        ("How to fill it in", asked.instructions),
        ("What each column is for", asked.explained),
    ):
        body.append(paragraph_of("Heading2", text_run(heading)))
        body.extend(paragraph_of("Normal", text_run(line)) for line in lines)
    body.append(paragraph_of("Heading2", text_run("Chronology")))
    columns = asked.wanted
    empty = [["" for _ in columns] for _ in range(ROWS)]
    body.append(table_of(Laid(tuple(columns), empty)))
    body.append(paragraph_of("AfterTable"))
    writer = WordWriter(document(), ())
    about = {"title": TITLE, "language": LANGUAGE, "marking": MARKING}
    return bound(body, writer, page=LANDSCAPE, **about)


def excel_template(asked: Asked) -> bytes:
    """The template as .xlsx: how to fill it in, and a sheet with the headings."""
    # It takes long to load, and few processes write a workbook.
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, AS_WORDS)
    book.set_properties({"title": TITLE, "created": datetime(1980, 1, 1)})  # noqa: DTZ001
    looks = Looks(book)
    how = book.add_worksheet("How to fill it in")
    agency = [f"Agency: {asked.agency}"] if asked.agency else []
    lines = [*agency, *asked.instructions, *asked.explained]
    how.set_column(0, 0, 110)
    how.write_string(0, 0, f"{asked.partnership}: {TITLE}", looks.title)
    for number, line in enumerate(lines, 1):
        how.write_string(number, 0, line, looks.words)
    sheet = book.add_worksheet(SHEET)
    columns = asked.wanted
    shares = [column.share for column in columns]
    put_headings(sheet, 0, [c.heading for c in columns], shares, looks)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 0)
    for each in (how, sheet):
        set_for_printing(each, title=TITLE, marking=MARKING)
    sheet.activate()
    book.close()
    return out.getvalue()
