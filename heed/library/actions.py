"""What is done to the library. The desk hands down; nothing here asks the desk.

Hand-overs may arrive late, twice or in the wrong order. What stands in the end depends
only on the newest version received and the newest withdrawal: a withdrawal beats every
version up to its own, and what is withdrawn is emptied, not hidden.

`by` is for the caller's own record: the library keeps no name of anybody.
"""

import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from heed.library import sections
from heed.library.becoming import EMPTY, digest_of, shown_of, shown_of_entry
from heed.library.bundles import (
    Bundle,
    LegacyEntry,
    NotReceivable,
    PublisherCard,
    check_bundle,
    check_card,
    check_entry,
    legacy_id,
)
from heed.library.models import (
    Aspect,
    Download,
    Page,
    Publication,
    Publisher,
    Section,
    SiteVersion,
    Theme,
)
from heed.library.states import GONE, State
from heed.library.version import ALIAS
from heed.papers.blocks import Document
from heed.papers.injuries import tells_of_injury
from heed.rulebook.gone import PUBLIC_SENTENCES
from heed.rulebook.themes import theme_of

NAMED_NOWHERE = "publisher-not-stated"


class Received(StrEnum):
    """What became of a hand-over."""

    KEPT = "kept"
    ALREADY = "already"
    OLDER = "older"
    WITHDRAWN = "withdrawn"


def receive(bundle: Bundle, *, at: datetime, by: object = None) -> Received:
    """Take a publication that the desk hands down; an older version changes nothing.

    Raises NotReceivable when it cannot be shown as it is, when its publisher is not
    known here, or when its address belongs to another publication.
    """
    document = check_bundle(bundle)
    digest = digest_of(bundle)
    with transaction.atomic(using=ALIAS):
        held = _held(bundle.publication_id)
        if (outcome := _nothing_new(held, bundle.version, digest)) is not None:
            return outcome
        place = {
            "publisher": _publisher(bundle.publisher),
            "slug": _free(bundle.slug, bundle.publisher, held.id),
            "version": bundle.version,
            "digest": digest,
        }
        if bundle.version <= held.withdrawn_version:
            _update(held, place)
            _say_that_it_changed(at=at)
            return Received.WITHDRAWN
        _update(held, {**place, **shown_of(bundle), "changed_at": at})
        held.joint_with.set(map(_publisher, bundle.joint_with))
        hard = sections.hard_parts(document, bundle.content_notice, bundle.distressing)
        _keep_parts(held, document, hard, bundle.themes)
        _keep_aspects(held, bundle)
        _keep_what_shows_themes(held, document, bundle)
        _keep_downloads(held, pdf=bundle.pdf, word=bundle.word)
        _say_that_it_changed(at=at)
    return Received.KEPT


def withdraw(
    publication_id: UUID,
    version: int,
    *,
    at: datetime,
    by: object = None,
    state: State = State.WITHDRAWN,
    because: str = "",
) -> Received:
    """Take a publication off, up to this version: emptied now, and at every replay.

    `state` is State.REMOVED where it only stayed as long as it had to; `because` is a
    code of `rulebook.gone`. A withdrawal of what never arrived is remembered. One whose
    code is not known here is carried out like any other, and gives no reason.
    """
    if state not in GONE:
        raise NotReceivable("A withdrawal says that a publication is gone.")
    because = because if because in PUBLIC_SENTENCES else ""
    with transaction.atomic(using=ALIAS):
        held = _held(publication_id)
        if version <= held.withdrawn_version:
            return Received.ALREADY
        withdrawal = {"withdrawn_version": version, "withdrawn_at": at}
        if version < held.version:
            _update(held, withdrawal)
            return Received.OLDER
        gone = {"state": state, "gone_because": because, "changed_at": at}
        _update(held, {**EMPTY, **withdrawal, **gone})
        held.joint_with.clear()
        for kept in (held.themes, held.aspects, held.sections, held.downloads):
            kept.all().delete()
        _say_that_it_changed(at=at)
    return Received.WITHDRAWN


def receive_publisher(
    card: PublisherCard, *, at: datetime, by: object = None
) -> Received:
    """Take a partnership's name, colours, contact and own pages as the desk sends them.

    Raises NotReceivable for an unreadable colour, an unsafe link or a broken page.
    """
    check_card(card)
    with transaction.atomic(using=ALIAS):
        held, _ = Publisher.objects.get_or_create(
            slug=card.slug, defaults={"name": card.name}
        )
        held = Publisher.objects.select_for_update().get(id=held.id)
        if card.version <= held.version:
            return Received.ALREADY if card.version == held.version else Received.OLDER
        fields = asdict(card)
        pages = fields.pop("pages")
        Publisher.objects.filter(id=held.id).update(**fields)
        held.pages.all().delete()
        Page.objects.bulk_create(
            Page(publisher=held, slug=slug, document=document)
            for slug, document in pages.items()
        )
        _say_that_it_changed(at=at)
    return Received.KEPT


def enter_all(
    entries: Iterable[LegacyEntry], *, at: datetime, by: object = None
) -> Counter[Received]:
    """Enter older publications under the names they had, or none of them, and count
    what became of each. The same one twice is one; one that has been withdrawn stays
    withdrawn, whatever the catalogue says."""
    with transaction.atomic(using=ALIAS):
        outcomes = Counter(_enter(entry, at=at) for entry in entries)
        if outcomes[Received.KEPT]:
            _say_that_it_changed(at=at)
    return outcomes


