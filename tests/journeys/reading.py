"""The words of what anybody can download."""

import re
from io import BytesIO
from zipfile import ZipFile

from pypdf import PdfReader


def words_in(data: bytes, form: str) -> str:
    """All words of a file, its hidden ones too, on one line."""
    return " ".join(READERS.get(form, _text)(data).split())


def _text(data: bytes) -> str:
    return data.decode()


def _pdf(data: bytes) -> str:
    reader = PdfReader(BytesIO(data))
    said = [str(value) for value in (reader.metadata or {}).values()]
    return "\n".join([*(page.extract_text() for page in reader.pages), *said])


def _docx(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as parts:
        kept = [parts.read(name).decode(errors="replace") for name in parts.namelist()]
    return re.sub("<[^>]+>", " ", "\n".join(kept))


READERS = {"pdf": _pdf, "docx": _docx}
