"""The same rows under other headings: where a person says what a column means, the rows
are understood anew from the words that were typed."""

import csv
from collections import Counter
from collections.abc import Iterable
from io import StringIO
from typing import Any

from heed.papers.chronologies.kept import as_kept
from heed.papers.chronologies.lines import joined
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
    places = _columns(changed, content["entries"])
    heads = [
        _head(n, label, "" if again else changed.get(label, ""))
        for n, (label, again) in enumerate(places)
    ]
    rows = [_cells(entry, places) for entry in content["entries"]]
    sheet = StringIO(newline="")
    csv.writer(sheet).writerows([heads, *rows])
    back = {head: label for head, (label, _) in zip(heads, places, strict=True)}
    anew = {}
    for entry in read(sheet.getvalue().encode(), "columns.csv").entries:
        before = content["entries"][entry.row - 2]
        anew[entry.row - 2] = _as_before(as_kept(entry), before, back)
    entries = [anew.get(n, before) for n, before in enumerate(content["entries"])]
    return content | {"entries": entries, "headings": [*map(list, changed.items())]}


def _as_before(made: Json, before: Json, back: dict[str, str]) -> Json:
    """An entry under its old number and place, with the headings of the paper."""
    made |= {k: before[k] for k in ("n", "row", "file") if k in before}
    made["cells"] = before.get("cells", [])
    if "other" in made:
        other = joined((back.get(k, k), words) for k, words in made["other"])
        made["other"] = [*map(list, other.items())]
    return made


def _columns(headings: Iterable[str], entries: list[Json]) -> list[tuple[str, int]]:
    """The columns of a paper: a heading, and how many before it are headed alike."""
    most = dict.fromkeys(headings, 1)
    for entry in entries:
        for label, times in Counter(k for k, _ in entry.get("cells", ())).items():
            most[label] = max(most.get(label, 1), times)
    return [(label, again) for label, times in most.items() for again in range(times)]


def _head(number: int, label: str, meaning: str) -> str:
    if not meaning:
        return _NO_MEANING.format(number)
    universal = meaning in {"date", "time"} and any(
        word in label.casefold() for word in _UTC
    )
    return f"{MEANINGS[meaning]} (UTC)" if universal else MEANINGS[meaning]


def _cells(entry: Json, places: list[tuple[str, int]]) -> list[str]:
    said: dict[str, list[str]] = {}
    for label, words in entry.get("cells", ()):
        said.setdefault(label, []).append(words)
    return [
        found[again] if again < len(found := said.get(label, [])) else ""
        for label, again in places
    ]