def _enter(entry: LegacyEntry, *, at: datetime) -> Received:
    document = check_entry(entry)
    digest = digest_of(entry)
    held = _held(legacy_id(entry.id))
    if held.withdrawn_version:
        return Received.WITHDRAWN
    if held.version and held.digest == digest:
        return Received.ALREADY
    publisher = _publisher_named(entry.publisher)
    place = {
        "imported_id": entry.id,
        "publisher": publisher,
        "slug": held.slug or _own_slug(entry, publisher, held.id),
        "version": held.version + 1,
        "digest": digest,
    }
    _update(held, {**place, **shown_of_entry(entry, document), "changed_at": at})
    # Nobody has looked at what an earlier review tells of injuries: none is quoted.
    _keep_parts(held, document, sections.all_parts(document), entry.themes)
    _keep_aspects(held, entry)
    _keep_downloads(held, pdf=entry.scan)
    return Received.KEPT


# Its parts


def _keep_parts(
    held: Publication,
    document: Document | None,
    hard: frozenset[str],
    themes: Iterable[str],
) -> None:
    held.sections.all().delete()
    held.themes.all().delete()
    Theme.objects.bulk_create(
        Theme(publication=held, slug=slug, name=name, code=theme_of(name))
        for slug, name in {slugify(name): name for name in themes}.items()
        if slug
    )
    if document is None:
        return
    Section.objects.bulk_create(
        Section(
            publication=held,
            position=position,
            anchor=passage.anchor,
            heading=passage.part.title,
            text=passage.text,
            distressing=passage.part.anchor in hard,
        )
        for position, passage in enumerate(sections.passages(document))
    )


def _keep_aspects(held: Publication, handed_over: Bundle | LegacyEntry) -> None:
    held.aspects.all().delete()
    said = [(Aspect.Of.AGE, age) for age in handed_over.ages]
    said += [(Aspect.Of.READER, reader) for reader in handed_over.readers]
    Aspect.objects.bulk_create(
        Aspect(publication=held, of=of, value=value)
        for of, value in dict.fromkeys(said)
    )


def _keep_what_shows_themes(
    held: Publication, document: Document, bundle: Bundle
) -> None:
    """The sentences that show each theme; none of a part that a reader is warned of,
    and none that tells how somebody was hurt."""
    hard = sections.hard_parts(document, bundle.content_notice, bundle.distressing)
    quiet = sections.places_outside(document, hard)
    for theme in held.themes.all():
        shown = [
            {"place": place, "words": words}
            for name, place, words in bundle.shown_by
            if name == theme.name and place in quiet and not tells_of_injury(words)
        ]
        if shown:
            held.themes.filter(id=theme.id).update(shown_by=shown)


def _keep_downloads(held: Publication, *, pdf: bytes, word: bytes = b"") -> None:
    held.downloads.all().delete()
    forms = {Download.Form.PDF: pdf, Download.Form.WORD: word}
    Download.objects.bulk_create(
        Download(publication=held, form=form, content=content, size=len(content))
        for form, content in forms.items()
        if content
    )


# Where it is kept


def _held(publication_id: UUID) -> Publication:
    Publication.objects.get_or_create(id=publication_id)
    return Publication.objects.select_for_update().get(id=publication_id)


def _update(held: Publication, fields: dict[str, Any]) -> None:
    Publication.objects.filter(id=held.id).update(**fields)


def _nothing_new(held: Publication, version: int, digest: str) -> Received | None:
    if version < held.version:
        return Received.OLDER
    if version > held.version:
        return None
    if digest != held.digest:
        raise NotReceivable("This version has been received before, with other words.")
    return Received.ALREADY


def _publisher(slug: str) -> Publisher:
    try:
        return Publisher.objects.get(slug=slug)
    except Publisher.DoesNotExist as missing:
        raise NotReceivable("The publisher is not known to the library.") from missing


def _publisher_named(name: str) -> Publisher:
    words = " ".join(name.split()) or "Publisher not stated"
    known = Publisher.objects.filter(name__iexact=words).first()
    slug = slugify(words)[:80].strip("-") or NAMED_NOWHERE
    return (
        known or Publisher.objects.get_or_create(slug=slug, defaults={"name": words})[0]
    )


def _free(slug: str, publisher: str, publication_id: UUID) -> str:
    taken = Publication.objects.filter(slug=slug, publisher__slug=publisher)
    if taken.exclude(id=publication_id).exists():
        raise NotReceivable("Another publication of this publisher has this address.")
    return slug


def _own_slug(entry: LegacyEntry, publisher: Publisher, publication_id: UUID) -> str:
    slug = slugify(entry.id)[:100] or publication_id.hex
    taken = Publication.objects.filter(slug=slug, publisher=publisher).exists()
    return publication_id.hex if taken else slug


def _say_that_it_changed(*, at: datetime) -> None:
    """A new version of the site, in the same transaction as what changed."""
    held = SiteVersion.objects.select_for_update().first()
    row = held or SiteVersion()
    row.number += 1
    row.mark = secrets.token_hex(8)
    row.changed_at = at
    names = ["number", "mark", "changed_at"]
    row.save(force_insert=held is None, update_fields=names if held else None)
