"""Who is who in the case of Whimbrel: the lines of its register."""

WHIMBREL = {"person": "P1", "role": "Child", "pseudonym": "Whimbrel"}
SIBLING = {"person": "P2", "role": "Half-sibling", "pseudonym": "Half-Sibling 1"}
MOTHER = {"person": "P3", "role": "Mother", "pseudonym": "Mother"}
FATHER = {"person": "P4", "role": "Father", "pseudonym": "Father"}
WORKER = {"person": "P5", "role": "Social Worker 1", "pseudonym": "Social Worker 1"}

RECORDS: list[dict[str, object]] = [
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
