"""A text as the library takes it, and as a file to upload elsewhere."""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
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
from heed.library.own_pages import TITLES
from heed.library.states import AREA_WITHHELD, Kind, State
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
from heed.papers.typed import typed
from heed.papers.write_html import write_html
from heed.papers.write_pdf import write_pdf
from heed.papers.write_text import write_text
from heed.partnership.telephones import dialled
from heed.publications.anonymous import NOT_NAMED
from heed.publications.availability import counts_from
from heed.publications.composing import PublicText, dated
from heed.publications.joining import joined_with, names_of
from heed.publications.models import Paper
from heed.publications.themes import sentences_of
from heed.rulebook.counting import earliest_removal

KINDS = {
    Paper.Kind.REPORT: Kind.REPORT,
    Paper.Kind.IMPROVEMENTS: Kind.IMPROVEMENTS,
    Paper.Kind.SUMMARY: Kind.LEARNING_SUMMARY,
    Paper.Kind.RECOMMENDATIONS: Kind.OTHER,
    Paper.Kind.RESPONSE: Kind.RESPONSE,
    Paper.Kind.STATEMENT: Kind.STATEMENT,
    Paper.Kind.EASY_READ: Kind.EASY_READ,
    Paper.Kind.ADDENDUM: Kind.OTHER,
    Paper.Kind.FOLLOW_UP: Kind.OTHER,
}
CALLED = {
    Paper.Kind.RECOMMENDATIONS: "Recommendations and what came of them",
    Paper.Kind.ADDENDUM: "Addendum",
    Paper.Kind.FOLLOW_UP: "Follow-up",
}
STATES = {
    Paper.Kind.IMPROVEMENTS: State.IMPROVEMENTS_ONLY,
    Paper.Kind.SUMMARY: State.SUMMARY_ONLY,
    Paper.Kind.RECOMMENDATIONS: State.RECOMMENDATIONS_ONLY,
}
LIGHT = 0.9  # how much white is mixed into a colour to make its tint


def bundle_of(
    paper: Paper,
    text: PublicText,
    *,
    number: int,
    on: date,
    pdf: bytes,
    today: date | None = None,
) -> Bundle:
    """One text at one version, as it is handed down to the library: public since `on`,
    this version since `today`."""
    today = today or on
    publication = paper.publication
    jointly = joined_with(publication)
    return Bundle(
        publication_id=paper.library_id,
        version=number,
        publisher=AREA_WITHHELD if text.area_withheld else paper.partnership.slug,
        slug=text.slug,
        kind=KINDS[paper.kind],
        state=_state(paper, text, jointly),
        title=text.title,
        document=to_json(dated(text, today)),
        joint_with=tuple(each.slug for each in jointly),
        type_as_published=CALLED.get(paper.kind, ""),
        former_titles=text.former_titles,
        pseudonyms=text.pseudonyms,
        summary=text.summary,
        lead_reviewers=text.lead_reviewers,
        facts=text.facts,
        review_id=publication.review_id,
        published=PublicDate.of(on),
        stays_until=earliest_removal(counts_from(paper, otherwise=on)),
        themes=text.themes,
        ages=text.ages,
        readers=text.readers,
        shown_by=sentences_of(paper, text),
        child_anchor=text.child_anchor,
        content_notice=text.notice,
        distressing=text.distressing,
        support=SUPPORT,
        pdf=pdf,
    )


def _state(paper: Paper, text: PublicText, jointly) -> State:
    if text.area_withheld:
        return State.AREA_WITHHELD
    alone = STATES.get(paper.kind, State.PUBLISHED)
    return State.JOINT if jointly and alone == State.PUBLISHED else alone


# Under whose name a text stands that does not say of which area it is. It has no
# colour, no contact and no way to refer: each would say it.
NOBODYS_CARD = PublisherCard(slug=AREA_WITHHELD, version=2, name=NOT_NAMED)


def card_of(partnership, *, number: int, desk: str) -> PublisherCard:
    """The partnership as the public sees it."""
    colour = partnership.colour.lower()
    looks = {}
    if contrast(colour, WHITE) >= READABLE:
        looks = {"colour": colour, "tint": _tint(colour)}
    numbers = {
        "Business unit": partnership.business_unit_telephone,
        "If you are worried about a child": partnership.front_door_telephone,
        "At night and at weekends": partnership.out_of_hours_telephone,
    }
    mailbox = partnership.referral_address
    contact = [_telephone(name, number) for name, number in numbers.items() if number]
    if mailbox:
        contact.append(Line(name="Email", words=mailbox, link=f"mailto:{mailbox}"))
    return PublisherCard(
        slug=partnership.slug,
        version=number,
        name=partnership.name,
        contact=tuple(contact),
        referral_link=f"{desk}/refer/{partnership.slug}/",
        pages={
            page.slug: to_json(typed(page.words, TITLES[page.slug]))
            for page in partnership.own_pages.all()
        },
        **looks,
    )


def _telephone(name: str, number: str) -> Line:
    digits = dialled(number)
    return Line(name=name, words=number, link=f"tel:{digits}" if digits else "")


def pdf_of(
    text: PublicText,
    partnership,
    *,
    jointly: Iterable = (),
    marking: str = "",
    on: date | None = None,
) -> bytes:
    """A text as an accessible PDF, the content notice first and support last, under the
    names of all who publish it: read from a day on, where it is public."""
    names = names_of(partnership, jointly)
    whose = {"publisher": names, "accent": partnership.colour.lower()}
    return write_pdf(
        whole(text, on=on),
        subtitle=text.summary,
        marking=marking,
        contents=True,
        **({"publisher": NOT_NAMED} if text.area_withheld else whose),
    )


def whole(text: PublicText, *, on: date | None = None) -> Document:
    """A text for a reader who has nothing but this file."""
    notice = ()
    if text.notice:
        notice = (heading(2, "Before you read on"), paragraph(text.notice))
    lines = tuple(
        ListItem((Run(f"{line.name}: {line.words}", link=line.link),))
        for line in SUPPORT
    )
    support = (heading(2, "Where to find support"), ListBlock(lines))
    read = dated(text, on) if on else text.document
    return anchored(replace(read, blocks=(*notice, *read.blocks, *support)))


def for_own_site(
    texts: list[PublicText],
    partnership,
    *,
    jointly: Iterable = (),
    set_already: Mapping[str, bytes] | None = None,
) -> bytes:
    """The cleared texts to upload to the partnership's own site: for each a page, a
    PDF, plain text and what there is to know about it. The same texts, the same bytes.
    A PDF that was `set_already` is not set again, by the slug of its text.
    """
    known = set_already or {}
    jointly = list(jointly)
    names = names_of(partnership, jointly)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for text in texts:
            files = {
                f"{text.slug}.html": _page(text, names).encode(),
                f"{text.slug}.pdf": known.get(text.slug)
                or pdf_of(text, partnership, jointly=jointly),
                f"{text.slug}.txt": write_text(whole(text)).encode(),
                f"{text.slug}.json": _about(text, names).encode(),
            }
            for name, content in files.items():
                archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def _page(text: PublicText, names: str) -> str:
    words = write_html(whole(text))
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(text.title)} – {escape(names)}</title></head>\n"
        f"<body>\n<main>\n{words}\n</main>\n</body>\n</html>\n"
    )


def _about(text: PublicText, names: str) -> str:
    return json.dumps(
        {
            "title": text.title,
            "published_by": names,
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
