"""Whether an agency has secured its records."""

import re

from heed.papers.forms.answers import Answers
from heed.papers.forms.choices import YES_NO, choice
from heed.papers.forms.flags import Flags
from heed.papers.patterns import later


def records_secured(answers: Answers, flags: Flags) -> str:
    """Yes, no or unknown, by the words; what is asked for is not yet done."""
    words = answers.text("records_secured")
    said = choice(YES_NO, words)
    dated = any(letter.isdigit() for letter in words)
    if _NOT_YET.match(words):
        said = "no"
    if (said is None and dated) or _SECURED.search(words):
        return "yes"
    if said == "no":
        flags.add("records_not_secured", "records_secured", "Records are not secured.")
    return said if said in {"yes", "no"} else "unknown"


_NOT_YET = later(
    r"\W*(?:not yet|not (?:been )?(?:secured|locked|done)|never|"
    r"to be (?:secured|locked|done)|will be|awaiting|requested|asked for|in progress|"
    r"pending)\b",
    re.IGNORECASE,
)
_SECURED = later(
    r"\b(all|were|been|are|now) (all )?secured\b(?! (by|until|when|once)\b)|"
    r"^\s*secured\b",
    re.IGNORECASE,
)
