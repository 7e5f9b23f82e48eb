"""What a file is, told from its structure, and the limits it must keep.

Nothing here parses a document: it looks at signatures, at the directory of a package
and at the first bytes of its members, and so costs the same whatever a file unfolds to.
"""

import re
from enum import StrEnum

from heed.papers.ole import SIGNATURE, container
from heed.papers.packages import Package, opened
from heed.papers.picture_sizes import MOST_PIXELS, pixels_of
from heed.papers.refusals import Reason, Refused
from heed.papers.text_encodings import unmarked_wide

MOST_BYTES = 50 * 1024 * 1024
"""50 MB a file, as `docs/deploy.md` says; a setting may lower it."""


class Kind(StrEnum):
    """The kinds of file that are accepted."""

    DOCX = "docx"
    ODT = "odt"
    DOC = "doc"
    RTF = "rtf"
    PDF = "pdf"
    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"
    TXT = "txt"
    EML = "eml"
    PNG = "png"
    JPEG = "jpeg"


ACCEPTED = (
    "Word (.docx, .doc), OpenDocument (.odt), PDF, rich text (.rtf), text, spreadsheet "
    "(.xlsx, .ods, .csv), email (.eml) or picture (.png, .jpg)"
)
SEND_DOCX = "Please save it as an ordinary Word file (.docx) or PDF and send that."
OPEN_COPY = "Please send a copy without a password."


_SAYS_SOMETHING = re.compile(rb"[^\x00 \t\r\n]")


def identify(data: bytes, name: str, most: int = MOST_BYTES) -> Kind:
    """What this file is, by its structure; raises Refused when it is not accepted.

    `name` only decides between kinds that look alike, and shows when a file poses as
    something else; `most` is the largest size in bytes.
    """
    if not _SAYS_SOMETHING.search(data):
        raise Refused("The file is empty. Please send it again.", Reason.EMPTY)
    if len(data) > most:
        limit = most // (1024 * 1024)
        raise Refused(
            f"The file is larger than {limit} MB. Please send a smaller copy.",
            Reason.TOO_LARGE,
        )
    if data.startswith(b"PK"):
        return _packaged(data)
    if data.startswith(SIGNATURE):
        return _ole(data)
    return _by_signature(data) or _text(data, name.lower().strip(". "))


# Packages: Word and OpenDocument files are zip files.

_OFFICE_KINDS = (
    (b"wordprocessingml.document.main+xml", Kind.DOCX),
    (b"wordprocessingml.template.main+xml", Kind.DOCX),
    (b"spreadsheetml.sheet.main+xml", Kind.XLSX),
)
_MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject|macrosheet", re.IGNORECASE)
_OPEN_DOCUMENT_KINDS = {
    b"application/vnd.oasis.opendocument.text": Kind.ODT,
    b"application/vnd.oasis.opendocument.text-template": Kind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
}
_MACROS = re.compile(
    r"(^|/)(vbaproject\.bin|vbadata\.xml)$|^(basic|scripts)/|^xl/(dialog|macro)sheets/",
    re.IGNORECASE,
)
_OBJECTS = re.compile(r"(^|/)(embeddings|activeX)/|^Object", re.IGNORECASE)


def _packaged(data: bytes) -> Kind:
    package = opened(data)
    if _also_something_else(data, package):
        raise _two_in_one()
    if any(_MACROS.search(name) for name in package.names):
        raise _macros()
    if any(_is_old_office(package, name) for name in package.names):
        raise _macros()
    if "[Content_Types].xml" in package.names:
        return _office(package)
    if "mimetype" in package.names:
        return _open_document(package)
    raise Refused(
        f"This is a zip file. Please send the papers in it one by one: {ACCEPTED}.",
        Reason.UNKNOWN_KIND,
    )


def _also_something_else(data: bytes, package: Package) -> bool:
    """Whether a program could take the package for a PDF or a page: both are known
    by what stands near an end, which a package leaves to whoever made it."""
    after = data[package.end :]
    return b"%PDF-" in data[:1024] + after or bool(_MARKUP.search(after))


def _is_old_office(package: Package, name: str) -> bool:
    """Whether a part is a file of old Office: macros are kept so, whatever they are
    called. Objects of other programs are told of when the paper is read."""
    return not _OBJECTS.search(name) and package.starts(name) == SIGNATURE[:4]


def _macros() -> Refused:
    return Refused(
        "The file contains macros (small programs), which are not accepted. "
        + SEND_DOCX,
        Reason.MACROS,
    )


def _office(package: Package) -> Kind:
    types = package.read("[Content_Types].xml")
    if _MACRO_TYPES.search(types):
        raise _macros()
    for word, kind in _OFFICE_KINDS:
        if word in types:
            return kind
    raise Refused(
        "This Office file is neither a Word document nor a spreadsheet. " + SEND_DOCX,
        Reason.UNKNOWN_KIND,
    )


def _open_document(package: Package) -> Kind:
    kind = _OPEN_DOCUMENT_KINDS.get(package.read("mimetype").strip())
    if kind is None:
        raise Refused(
            f"This file is of a kind that is not accepted. Please send {ACCEPTED}.",
            Reason.UNKNOWN_KIND,
        )
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.read(manifest):
        raise _encrypted()
    return kind


# The container of old Office files, and of protected new ones

_OF_A_MESSAGE = ("__substg1.0_", "__properties_version1.0", "__nameid_version1.0")


def _encrypted() -> Refused:
    return Refused(
        f"The file is protected by a password. {OPEN_COPY}", Reason.ENCRYPTED
    )


