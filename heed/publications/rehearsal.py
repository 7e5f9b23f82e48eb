"""The public page as a stranger will see it, drawn by the library's own templates from
the text as it stands now. Nothing is handed down for it."""

from django.conf import settings
from django.urls import set_urlconf

from heed import clock
from heed.library import models as library
from heed.library import showing
from heed.library.bundles import Bundle, Line
from heed.library.reading import reading
from heed.library.sections import words
from heed.publications.bundling import bundle_of, card_of
from heed.publications.composing import PublicText
from heed.publications.models import Paper

PUBLIC = "heed.publications.public_addresses"


def page_of(paper: Paper, text: PublicText, *, at, pictures) -> dict:
    """What the template of a public page needs; `pictures` gives the address of one."""
    planned = paper.publication.published_on or paper.publication.planned_on
    on = planned or clock.london_date(at)
    bundle = bundle_of(paper, text, number=1, on=on, pdf=b"")
    row = _row(bundle, text)
    row.publisher = _publisher(paper.partnership)
    set_urlconf(PUBLIC)
    try:
        frame = showing.frame(row.publisher, "publications", showing.row_address(row))
        context = frame | showing.publication_page(row)
    finally:
        set_urlconf(None)
    return _leading_out(context) | {
        "reading": reading(
            text.document,
            child_anchor=text.child_anchor,
            distressing=text.distressing,
            notice=text.notice,
            address_of=pictures,
        ),
        "beside": [],
        "downloads": [],
        "text_url": "",
        "brand_stylesheet": "",
        "search_url": "",
    }


def _row(bundle: Bundle, text: PublicText) -> library.Publication:
    return library.Publication(
        id=bundle.publication_id,
        slug=bundle.slug,
        version=1,
        kind=bundle.kind,
        state=bundle.state,
        title=bundle.title,
        former_titles=list(bundle.former_titles),
        summary=bundle.summary,
        lead_reviewers=list(bundle.lead_reviewers),
        facts=[list(pair) for pair in bundle.facts],
        year=bundle.published.year,
        published_on=bundle.published.first,
        dates={"published": bundle.published.to_json()},
        stays_until=bundle.stays_until,
        document=bundle.document,
        words=words(text.document),
        child_anchor=bundle.child_anchor,
        content_notice=bundle.content_notice,
        distressing=list(bundle.distressing),
        support=[
            {"name": line.name, "words": line.words, "link": line.link}
            for line in bundle.support
        ],
    )


def _publisher(partnership) -> library.Publisher:
    card = card_of(partnership, number=1, desk=settings.DESK_ADDRESS)
    return library.Publisher(
        slug=card.slug,
        name=card.name,
        colour=card.colour,
        tint=card.tint,
        contact=[_plain(line) for line in card.contact],
        referral_link=card.referral_link,
    )


def _plain(line: Line) -> dict:
    return {"name": line.name, "words": line.words, "link": line.link}


def _leading_out(context: dict) -> dict:
    """The links of the frame, leading to the public site and not to the desk."""
    for menu in ("navigation", "footer_links"):
        context[menu] = [
            link._replace(url=settings.PUBLIC_ADDRESS + link.url)
            for link in context[menu]
        ]
    for name in ("home_url", "feed_url"):
        context[name] = settings.PUBLIC_ADDRESS + context[name]
    return context
