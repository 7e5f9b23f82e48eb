"""What the JSON of a rapid review looks like, as a JSON Schema (2020-12).

It is written from the parts of the rulebook: a pack without one of them, or with them
in another order, is not valid.
"""

import json
from typing import Any

from heed.papers.submission_json import FORMAT
from heed.rulebook.contents import SUBMISSION, Part

Json = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
WORDS: Json = {"type": "string"}
SAID: Json = {"type": "string", "minLength": 1}
PERHAPS: Json = {"type": ["string", "null"], "minLength": 1}
DAY: Json = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
MOMENT: Json = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$",
}
COUNT: Json = {"type": ["integer", "null"], "minimum": 0}
SHA_256: Json = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def schema() -> Json:
    """The schema of every rapid review that leaves Heed as JSON."""
    return {
        "$schema": DRAFT,
        "$id": FORMAT,
        "title": "A rapid review as it is submitted to the Panel",
        "description": "The machine-readable twin of the Word file. What is not known "
        "is null. Days are of London; moments carry their offset.",
        **_paper(),
        "$defs": {"remark": _object(words=SAID, why=PERHAPS), "block": _block()},
    }


def schema_file() -> bytes:
    """The schema as it stands in the papers for partnerships."""
    return json.dumps(schema(), ensure_ascii=False, indent=2).encode() + b"\n"


def _paper() -> Json:
    return _object(
        format={"const": FORMAT},
        reference=_told(SAID, "The partnership's own reference of the case."),
        partnership=SAID,
        number=_told(
            {"type": ["integer", "null"], "minimum": 1},
            "Which sending this is; null in a paper that was not sent.",
        ),
        people=_told(
            {"enum": ["named", "pseudonymised"]},
            "How people are called, as the partnership chose for this paper.",
        ),
        word_file=_told(
            _object(sha256=SHA_256, bytes={"type": "integer", "minimum": 0}),
            "The Word file that this is the twin of.",
        ),
        notification=_object(reference=PERHAPS),
        dates=_dates(),
        first_page=_told(_first_page(), "What is to be known before reading."),
        parts={
            "type": "array",
            "description": "Every part, in the order of the paper.",
            "prefixItems": [_part(part) for part in SUBMISSION],
            "minItems": len(SUBMISSION),
            "items": False,
        },
        decisions=_many(_object(question=SAID, answer=PERHAPS, reasons=PERHAPS)),
        sign_offs=_many(_sign_off()),
        annex=_told(
            _many(_ref("block")),
            "Rows of the chronology that go along; none in most papers.",
        ),
    )


def _dates() -> Json:
    return _object(
        happened_on=DAY,
        happened_until=_told(DAY, "Null where it was one day."),
        aware_at=MOMENT,
        notified_at=MOMENT,
        due_on=_told(DAY, "The last of the working days."),
        sent_at=MOMENT,
        working_days_used=COUNT,
        working_days_allowed=COUNT,
    )


def _first_page() -> Json:
    gap = _object(
        part={"enum": [part.slug for part in SUBMISSION]}, words=SAID, why=PERHAPS
    )
    remarks = _many(_ref("remark"))
    return _object(missing=_many(gap), disputed=remarks, unsigned=remarks, late=remarks)


def _sign_off() -> Json:
    return _object(
        body=SAID,
        name=PERHAPS,
        view={"enum": ["agrees", "disagrees", None]},
        on=PERHAPS,
        words=PERHAPS,
    )


def _part(part: Part) -> Json:
    return _told(
        _object(
            slug={"const": part.slug},
            title={"const": part.title},
            expected={"const": part.essential},
            never_silent={"const": part.never_silent},
            content=_many(_ref("block")),
        ),
        part.tells,
    )


def _block() -> Json:
    row: Json = _many(WORDS)
    return {
        "oneOf": [
            _object(
                kind={"const": "heading"},
                level={"type": "integer", "minimum": 1, "maximum": 6},
                text=WORDS,
            ),
            _object(kind={"const": "paragraph"}, text=WORDS),
            _object(
                kind={"const": "list"},
                ordered={"type": "boolean"},
                items=_many(
                    _object(text=WORDS, level={"type": "integer", "minimum": 0})
                ),
            ),
            _object(
                kind={"const": "table"},
                caption=PERHAPS,
                header=_many(row),
                rows=_many(row),
            ),
            _object(kind={"const": "figure"}, alt=WORDS, caption=PERHAPS),
            _object(kind={"const": "note"}, content=_many(_ref("block"))),
        ]
    }


def _object(**properties: Json) -> Json:
    """An object that has all of these, and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _many(each: Json) -> Json:
    return {"type": "array", "items": each}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _told(rule: Json, words: str) -> Json:
    return {"description": words, **rule}
