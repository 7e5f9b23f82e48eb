"""A chronology as a table in text (.csv): no cell of it is a formula anywhere."""

import csv
import io
from collections.abc import Sequence

from heed.papers.chronologies.writing.copies import Copy, Numbered
from heed.papers.chronologies.writing.laid import laid_out
from heed.papers.formulas import guarded

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes Unicode for letters of Windows."""


def write(rows: Sequence[Numbered], copy: Copy) -> bytes:
    """The copy as .csv, in Unicode."""
    laid = laid_out(rows, copy, all_typed=True)
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(map(guarded, laid.headings))
    writer.writerows([guarded(words) for words in row] for row in laid.rows)
    return f"{BYTE_ORDER_MARK}{out.getvalue()}".encode()
