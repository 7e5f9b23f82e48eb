"""Finds what could identify a person in a paper that is to be published.

It works from the case's register of people: what the register holds is found however
it is written, and numbers, dates, streets and schools that it does not hold as well.

    >>> register = register_of([{"role": "Mother", "kind": "name", "value": "Ida Vey"}])
    >>> [found.text for found in scan_text("We met I. Vey.", register)]
    ['I. Vey']
"""

from heed.deidentify.draft import Draft
from heed.deidentify.entries import Entry, Kind, name_in
from heed.deidentify.exceptions import (
    NamedException,
    Reason,
    asks_for_advice,
    open_findings,
    why_not_excepted,
)
from heed.deidentify.findings import CLASSES, Finding, Tier, counts, unreadable
from heed.deidentify.paper import scan_paper
from heed.deidentify.register import Register, read_register, register_of
from heed.deidentify.scan import scan_text

__all__ = [
    "CLASSES",
    "Draft",
    "Entry",
    "Finding",
    "Kind",
    "NamedException",
    "Reason",
    "Register",
    "Tier",
    "asks_for_advice",
    "counts",
    "name_in",
    "open_findings",
    "read_register",
    "register_of",
    "scan_paper",
    "scan_text",
    "unreadable",
    "why_not_excepted",
]
