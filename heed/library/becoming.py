"""What a hand-over becomes: the plain values of a row, and its mark."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from heed.library import sections
from heed.library.bundles import Bundle, LegacyEntry, document_of
from heed.library.points import points_of
from heed.library.states import Kind, State, kind_of
from heed.papers.blocks import Document
from heed.papers.briefing_paper import read_aloud

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
    "link_is_dead": False,
    "image_only": False,
    "year": None,
    "published_on": None,
    "dates": {},
    "stays_until": None,
    "words": 0,
    "child_anchor": "",
    "content_notice": "",
    "distressing": [],
    "points": [],
    "support": [],
}
"""What is left of a withdrawn publication: its address, and nothing that it said."""

CAME_LATER = frozenset(
    {"ages", "readers", "link_is_dead", "scan", "shown_by", "points"}
)
"""Where nothing is said of them, a hand-over is the one that it was before them."""


def shown_of(bundle: Bundle) -> dict[str, Any]:
    """What a row says of this publication."""
    document = document_of(bundle.document)
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
        "link_is_dead": False,
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
        "words": _words_of(bundle, document),
        "child_anchor": bundle.child_anchor,
        "content_notice": bundle.content_notice,
        "distressing": bundle.distressing,
        "points": points_of(document, bundle.points, quiet=_quiet(bundle, document)),
        "support": [asdict(line) for line in bundle.support],
        "gone_because": "",
    }


def _words_of(bundle: Bundle, document: Document) -> int:
    """How many words it has; of a briefing, those that its page says take so long to
    read aloud."""
    if bundle.kind == Kind.BRIEFING:
        return read_aloud(document).words
    return sections.words(document)


def _quiet(bundle: Bundle, document: Document) -> frozenset[str]:
    """The places that no content notice stands before."""
    hard = sections.hard_parts(document, bundle.content_notice, bundle.distressing)
    return sections.places_outside(document, hard)


def shown_of_entry(entry: LegacyEntry, document: Document | None) -> dict[str, Any]:
    """What a row says of an older publication."""
    return {
        **EMPTY,
        "kind": kind_of(entry.type_as_published),
        "state": State.PUBLISHED,
        "title": entry.title.strip(),
        "type_as_published": entry.type_as_published,
        "pseudonyms": entry.pseudonyms,
        "link": entry.link,
        "link_is_dead": entry.link_is_dead,
        "image_only": entry.image_only,
        "year": entry.published.year,
        "published_on": entry.published.first,
        "dates": {"published": entry.published.to_json()},
        "document": entry.document,
        "points": points_of(document) if document else [],
        "words": sections.words(document) if document else 0,
    }


def digest_of(handed_over: Bundle | LegacyEntry) -> str:
    """The mark of exactly this hand-over, the same at every replay."""

    def plain(value: object) -> str:
        if isinstance(value, bytes):
            return hashlib.sha256(value).hexdigest()
        return str(value)

    said = {
        name: value
        for name, value in asdict(handed_over).items()
        if value or name not in CAME_LATER
    }
    canonical = json.dumps(said, sort_keys=True, default=plain)
    return hashlib.sha256(canonical.encode()).hexdigest()
