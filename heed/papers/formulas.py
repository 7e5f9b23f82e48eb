"""Text that no spreadsheet takes for a formula, in a table that is nothing but text.

An apostrophe stands before whatever could be taken for one, even by a spreadsheet that
is told to divide the table elsewhere; `as_typed` has back what was typed.
"""

import re
import unicodedata

# Where another setting of a spreadsheet divides a cell in two, or a row.
_DIVIDED = re.compile("([;\uff1b\ufe54\ufe14\u037e\t|\r\n])")
_BEGINS_BLANK = re.compile("'*[\t\r\n]")
# What it may pass over before it looks: blanks, quotation marks, letters nobody sees.
_PASSED_OVER = r"\s\"'`\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_FORMULA = re.compile(rf"[{_PASSED_OVER}]*[=+\-@\u2212]")


def guarded(text: str) -> str:
    """A text with an apostrophe before all that could be taken for a formula."""
    pieces = (f"'{p}" if _is_formula(p) else p for p in _DIVIDED.split(text))
    return ("'" if _BEGINS_BLANK.match(text) else "") + "".join(pieces)


def as_typed(cell: str) -> str:
    """What was typed, of a cell that was guarded."""
    begins_blank = cell[:1] == "'" and _BEGINS_BLANK.match(cell)
    pieces = _DIVIDED.split(cell[1:] if begins_blank else cell)
    return "".join(p[1:] if p[:1] == "'" and _is_formula(p[1:]) else p for p in pieces)


def _is_formula(piece: str) -> bool:
    """Whether a spreadsheet could take it for one: by its first letter, in any width,
    behind what it may pass over."""
    normal = unicodedata.normalize("NFKC", piece)
    return bool(_FORMULA.match(normal))
