"""The public page as a stranger will see it, drawn by the library's own templates from
the text as it stands now. Nothing is handed down for it."""

from contextlib import contextmanager

from django.conf import settings
from django.urls import set_urlconf
from django.utils.text import slugify

from heed import clock
from heed.library import models as library
from heed.library import showing
from heed.library.becoming import shown_of
from heed.library.bundles import Line, PublisherCard
from heed.library.reading import reading
from heed.publications.bundling import NOBODYS_CARD, bundle_of, card_of
from heed.publications.composing import PublicText
from heed.publications.joining import joined_with
from heed.publications.models import Paper

PUBLIC = "heed.publications.public_addresses"


def page_of(paper: Paper, text: PublicText, *, at, pictures) -> dict:
    """What the template of a public page needs; `pictures` gives the address of one."""
    row = row_of(paper, text, at=at)
    return _leading_out(public_page(row)) | {
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
        "data_url": "",
        "linked_data": "",
        "brand_stylesheet": "",
        "search_url": "",
    }


def row_of(paper: Paper, text: PublicText, *, at) -> library.Publication:
    """A text as the library would keep it, kept nowhere: of its publisher, with its
    themes."""
    planned = paper.publication.published_on or paper.publication.planned_on
    on = planned or clock.london_date(at)
    bundle = bundle_of(paper, text, number=1, on=on, pdf=b"")
    row = library.Publication(
        id=bundle.publication_id, slug=bundle.slug, version=1, **shown_of(bundle)
    )
    row.publisher = _publisher(paper.partnership, text)
    row.changed_at = at
    themes = [library.Theme(slug=slugify(name), name=name) for name in text.themes]
    others = [_shown(each) for each in joined_with(paper.publication)]
    aspects = [library.Aspect(of=library.Aspect.Of.AGE, value=a) for a in text.ages]
    aspects += [
        library.Aspect(of=library.Aspect.Of.READER, value=reader)
        for reader in text.readers
    ]
    row._prefetched_objects_cache = {
        "themes": themes,
        "joint_with": others,
        "aspects": aspects,
    }
    return row


def public_page(row: library.Publication) -> dict:
    """What stands on the public page of a row, and around it."""
    with as_the_public_site():
        page = showing.row_address(row)
        frame = showing.frame(row.publisher, "publications", page)
        return frame | showing.publication_page(row)


@contextmanager
def as_the_public_site():
    """Every address within is one of the public site."""
    set_urlconf(PUBLIC)
    try:
        yield
    finally:
        set_urlconf(None)


def _publisher(partnership, text: PublicText) -> library.Publisher:
    return _as_card(NOBODYS_CARD) if text.area_withheld else _shown(partnership)


def _shown(partnership) -> library.Publisher:
    return _as_card(card_of(partnership, number=1, desk=settings.DESK_ADDRESS))


def _as_card(card: PublisherCard) -> library.Publisher:
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
    for name in ("home_url", "feed_url", "themes_url", "briefings_url"):
        context[name] = settings.PUBLIC_ADDRESS + context[name]
    return context
