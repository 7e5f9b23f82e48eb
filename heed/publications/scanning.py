"""A search for what could identify somebody: in what becomes public, and in what an
uploaded file hides and we leave behind.

It fails closed: whatever goes wrong, and what takes too long, is a finding that keeps
the gate shut."""

from collections.abc import Iterator
from typing import NamedTuple

from heed.deidentify import (
    Finding,
    NamedException,
    Reason,
    Register,
    Tier,
    asks_for_advice,
    scan_paper,
    unreadable,
    why_not_excepted,
)
from heed.deidentify.apart import marked, plain_register, version
from heed.documents.confinement import SECONDS
from heed.documents.reading import search_in_child
from heed.papers.blocks import Document, from_json, to_json
from heed.papers.hidden import Reading
from heed.publications.composing import PublicText
from heed.publications.models import KeptWord, Scan

SIGNATURES = 2
Behind = tuple[dict | None, dict | None, str]


class SearchedOf(NamedTuple):
    """Of what a search speaks: exactly one text, everybody who was looked for, and the
    search itself. A better one has not found yet what an older one found clear."""

    content_hash: str
    register_mark: str
    scanner: str


def searched_of(text: PublicText, register_mark: str) -> SearchedOf:
    """What a search of this text for these people speaks of, made here and now."""
    return SearchedOf(text.content_hash, register_mark, version())


def is_of(scan: Scan | None, content_hash: str, register_mark: str) -> bool:
    """Whether a search is of exactly this text and these people, by the search that
    this Heed makes."""
    now = SearchedOf(content_hash, register_mark, version())
    return scan is not None and now == SearchedOf(
        scan.content_hash, scan.register_mark, scan.scanner
    )


class Searched(NamedTuple):
    """What a search found in a text, and in the file that it came from."""

    findings: list[dict]
    left_behind: list[dict]


def search(
    text: PublicText, behind: Behind, register: Register, *, seconds: float = SECONDS
) -> Searched:
    """Search all that becomes public of a paper and what its file leaves behind, in a
    process of its own and within a time; what went wrong stays open for a person."""
    blocks, hidden, name = behind
    try:
        uploaded = from_json(blocks) if blocks else Document(())
        order = {
            "texts": [_without_pictures(each) for each in (text.document, text.cover)],
            "file_name": text.slug,
            "behind": {
                "document": _without_pictures(uploaded),
                "hidden": hidden,
                "name": name,
            },
            "register": plain_register(register),
            "scheme": register.scheme,
        }
        outcome = search_in_child(order, uploaded.images, seconds=seconds)
        if outcome.content is not None:
            return Searched(**outcome.content)
        why = outcome.problem
    except Exception as wrong:  # noqa: BLE001 - whatever went wrong, nothing is clear
        why = f"{type(wrong).__name__}."
    return Searched([_unsearched("text", why)], [_unsearched("uploaded file", why)])


def _without_pictures(document: Document) -> dict:
    """The words of a document. Pictures that become public are bare already: what they
    could tell is looked for in those of the file."""
    said = to_json(document)
    return {name: value for name, value in said.items() if name != "images"}


def _unsearched(part: str, why: str) -> dict:
    return unreadable(part, why).as_json() | {"holds": "hidden_text", "sentence": ""}


def findings_in(text: PublicText, register: Register) -> list[dict]:
    """What could identify somebody in all that becomes public of a paper, searched
    here and now: for what is short, or has been searched before."""
    try:
        found = [*_in(text.document, register, text.slug), *_in(text.cover, register)]
    except Exception as wrong:  # noqa: BLE001 - as above
        found = [_unsearched("text", f"{type(wrong).__name__}.")]
    return list({one["id"]: one for one in found}.values())


def found_in(document: Document, register: Register) -> list[dict]:
    """What could identify somebody in some words that somebody has just written."""
    try:
        return list(_in(document, register))
    except Exception as wrong:  # noqa: BLE001 - as above
        return [_unsearched("text", f"{type(wrong).__name__}.")]


def _in(document: Document, register: Register, name: str = "") -> Iterator[dict]:
    found = scan_paper(Reading(document), register, file_name=name)
    yield from marked(found, document)


def opened(said: dict) -> Finding:
    """A finding that was kept."""
    own = {"class", "tier", "sentence"}
    rest = {name: value for name, value in said.items() if name not in own}
    return Finding(class_=said["class"], tier=Tier(said["tier"]), **rest)


def named(exception: KeptWord, finding: Finding) -> NamedException:
    """An exception as the search understands it, of what it was made of; ValueError for
    one that is none."""
    return NamedException(
        form=exception.form,
        place=finding.id,
        reason=Reason(exception.reason),
        legal_advice=exception.legal_advice or "",
    )


def reasons_for(finding: Finding) -> list[KeptWord.Reason]:
    """For which reasons an exception could be made of a finding."""
    return [reason for reason in KeptWord.Reason if _could_be(finding, reason)]


def advised_of(finding: Finding) -> list[KeptWord.Reason]:
    """For which of these legal advice is asked for."""
    return [
        reason
        for reason in reasons_for(finding)
        if asks_for_advice(finding, Reason(reason))
    ]


def _could_be(finding: Finding, reason: KeptWord.Reason) -> bool:
    asked = NamedException(
        form=finding.text, place=finding.id, reason=Reason(reason), legal_advice="asked"
    )
    return why_not_excepted(finding, asked) is None


def is_signed(exception: KeptWord) -> bool:
    """Whether two people of different bodies have signed an exception."""
    bodies = {each.organisation_id for each in exception.signatures.all()}
    return len(bodies) >= SIGNATURES
