"""The rapid review for a machine: the same pack as the Word file, as JSON.

Its form is described by `submission_schema`, and for people in
docs/for-partnerships/rapid-review-for-machines.md.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from heed.papers.blocks import (
    Block,
    Cell,
    Figure,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Row,
    Table,
)
from heed.papers.glyphs import legible
from heed.papers.submission import (
    Dates,
    RapidReviewPack,
    Remark,
    disputed_in,
    gaps_of,
    unsigned_in,
)
from heed.rulebook.contents import SUBMISSION, Part

FORMAT = "urn:heed:rapid-review:1"

Json = dict[str, Any]


def submission_json(pack: RapidReviewPack, *, word: bytes) -> bytes:
    """The submission as JSON, holding the hash of the Word file that it is the twin
    of. What is not known is null, and never left out."""
    made = {
        "format": FORMAT,
        "reference": legible(pack.reference),
        "partnership": legible(pack.partnership),
        "number": pack.number or None,
        "people": "named" if pack.named else "pseudonymised",
        "word_file": {
            "sha256": hashlib.sha256(word).hexdigest(),
            "bytes": len(word),
        },
        "notification": {"reference": _said(pack.notification)},
        "dates": _dates(pack.dates),
        "first_page": {
            "missing": [
                {
                    "part": gap.part,
                    "words": legible(gap.words),
                    "why": _said(gap.reason),
                }
                for gap in gaps_of(pack)
            ],
            "disputed": _remarks(disputed_in(pack)),
            "unsigned": _remarks(unsigned_in(pack)),
            "late": _remarks(pack.late),
        },
        "parts": [_part(part, pack) for part in SUBMISSION],
        "decisions": [
            {
                "question": legible(each.question),
                "answer": _said(each.answer),
                "reasons": _said(each.reasons),
            }
            for each in pack.decisions
        ],
        "sign_offs": [
            {
                "body": legible(each.body),
                "name": _said(each.name),
                "view": each.view or None,
                "on": _said(each.on),
                "words": _said(each.words),
            }
            for each in pack.sign_offs
        ],
        "annex": _blocks(pack.annex),
    }
    return json.dumps(made, ensure_ascii=False, indent=2).encode() + b"\n"


def _said(words: str) -> str | None:
    return legible(words) or None


def _remarks(remarks: Iterable[Remark]) -> list[Json]:
    return [
        {"words": legible(each.words), "why": _said(each.reason)} for each in remarks
    ]


def _dates(dates: Dates) -> Json:
    told = {name: getattr(dates, name) for name in Dates.__dataclass_fields__}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in told.items()
    }


def _part(part: Part, pack: RapidReviewPack) -> Json:
    return {
        "slug": part.slug,
        "title": part.title,
        "expected": part.essential,
        "never_silent": part.never_silent,
        "content": _blocks(pack.sections.get(part.slug, ())),
    }


def _blocks(blocks: Sequence[Block]) -> list[Json]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> Json:
    """A block without its manner: bold and italic say nothing to a machine."""
    match block:
        case Heading(level=level):
            return {"kind": "heading", "level": level, "text": legible(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "text": legible(block.text)}
        case ListBlock(items=items, ordered=ordered):
            told = [{"text": legible(i.text), "level": i.level} for i in items]
            return {"kind": "list", "ordered": ordered, "items": told}
        case Table(header=header, rows=rows, caption=caption):
            return {
                "kind": "table",
                "caption": _said(caption),
                "header": [_row(row) for row in header],
                "rows": [_row(row) for row in rows],
            }
        case Figure(alt=alt, caption=caption):
            return {"kind": "figure", "alt": legible(alt), "caption": _said(caption)}
        case Note(blocks=inner):
            return {"kind": "note", "content": _blocks(inner)}


def _row(row: Row) -> list[str]:
    return [_cell(each) for each in row]


def _cell(each: Cell) -> str:
    return legible(each.text)
