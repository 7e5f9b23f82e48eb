"""Telephone numbers as a partnership writes them."""

import re

# Digits in groups; a group that is an hour, or so many hours, is no more of a number.
_GROUPS = re.compile(
    r"\+?(?:\(\d+\))?(?: *\d[\d-]*(?!\w|[:.]\d)(?! *(?:hours?|hrs?|[ap]m|days?)\b))+"
)
_WHOLE_NUMBER = re.compile(r"0\d{7,10}|\+\d{8,15}|1\d{2,5}|999")


def dialled(number: str) -> str:
    """What a telephone dials: the number that words begin with, nothing of the hours
    behind it; nothing where it is not a whole one."""
    match = _GROUPS.match(number.replace("(0)", "").strip())
    digits = re.sub(r"[^\d+]", "", match[0]) if match else ""
    return digits if _WHOLE_NUMBER.fullmatch(digits) else ""
