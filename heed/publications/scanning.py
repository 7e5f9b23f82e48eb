"""A search for what could identify somebody: in what becomes public, and in what an
uploaded file hides and we leave behind.

It fails closed: whatever goes wrong is a finding that keeps the gate shut."""

from heed.deidentify import (
    Finding,
    NamedException,
    Reason,
    Register,
    Tier,
    scan_paper,
    unreadable,
)
from heed.deidentify import open_findings as not_excepted
from heed.papers.blocks import Document, from_json
from heed.papers.hidden import Hidden, Reading
from heed.publications.composing import PublicText
from heed.publications.models import KeptWord

SIGNATURES = 2


def findings_in(text: PublicText, register: Register) -> list[dict]:
    """What could identify somebody in all that becomes public of a paper."""
    try:
        found = scan_paper(Reading(text.document), register, file_name=text.slug)
        found += scan_paper(Reading(text.cover), register)
    except Exception as wrong:  # noqa: BLE001 - whatever went wrong, nothing is clear
        found = [unreadable("text", f"{type(wrong).__name__}.")]
    return [kept(one) for one in {one.id: one for one in found}.values()]


def left_behind_by(
    blocks: dict | None, hidden: dict | None, file_name: str, register: Register
) -> list[dict]:
    """What an uploaded file carries beside its text. None of it is published."""
    try:
        read = from_json(blocks) if blocks else Document(())
        beside = Document(
            (), margins=read.margins, fields=read.fields, images=read.images
        )
        reading = Reading(beside, hidden_of(hidden))
        found = scan_paper(reading, register, file_name=file_name)
    except Exception as wrong:  # noqa: BLE001 - as above
        found = [unreadable("uploaded file", f"{type(wrong).__name__}.")]
    return [kept(one) for one in found if one.part != "register"]


def hidden_of(data: dict | None) -> Hidden:
    """What was hidden in a paper, from what a reading of it kept."""
    return Hidden.from_json(data)


def kept(finding: Finding) -> dict:
    """A finding as it is kept, sealed."""
    return finding.as_json() | {"holds": finding.holds}


def opened(said: dict) -> Finding:
    """A finding that was kept."""
    rest = {
        name: value for name, value in said.items() if name not in {"class", "tier"}
    }
    return Finding(class_=said["class"], tier=Tier(said["tier"]), **rest)


def still_open(findings: list[dict], exceptions) -> list[Finding]:
    """The confirmed findings that bar publication: no exception that two approvers of
    different bodies have signed lets them stay."""
    signed = [named(one) for one in exceptions if is_signed(one)]
    return not_excepted(map(opened, findings), signed)


def named(exception: KeptWord) -> NamedException:
    """An exception as the search understands it; ValueError for one that is none."""
    return NamedException(
        form=exception.form,
        place=exception.place,
        reason=Reason(exception.reason),
        legal_advice=exception.legal_advice or "",
    )


def is_signed(exception: KeptWord) -> bool:
    """Whether two people of different bodies have signed an exception."""
    bodies = {each.organisation_id for each in exception.signatures.all()}
    return len(bodies) >= SIGNATURES
