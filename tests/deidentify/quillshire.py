"""The register of Q-25-009, and what is found, in few words."""

from heed.deidentify import register_of
from heed.demo.quillshire.whimbrel.key import RECORDS, WHIMBREL


def a_register(*more, records=RECORDS):
    return register_of([*records, *more])


def a_person(value, kind="name", **said):
    return {**WHIMBREL, "kind": kind, "value": value, **said}


def found(findings):
    """What was found, as pairs of class and text."""
    return [(finding.class_, finding.text) for finding in findings]


def confirmed(findings):
    return [finding for finding in findings if finding.is_confirmed]
