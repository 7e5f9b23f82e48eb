"""Reading a paper of any kind that is accepted."""

from collections.abc import Callable
from dataclasses import replace

from heed.papers.hidden import Reading
from heed.papers.limits import Kind, identify
from heed.papers.packages import damaged
from heed.papers.refusals import Reason, Refused


def read_blocks(data: bytes, name: str) -> Reading:
    """The blocks of a paper and what was hidden in it.

    Raises Refused, with one sentence that says what to send instead, when the paper
    breaks a limit or cannot be read.
    """
    kind = identify(data, name)
    try:
        return _with_remains(_READERS[kind](data), data)
    except Refused:
        raise
    except Exception as wrong:
        # A parser of hostile files raises whatever they lead it to.
        raise damaged() from wrong


def _with_remains(reading: Reading, data: bytes) -> Reading:
    if reading.kind not in (Kind.ODT, Kind.ODS, Kind.DOC, Kind.RTF):
        return reading
    from heed.papers.remains import OF_KIND

    try:
        return OF_KIND[reading.kind](reading, data)
    except Exception:  # noqa: BLE001 what is left over must stop no referral
        known = reading.hidden
        beside = "what the file holds beside its text"
        return replace(reading, hidden=replace(known, unread=(*known.unread, beside)))


def _docx(data: bytes) -> Reading:
    from heed.papers.read_docx import read_docx

    return read_docx(data)


def _odt(data: bytes) -> Reading:
    from heed.papers.read_odt import read_odt

    return read_odt(data)


def _pdf(data: bytes) -> Reading:
    from heed.papers.read_pdf import read_pdf

    return read_pdf(data)


def _txt(data: bytes) -> Reading:
    from heed.papers.read_text import read_txt

    return read_txt(data)


def _csv(data: bytes) -> Reading:
    from heed.papers.read_text import read_csv

    return read_csv(data)


def _eml(data: bytes) -> Reading:
    from heed.papers.read_eml import read_eml

    return read_eml(data)


def _doc(data: bytes) -> Reading:
    from heed.papers.read_doc import read_doc

    return read_doc(data)


def _rtf(data: bytes) -> Reading:
    from heed.papers.read_rtf import read_rtf

    return read_rtf(data)


def _xlsx(data: bytes) -> Reading:
    from heed.papers.read_xlsx import read_xlsx

    return read_xlsx(data)


def _ods(data: bytes) -> Reading:
    from heed.papers.read_ods import read_ods

    return read_ods(data)


def _not_to_be_read(what: str, instead: str) -> Callable[[bytes], Reading]:
    def refuse(data: bytes) -> Reading:
        raise Refused(f"{what} cannot be read here. {instead}", Reason.UNKNOWN_KIND)

    return refuse


_TYPE_IT = "Please type what it shows."
_READERS: dict[Kind, Callable[[bytes], Reading]] = {
    Kind.DOCX: _docx,
    Kind.ODT: _odt,
    Kind.DOC: _doc,
    Kind.RTF: _rtf,
    Kind.PDF: _pdf,
    Kind.XLSX: _xlsx,
    Kind.ODS: _ods,
    Kind.CSV: _csv,
    Kind.TXT: _txt,
    Kind.EML: _eml,
    Kind.PNG: _not_to_be_read("A picture", _TYPE_IT),
    Kind.JPEG: _not_to_be_read("A picture", _TYPE_IT),
}
