"""Every word that a PDF holds anywhere but on its pages: outlines, layers, scripts,
answers, alternative texts, what programs keep for themselves. Whatever it belongs to,
it is looked at.
"""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from heed.papers.pdf_hidden.found import InPdf
from heed.papers.picture_metadata import told_by
from heed.papers.picture_metadata.pieces import xmp_piece
from heed.papers.picture_metadata.words import decoded

_KINDS = {
    "/Title": "outline",
    "/Alt": "alternative text",
    "/ActualText": "text in place of another",
    "/JS": "script",
    "/TU": "label of a field",
    "/V": "answer of a form",
    "/DV": "usual answer of a form",
    "/Opt": "choices of a form",
    "/Contents": "annotation",
    "/RC": "annotation",
    "/T": "name of a field or author",
    "/OverlayText": "words over something that was blacked out",
    "/URI": "link",
    "/F": "name of a file",
    "/UF": "name of a file",
    "/P": "page label",
    "/Name": "name of a layer",
}
_LETTERS_OF_NOBODY = frozenset(
    (
        *("/ID", "/O", "/U", "/OE", "/UE", "/Perms", "/Panose", "/CharSet", "/Lookup"),
        *("/Registry", "/Ordering", "/CheckSum", "/Cert", "/Lang", "/DA", "/M", "/CS"),
        *("/CreationDate", "/ModDate", "/DocChecksum", "/OutputConditionIdentifier"),
        *("/RegistryName", "/Info", "/OutputCondition", "/DS", "/Indexed"),
    )
)
_PHOTOGRAPH = {"/DCTDecode", "/JPXDecode"}
_DEEPEST = 40
_OF_A_FONT = b"begincmap"
_TELLING = ("/Type", "/Subtype", "/Length1", "/N", "/FunctionType", "/PatternType")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def sweep(
    pdf: pikepdf.Pdf, rest: InPdf, known: set[str], painted: set[tuple[int, int]]
) -> None:
    """Keep all words that are not among those `known`, and name what is unread; what
    is `painted` by a page was read with it."""
    found: dict[str, dict[str, None]] = {}
    for each in pdf.objects:
        if isinstance(each, pikepdf.Stream):
            _stream(each, rest)
            if says_nothing_of_itself(each) and each.objgen not in painted:
                _plain(each, rest)
        for key, said in _strings(each, "", 0):
            if said.strip() and said not in known:
                kind = _KINDS.get(key, "words that no page shows")
                found.setdefault(kind, {})[said] = None
    for kind, lines in found.items():
        rest.say(kind, "\n".join(lines))


def _strings(holder: Any, key: str, deep: int) -> Iterator[tuple[str, str]]:
    """The strings in an object, each with the key under which it stands."""
    if isinstance(holder, pikepdf.String):
        yield key, str(holder)
    if deep > _DEEPEST:
        return
    for name, each in _inside(holder):
        if name not in _LETTERS_OF_NOBODY and not _is_elsewhere(each):
            yield from _strings(each, name or key, deep + 1)


def _inside(holder: Any) -> Iterator[tuple[str, Any]]:
    """What an object holds, by its keys; what an array holds has none of its own."""
    if isinstance(holder, pikepdf.Array):
        if not (len(holder) and holder[0] == "/Indexed"):
            yield from (("", each) for each in holder)
    elif isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
        signed = "/ByteRange" in holder
        for name, each in holder.items():
            if not (signed and name == "/Contents"):
                yield name, each


def _is_elsewhere(each: Any) -> bool:
    """Whether an object has a number of its own: then it is met by itself."""
    return isinstance(each, pikepdf.Object) and each.is_indirect


def _stream(stream: pikepdf.Stream, rest: InPdf) -> None:
    kind = str(stream.get("/Type", ""))
    if kind == "/Metadata" or stream.get("/Subtype") == "/XML":
        rest.say("metadata (XMP)", xmp_piece(stream.read_bytes()).words)
    elif stream.get("/Subtype") == "/Image":
        _picture(stream, rest)


def says_nothing_of_itself(stream: pikepdf.Stream) -> bool:
    """Whether a stream could be anything: a page, a script, a form in XML."""
    return not any(key in stream for key in _TELLING)


def _plain(stream: pikepdf.Stream, rest: InPdf) -> None:
    """The words of a script, or of a form in XML."""
    said = stream.read_bytes()
    if _OF_A_FONT in said or _CONTROLS.search(said):
        return
    markup = said.lstrip()[:1] == b"<"
    words = xmp_piece(said).words if markup else decoded(said)
    rest.say("script, or form in XML", words)


def _picture(stream: pikepdf.Stream, rest: InPdf) -> None:
    packed = stream.get("/Filter")
    filters = [*packed] if isinstance(packed, pikepdf.Array) else [packed]
    if len(filters) != 1 or str(filters[0]) not in _PHOTOGRAPH:
        return  # nothing but dots
    try:
        told = told_by(stream.read_raw_bytes())
    except ValueError:
        rest.unread.append("a picture: it is damaged")
        return
    rest.say("picture", told.words, label=True)
    if told.located:
        rest.unread.append("a picture: it says where it was taken")
