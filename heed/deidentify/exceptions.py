"""What may stay although it was found: a named exception for one form in one place.

Who signs it, and that both approvers do, is kept where the decision is recorded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from heed.deidentify.everyday import is_everyday
from heed.deidentify.findings import Finding
from heed.deidentify.folding import words_of

PROTECTED = frozenset({"address", "postcode", "place", "school"})


class Reason(StrEnum):
    """Why what the register holds may stay; what surely identifies is no other's."""

    EVERYDAY_WORD = "everyday_word"
    FAMILY_WISH = "family_wish"
    ALREADY_PUBLIC = "already_public"
    ANOTHER = "another"


_OF_NO_REAL_NAME = {Reason.EVERYDAY_WORD, Reason.ANOTHER}


@dataclass(frozen=True, slots=True)
class NamedException:
    """`form` is the exact text, `place` the anchor or part that it may stay in, or
    the id of one finding. Raises ValueError where a form or a place is missing, or
    legal advice for a real name."""

    form: str
    place: str
    reason: Reason
    legal_advice: str = ""

    def __post_init__(self) -> None:
        if not (self.form.strip() and self.place.strip()):
            raise ValueError("An exception names the exact form and its place.")
        if self.reason not in _OF_NO_REAL_NAME and not self.legal_advice.strip():
            raise ValueError("A real name may stay only with legal advice.")


def why_not_excepted(finding: Finding, exception: NamedException) -> str | None:
    """Why this exception does not let the finding stay, in a sentence; None where it
    does. A protected address has no exception; a name that must never print has one
    only where the same letters are an everyday word, and nothing else is one."""
    if exception.place not in {finding.id, finding.place}:
        return "The exception is for another place."
    if exception.form != finding.text:
        return "The exception is for another form."
    if finding.critical and finding.holds in PROTECTED:
        return "A protected address has no exception."
    if finding.critical and exception.reason is not Reason.EVERYDAY_WORD:
        return "This must never print, whoever wishes it."
    if exception.reason is Reason.ANOTHER and finding.is_confirmed:
        return "This surely identifies somebody of the register."
    if exception.reason is Reason.EVERYDAY_WORD and not _is_everyday(finding.text):
        return "This is no everyday word: it is written for somebody alone."
    return None


def _is_everyday(form: str) -> bool:
    words = words_of(form)
    return bool(words) and all(map(is_everyday, words))


def open_findings(
    findings: Iterable[Finding], exceptions: Iterable[NamedException]
) -> list[Finding]:
    """The confirmed findings that no exception lets stay: publication waits."""
    named = tuple(exceptions)
    return [
        finding
        for finding in findings
        if finding.is_confirmed
        and all(why_not_excepted(finding, each) for each in named)
    ]
