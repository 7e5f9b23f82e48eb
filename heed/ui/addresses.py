"""Addresses of pages by their names. What stands around the key of a row in an address
does not change while Heed runs, and is looked up once; keys are not kept."""

import re
from functools import cache

from django.conf import settings
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

KEY = re.compile(r"[0-9a-f]{32}")
ANY_KEY = "0f" * 16


def address_of(name: str, key: str) -> str:
    """The address of the page of this name about the row that has this key."""
    return known_address(name, key) or reverse(name, args=[key])


def known_address(name: str, key: str) -> str:
    """The same where it is put together of what is known; else nothing."""
    if not KEY.fullmatch(key):
        return ""
    where = get_urlconf() or settings.ROOT_URLCONF, get_script_prefix()
    return key.join(around) if (around := _around(name, *where)) else ""


@cache
def _around(name: str, urls: str, prefix: str) -> tuple[str, ...]:
    """What stands before and after a key; nothing where the page takes no key."""
    try:
        found = tuple(reverse(name, args=[ANY_KEY]).split(ANY_KEY))
    except NoReverseMatch:
        return ()
    return found if len(found) == 2 else ()  # noqa: PLR2004 before and after
