"""What in a PDF would act by itself: scripts, programs to start, forms to send."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from heed.papers.active import (
    ACTS_ON_OPENING,
    HOLDS_FILES,
    HOLDS_SCRIPT,
    LAUNCHES,
    SENDS_A_FORM,
)

if TYPE_CHECKING:
    from pypdf import PdfReader

_SAID = {
    "/JavaScript": HOLDS_SCRIPT,
    "/Launch": LAUNCHES,
    "/GoToR": LAUNCHES,
    "/GoToE": LAUNCHES,
    "/ImportData": LAUNCHES,
    "/SubmitForm": SENDS_A_FORM,
}
_MOST_IN_A_ROW = 20


def active_in(reader: "PdfReader") -> Iterator[str]:
    """Each thing that would act, in a sentence, perhaps several times."""
    root: Any = _object(reader.trailer["/Root"])
    names = _object(root.get("/Names")) or {}
    if "/JavaScript" in names:
        yield HOLDS_SCRIPT
    if "/EmbeddedFiles" in names or "/AF" in root:
        yield HOLDS_FILES
    for said in _said(root.get("/OpenAction")):
        yield from (ACTS_ON_OPENING, said)
    for holder in (root, *_holders(reader)):
        for each in _actions(holder):
            yield from _said(each)
        if holder.get("/Subtype") == "/FileAttachment":
            yield HOLDS_FILES


def _holders(reader: "PdfReader") -> Iterator[Any]:
    """Pages, and what lies on them."""
    for page in reader.pages:
        yield page
        yield from map(_object, _object(page.get("/Annots")) or ())


def _object(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _actions(holder: Any) -> Iterator[Any]:
    yield holder.get("/A")
    more = _object(holder.get("/AA"))
    if isinstance(more, dict):
        yield from more.values()


def _said(action: Any) -> Iterator[str]:
    """What an action does, and those that it calls after it."""
    for _ in range(_MOST_IN_A_ROW):
        action = _object(action)
        if not isinstance(action, dict):
            return
        if said := _SAID.get(str(action.get("/S"))):
            yield said
        action = action.get("/Next")
