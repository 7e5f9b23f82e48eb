"""What is done to the library. The desk hands down; nothing here asks the desk.

Hand-overs may arrive late, twice or in the wrong order. What stands in the end depends
only on the newest version received and the newest withdrawal: a withdrawal beats every
version up to its own, and what is withdrawn is emptied, not hidden.

`by` is for the caller's own record: the library keeps no name of anybody.
"""

import hashlib
import json
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
from heed.library.bundles import (
    Bundle,
    LegacyEntry,
    NotReceivable,
    PublisherCard,
    check_bundle,
    check_card,
    check_document,
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
from heed.library.states import GONE, Kind, State, kind_of
from heed.library.version import ALIAS
from heed.papers.blocks import Document

EMPTY: dict[str, Any] = {
    "kind": Kind.OTHER,
    "document": None,
    "title": "",
    "former_titles": [],
    "type_as_published": "",
    "pseudonyms": [],
    "summary": "",
    "lead_reviewers": [],
    "facts": [],
    "review_id": None,
    "link": "",
    "image_only": False,
    "year": None,
    "published_on": None,
    "dates": {},
    "stays_until": None,
    "words": 0,
    "child_anchor": "",
    "content_notice": "",
    "distressing": [],
    "support": [],
}
"""What is left of a withdrawn publication: its address, and nothing that it said."""

LATER = ("ages", "readers")
"""What an earlier release did not hand down: unsaid, the words are the same as then."""

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
    digest = _digest(bundle)
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
        _update(held, {**place, **_shown(bundle), "changed_at": at})
        held.joint_with.set(map(_publisher, bundle.joint_with))
        _keep_parts(held, document, _hard_parts(bundle, document), bundle.themes)
        _keep_aspects(held, bundle)
        _keep_downloads(held, bundle)
        _say_that_it_changed(at=at)
    return Received.KEPT


def withdraw(
    publication_id: UUID,
    version: int,
    *,
    at: datetime,
    by: object = None,
    state: State = State.WITHDRAWN,
) -> Received:
    """Take a publication off, up to this version: emptied now, and at every replay.

    `state` is State.REMOVED where it only stayed as long as it had to. A withdrawal of
    what never arrived is remembered.
    """
    if state not in GONE:
        raise NotReceivable("A withdrawal says that a publication is gone.")
    with transaction.atomic(using=ALIAS):
        held = _held(publication_id)
        if version <= held.withdrawn_version:
            return Received.ALREADY
        withdrawal = {"withdrawn_version": version, "withdrawn_at": at}
        if version < held.version:
            _update(held, withdrawal)
            return Received.OLDER
        _update(held, {**EMPTY, **withdrawal, "state": state, "changed_at": at})
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
    digest = _digest(entry)
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
    _update(held, {**place, **_shown_of_legacy(entry, document), "changed_at": at})
    # Nobody has looked at what an earlier review tells of injuries: none is quoted.
    _keep_parts(held, document, _all_parts(document), entry.themes)
    _keep_aspects(held, entry)
    return Received.KEPT


# What a hand-over becomes


def _shown(bundle: Bundle) -> dict[str, Any]:
    return {
        "kind": bundle.kind,
        "state": bundle.state,
        "title": bundle.title.strip(),
        "former_titles": bundle.former_titles,
        "type_as_published": bundle.type_as_published,
        "pseudonyms": bundle.pseudonyms,
        "summary": bundle.summary,
        "lead_reviewers": bundle.lead_reviewers,
        "facts": bundle.facts,
        "review_id": bundle.review_id,
        "link": bundle.link,
        "image_only": False,
        "year": bundle.published.year,
        "published_on": bundle.published.first,
        "dates": {
            "published": bundle.published.to_json(),
            "reported": bundle.reported.to_json(),
            "happened": bundle.happened.to_json(),
        },
        "stays_until": bundle.stays_until,
        "document": bundle.document,
        "words": sections.words(check_document(bundle.document)),
        "child_anchor": bundle.child_anchor,
        "content_notice": bundle.content_notice,
        "distressing": bundle.distressing,
        "support": [asdict(line) for line in bundle.support],
    }


def _shown_of_legacy(entry: LegacyEntry, document: Document | None) -> dict[str, Any]:
    return {
        **EMPTY,
        "kind": kind_of(entry.type_as_published),
        "state": State.PUBLISHED,
        "title": entry.title.strip(),
        "type_as_published": entry.type_as_published,
        "pseudonyms": entry.pseudonyms,
        "link": entry.link,
        "image_only": entry.image_only,
        "year": entry.published.year,
        "published_on": entry.published.first,
        "dates": {"published": entry.published.to_json()},
        "document": entry.document,
        "words": sections.words(document) if document else 0,
    }


def _keep_parts(
    held: Publication,
    document: Document | None,
    hard: frozenset[str],
    themes: Iterable[str],
) -> None:
    held.sections.all().delete()
    held.themes.all().delete()
    Theme.objects.bulk_create(
        Theme(publication=held, slug=slug, name=name)
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


def _hard_parts(bundle: Bundle, document: Document | None) -> frozenset[str]:
    """The parts that are quoted nowhere. A notice before no part in particular is a
    notice before all of them."""
    if document is None:
        return frozenset()
    if bundle.content_notice and not bundle.distressing:
        return _all_parts(document)
    return sections.distressing_parts(document, bundle.distressing)


def _all_parts(document: Document | None) -> frozenset[str]:
    parts = sections.parts(document) if document else ()
    return frozenset(part.anchor for part in parts)


def _keep_downloads(held: Publication, bundle: Bundle) -> None:
    held.downloads.all().delete()
    forms = {Download.Form.PDF: bundle.pdf, Download.Form.WORD: bundle.word}
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


def _digest(handed_over: Bundle | LegacyEntry) -> str:
    def plain(value: object) -> str:
        if isinstance(value, bytes):
            return hashlib.sha256(value).hexdigest()
        return str(value)

    said = {k: v for k, v in asdict(handed_over).items() if v or k not in LATER}
    canonical = json.dumps(said, sort_keys=True, default=plain)
    return hashlib.sha256(canonical.encode()).hexdigest()
