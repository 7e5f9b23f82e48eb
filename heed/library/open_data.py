"""The open data of the library: what there is to know of each publication, and its
findings and recommendations, as JSON and CSV with a dictionary of every column."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings

from heed.library import queries, showing
from heed.library.models import Aspect, Publication, Publisher
from heed.library.narrowing import AGES, READERS
from heed.library.states import Kind

FORMULA = ("=", "+", "-", "@", "\t", "\r")
WINDOW = 200

PUBLICATIONS: Mapping[str, str] = {
    "id": "Its identity, which never changes.",
    "title": "Its title.",
    "kind": "What it is, as a code: report, briefing, response and others.",
    "type": "What its publisher calls it.",
    "state": "How far it is published, as a code.",
    "publishers": "Who published it; several where they did so together.",
    "published": "When it was published, as exactly as is known: a day, month or year.",
    "changed": "The day on which its page last changed.",
    "summary": "What it is about, where the words are fit for a list.",
    "content_notice": "Yes where a reader is warned before reading on.",
    "pseudonyms": "The names that it uses for children. They are nobody’s real names.",
    "lead_reviewers": "Who led the review.",
    "themes": "The themes that a person confirmed.",
    "ages": "The ages of the children it tells of, in the bands of the statistics.",
    "readers": "For whom it was written.",
    "words": "How many words it has; of a briefing, those of its boxes, as its page "
    "says. 0 where only its address is kept.",
    "findings": "How many findings it has.",
    "recommendations": "How many recommendations it makes.",
    "address": "Its lasting address.",
}
"""The columns of publications, and what each says."""

POINTS: Mapping[str, str] = {
    "publication": "The identity of the publication.",
    "title": "The title of the publication.",
    "name": "Its lasting name on the page, such as recommendation-3.",
    "what": "A finding or a recommendation.",
    "number": "Which of its kind it is.",
    "text": "Its words; empty where a reader is warned of them or they tell of an "
    "injury. They stand at its address, and in the data of the publication itself.",
    "to": "Of whom it asks something, where it says so.",
    "by_when": "By when, where it says so.",
    "address": "Where it stands.",
}
"""The columns of findings and recommendations, and what each says."""

Row = dict[str, Any]


def publications(publisher: Publisher | None) -> Iterator[Row]:
    """Every publication that can be read, newest first."""
    return map(row_of, _rows(publisher))


def points(publisher: Publisher | None) -> Iterator[Row]:
    """Every finding and recommendation of what can be read. Those of a part that a
    reader is warned of are told by their address alone."""
    for row in _rows(publisher):
        yield from points_of(row)


def row_of(row: Publication) -> Row:
    """One publication by its columns."""
    whats = [point["what"] for point in row.points]
    return {
        "id": str(row.id),
        "title": row.title,
        "kind": row.kind,
        "type": row.type_as_published or Kind(row.kind).label,
        "state": row.state,
        "publishers": [row.publisher.name, *(p.name for p in row.joint_with.all())],
        "published": row.dates.get("published", {}).get("iso", ""),
        "changed": row.changed_on,
        "summary": row.teaser,
        "content_notice": "yes" if row.content_notice else "no",
        "pseudonyms": list(row.pseudonyms),
        "lead_reviewers": list(row.lead_reviewers),
        "themes": [theme.name for theme in row.themes.all()],
        "ages": _aspects(row, Aspect.Of.AGE, AGES),
        "readers": _aspects(row, Aspect.Of.READER, READERS),
        "words": row.words,
        "findings": whats.count("finding"),
        "recommendations": whats.count("recommendation"),
        "address": address_of(row),
    }


def _aspects(row: Publication, of: str, labels: Mapping[str, str]) -> list[str]:
    said = {each.value for each in row.aspects.all() if each.of == of}
    return [label for value, label in labels.items() if value in said]


def points_of(row: Publication) -> list[Row]:
    """The findings and recommendations of one publication by their columns."""
    return [
        {
            "publication": str(row.id),
            "title": row.title,
            "name": point["name"],
            "what": point["what"],
            "number": point["number"],
            "text": point["text"] if point.get("quiet") else "",
            "to": point["to"],
            "by_when": point["by_when"],
            "address": f"{address_of(row)}#{point['name']}",
        }
        for point in row.points
    ]


def address_of(row: Publication) -> str:
    """The whole lasting address of a publication."""
    return f"{settings.PUBLIC_ADDRESS}{showing.row_address(row)}"


def as_json(rows: Iterable[Row], columns: Mapping[str, str]) -> str:
    """Rows with their dictionary, as JSON that ends with a line end."""
    said = {"columns": dict(columns), "rows": list(rows)}
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Iterable[Row], columns: Mapping[str, str]) -> str:
    """Rows as a sheet: no cell is one that a spreadsheet would take for a formula."""
    stream = io.StringIO()
    sheet = csv.writer(stream, lineterminator="\r\n")
    sheet.writerow(columns)
    for row in rows:
        sheet.writerow([_cell(row[name]) for name in columns])
    return stream.getvalue()


def _cell(value: Any) -> str:
    words = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{words}" if words.startswith(FORMULA) else words


def _rows(publisher: Publisher | None) -> list[Publication]:
    rows = queries.with_points(publisher)
    return list(rows.prefetch_related("themes", "joint_with", "aspects"))
