"""A chronology as one page in one file, to be read without a server or a program."""

from collections.abc import Sequence
from html import escape

from heed.papers.chronologies.writing.copies import Copy, Numbered
from heed.papers.chronologies.writing.laid import laid_out
from heed.papers.glyphs import legible


def write(rows: Sequence[Numbered], copy: Copy) -> bytes:
    """The copy as HTML: every word escaped, no script."""
    laid = laid_out(rows, copy)
    title = _words(copy.title)
    heads = "".join(f'<th scope="col">{_words(head)}</th>' for head in laid.headings)
    body = "\n".join(_row(row) for row in laid.rows)
    marking = f'<p class="marking">{_words(copy.marking)}</p>' if copy.marking else ""
    about = "".join(f"<p>{_words(words)}</p>" for words in copy.head)
    made = PAGE.format(
        title=escape(" ".join(legible(copy.title).split())),
        head=f"{marking}<h1>{title}</h1>{about}",
        table=f"<caption>{_entries(len(rows))}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>",
        foot=marking,
    )
    return made.encode()


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _row(cells: Sequence[str]) -> str:
    number = _words(cells[0])
    rest = "".join(f"<td><bdi>{_words(words)}</bdi></td>" for words in cells[1:])
    return f'<tr id="entry-{number}"><th scope="row">{number}</th>{rest}</tr>'


def _words(words: str) -> str:
    return escape(legible(words)).replace("\n", "<br>")


PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 0; padding: 1.25rem; color: #1b2733;
  font: 1rem/1.45 Arial, Helvetica, sans-serif; }}
h1 {{ color: #1d3d5c; font-size: 1.75rem; margin: .5em 0; }}
.marking {{ text-align: center; font-weight: bold; letter-spacing: .06em; }}
.wide {{ overflow-x: auto; }}
.wide:focus {{ outline: 3px solid #1d4f8c; }}
table {{ border-collapse: collapse; width: 100%; font-size: .875rem; }}
caption {{ text-align: left; font-weight: bold; padding: .5em 0; }}
th, td {{ border: 1px solid #9aa5b1; padding: .35em .5em; text-align: left;
  vertical-align: top; min-width: 4em; overflow-wrap: anywhere; }}
thead th {{ background: #eef2f5; }}
th[scope=row] {{ min-width: 2em; }}
tr:target {{ background: #fff3c4; }}
@page {{ size: A4 landscape; margin: 13mm; }}
@media print {{ body {{ padding: 0; }} table {{ font-size: 8.5pt; }}
  thead {{ display: table-header-group; }} .wide {{ overflow: visible; }} }}
</style>
</head>
<body>
<header>{head}</header>
<main>
<div class="wide" role="region" tabindex="0" aria-label="Chronology">
<table>
{table}
</table>
</div>
</main>
<footer>{foot}</footer>
</body>
</html>
"""
