"""A line of the register: whom it is of, what it says of them."""

import re

from heed.deidentify import Kind

Line = dict[str, str]
SEVERAL = re.compile(r"[,;/\n]|\s(?:and|or|&)\s", re.IGNORECASE)


def line(who: Line, kind: Kind, value) -> Line:
    """One thing that is known of somebody."""
    return who | {"kind": kind.value, "value": str(value or ""), "critical": ""}


def never_to_print(who: Line, kind: Kind, value) -> Line:
    """One thing that must not be printed whoever wishes it: where somebody is
    protected, what they were called before an adoption."""
    return line(who, kind, value) | {"critical": "yes"}


def somebody(role: str) -> Line:
    """Somebody whom the case has no row of."""
    return {"person": "", "role": role, "pseudonym": ""}


def at_work(name: str, *, employer: str = "", role: str = "Practitioner"):
    """Somebody who is in the case by their work, and where they work."""
    who = somebody(role)
    yield line(who, Kind.NAME, name)
    yield line(who, Kind.EMPLOYER, employer)


def several(words: str | None) -> list[str]:
    """The names in words that may hold several."""
    return [name.strip() for name in SEVERAL.split(words or "") if name.strip()]


def as_known(said: Line) -> tuple:
    """By what two lines are the same to the search, of whomever they are."""
    return said["kind"], said["value"].casefold(), said["critical"]
