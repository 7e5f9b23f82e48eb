"""A chronology as a workbook of Excel: words stay words, days are days to sort by."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from heed.papers.chronologies.entries import Doubt, Entry
from heed.papers.chronologies.writing.copies import Copy, Numbered
from heed.papers.chronologies.writing.laid import Laid, continued, laid_out
from heed.papers.glyphs import legible

SHEET = "Chronology"
LONGEST = 32_000
"""Letters of one cell: Excel would lose what is above 32,767."""
FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was."""
AS_WORDS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
WITHOUT_A_TIME = datetime(1980, 1, 1)  # noqa: DTZ001 - what the format wants
LANDSCAPE_A4 = 9
MOST_IN_A_MARGIN = 200
_CITED = re.compile(r"(0|[1-9]\d{0,9})(\.\d{0,7}[1-9])?")


def write(rows: Sequence[Numbered], copy: Copy) -> bytes:
    """The copy as .xlsx, without author and time."""
    # It takes long to load, and few processes write a workbook.
    import xlsxwriter

    laid = laid_out(rows, copy, all_typed=True)
    days = [_day(copy.shown(entry)) for _, entry in rows]
    out = BytesIO()
    book = xlsxwriter.Workbook(out, AS_WORDS)
    book.set_properties({"title": legible(copy.title), "created": WITHOUT_A_TIME})
    looks = Looks(book)
    sheet = book.add_worksheet(SHEET)
    first = _opened(sheet, copy, looks)
    headings, shares, cells = _in_pieces(laid)
    put_headings(sheet, first, headings, shares, looks)
    for number, (row, day) in enumerate(zip(cells, days, strict=True), first + 1):
        _put_row(sheet, number, row, day, looks)
    sheet.freeze_panes(first + 1, 2)
    if cells:
        sheet.autofilter(first, 0, first + len(cells), len(headings) - 1)
    book.close()
    return out.getvalue()


class Looks:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        plain = {"text_wrap": True, "valign": "top", "font_name": "Arial"}
        self.words = book.add_format({**plain, "font_size": 10})
        self.day = book.add_format(
            {**plain, "font_size": 10, "num_format": "d mmmm yyyy", "align": "left"}
        )
        self.heading = book.add_format(
            {**plain, "font_size": 10, "bold": True, "bg_color": "#EEF2F5", "border": 1}
        )
        self.head = book.add_format({"font_name": "Arial", "font_size": 10})
        self.title = book.add_format(
            {"bold": True, "font_name": "Arial", "font_size": 13}
        )


def _opened(sheet: Any, copy: Copy, looks: Looks) -> int:
    """The sheet as it is printed, its title above; the row where its headings stand."""
    set_for_printing(sheet, title=copy.title, marking=copy.marking)
    marked = f"{copy.marking}: {copy.title}" if copy.marking else copy.title
    for number, words in enumerate((marked, *copy.about)):
        look = looks.head if number else looks.title
        sheet.write_string(number, 0, legible(words)[:LONGEST], look)
    return 1 + len(copy.about)


def set_for_printing(sheet: Any, *, title: str, marking: str) -> None:
    """Landscape A4, as wide as the page, the marking on every page."""
    sheet.set_landscape()
    sheet.set_paper(LANDSCAPE_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5)
    sheet.set_header(f"&C{_in_margin(marking)}")
    sheet.set_footer(f"&L{_in_margin(title)}&RPage &P of &N")


def _in_margin(words: str) -> str:
    return legible(words).replace("&", "&&")[:MOST_IN_A_MARGIN]


def put_headings(
    sheet: Any, at: int, headings: Sequence[str], shares: Sequence[int], looks: Looks
) -> None:
    """The headings, each as wide as its share; they are printed on every page."""
    for column, (words, share) in enumerate(zip(headings, shares, strict=True)):
        sheet.write_string(at, column, words, looks.heading)
        sheet.set_column(column, column, share * 2.4 + 2)
    sheet.repeat_rows(at)


def _put_row(
    sheet: Any, at: int, cells: Sequence[str], day: date | None, looks: Looks
) -> None:
    for column, words in enumerate(cells):
        if column == 1 and day:
            sheet.write_datetime(at, column, day, looks.day)
        elif column == 0 and _CITED.fullmatch(words):
            sheet.write_number(at, column, float(words), looks.words)
        elif words:
            sheet.write_string(at, column, words, looks.words)


def _day(entry: Entry) -> date | None:
    """The day, where there is one and no doubt that Excel could not show."""
    known = entry.date
    one = known.precision == "day" and known.latest == known.earliest
    day = known.day if one and known.doubt != Doubt.UNCERTAIN else None
    return day if day and day >= FIRST_DAY else None


def _in_pieces(laid: Laid) -> tuple[list[str], list[int], list[list[str]]]:
    """What is too long for one cell goes on in a column of its own beside the others:
    Excel drops it otherwise."""
    headings, shares = laid.headings, [column.share for column in laid.columns]
    rows = [list(row) for row in laid.rows]
    for column in range(len(headings)):
        pieces = [in_pieces(row[column]) for row in rows]
        for row, parts in zip(rows, pieces, strict=True):
            row[column] = parts[0]
        for part in range(1, max(map(len, pieces), default=1)):
            headings.append(continued(headings[column], part))
            shares.append(shares[column])
            for row, parts in zip(rows, pieces, strict=True):
                row.append(parts[part] if part < len(parts) else "")
    return headings, shares, rows


def in_pieces(words: str) -> list[str]:
    """The words in pieces that a cell can hold, none of which begins or ends blank."""
    pieces = []
    while len(words) > LONGEST:
        ends = (n for n in range(LONGEST, 1, -1) if not _blank(words, n))
        end = next(ends, LONGEST)
        pieces.append(words[:end])
        words = words[end:]
    return [*pieces, words]


def _blank(words: str, at: int) -> bool:
    return words[at - 1].isspace() or words[at].isspace()
