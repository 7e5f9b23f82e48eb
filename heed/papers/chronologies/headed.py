"""The same rows under other headings: where a person says what a column means, the rows
are understood anew from the words that were typed."""

import csv
from io import StringIO
from typing import Any

from heed.papers.chronologies.kept import as_kept
from heed.papers.chronologies.reading import read

Json = dict[str, Any]

MEANINGS: dict[str, str] = {
    "date": "Date",
    "end": "End date",
    "time": "Time",
    "n": "No",
    "source": "Source",
    "event": "Event",
    "outcome": "Outcome",
    "child_seen": "Child seen",
    "seen_alone": "Seen alone",
    "child_voice": "Voice of the child",
    "child": "Child",
    "present": "Present",
    "kind": "Type",
    "agency": "Agency",
    "recorded": "Date recorded",
    "comment": "Comment",
}
"""What a column may mean, each with a heading that says so."""
_NO_MEANING = "qqcolumn{}"
_UTC = ("utc", "gmt", "zulu")


def with_meanings(content: Json, meanings: dict[str, str]) -> Json:
    """What the reader says of a paper, its rows understood with the meanings that a
    person gave its headings. No row and no word is lost."""
    said = dict(content["headings"])
    changed = {label: meanings.get(label, name) for label, name in said.items()}
    labels = list(changed)
    heads = [_head(n, label, changed[label]) for n, label in enumerate(labels)]
    rows = [_cells(entry, labels) for entry in content["entries"]]
    sheet = StringIO(newline="")
    csv.writer(sheet).writerows([heads, *rows])
    found = read(sheet.getvalue().encode(), "columns.csv")
    back = dict(zip(heads, labels, strict=True))
    entries = []
    for entry in found.entries:
        before = content["entries"][entry.row - 2]
        made = as_kept(entry) | {
            k: before[k] for k in ("n", "row", "file") if k in before
        }
        made["cells"] = before.get("cells", [])
        if "other" in made:
            made["other"] = [[back.get(k, k), words] for k, words in made["other"]]
        entries.append(made)
    headings = [[label, changed[label]] for label in labels]
    return content | {"entries": entries, "headings": headings}


def _head(number: int, label: str, meaning: str) -> str:
    if not meaning:
        return _NO_MEANING.format(number)
    universal = meaning in {"date", "time"} and any(
        word in label.casefold() for word in _UTC
    )
    return f"{MEANINGS[meaning]} (UTC)" if universal else MEANINGS[meaning]


def _cells(entry: Json, labels: list[str]) -> list[str]:
    said = dict(entry.get("cells", []))
    return [said.get(label, "") for label in labels]
