"""What a PDF was before it was changed: a program that only adds to it keeps all."""

import io
import re
from collections.abc import Iterator

_END = re.compile(rb"%%EOF")
_MOST = 20
_LINEARIZED = b"/Linearized"


def earlier_versions(data: bytes) -> Iterator[bytes]:
    """The file as it was before each change, the newest first."""
    ends = [found.end() for found in _END.finditer(data)]
    if _LINEARIZED in data[:1024]:
        ends = ends[1:]  # the first end is that of its first page
    for end in reversed(ends[:-1]):
        yield data[:end]


def words_of(version: bytes) -> str:
    """The words of the pages of an earlier version, and of what lies on them. Raises
    whatever a broken one leads pypdf to."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(version))
    if reader.is_encrypted:
        reader.decrypt("")
    said = [page.extract_text() for page in reader.pages]
    for page in reader.pages:
        for each in page.get("/Annots") or ():
            note = each.get_object()
            said += [str(note.get(key) or "") for key in ("/Contents", "/V", "/T")]
    said += [str(value) for value in (reader.metadata or {}).values()]
    return "\n".join(each for each in said if each.strip())


def is_too_many(data: bytes) -> bool:
    """Whether there are more versions than anybody would look through."""
    return len(_END.findall(data)) > _MOST


def after_the_end(data: bytes) -> bytes:
    """What stands behind the last end of a PDF."""
    ends = [found.end() for found in _END.finditer(data)]
    return data[ends[-1] :].strip(b"\x00 \r\n\t") if ends else b""
