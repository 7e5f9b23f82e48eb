"""What a PDF of ours is, and what is not in it: looked for in its bytes."""

import io
import re
from collections.abc import Iterator, Sequence

import pikepdf

from heed.papers.pdf_metadata import metadata_of

ALLOWED = frozenset({"part", "title", "language"})
# What a paper that is only read has no use for, by the names under which it hides.
UNWANTED = {
    "attached files": ("/EmbeddedFiles", "/EmbeddedFile", "/AF", "/Filespec"),
    "a script": ("/JavaScript", "/JS"),
    "something that runs when it is opened": ("/OpenAction", "/AA", "/Launch"),
    "layers": ("/OCProperties", "/OCG", "/OCMD"),
    "a form": ("/AcroForm", "/XFA"),
    "small pictures of its pages": ("/Thumb",),
    "notes on its pages": ("/Popup", "/FreeText", "/FileAttachment"),
}
INVISIBLE = re.compile(rb"(?<![\w.])3\s+Tr\b")
END = b"%%EOF"


def faults_of_pdf(data: bytes, *, title: str) -> list[str]:
    """What of a PDF is not as ours are: earlier versions of itself, properties beyond
    title and language, hidden or running parts, words that nobody can hear. Each as
    the end of a sentence; none when all is well."""
    try:
        said = metadata_of(data)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = list(_faults(pdf))
    except Exception as wrong:  # noqa: BLE001 - what cannot be read is not served
        return [f"could not be read back: {type(wrong).__name__}"]
    if data.count(END) != 1:
        found.append("holds an earlier version of itself")
    if told := sorted(set(said) - ALLOWED):
        found.append(f"says more of itself than its title: {', '.join(told)}")
    if " ".join(said.get("title", "").split()) != " ".join(title.split()):
        found.append("does not bear the title of the text")
    return found


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    names = _names_in(pdf)
    for what, signs in UNWANTED.items():
        if names & set(signs):
            yield f"holds {what}"
    if any(INVISIBLE.search(each) for each in _drawn(pdf)):
        yield "holds words that are not drawn"
    root = pdf.Root
    if not root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False):
        yield "is not tagged, so that nobody can listen to it"
    if "/StructTreeRoot" not in root or "/Lang" not in root:
        yield "does not say its order or its language to who listens"


def _names_in(pdf: pikepdf.Pdf) -> set[str]:
    """Every key, and every type, of whatever a PDF holds."""
    found: set[str] = set(pdf.Root.keys())
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            found |= set(each.keys())
            found |= {str(each.get(kind)) for kind in ("/Type", "/S", "/Subtype")}
    return found


def _drawn(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    for page in pdf.pages:
        content = page.obj.get("/Contents")
        parts: Sequence = content if isinstance(content, pikepdf.Array) else [content]
        yield b"\n".join(part.read_bytes() for part in parts if part is not None)
