"""What a workbook holds and no cell shows: names, rules, summaries, old texts."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from heed.papers.hidden import Hidden
from heed.papers.rest_of_package import Rest
from heed.papers.sheets import MOST_HIDDEN_ROWS, Sheet

if TYPE_CHECKING:
    from heed.papers.read_xlsx import Book

_SEARCHED = re.compile(
    r"/(pivotCache|externalLinks|queryTables)/|connections|^customXml"
)
"""These bar publication by being there, and are searched as well."""
_READ = re.compile(r"^docProps/(core|app|custom)\.xml$|^xl/(comments|threadedComments)")
_TEXTS = "xl/sharedStrings.xml"


def beside_cells(book: "Book", sheets: list[Sheet], hidden: Hidden) -> Hidden:
    """The report with all that stands beside the cells."""
    package = book.parts.package
    rest = Rest(package)
    rest.say("names and rules of cells", "\n".join(book.labels), label=True)
    spare = [text for n, text in enumerate(book.texts) if n not in book.used]
    rest.say("texts that no cell shows", "\n".join(spare))
    for sheet in sheets:
        if len({c.row for c in sheet.cells if sheet.is_hidden(c)}) > MOST_HIDDEN_ROWS:
            rest.unread.append(f"sheet “{sheet.name}”: more hidden rows than are told")
    left = {name for name in hidden.embedded if not _SEARCHED.search(name)}
    left |= {*book.read, _TEXTS}
    rest.sweep((name for name in package.names if _READ.search(name)), left)
    return replace(hidden, beside=tuple(rest.beside), unread=tuple(rest.unread))
