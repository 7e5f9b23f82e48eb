"""What a row says: its fields as plain values for machines, and in words for people."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Field, Model

from heed import clock
from heed.cases.apart import KeptApart
from heed.chronologies.numbers import as_cited
from heed.config.written.tables import FieldKept, field_kept
from heed.papers.blocks import Document, from_json, plain_text
from heed.rulebook.clocks import CLOCKS
from heed.rulebook.language import Role, Stage
from heed.rulebook.outcomes import LABELS
from heed.rulebook.process import STAGES, STEPS
from heed.rulebook.roles import ROLES, SEATS

# By the name of a field or, where the name says other things too, by its seal.
_OPENS = "It opens something, and says nothing of the case."
SECRETS: Mapping[str, str] = {
    "code_to_read_out": _OPENS,
    "receipt_to_show": _OPENS,
    "link_hash": _OPENS,
    "code_hash": _OPENS,
    "bound_to": _OPENS,
    "session_hash": _OPENS,
    "resume_hash": _OPENS,
    "receipt_hash": _OPENS,
    "referral.withheld": "Where somebody lives who must not be found.",
}
OF_THE_STORE = frozenset({"data_key"})

STAGE_NAMES = {str(stage): STAGES[stage].label for stage in Stage}

# Codes of the rulebook, by the name of the field that holds them.
CODES: Mapping[str, Mapping[str, str]] = {
    "step": {slug: step.name for slug, step in STEPS.items()},
    "clock": {slug: each.name for slug, each in CLOCKS.items()},
    "outcome": LABELS,
    "decision": LABELS,
    "stage": STAGE_NAMES,
    "stage_before": STAGE_NAMES,
    "stage_after": STAGE_NAMES,
    "role": {str(role): ROLES[role].label for role in Role if role in ROLES},
    "seat": {str(seat): label for seat, label in SEATS.items()},
}


@dataclass(frozen=True)
class Said:
    """One field of one row: what it is called, its plain value, and its words."""

    kept: FieldKept
    field: Field
    plain: Any
    words: str | list | dict | Document


def fields_of(model: type[Model]) -> list[Field]:
    """The fields of a model that are exported."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in OF_THE_STORE and not is_secret(field)
    ]


def is_secret(field: Field) -> bool:
    """Whether a field opens something, or says where somebody must not be found."""
    return field.name in SECRETS or getattr(field, "seal", "") in SECRETS


def said_by(row: Model, apart: KeptApart) -> Iterator[Said]:
    """Every exported field of a row."""
    for field in fields_of(type(row)):
        plain = apart.without(_plain(field, row))
        if apart and apart.stands_in(_all_words(plain)):
            # It stands there in pieces, as in the cells of a table.
            plain = apart.without(_all_words(plain))
        yield Said(field_kept(field), field, plain, _words(field, row, plain))


def _plain(field: Field, row: Model):
    value = getattr(row, field.attname)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return f"{len(bytes(value))} bytes, kept as a file" if value else None
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return as_cited(value) if isinstance(value, Decimal) else value


def _words(field: Field, row: Model, plain) -> str | list | dict | Document:
    if plain is None or plain in ("", [], {}):
        return ""
    if field.is_relation:
        return _named(field, row)
    if isinstance(plain, bool):
        return "Yes" if plain else "No"
    if isinstance(plain, dict | list):
        return as_paper(plain) or plain
    value = getattr(row, field.attname)
    if isinstance(value, datetime | date):
        return moment(value)
    if plain in (known := CODES.get(field.name, {})):
        return known[plain]
    if field.choices:
        return str(dict(field.flatchoices).get(plain, plain)).replace("_", " ")
    return str(plain)


def _named(field: Field, row: Model) -> str:
    """What a row names in another: a person, an organisation, or a row of the case."""
    other = getattr(row, field.name)
    for name in ("actor_name", "name"):
        if field.related_model._meta.app_label == "partnership":
            return str(getattr(other, name, "")) or str(other.pk)
    return title_of(other)


def as_paper(value) -> Document | None:
    """The paper that a value holds as blocks; None where it holds none."""
    if not isinstance(value, dict) or "blocks" not in value:
        return None
    try:
        return from_json(value)
    except ValueError:
        return None


def title_of(row: Model) -> str:
    """What a row is called among others of its kind."""
    if shown := getattr(row, "shown_as", ""):
        return shown
    kind = row._meta.verbose_name.capitalize()
    for name in ("step", "clock"):
        if hasattr(row, name):
            return CODES[name].get(getattr(row, name), kind)
    for name in ("reference", "number", "name", "title", "label"):
        if told := getattr(row, name, None):
            return f"{kind} {told}"
    return kind


def moment(value: datetime | date) -> str:
    """A day, or a moment in England, as people write them."""
    if isinstance(value, datetime):
        day, time = clock.london_date(value), clock.london_time(value)
        return f"{day.day} {day:%B %Y}, {time:%H:%M}"
    return f"{value.day} {value:%B %Y}"


def _all_words(plain) -> str:
    """Every text in a value, as one."""
    if isinstance(plain, dict):
        paper = as_paper(plain)
        if paper:
            return plain_text(paper).text
        return " ".join(_all_words(each) for each in plain.values())
    if isinstance(plain, list):
        return " ".join(map(_all_words, plain))
    return plain if isinstance(plain, str) else ""


def as_cell(plain) -> str:
    """A value as one cell of a table."""
    if plain is None:
        return ""
    if isinstance(plain, dict | list):
        return json.dumps(plain, ensure_ascii=False)
    return str(plain)
