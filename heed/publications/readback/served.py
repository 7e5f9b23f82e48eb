"""Every file that a text is served as, made from it as the library and our own hands
make it: nothing is handed down of which there is no such file."""

import json

from django.template.loader import render_to_string

from heed.library import feeds, open_data, sections, showing
from heed.library import models as library
from heed.library.open_data import POINTS, PUBLICATIONS
from heed.publications.bundling import for_own_site
from heed.publications.composing import PublicText
from heed.publications.joining import joined_with
from heed.publications.models import Paper
from heed.publications.rehearsal import as_the_public_site, public_page, row_of
from heed.publications.themes import sentences_of


def files_of(paper: Paper, text: PublicText, pdf: bytes, *, at) -> dict[str, bytes]:
    """The page, the PDF, the plain text, the data, the entries of feed and site map,
    what a search keeps, and the bundle for a partnership's own site, by name."""
    row = row_of(paper, text, at=at)
    slug = text.slug
    with as_the_public_site():
        points, publication = open_data.points_of(row), open_data.row_of(row)
        files = {
            f"{slug}.txt": showing.written(row, "txt")[0],
            f"{slug}.json": showing.written(row, "json")[0],
            "data/publications.json": open_data.as_json([publication], PUBLICATIONS),
            "data/points.csv": open_data.as_csv(points, POINTS),
            "feed.atom": feeds.atom(row.publisher, rows=[row]),
            "sitemap.xml": f"<urlset>{feeds.entry(showing.row_address(row), row)}"
            "</urlset>",
        }
    files |= {f"{slug}.html": _page(row), "search.json": _searched(paper, row, text)}
    made = {name: words.encode() for name, words in files.items()}
    made |= {f"{slug}.pdf": pdf}
    if text.area_withheld:
        return made  # on a site of its own it would say whose it is
    jointly = joined_with(paper.publication)
    # The day of a correction stands in the PDF that the library has, and in no other.
    same = {} if text.corrections else {slug: pdf}
    zipped = for_own_site([text], paper.partnership, jointly=jointly, set_already=same)
    return made | {"for-our-site.zip": zipped}


def _page(row: library.Publication) -> str:
    name = "briefing" if showing.is_briefing(row) else "report"
    context = public_page(row)
    with as_the_public_site():
        return render_to_string(f"library/{name}.html", context)


def _searched(paper: Paper, row: library.Publication, text: PublicText) -> str:
    """What the index and the pages of themes of the public site are made from."""
    passages = [
        {"heading": each.part.title, "text": each.text}
        for each in sections.passages(text.document)
    ]
    return json.dumps(
        {
            "title": row.title,
            "former_titles": row.former_titles,
            "pseudonyms": list(text.pseudonyms),
            "summary": row.summary,
            "shown_by": [list(each) for each in sentences_of(paper, text)],
            "passages": passages,
        },
        ensure_ascii=False,
    )
