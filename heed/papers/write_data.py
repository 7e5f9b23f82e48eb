"""The findings and recommendations of a report as data: JSON for programs, CSV for a
sheet. Each points at the place in the report where it stands."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from heed.papers.blocks import Document
from heed.papers.learned import Point, What, learned_from

SCHEMA = "heed.report-data.1"
COLUMNS = ("what", "number", "title", "text", "to", "by_when", "place")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the data says of the report that it was made from."""

    title: str
    published_by: str = ""
    published_on: str = ""
    address: str = ""
    lead_reviewers: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """The lasting name of a place, such as finding-2; elsewhere its anchor stands."""


def write_data(document: Document, about: About) -> str:
    """The report's findings and recommendations as JSON, ending with a line end: the
    same report makes the same bytes. docs/report-data.md says what each part is.
    """
    points = learned_from(document)
    said = {
        "schema": SCHEMA,
        "title": about.title,
        "published_by": about.published_by,
        "published_on": about.published_on,
        "address": about.address,
        "language": document.language,
        "lead_reviewers": list(about.lead_reviewers),
        "themes": list(about.themes),
        **about.more,
        "findings": [_plain(p, about) for p in points if p.what is What.FINDING],
        "recommendations": [
            _plain(p, about) for p in points if p.what is What.RECOMMENDATION
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def write_data_csv(document: Document, about: About) -> str:
    """The same as a sheet: one line a finding or recommendation, heads in the first.
    No cell is one that a spreadsheet would take for a formula."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for point in learned_from(document):
        plain = _plain(point, about) | {"what": point.what.value}
        rows.writerow([_cell(plain[name]) for name in COLUMNS])
    return stream.getvalue()


def _plain(point: Point, about: About) -> dict[str, Any]:
    return {
        "number": point.number,
        "title": point.title,
        "text": point.text,
        "to": point.to,
        "by_when": point.by_when,
        "place": f"{about.address}#{about.names.get(point.anchor, point.anchor)}",
    }


def _cell(value: object) -> str:
    words = str(value)
    return f"'{words}" if words.startswith(FORMULA) else words
