"""A text as the library takes it, and as a file to upload elsewhere."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from html import escape

from heed.library.bundles import (
    READABLE,
    SUPPORT,
    WHITE,
    Bundle,
    Line,
    PublisherCard,
    contrast,
)
from heed.library.dates import PublicDate
from heed.library.states import Kind, State
from heed.papers.blocks import (
    Document,
    ListBlock,
    ListItem,
    Run,
    anchored,
    heading,
    paragraph,
    to_json,
)
from heed.papers.write_html import write_html
from heed.papers.write_pdf import write_pdf
from heed.papers.write_text import write_text
from heed.publications.composing import PublicText
from heed.publications.models import Paper
from heed.publications.themes import sentences_of
from heed.rulebook.counting import earliest_removal

KINDS = {
    Paper.Kind.REPORT: Kind.REPORT,
    Paper.Kind.IMPROVEMENTS: Kind.IMPROVEMENTS,
    Paper.Kind.RESPONSE: Kind.RESPONSE,
}
STATES = {Paper.Kind.IMPROVEMENTS: State.IMPROVEMENTS_ONLY}
LIGHT = 0.9  # how much white is mixed into a colour to make its tint


def bundle_of(
    paper: Paper, text: PublicText, *, number: int, on: date, pdf: bytes
) -> Bundle:
    """One text at one version, as it is handed down to the library."""
    publication = paper.publication
    return Bundle(
        publication_id=paper.library_id,
        version=number,
        publisher=paper.partnership.slug,
        slug=text.slug,
        kind=KINDS[paper.kind],
        state=STATES.get(paper.kind, State.PUBLISHED),
        title=text.title,
        document=to_json(text.document),
        former_titles=text.former_titles,
        pseudonyms=text.pseudonyms,
        summary=text.summary,
        lead_reviewers=text.lead_reviewers,
        facts=text.facts,
        review_id=publication.review_id,
        published=PublicDate.of(on),
        stays_until=earliest_removal(on),
        themes=text.themes,
        shown_by=sentences_of(paper, text),
        child_anchor=text.child_anchor,
        content_notice=text.notice,
        distressing=text.distressing,
        support=SUPPORT,
        pdf=pdf,
    )


def card_of(partnership, *, number: int, desk: str) -> PublisherCard:
    """The partnership as the public sees it."""
    colour = partnership.colour.lower()
    looks = {}
    if contrast(colour, WHITE) >= READABLE:
        looks = {"colour": colour, "tint": _tint(colour)}
    contact = [
        ("Business unit", partnership.business_unit_telephone, "tel:"),
        ("If you are worried about a child", partnership.front_door_telephone, "tel:"),
        ("At night and at weekends", partnership.out_of_hours_telephone, "tel:"),
        ("Email", partnership.referral_address, "mailto:"),
    ]
    return PublisherCard(
        slug=partnership.slug,
        version=number,
        name=partnership.name,
        contact=tuple(
            Line(name=name, words=words, link=link + words.replace(" ", ""))
            for name, words, link in contact
            if words
        ),
        referral_link=f"{desk}/refer/{partnership.slug}/",
        **looks,
    )


def pdf_of(text: PublicText, partnership, *, marking: str = "") -> bytes:
    """A text as an accessible PDF, the content notice first and support last."""
    return write_pdf(
        whole(text),
        publisher=partnership.name,
        subtitle=text.summary,
        marking=marking,
        contents=True,
        accent=partnership.colour.lower(),
    )


def whole(text: PublicText) -> Document:
    """A text for a reader who has nothing but this file."""
    notice = ()
    if text.notice:
        notice = (heading(2, "Before you read on"), paragraph(text.notice))
    lines = tuple(
        ListItem((Run(f"{line.name}: {line.words}", link=line.link),))
        for line in SUPPORT
    )
    support = (heading(2, "Where to find support"), ListBlock(lines))
    blocks = (*notice, *text.document.blocks, *support)
    return anchored(replace(text.document, blocks=blocks))


def for_own_site(texts: list[PublicText], partnership) -> bytes:
    """The cleared texts to upload to the partnership's own site: for each a page, a
    PDF, plain text and what there is to know about it. The same texts, the same bytes.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for text in texts:
            files = {
                f"{text.slug}.html": _page(text, partnership).encode(),
                f"{text.slug}.pdf": pdf_of(text, partnership),
                f"{text.slug}.txt": write_text(whole(text)).encode(),
                f"{text.slug}.json": _about(text, partnership).encode(),
            }
            for name, content in files.items():
                archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def _page(text: PublicText, partnership) -> str:
    words = write_html(whole(text))
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(text.title)} – {escape(partnership.name)}</title></head>\n"
        f"<body>\n<main>\n{words}\n</main>\n</body>\n</html>\n"
    )


def _about(text: PublicText, partnership) -> str:
    return json.dumps(
        {
            "title": text.title,
            "published_by": partnership.name,
            "summary": text.summary,
            "lead_reviewers": text.lead_reviewers,
            "pseudonyms": text.pseudonyms,
            "themes": text.themes,
            "former_titles": text.former_titles,
            "content_notice": text.notice,
        },
        indent=2,
        ensure_ascii=False,
    )


def _tint(colour: str) -> str:
    mixed = (
        round(int(colour[n : n + 2], 16) * (1 - LIGHT) + 255 * LIGHT) for n in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in mixed)
