"""The file of a review that was public before: read where it can be, kept sealed, and
of a scan its bare pages beside it, which alone may ever be shown."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from heed import clock
from heed.documents.actions import open_document, receive
from heed.documents.models import Document
from heed.documents.queries import documents_of
from heed.documents.reading import read_in_child, remake_scan_in_child
from heed.library.catalogue import plain
from heed.papers.blocks import from_json
from heed.papers.refusals import Reason
from heed.partnership.grants import manages
from heed.partnership.refusals import Refused
from heed.publications.models import EarlierReview
from heed.rulebook.roles import APPROVERS, BUSINESS_UNIT

ORIGINAL, SCAN = "earlier_original", "earlier_scan"
OWNER = "publications.EarlierReview"


@dataclass(frozen=True, kw_only=True)
class TakenIn:
    """A file as it came and its name; its words, or the bare pages of a scan, or why
    there are neither."""

    data: bytes = b""
    name: str = ""
    words: dict[str, Any] | None = None
    scan: bytes = b""
    problem: str = ""


def taken_in(data: bytes, name: str) -> TakenIn:
    """Have a file read by a process of its own, and a scan made anew by another."""
    if not data:
        return TakenIn()
    understood = read_in_child(data, name, "report")
    if understood.content is not None:
        words = plain(from_json(understood.content["document"]))
        return TakenIn(data=data, name=name, words=words)
    if understood.reason == Reason.NO_TEXT:
        made = remake_scan_in_child(data, name)
        return TakenIn(data=data, name=name, scan=made.data, problem=made.problem)
    return TakenIn(data=data, name=name, problem=understood.problem)


def keep_files(proposed: EarlierReview, taken: TakenIn, *, by, at) -> None:
    """Keep the file as it came, and the bare pages of a scan, sealed at the desk."""
    kept = ((taken.data, taken.name, ORIGINAL), (taken.scan, "scan.pdf", SCAN))
    for data, name, purpose in kept:
        if data:
            receive(
                data,
                name=name,
                owner=proposed,
                purpose=purpose,
                received_from="business_unit",
                by=by,
                at=at,
            )


def digest_of(scan: bytes) -> str:
    """By which exactly these pages are known again; "" for none."""
    return hashlib.sha256(scan).hexdigest() if scan else ""


def scan_of(proposed: EarlierReview) -> Document | None:
    """The bare pages of a scan that wait to be looked at."""
    found = documents_of(proposed, purpose=SCAN)
    return found[-1] if found else None


def scan_to_show(proposed: EarlierReview, *, by, at) -> bytes:
    """The pages that two people looked through; Refused for any others."""
    document = scan_of(proposed)
    if document is None:
        raise Refused("There is no scan.", code="no_scan")
    try:
        data = b"".join(open_document(document, by=by, at=at))
    except Http404 as kept_aside:
        raise Refused("The scan is kept aside.", code="kept_aside") from kept_aside
    if digest_of(data) != proposed.entry.get("scan"):
        raise Refused("This is not the scan that was looked at.", code="changed")
    return data


def may_open_of_earlier(document: Document, person, at) -> bool:
    """Who puts earlier reviews forward, and who enters them, opens their files."""
    today = clock.london_date(at)
    return manages(person, document.partnership, today, *BUSINESS_UNIT, *APPROVERS)


def of_no_case(document: Document) -> None:
    """An earlier review is of a time before any case here."""
