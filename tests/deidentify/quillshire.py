"""The register of Q-25-009, and a draft report of it with all that must not get out."""

from heed.deidentify import register_of

WHIMBREL = {"person": "P1", "role": "Child", "pseudonym": "Whimbrel"}
SIBLING = {"person": "P2", "role": "Half-sibling", "pseudonym": "Half-Sibling 1"}
MOTHER = {"person": "P3", "role": "Mother", "pseudonym": "Mother"}
FATHER = {"person": "P4", "role": "Father", "pseudonym": "Father"}
WORKER = {"person": "P5", "role": "Social Worker 1", "pseudonym": "Social Worker 1"}

RECORDS = [
    {**WHIMBREL, "kind": "name", "value": "Elspeth Marchwinter-Wray"},
    {**WHIMBREL, "kind": "alias", "value": "Peepo"},
    {**WHIMBREL, "kind": "initials", "value": "E.M-W."},
    {**WHIMBREL, "kind": "dob", "value": "12/03/2011"},
    {**WHIMBREL, "kind": "date", "value": "2025-09-04"},
    {
        **WHIMBREL,
        "kind": "address",
        "value": "14 Lanternfold Row, Saltern Quay, ZZ99 4AB",
    },
    {**WHIMBREL, "kind": "school", "value": "Farrowdene High School"},
    {**WHIMBREL, "kind": "identifier", "value": "999 123 4560"},
    {**SIBLING, "kind": "name", "value": "Rowena Ashgrove", "critical": "yes"},
    {
        **SIBLING,
        "kind": "address",
        "value": "3 Thimble Yard, Ostlebridge, ZZ99 7QP",
        "critical": "yes",
    },
    {**MOTHER, "kind": "name", "value": "Sunniva Marchwinter"},
    {**MOTHER, "kind": "phone", "value": "07700 900123"},
    {**MOTHER, "kind": "email", "value": "sunniva.m@mail.quillshire.example"},
    {**FATHER, "kind": "employer", "value": "Saltern Harbour Pilots"},
    {**WORKER, "kind": "name", "value": "Zephan Quennerstedt"},
]


def a_register(*more, records=RECORDS):
    return register_of([*records, *more])


def a_person(value, kind="name", **said):
    return {**WHIMBREL, "kind": kind, "value": value, **said}


def found(findings):
    """What was found, as pairs of class and text."""
    return [(finding.class_, finding.text) for finding in findings]


def confirmed(findings):
    return [finding for finding in findings if finding.is_confirmed]
