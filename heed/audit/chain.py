"""How an entry becomes the text that is hashed, and how entries are linked.

The text is kept with the entry exactly as it was hashed; the columns beside it repeat
it for searching. Both databases can put it together again from the columns, which is
how verification compares them without carrying every column out.
"""

import json
import re
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

BEFORE_THE_FIRST = bytes(32)
FORMAT = 1

# In the order of the text. Codes and ids only: an entry never holds words of a case.
COLUMNS = (
    "sequence",
    "id",
    "at",
    "actor_kind",
    "actor_id",
    "role",
    "what",
    "subject_kind",
    "subject_id",
    "case_id",
    "partnership_id",
    "result",
    "reason_code",
)
CODE = re.compile(r"[A-Za-z0-9_.:/-]{0,80}", re.ASCII)
ACTOR = re.compile(r"[A-Za-z0-9_.:/@+ -]{1,80}", re.ASCII)


def canonical(entry) -> str:
    """The text of an entry: its columns in their order, as one JSON list."""
    written = [FORMAT, *(_written(getattr(entry, name)) for name in COLUMNS)]
    return json.dumps(written, separators=(",", ":"))


def _written(value):
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    return value.hex if isinstance(value, UUID) else value


def link_after(previous: bytes, text: str) -> bytes:
    """The link of an entry: SHA-256 over the link before it and its text."""
    return sha256(previous + text.encode()).digest()


# The same text, put together by the database. The plain characters of codes and ids
# are the same in every JSON; PostgreSQL's own would put spaces between them.
_POSTGRESQL = {
    "sequence": "sequence",
    "id": "to_json(replace(id::text, '-', ''))",
    "at": "to_json(replace("
    "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '.000000', ''))",
    "case_id": "to_json(replace(case_id::text, '-', ''))",
    "partnership_id": "to_json(replace(partnership_id::text, '-', ''))",
}


def canonical_in_sql(vendor: str) -> str:
    """An SQL expression for the text of an entry, made from its columns."""
    if vendor == "sqlite":
        return f"json_array({FORMAT}, {', '.join(COLUMNS)})"
    columns = [
        f"coalesce({_POSTGRESQL.get(name, f'to_json({name})')}::text, 'null')"
        for name in COLUMNS
    ]
    return f"concat('[{FORMAT},', concat_ws(',', {', '.join(columns)}), ']')"
