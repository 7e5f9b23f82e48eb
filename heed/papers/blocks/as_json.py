"""Blocks to JSON and back, without loss. What has its usual value is left out."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from heed.papers.blocks.model import (
    Block,
    Cell,
    Document,
    Figure,
    FormField,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Run,
    Table,
)

Json = dict[str, Any]

BLOCKS: dict[str, type[Block]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "list": ListBlock,
    "table": Table,
    "figure": Figure,
    "note": Note,
}
NAMES = {kind: name for name, kind in BLOCKS.items()}


def to_json(document: Document) -> Json:
    """The document as plain dictionaries and lists; pictures are base64."""
    images = {key: b64encode(data).decode() for key, data in document.images.items()}
    made: Json = _fields_of(document)
    return {**made, "images": images} if images else made


def from_json(data: Mapping[str, Any]) -> Document:
    """The document that `to_json` wrote. Raises ValueError for anything else."""
    try:
        images = {k: b64decode(v) for k, v in data.get("images", {}).items()}
        rest = {k: v for k, v in data.items() if k != "images"}
        made: Document = _made(Document, {**rest, "images": images})
    except (TypeError, KeyError, AttributeError) as wrong:
        raise ValueError("This is not a document in blocks.") from wrong
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        name = NAMES.get(type(value))  # type: ignore[arg-type]
        return {**({"kind": name} if name else {}), **_fields_of(value)}
    return value


def _fields_of(value: Any) -> Json:
    return {
        each.name: _plain(getattr(value, each.name))
        for each in fields(value)
        if each.name != "images" and not _usual(value, each)
    }


def _usual(value: Any, each: Field[Any]) -> bool:
    return each.default is not MISSING and getattr(value, each.name) == each.default


def _made(kind: type, data: Mapping[str, Any]) -> Any:
    return kind(**{k: _MAKERS.get((kind, k), _same)(v) for k, v in data.items()})


def _same(value: Any) -> Any:
    return value


def _many(make: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda values: tuple(make(value) for value in values)


def _one(kind: type) -> Callable[[Any], Any]:
    return lambda data: _made(kind, data)


def _block(data: Mapping[str, Any]) -> Any:
    rest = {key: value for key, value in data.items() if key != "kind"}
    return _made(BLOCKS[data["kind"]], rest)


_RUNS = _many(_one(Run))
_BLOCKS = _many(_block)
_ROWS = _many(_many(_one(Cell)))

_MAKERS: dict[tuple[type, str], Callable[[Any], Any]] = {
    (Heading, "runs"): _RUNS,
    (Paragraph, "runs"): _RUNS,
    (ListItem, "runs"): _RUNS,
    (ListBlock, "items"): _many(_one(ListItem)),
    (Cell, "blocks"): _BLOCKS,
    (Note, "blocks"): _BLOCKS,
    (Table, "rows"): _ROWS,
    (Table, "header"): _ROWS,
    (Document, "blocks"): _BLOCKS,
    (Document, "margins"): _BLOCKS,
    (Document, "fields"): _many(_one(FormField)),
}
