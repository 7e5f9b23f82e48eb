"""Of which of several children a paper says that it is about them; who died first."""

import re
from typing import Any

Child = dict[str, Any]


def by_subject(made: list[Child], words: str) -> None:
    """Where the paper says which of several children it is about, it is about them."""
    said = set(re.findall(r"[\w’'-]+", words.lower()))
    named = [c for c in made if c["given"] and c["given"].split()[0].lower() in said]
    for child in made if named else ():
        if child in named:
            child["role"] = "index"
        elif child["role"] == "index":
            child["role"] = "sibling"


def first_death(found: list[Child]) -> str | None:
    """The earliest day on which a child of the paper died."""
    days = [child["date_of_death"]["iso"] for child in found if child["date_of_death"]]
    return min((day for day in days if day), default=None)
