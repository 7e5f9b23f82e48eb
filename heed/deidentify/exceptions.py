"""What may stay although it was found: a named exception for one form in one place.

Who signs it, and that both approvers do, is kept where the decision is recorded.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from heed.deidentify.everyday import is_everyday
from heed.deidentify.findings import Finding
from heed.deidentify.folding import words_of

PROTECTED = frozenset({"address", "postcode", "place", "school"})


class Reason(StrEnum):
    """Why what the search found may stay; what surely identifies is no other's."""

    EVERYDAY_WORD = "everyday_word"
    FAMILY_WISH = "family_wish"
    ALREADY_PUBLIC = "already_public"
    OF_A_BODY = "of_a_body"
    MANY_SHARE = "many_share"
    ANOTHER = "another"


NAMES = frozenset({"name", "alias", "initials", "fuzzy_name"})
CODES = frozenset({"identifier", "phone", "email"})
SHARED = frozenset({"place", "school", "address", "rare_attribute", "date"})
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class NamedException:
    """`form` is the exact text, `place` the anchor or part that it may stay in, or
    the id of one finding. Raises ValueError where a form or a place is missing."""

    form: str
    place: str
    reason: Reason
    legal_advice: str = ""

    def __post_init__(self) -> None:
        if not (self.form.strip() and self.place.strip()):
            raise ValueError("An exception names the exact form and its place.")


def asks_for_advice(finding: Finding, reason: Reason) -> bool:
    """Whether what was found may stay for this reason only with legal advice: a real
    name, and whatever else is somebody's of the register. That many share it needs none
    while it is only to be checked whether it leads to them."""
    of_somebody = finding.holds in NAMES or finding.of_somebody
    if reason is Reason.MANY_SHARE:
        return of_somebody and finding.is_confirmed
    return reason in {Reason.FAMILY_WISH, Reason.ALREADY_PUBLIC} and of_somebody


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
    if (
        asks_for_advice(finding, exception.reason)
        and not exception.legal_advice.strip()
    ):
        return f"{_WHAT.get(finding.holds, 'This')} may stay only with legal advice."
    return _why_unfitting(finding, exception.reason)


_WHAT = dict.fromkeys(NAMES, "A real name")


def _why_unfitting(finding: Finding, reason: Reason) -> str | None:
    """Why this reason is none for what was found: each is of some kinds of it alone."""
    fits, why_not = {
        Reason.ANOTHER: (
            not finding.is_confirmed,
            "This surely identifies somebody of the register.",
        ),
        Reason.EVERYDAY_WORD: (
            _is_everyday(finding.text),
            "This is no everyday word: it is written for somebody alone.",
        ),
        Reason.FAMILY_WISH: (
            finding.holds in NAMES,
            "A family may wish a name: this is none.",
        ),
        Reason.OF_A_BODY: (
            finding.holds in CODES and finding.person is None,
            "This is no number or address of a public body: it is somebody’s.",
        ),
        Reason.MANY_SHARE: (
            finding.holds in SHARED and _is_shared(finding),
            "This is nothing that many share: it leads to somebody.",
        ),
    }.get(reason, (True, ""))
    return None if fits else why_not


def _is_shared(finding: Finding) -> bool:
    """A road is shared, and a house in it is not; a day may be anybody's."""
    return finding.holds == "date" or not _NUMBER.search(finding.text)


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
