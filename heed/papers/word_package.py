"""The package around a Word document: its parts, how they relate, nothing else.

There is no author, no time and no program in it, and the same content makes the same
bytes.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from heed.papers.pictures import Picture
from heed.papers.word_xml import Element, serialised

STATIC = Path(__file__).parent / "word"
WITHOUT_A_TIME = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = f"{PACKAGE}/metadata/core-properties"
RELATIONSHIPS = f"{PACKAGE}/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

OUTSIDE = ' TargetMode="External"'

PARTS = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/numbering.xml": f"{WORD}.numbering+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/footnotes.xml": f"{WORD}.footnotes+xml",
    "word/header.xml": f"{WORD}.header+xml",
    "word/footer.xml": f"{WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


class Relations:
    """What one part points at: other parts, pictures and addresses outside."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, str, bool]] = []

    def to(self, kind: str, target: str, *, outside: bool = False) -> str:
        """The identifier under which the part points at this target."""
        row = (kind, target, outside)
        if row not in self._rows:
            self._rows.append(row)
        return f"rId{self._rows.index(row) + 1}"

    def xml(self) -> bytes:
        """The part that lists these relations."""
        rows = "".join(
            f'<Relationship Id="rId{n}" Type={quoteattr(kind)}'
            f" Target={quoteattr(target)}"
            f"{OUTSIDE if outside else ''}/>"
            for n, (kind, target, outside) in enumerate(self._rows, 1)
        )
        made = f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'
        return made.encode()


def packed(
    *,
    title: str,
    language: str,
    parts: Mapping[str, Element],
    numbering: bytes,
    relations: Mapping[str, Relations],
    pictures: Mapping[str, Picture],
) -> bytes:
    """A .docx of these parts; `parts` and `relations` go by their names in `word/`."""
    files = {"[Content_Types].xml": _content_types(), "_rels/.rels": _root().xml()}
    files["docProps/core.xml"] = _core(title, language)
    styles = (STATIC / "styles.xml").read_bytes()
    files["word/styles.xml"] = styles.replace(b'"en-GB"', _quoted(language))
    files["word/settings.xml"] = (STATIC / "settings.xml").read_bytes()
    files["word/numbering.xml"] = numbering
    for name, part in parts.items():
        files[f"word/{name}"] = serialised(part)
    for name, related in relations.items():
        files[f"word/_rels/{name}.rels"] = related.xml()
    for name, picture in pictures.items():
        files[f"word/{name}"] = picture.pixels
    return rezipped(files)


def _quoted(text: str) -> bytes:
    return quoteattr(text).encode()


def _root() -> Relations:
    made = Relations()
    made.to(f"{OFFICE}/officeDocument", "word/document.xml")
    made.to(f"{RELATIONSHIPS}/metadata/core-properties", "docProps/core.xml")
    return made


def _content_types() -> bytes:
    kinds = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
    kinds |= {"xml": "application/xml", "png": "image/png", "jpeg": "image/jpeg"}
    usual = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in kinds.items()
    )
    named = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in PARTS.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{usual}{named}</Types>'.encode()
    )


def _core(title: str, language: str) -> bytes:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{CORE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title>"
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    ).encode()


def rezipped(files: Mapping[str, bytes]) -> bytes:
    """A package of these files, in their order, without a time."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, content in files.items():
            entry = ZipInfo(name, WITHOUT_A_TIME)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
    return out.getvalue()
