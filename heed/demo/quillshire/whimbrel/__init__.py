"""Q-25-009: the third draft of the report on Whimbrel, as its author sent it, with all
that must not get out; and the key of names by which that is found. All is made up.
"""

from heed.demo.quillshire.whimbrel.as_word import (
    BESIDE_THE_TEXT,
    FILE_NAME,
    the_draft,
)
from heed.demo.quillshire.whimbrel.draft import Leak, leaks_in_the_text
from heed.demo.quillshire.whimbrel.key import RECORDS

__all__ = [
    "BESIDE_THE_TEXT",
    "FILE_NAME",
    "RECORDS",
    "Leak",
    "leaks_in_the_text",
    "the_draft",
]
