"""Text from bytes, whatever program wrote them. No byte is lost, none stops it."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE, _LEAST = 4096, 4
_MOSTLY = 0.4
"""English in two-byte letters has a nought in nearly every second byte."""


def decoded(data: bytes) -> str:
    """The text of these bytes: Unicode where they are, else as Windows writes; also
    where a file was pasted together from both."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :] if encoding == "utf-8" else data
            return _lenient(text) if encoding == "utf-8" else _wide(text, encoding)
    if order := unmarked_wide(data):
        return _wide(data, order)
    return _lenient(data)


def unmarked_wide(data: bytes) -> str:
    """The encoding of two-byte text that does not say it is, or ""."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < _LEAST or b"\x00" not in sample:
        return ""
    if sample[1::2].count(0) > _MOSTLY * half and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > _MOSTLY * half and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return ""


def _wide(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "replace").lstrip("\ufeff")


def _lenient(data: bytes) -> str:
    """UTF-8, and every byte that is none as Windows means it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        escaped = data.decode("utf-8", "surrogateescape")
    return "".join(
        _WINDOWS[ord(letter) - 0xDC00] if "\udc80" <= letter <= "\udcff" else letter
        for letter in escaped
    )


_WINDOWS = {
    byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte)
    for byte in range(0x80, 0x100)
}
