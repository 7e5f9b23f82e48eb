"""What becomes of papers and messages, broken or not, on the way that they go in Heed: a
paper is received into the quarantine and read, a message taken in as from a mailbox."""

import time
from dataclasses import dataclass

from heed.audit.actors import SystemActor
from heed.correspondence.actions import NOT_BY_ITSELF, NOT_LOOKED_AT
from heed.correspondence.actions import receive as take_in
from heed.documents import reading
from heed.documents.actions import read, receive
from heed.papers.limits import Kind, identify
from heed.papers.refusals import Refused
from tests.papers.mutants import mutant, way_of

BY = SystemActor("tests")


@dataclass
class Verdict:
    """What the database says of a paper once it is taken in. A fault is in capitals."""

    what: str
    seconds: float
    number: int
    name: str

    @property
    def is_fault(self) -> bool:
        return self.what.isupper()


def verdict_on(number: int, referral, *, at) -> Verdict:
    """What becomes of one broken paper."""
    name, data = mutant(number)
    begun = time.monotonic()
    if _is_message(name, data):
        what = _of_message(data, referral.partnership, at=at)
    else:
        what = _of_paper(name, data, referral, way_of(number), at=at)
    return Verdict(what, time.monotonic() - begun, number, name)


def _is_message(name: str, data: bytes) -> bool:
    try:
        return identify(data, name) is Kind.EML
    except Refused:
        return False


def _of_message(data: bytes, partnership, *, at) -> str:
    email = take_in(data, partnership=partnership, by=BY, at=at)
    email.refresh_from_db()
    if email.why == NOT_LOOKED_AT:
        return "NO VERDICT"
    if email.why == NOT_BY_ITSELF:
        return "BROKE WHAT TOOK IT IN"
    return f"email: {email.state}"


def _of_paper(name: str, data: bytes, referral, read_as: str, *, at) -> str:
    kept = receive(
        data,
        name=name,
        owner=referral,
        purpose="paper",
        received_from="website",
        by=BY,
        at=at,
    )
    kept.refresh_from_db()
    found = read(kept, read_as=read_as, by=BY, at=at)
    found.refresh_from_db()
    if found.content is not None:
        return "paper: read"
    if not found.problem or not found.problem.endswith("."):
        return "NO VERDICT"
    if kept.refused_because:
        return "paper: kept aside"
    if found.problem in {reading.UNREADABLE, reading.TOO_LONG}:
        return f"paper: {found.problem}"
    return "paper: not read, with the reason"
