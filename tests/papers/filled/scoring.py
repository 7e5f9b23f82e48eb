"""Holds what was read of a paper against what a person read of it.

Expected are the facts that the paper states. A fact that is read and not expected is a
wrong one wherever it would be taken for true: people, their dates, who refers, when.
"""

from dataclasses import dataclass, field

PEOPLE = {"children", "adults", "people_known", "agencies"}
FACTS = {
    "children": ("dob", "edd", "date_of_death", "sex", "given", "family"),
    "adults": ("name", "dob"),
    "people_known": ("name", "dob"),
    "agencies": ("name",),
    "referrer": ("name", "role", "organisation", "email", "phone"),
    "incident": ("date", "time", "place"),
    "safeguarding_lead": ("name",),
    "author": ("name", "email", "phone"),
}
# Counted as wrong where the paper says otherwise; of these not every one is written down
# for every paper.
SAID = {
    "children": ("role", "status", "nhs_number", "address", "school"),
    "adults": ("relationship", "to", "suspected", "address"),
    "criteria": ("abuse_or_neglect", "outcome", "joint_working_concern"),
    "immediate_safety": ("open_risk",),
    "referrer": ("capacity",),
    "incident": ("area",),
}
NOTHING = (None, "", [], "unknown")


@dataclass
class Score:
    right: int = 0
    asked: int = 0
    flags_right: int = 0
    flags_asked: int = 0
    missed: list = field(default_factory=list)
    wrong: list = field(default_factory=list)
    surplus: list = field(default_factory=list)


def score(expected, read):
    """How much of what a person read in a paper was read of it, and what is wrong."""
    made = Score()
    for name, value in expected.items():
        if name == "flags":
            raised = {flag["name"] for flag in read["flags"]}
            made.flags_asked += len(value)
            made.flags_right += len(set(value) & raised)
            made.missed += [f"flag {each}" for each in value if each not in raised]
            made.surplus = sorted(raised - set(value))
        else:
            hold(made, name, value, read.get(name))
            wrong_facts(made, name, value, read.get(name))
    return made


def hold(made, where, expected, read):
    if isinstance(expected, dict):
        for name, value in expected.items():
            hold(made, f"{where}.{name}", value, (read or {}).get(name))
    elif isinstance(expected, list) and expected and isinstance(expected[0], dict):
        for number, value in enumerate(expected):
            found = partner(value, read or [], number)
            hold(made, f"{where}[{name_of(value) or number}]", value, found)
    else:
        made.asked += 1
        if same(expected, read):
            made.right += 1
        else:
            made.missed.append(f"{where}: expected {expected!r}, read {read!r}")


def name_of(person):
    return " ".join(
        str(person[part]) for part in ("given", "family", "name") if person.get(part)
    )


def partner(expected, read, number):
    named = name_of(expected).lower()
    found = [each for each in read if named and name_of(each).lower() == named]
    nameless = not named and number < len(read) and not name_of(read[number])
    by_place = nameless or not any(map(name_of, read))
    return (
        found[0] if found else read[number] if by_place and number < len(read) else {}
    )


def same(expected, read):
    if isinstance(expected, str) and isinstance(read, str):
        plain = [" ".join(each.lower().split()) for each in (expected, read)]
        return plain[0] == plain[1] or (len(plain[0]) > 40 and plain[0] in plain[1])
    if isinstance(expected, list) and isinstance(read, list):
        return len(expected) == len(read) and all(map(same, expected, read))
    return expected == read or (not expected and not read and read is not False)


def wrong_facts(made, name, expected, read):
    facts = FACTS.get(name, ())
    if name in PEOPLE:
        for number, each in enumerate(read or []):
            value = partner(each, expected, number)
            if not value and name_of(each):
                made.wrong.append(f"{name}: {name_of(each)} is nobody of the paper")
            elif value or not expected:
                compare(made, name, facts, value, each)
        if len(read or []) > len(expected):
            made.wrong.append(f"{name}: {len(read)} of them, and not {len(expected)}")
    elif isinstance(read, dict):
        compare(made, name, facts, expected or {}, read)


def compare(made, where, facts, expected, read):
    for fact in facts:
        value, found = expected.get(fact), read.get(fact)
        if isinstance(found, dict):
            value, found = (value or {}).get("iso"), found.get("iso")
        if found and not same(value, found):
            made.wrong.append(f"{where}.{fact}: {found!r}, and not {value!r}")
    for fact in SAID.get(where, ()):
        value, found = expected.get(fact, read.get(fact)), read.get(fact)
        if found not in NOTHING and not same(value, found):
            made.wrong.append(f"{where}.{fact}: {found!r}, and not {value!r}")
