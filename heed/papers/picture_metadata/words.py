"""The words in bytes of which it is not known how they were written."""

import re
from collections.abc import Iterator

_STRINGS = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){3,}|[\x20-\x7e\xa0-\xff]{4,}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")
_WIDE = {b"UNICODE\x00": "utf-16", b"ASCII\x00\x00\x00": "ascii"}


def strings_in(data: bytes) -> str:
    """The plain words in bytes of any kind, a line each."""
    found = (each.replace(b"\x00", b"") for each in _STRINGS.findall(data))
    return "\n".join(each.decode("latin-1") for each in found)


def decoded(data: bytes) -> str:
    """Bytes that are words, in whatever way these were written."""
    return "\n".join(dict.fromkeys(_ways(data))).strip()


def _ways(data: bytes) -> Iterator[str]:
    told = _WIDE.get(data[:8])
    if told == "utf-16":
        for order in ("utf-16-le", "utf-16-be"):
            yield _clean(data[8:].decode(order, "replace"))
        return
    try:
        yield _clean(data.decode("utf-8"))
    except UnicodeDecodeError:
        yield _clean(data.decode("latin-1"))


def wide(data: bytes) -> str:
    """Words that Windows wrote, two bytes a letter."""
    return _clean(data.decode("utf-16-le", "replace"))


def _clean(words: str) -> str:
    return _CONTROLS.sub("\n", words).strip()
