"""Why few may see a row, where its own words say so."""

import re

from heed.papers.patterns import later

# The first that fits counts: the fewest read where somebody is safe.
_RULES = {
    "safe_address": later(
        r"\b(safe|refuge|confidential|withheld|undisclosed) address\b|"
        r"\baddress\b[^.]{0,30}\b(not (to )?be (disclosed|shared)|withheld|"
        r"confidential)|"
        r"\bdo not (disclose|share)\b[^.]{0,20}\baddress\b",
        re.IGNORECASE,
    ),
    "sub_judice": later(r"\bsub[ -]?judice\b|\breporting restriction", re.IGNORECASE),
    "third_party": later(
        r"\bthird[ -]party (data|information|details?|material)\b|"
        r"\bthird[ -]party\s*[:–-]",
        re.IGNORECASE,
    ),
}
HINTS_OF_RESTRICTION = ("judice", "restriction", "address", "party")


def restriction(words: str) -> str:
    """sub_judice, safe_address or third_party where the words say so, else ""."""
    said = words.lower()
    if not any(hint in said for hint in HINTS_OF_RESTRICTION):
        return ""
    return next((name for name, rule in _RULES.items() if rule.search(said)), "")
