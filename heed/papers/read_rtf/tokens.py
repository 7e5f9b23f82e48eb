"""The signs of a rich text file, one after another. Any bytes have some signs."""

import re
from collections.abc import Iterator

OPEN, CLOSE, WORD, BYTE, TEXT = "{", "}", "word", "byte", "text"

Token = tuple[str, bytes, int | None]
"""What it is, its word or bytes, and its number."""

_SIGN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|[\r\n\x00]+"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<text>[^\\{}\r\n\x00]+)"
    rb"|\\"
)
_BINARY = b"bin"


def tokens(data: bytes) -> Iterator[Token]:
    """Every sign of the file. Binary data are stepped over unread."""
    at = 0
    while match := _SIGN.match(data, at):
        at = match.end()
        kind = match.lastgroup
        if kind == "text":
            yield TEXT, match["text"], None
        elif match["word"]:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == _BINARY:
                at += max(number or 0, 0)
            else:
                yield WORD, match["word"], number
        elif kind == "byte":
            yield BYTE, bytes([int(match["byte"], 16)]), None
        elif kind == "sign":
            yield WORD, match["sign"], None
        elif kind in {"open", "close"}:
            yield (OPEN if kind == "open" else CLOSE), b"", None
