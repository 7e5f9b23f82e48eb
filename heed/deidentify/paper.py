"""A whole paper: its text, and every other place from which a name has got out.

It fails closed: a part that cannot be read or checked is itself a confirmed finding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from heed.deidentify.containers import Part, parts_of, places_in
from heed.deidentify.findings import Finding, Ids, Tier, unreadable
from heed.deidentify.page import Page
from heed.deidentify.register import Register
from heed.deidentify.scan import hits_in, hits_in_a_label, scan_text
from heed.deidentify.settling import Place, finding_of, not_allowed, settled
from heed.papers.blocks import plain_text
from heed.papers.hidden import Reading

SHOWN = 120


def scan_paper(
    reading: Reading, register: Register, file_name: str = "", allow: Iterable[str] = ()
) -> list[Finding]:
    """What in a paper could identify a person: first its text in its order, then its
    hidden parts. Never raises: what goes wrong is a confirmed finding that names the
    part, and a register that holds nobody is one too."""
    allowed = tuple(allow)
    found = [*_of_the_register(register), *_in_the_text(reading, register, allowed)]
    found += _beside_the_text(reading, register, file_name, allowed)
    return found


def _of_the_register(register: Register) -> Iterator[Finding]:
    if not any(entry.value for entry in register.entries):
        yield unreadable("register", "it holds nobody, so nobody was looked for.")


def _in_the_text(
    reading: Reading, register: Register, allow: Iterable[str]
) -> list[Finding]:
    try:
        plain = plain_text(reading.document)
        places = places_in(plain, reading.document)
        return scan_text(plain.text, register, allow, places=places)
    except Exception as wrong:  # noqa: BLE001 whatever went wrong, nothing is clear
        return [unreadable("body", _reason(wrong))]


def _beside_the_text(
    reading: Reading, register: Register, file_name: str, allow: Iterable[str]
) -> Iterator[Finding]:
    try:
        text = plain_text(reading.document).text
        parts = list(parts_of(reading, text, file_name))
    except Exception as wrong:  # noqa: BLE001 as above
        yield unreadable("hidden parts", _reason(wrong))
        return
    ids = Ids()
    for part in parts:
        try:
            yield from _in_a_part(part, register, allow, ids)
        except Exception as wrong:  # noqa: BLE001 as above
            yield unreadable(part.name, _reason(wrong), part.class_)


def _reason(wrong: Exception) -> str:
    """The kind of the error and no more: its message may hold words of the case."""
    return f"{type(wrong).__name__}."


def _in_a_part(
    part: Part, register: Register, allow: Iterable[str], ids: Ids
) -> Iterator[Finding]:
    page = Page(part.text, label=part.label)
    look = hits_in_a_label if part.label else hits_in
    hits = settled(not_allowed(page, look(page, register), allow))
    place = Place(0, len(part.text), part.anchor, part.name, part.class_)
    for hit in hits:
        yield replace(finding_of(hit, part.text, place, ids), start=None, end=None)
    sure = any(hit.tier is Tier.CONFIRMED for hit in hits)
    if part.suspect and (part.tier is Tier.CONFIRMED or not sure):
        yield _suspect(part, ids)


def _suspect(part: Part, ids: Ids) -> Finding:
    return Finding(
        id=ids.next(part.anchor or part.name, part.text, part.class_),
        tier=part.tier,
        class_=part.class_,
        holds=part.class_,
        text=part.text[:SHOWN],
        why=part.suspect,
        anchor=part.anchor,
        part=part.name,
    )
