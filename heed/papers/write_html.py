"""A paper as HTML that is safe to put on a page: every word escaped, no script, no
style, and only the elements that readers who listen can find their way by."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from heed.papers.blocks import (
    Block,
    Document,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Run,
    Runs,
    Table,
    anchored,
    anchors,
)
from heed.papers.glyphs import legible
from heed.papers.grid import Placed, gridded
from heed.papers.links import address_in, place_in
from heed.papers.outline import DEEPEST, note_of, outlined
from heed.papers.pictures import bare

AddressOf = Callable[[str], str]
"""The address under which a picture is served, from its key."""


@dataclass(slots=True)
class _Writer:
    """What the whole paper knows while its blocks are written."""

    sections_at: int
    places: frozenset[str]
    notes: dict[str, Note]
    address_of: AddressOf | None
    pointed_at: set[str] = field(default_factory=set)
    tables: int = 0


def write_html(
    document: Document,
    *,
    title_level: int = 1,
    with_title: bool = True,
    address_of: AddressOf | None = None,
) -> str:
    """The paper as a fragment: its title at `title_level`, its sections below.

    Where a page shows the title itself, leave it out here. A picture without an
    address is shown by its description.
    """
    document = anchored(document)
    paper = outlined(document)
    writer = _Writer(
        sections_at=title_level,
        places=frozenset(anchors(document.blocks)),
        notes=note_of(document.blocks),
        address_of=address_of,
    )
    parts: list[str] = []
    if paper.title and with_title:
        parts += _heading(paper.title, title_level, writer)
    for block in paper.blocks:
        parts += _block(block, writer)
    parts += _notes(writer)
    return "\n".join(parts)


def _words(text: str) -> str:
    return escape(legible(text)).replace("\n", "<br>")


def _id(anchor: str) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


# Runs


def _runs(runs: Runs, writer: _Writer) -> str:
    return "".join(_run(run, writer) for run in runs)


def _run(run: Run, writer: _Writer) -> str:
    words = _words(run.text)
    for name, wanted in (("s", run.struck), ("em", run.italic), ("strong", run.bold)):
        if wanted and words:
            words = f"<{name}>{words}</{name}>"
    place = place_in(run.link)
    if place in writer.notes:
        return _note_mark(place, words, writer)
    if not run.text.strip():
        return words  # a space that Word made a link leads who listens nowhere
    if address := address_in(run.link):
        return f'<a href="{escape(address)}">{words}</a>'
    if place in writer.places:
        return f'<a href="#{escape(place)}">{words}</a>'
    return words


def _note_mark(anchor: str, words: str, writer: _Writer) -> str:
    first = anchor not in writer.pointed_at
    writer.pointed_at.add(anchor)
    own = _id(f"to-{anchor}") if first else ""
    return f'<sup><a{own} href="#{escape(anchor)}">{words}</a></sup>'


# Blocks


def _block(block: Block, writer: _Writer) -> Iterator[str]:
    match block:
        case Heading(level=level):
            yield from _heading(block, writer.sections_at + level, writer)
        case Paragraph():
            yield f"<p{_id(block.anchor)}>{_runs(block.runs, writer)}</p>"
        case ListBlock():
            yield _list(block, writer)
        case Table():
            yield from _table(block, writer)
        case Figure():
            yield from _figure(block, writer)
        case Note() if block.anchor not in writer.notes:
            yield f'<div{_id(block.anchor)} class="paper-box" role="note">'
            yield from _inside(block.blocks, writer)
            yield "</div>"


def _heading(heading: Heading, level: int, writer: _Writer) -> Iterator[str]:
    name = f"h{min(level, DEEPEST)}"
    yield f"<{name}{_id(heading.anchor)}>{_runs(heading.runs, writer)}</{name}>"


def _inside(blocks: Sequence[Block], writer: _Writer) -> Iterator[str]:
    """Blocks within another: their headings are bold words, not sections."""
    for block in blocks:
        if isinstance(block, Heading):
            words = _runs(block.runs, writer)
            yield f"<p{_id(block.anchor)}><strong>{words}</strong></p>"
        else:
            yield from _block(block, writer)


def _list(block: ListBlock, writer: _Writer) -> str:
    name = "ol" if block.ordered else "ul"
    made: list[str] = []
    depth = -1
    for item in block.items:
        wanted = min(item.level, depth + 1)
        if wanted > depth:
            own = _id(block.anchor) if depth < 0 else ""
            made.append(f"<{name}{own}>")
        else:
            made += ["</li>", f"</{name}></li>" * (depth - wanted)]
        depth = wanted
        made.append(_item(item, writer))
    made += ["</li>", f"</{name}></li>" * depth, f"</{name}>"] if made else []
    return "".join(made)


def _item(item: ListItem, writer: _Writer) -> str:
    return f"<li{_id(item.anchor)}>{_runs(item.runs, writer)}"


def _table(table: Table, writer: _Writer) -> Iterator[str]:
    grid = gridded(table)
    writer.tables += 1
    name = escape(legible(table.caption or f"Table {writer.tables}"))
    yield f'<div class="paper-table" role="region" tabindex="0" aria-label="{name}">'
    yield f"<table{_id(table.anchor)}>"
    if table.caption:
        yield f"<caption>{_words(table.caption)}</caption>"
    if grid.header:
        yield "<thead>"
        yield from _rows(grid.header, "col", writer)
        yield "</thead>"
    yield "<tbody>"
    yield from _rows(grid.body, "row", writer)
    yield "</tbody></table></div>"


def _rows(placed: Sequence[Placed], scope: str, writer: _Writer) -> Iterator[str]:
    in_order = sorted(placed, key=lambda p: (p.row, p.column))
    for _, row in groupby(in_order, key=lambda p: p.row):
        yield f"<tr>{''.join(_cell(each, scope, writer) for each in row)}</tr>"


def _cell(placed: Placed, scope: str, writer: _Writer) -> str:
    heads = (scope == "col" or placed.cell.heading) and bool(placed.cell.text)
    name = f'th scope="{scope}"' if heads else "td"
    spans = "".join(
        f' {what}="{many}"'
        for what, many in (("colspan", placed.columns), ("rowspan", placed.rows))
        if many > 1
    )
    content = "\n".join(_inside(placed.cell.blocks, writer))
    return f"<{name}{_id(placed.cell.anchor)}{spans}>{content}</{name[:2]}>"


def _figure(figure: Figure, writer: _Writer) -> Iterator[str]:
    address = writer.address_of(figure.image) if writer.address_of else ""
    yield f'<figure{_id(figure.anchor)} class="paper-figure">'
    if figure.image and address:
        alt = escape(legible(figure.alt))
        yield f'<img src="{escape(address)}" alt="{alt}">'
    else:
        yield f"<p>Picture: {_words(figure.alt or 'not described')}</p>"
    if figure.caption:
        yield f"<figcaption>{_words(figure.caption)}</figcaption>"
    yield "</figure>"


def _notes(writer: _Writer) -> Iterator[str]:
    if not writer.notes:
        return
    yield '<section class="paper-notes" aria-label="Notes">'
    for note in list(writer.notes.values()):
        yield f"<div{_id(note.anchor)}>"
        content = "\n".join(_inside(note.blocks, writer))
        back = _way_back(note) if note.anchor in writer.pointed_at else ""
        yield f"<p>{_words(note.mark)}{back}</p>\n{content}</div>"
    yield "</section>"


def _way_back(note: Note) -> str:
    place = escape(f"to-{note.anchor}")
    words = escape(f"Back to note {note.mark} in the text")
    return f' <a href="#{place}">{words}</a>'


def write_html_page(document: Document, *, publisher: str = "") -> str:
    """The paper as a whole page in one file, to be opened or sent without a server."""
    paper = outlined(document)
    title = escape(legible(paper.title_text))
    foot = f"<footer><p>{_words(publisher)}</p></footer>" if publisher else ""
    return PAGE.format(
        language=escape(document.language),
        title=title,
        body=write_html(document, address_of=_carried_along(document)),
        foot=foot,
    )


def _carried_along(document: Document) -> AddressOf:
    """Each picture as an address that holds the picture itself."""

    def address_of(key: str) -> str:
        picture = bare(document.images.get(key, b""))
        if picture is None:
            return ""
        return f"data:image/{picture.kind};base64,{b64encode(picture.data).decode()}"

    return address_of


PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 44rem; margin: 0 auto; padding: 1.5rem; color: #1b2733;
  font: 1.125rem/1.55 Arial, Helvetica, sans-serif; }}
h1, h2, h3, h4 {{ color: #1d3d5c; line-height: 1.2; margin: 1.6em 0 .5em; }}
h1 {{ font-size: 2.1rem; border-bottom: 3px solid #1d3d5c; padding-bottom: .4em; }}
h2 {{ font-size: 1.45rem; }}
li {{ margin: .3em 0; }}
a {{ color: #1d4f8c; }}
table {{ border-collapse: collapse; width: 100%; }}
caption {{ text-align: left; font-weight: bold; padding: .5em 0; }}
th, td {{ border: 1px solid #9aa5b1; padding: .4em .6em; text-align: left;
  vertical-align: top; }}
th {{ background: #eef2f5; }}
th p, td p {{ margin: 0; }}
.paper-table {{ overflow-x: auto; }}
.paper-box {{ background: #eef2f5; border-left: 4px solid #1b2733;
  padding: .1em 1.2em; margin: 1em 0; }}
.paper-figure {{ margin: 1em 0; }}
.paper-notes {{ border-top: 1px solid #9aa5b1; margin-top: 2em; font-size: 1rem; }}
img {{ max-width: 100%; height: auto; }}
@media print {{ body {{ font-size: 11pt; max-width: none; padding: 0; }} }}
</style>
</head>
<body>
<main>
{body}
</main>
{foot}
</body>
</html>
"""
