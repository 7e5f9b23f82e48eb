"""Where a link in a paper may lead: within it, to a page, a mailbox, a telephone."""

import re

ALLOWED = re.compile(
    r"(?:https?://|mailto:|tel:)[^\s\x00-\x1f\"<>\\^`{|}]+", re.IGNORECASE
)


def address_in(link: str) -> str:
    """The address that this link may lead to, or "" where it may lead nowhere."""
    trimmed = link.strip()
    return trimmed if ALLOWED.fullmatch(trimmed) else ""


def place_in(link: str) -> str:
    """The anchor that this link points at, or "" where it leaves the paper."""
    return link[1:] if link.startswith("#") else ""
