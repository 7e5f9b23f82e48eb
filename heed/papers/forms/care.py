"""Whether a child is looked after, and whether nobody may be told where it lives."""

import re
from typing import Any

from heed.papers.forms.choices import YES_NO, choice
from heed.papers.patterns import later

IN_CARE = later(
    r"care order|section 20|\bs\.?20\b|looked after|in care|\bico\b", re.IGNORECASE
)
_WITHHELD = later(
    r"withheld|not (to )?be (disclosed|shared|given)|confidential|do not (disclose|"
    r"share|"
    r"give)|\brefuge\b|protected address|undisclosed|safe address",
    re.IGNORECASE,
)
_SAYS_WITHHELD = later(
    r"\baddress (?:is )?(?:withheld|confidential|undisclosed|not (?:to be )?disclosed)",
    re.IGNORECASE,
)
_ONLY_WITHHELD = later(
    r"(address )?(is )?(withheld|confidential|not disclosed|undisclosed|to be withheld|"
    r"protected)\b[^\d]*",
    re.IGNORECASE,
)


def add_care(found: dict[str, Any], said: dict[str, str]) -> None:
    """Whether the child is looked after, as asked or as the legal status has it."""
    asked = choice(YES_NO, said.get("looked_after", ""))
    if asked in {"yes", "no"}:
        found["looked_after"] = asked == "yes"
    elif any(IN_CARE.search(said.get(key, "")) for key in ("legal_status", "status")):
        found["looked_after"] = True
    if _ONLY_WITHHELD.fullmatch(said.get("whereabouts", "").strip()):
        found["address_withheld"] = True
        found.pop("whereabouts", None)
    if _SAYS_WITHHELD.search(said.get("whereabouts", "")):
        found["address_withheld"] = True
    if _WITHHELD.search(said.get("address", "")):
        found["address_withheld"] = True
        if _ONLY_WITHHELD.fullmatch(said["address"].strip()):
            found.pop("address", None)
