"""How each merges the chronologies of a folder, as a programme of its own.

Each prints how many rows it read, how many say what another of that day says, and a sum
of the rows in their order: what is compared before any time is. Then it prints the time
that it had spent before it began to say so: to prove what was found is nobody's work.
"""

NAMES = {
    "ours": "ours: read, dated, ordered, duplicates",
    "whole": "ours: also tellings, conflicts and gaps",
    "pandas": "pandas + openpyxl + dateutil",
    "calamine": "python-calamine + cached dates",
    "polars": "fastexcel + polars",
    "docx": "python-docx + dateutil",
}


def python_of(name: str) -> str:
    """The programme of this name."""
    return _PROGRAMS[name]


_END = """
import hashlib, os
def said(rows, twice, ordered):
    spent = sum(os.times()[:2])
    total = "\\n".join(map("|".join, ordered))
    print(rows, twice, hashlib.sha256(total.encode()).hexdigest())
    print(spent)
"""
_BEGIN = """
import glob, sys
from datetime import datetime
files = sorted(glob.glob(sys.argv[1] + "/*"))
"""

_IN_TURN = """
def in_turn(entries):
    at = "minutes"
    yield from sorted((e.date.iso, e.time.isoformat(at), e.event) for e in entries)
"""
_OURS = (
    _BEGIN
    + """
from heed.papers.chronologies.reading import read
from heed.papers.chronologies.duplicates import duplicates
from heed.papers.chronologies.merging import ordered_rows
made = ordered_rows(read(file) for file in files)
twice = duplicates(made)
"""
    + _END
    + _IN_TURN
    + """
said(len(made), sum(len(d.entries) - 1 for d in twice), in_turn(made))
"""
)
_WHOLE = (
    _BEGIN
    + """
from heed.papers.chronologies.reading import read
from heed.papers.chronologies.merging import merged
made = merged([read(file) for file in files])
"""
    + _END
    + _IN_TURN
    + """
twice = sum(len(d.entries) - 1 for d in made.duplicates)
said(len(made.entries), twice, in_turn(made.entries))
"""
)
_DATEUTIL = """
import re
from dateutil import parser
def day_of(words):
    iso = re.fullmatch(r"\\d{4}-\\d\\d-\\d\\d", words)
    found = parser.isoparse(words) if iso else parser.parse(words, dayfirst=True)
    return found.date().isoformat()
"""
_PANDAS = (
    _BEGIN
    + _DATEUTIL
    + """
import pandas
frames = [pandas.read_excel(file, dtype=str, engine="openpyxl") for file in files]
for file, frame in zip(files, frames):
    frame["agency"] = file
whole = pandas.concat(frames, ignore_index=True)
whole["day"] = whole["Date"].map(day_of)
whole["bare"] = whole["Event"].str.lower().str.split().str.join(" ")
whole = whole.sort_values(["day", "Time", "Event"], kind="stable")
twice = int(whole.duplicated(["day", "bare"]).sum())
"""
    + _END
    + """
said(len(whole), twice, zip(whole["day"], whole["Time"], whole["Event"]))
"""
)
_CACHED = """
import functools
NOTATIONS = ("%d/%m/%Y", "%Y-%m-%d", "%d %b %Y", "%d.%m.%Y", "%d %B %Y")
@functools.cache
def day_of(words):
    for notation in NOTATIONS:
        try:
            return datetime.strptime(words, notation).date().isoformat()
        except ValueError:
            pass
"""
_PLAIN = """
rows.sort()
seen = set()
twice = 0
for day, time, event in rows:
    key = day, " ".join(event.lower().split())
    twice += key in seen
    seen.add(key)
said(len(rows), twice, rows)
"""
_CALAMINE = (
    _BEGIN
    + _CACHED
    + """
from python_calamine import CalamineWorkbook
rows = []
for file in files:
    book = CalamineWorkbook.from_path(file)
    sheet = book.get_sheet_by_index(0).to_python()
    rows += [(day_of(row[0]), row[1], row[3]) for row in sheet[1:]]
"""
    + _END
    + _PLAIN
)
_POLARS = (
    _BEGIN
    + _CACHED
    + """
import fastexcel, polars
frames = []
for file in files:
    sheet = fastexcel.read_excel(file).load_sheet(0, dtypes="string")
    frames.append(sheet.to_polars())
whole = polars.concat(frames)
days = {words: day_of(words) for words in whole["Date"].unique().to_list()}
whole = whole.with_columns(
    polars.col("Date").replace_strict(days, return_dtype=polars.String).alias("day"),
    polars.col("Event").str.to_lowercase().alias("bare"),
).sort("day", "Time", "Event")
twice = len(whole) - whole.select("day", "bare").n_unique()
"""
    + _END
    + """
said(len(whole), twice, whole.select("day", "Time", "Event").iter_rows())
"""
)
_DOCX = (
    _BEGIN
    + _DATEUTIL
    + """
import docx
rows = []
for file in files:
    for table in docx.Document(file).tables:
        for row in table.rows[1:]:
            words = [cell.text for cell in row.cells]
            rows.append((day_of(words[0]), words[1], words[3]))
"""
    + _END
    + _PLAIN
)
_PROGRAMS = {
    "ours": _OURS,
    "whole": _WHOLE,
    "pandas": _PANDAS,
    "calamine": _CALAMINE,
    "polars": _POLARS,
    "docx": _DOCX,
}