def _ole(data: bytes) -> Kind:
    if _ENDS_AS_A_PACKAGE.search(data[-65_557:]):
        raise _two_in_one()
    paths = container(data).entries.keys()
    names = {name for path in paths for name in path.split("/")}
    if names & {"EncryptedPackage", "EncryptionInfo"}:
        raise _encrypted()
    if names & {"_VBA_PROJECT", "_VBA_PROJECT_CUR"}:
        raise _macros()
    if "WordDocument" in paths:
        return Kind.DOC
    if any(path.startswith(_OF_A_MESSAGE) for path in paths):
        raise Refused(
            "This is an Outlook message (.msg). Please forward the email itself, or "
            "save it as .eml and send that.",
            Reason.UNKNOWN_KIND,
        )
    if {"Workbook", "Book"} & paths:
        raise Refused(
            "This is a spreadsheet of the old kind (.xls). Please save it as an "
            "ordinary Excel file (.xlsx) and send that.",
            Reason.UNKNOWN_KIND,
        )
    raise Refused(
        "This is an old Office file that is not accepted. " + SEND_DOCX,
        Reason.UNKNOWN_KIND,
    )


_ENDS_AS_A_PACKAGE = re.compile(rb"PK\x05\x06.{18}\Z", re.DOTALL)

# PDF, pictures and rich text are known by how they begin.

_SIGNATURES = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"\xff\xd8\xff", Kind.JPEG),
)
_MARKUP = re.compile(
    rb"<(!doctype html|html|script|body|iframe|\?php)\b", re.IGNORECASE
)
_TWO_IN_A_PICTURE = re.compile(_MARKUP.pattern + rb"|%PDF-", re.IGNORECASE)
_PAGE = re.compile(rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[!?/a-z]", re.IGNORECASE)


def _by_signature(data: bytes) -> Kind | None:
    found = (kind for start, kind in _SIGNATURES if data.startswith(start))
    kind = next(found, None)
    if kind is None or kind is Kind.RTF:
        return kind
    # A picture or PDF that is also a page or a package is made to deceive.
    if _MARKUP.search(data[:1024]) or b"PK\x05\x06" in data[-65_557:]:
        raise _two_in_one()
    if kind is not Kind.PDF and _TWO_IN_A_PICTURE.search(data[:1024] + data[-1024:]):
        raise _two_in_one()
    if pixels_of(data) > MOST_PIXELS:
        raise Refused(
            "The picture has more than 40 million dots. Please send a smaller copy.",
            Reason.TOO_LARGE,
        )
    return kind


def _two_in_one() -> Refused:
    return Refused(
        "The file is two kinds of file in one. Please save it afresh as PDF and send "
        "that.",
        Reason.TWO_KINDS_IN_ONE,
    )


# Text

_BINARY_NAMES = (
    *(".docx", ".odt", ".doc", ".pdf", ".xlsx", ".ods", ".png", ".jpg", ".jpeg"),
    *(".gif", ".tif", ".tiff", ".bmp", ".webp", ".zip", ".docm", ".xlsm", ".xls"),
)
_PAGE_NAMES = (".html", ".htm", ".mht", ".mhtml", ".svg", ".hta", ".xml")
_PROGRAM_NAMES = (
    *(".exe", ".msi", ".bat", ".cmd", ".scr", ".ps1", ".vbs", ".js", ".jse", ".wsf"),
    *(".lnk", ".url", ".reg", ".jar", ".sh", ".py", ".php", ".iqy", ".slk", ".dll"),
)
_SYMBOLIC_LINK = re.compile(rb"ID;P\w*(;[NE])*\s*\n[A-Z]{1,2}(;|\r?\n)")
"""A sheet in letters (SYLK): Excel opens it as such whatever it is called, and then it
may run what it says."""
_HEADER = re.compile(
    r"^(from|to|date|subject|received|return-path|message-id|mime-version|"
    r"delivered-to|content-type|x-[\w-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_ENOUGH_HEADERS = 3


def _text(data: bytes, name: str) -> Kind:
    if not _is_text(data):
        raise Refused(
            "The file is damaged or of a kind that is not accepted. Please send "
            f"{ACCEPTED}.",
            Reason.UNKNOWN_KIND,
        )
    start = data.lstrip()[:4096].replace(b"\x00", b"")
    poses = name.endswith(_BINARY_NAMES)
    is_page = _PAGE.match(start) or name.endswith(_PAGE_NAMES)
    if is_page or (poses and _MARKUP.search(start)):
        raise Refused(
            f"The file is a web page. Please send {ACCEPTED}.", Reason.WEB_PAGE
        )
    if name.endswith(_PROGRAM_NAMES) or _SYMBOLIC_LINK.match(start):
        raise Refused(
            f"Programs and links are not accepted. Please send {ACCEPTED}.",
            Reason.UNKNOWN_KIND,
        )
    if b"%PDF-" in start[:1024]:
        raise _two_in_one()
    if poses:
        raise Refused(
            "The file is not what its name says it is. " + SEND_DOCX,
            Reason.NOT_WHAT_IT_SAYS,
        )
    return _kind_of_text(data, name)


def _is_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or unmarked_wide(data):
        return True
    start = data[:65_536]
    controls = sum(start.count(bytes([n])) for n in range(32) if n not in b"\t\n\f\r")
    # An old word processor leaves a stray control character; a program is full of them.
    return b"\x00" not in start and controls * 100 <= len(start)


def _kind_of_text(data: bytes, name: str) -> Kind:
    if name.endswith(".csv"):
        return Kind.CSV
    if name.endswith(".txt"):
        return Kind.TXT
    head = re.split(rb"\r?\n\r?\n", data[:65_536], maxsplit=1)[0].decode("latin-1")
    is_message = len(set(_HEADER.findall(head.lower()))) >= _ENOUGH_HEADERS
    return Kind.EML if name.endswith(".eml") or is_message else Kind.TXT
