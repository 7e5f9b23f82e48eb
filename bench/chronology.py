"""Chronologies of twenty agencies merged: ours against what analysts use.

    .venv/bin/python -m bench.chronology [--quick] [folder with the peers]

Goals (reference/performance.md, rows 3a and 3b): twenty workbooks of 5,000 rows in at
most 1/13 of the processor time of pandas with openpyxl and dateutil, twenty Word files
of 500 rows in at most 1/10 of python-docx with dateutil, at most 300 MB for 100,000
rows, and ten times the rows in at most twelve times the time. All limits on packages
are on. Each peer reads the same files, understands the dates, orders the rows and finds
those that are there twice; what each finds is compared before its time is, and the time
that it takes to say what was found is not counted.

pandas, openpyxl, polars, fastexcel and python-calamine are no dependencies of Heed.
Where they are not installed, a folder of them may be named:

    .venv/bin/python -m pip install --target var/peers pandas openpyxl polars \\
        fastexcel python-calamine
    .venv/bin/python -m bench.chronology var/peers

A goal whose peer is not there is not measured, and counts as not met. `--quick` takes a
tenth of the rows, once each: enough to see where it stands, too little to judge by
(what is spent before the first row weighs ten times as much).
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.peers.chronologies import NAMES, python_of
from bench.peers.written_chronologies import write_files

TIMES = int(os.environ.get("HEED_BENCH_TIMES", "3"))
FILES, ROWS, WORD_ROWS = 20, 5_000, 500
PANDAS, POLARS, DOCX = 1 / 13, 0.9, 1 / 10
GROWTH, MOST_MB = 12.0, 300
QUICK = "--quick"
OVER: list[str] = []
MISSING: list[str] = []


def main(words: list[str]) -> int:
    quick = QUICK in words
    folders = [word for word in words if word != QUICK]
    beside = str(Path(folders[0]).resolve()) if folders else ""
    if quick:
        print("QUICK: a tenth of the rows, once each. No goal is judged by this.")
    with tempfile.TemporaryDirectory() as folder:
        _measured(Path(folder), beside, quick=quick)
    for name in OVER:
        print(f"OVER {name}")
    for name in MISSING:
        print(f"NOT MEASURED {name}")
    return int(bool(OVER or MISSING))


def _measured(folder: Path, beside: str, *, quick: bool) -> None:
    book, tenth, word, long, text = (folder / name for name in "btwlc")
    less = 10 if quick else 1
    rows, word_rows, times = ROWS // less, WORD_ROWS // less, 1 if quick else TIMES
    write_files(book, "xlsx", FILES, rows)
    write_files(tenth, "xlsx", FILES, rows // 10)
    write_files(word, "docx", FILES, word_rows)
    write_files(long, "docx", FILES, word_rows * 10)
    print(f"{FILES} workbooks of {rows:,} rows")
    spent = _compared(
        book, ("ours", "whole", "pandas", "calamine", "polars"), beside, times
    )
    _goal("ours / pandas", spent, ("ours", "pandas"), PANDAS)
    _goal("ours / polars", spent, ("ours", "polars"), POLARS)
    print(f"{FILES} workbooks of {rows // 10:,} rows")
    few = _compared(tenth, ("ours", "whole", "pandas"), beside, times)
    for each in ("ours", "whole"):
        grown = spent[each] / few[each]
        _said(f"ten times the rows, {each}", grown, GROWTH)
    print(f"{FILES} sheets of text of {rows:,} rows")
    write_files(text, "csv", FILES, rows)
    of_text = _compared(text, ("ours",), beside, times)
    _said("a sheet of text / a workbook", of_text["ours"] / spent["ours"], 1.0)
    print(f"{FILES} Word files of {word_rows:,} rows")
    spent = _compared(word, ("ours", "whole", "docx"), beside, times)
    _goal("ours / python-docx", spent, ("ours", "docx"), DOCX)
    print(f"{FILES} Word files of {word_rows * 10:,} rows")
    many = _compared(long, ("ours",), beside, times)
    _said("ten times the rows, Word", many["ours"] / spent["ours"], GROWTH)


def _compared(
    folder: Path, names: tuple[str, ...], beside: str, count: int
) -> dict[str, float]:
    """The median of the processor time of each; they take turns and find the same."""
    times: dict[str, list[float]] = {name: [] for name in names}
    found: dict[str, str] = {}
    for turn in range(count):
        for name in names:
            # The slow ones once: their figure is large, and its noise is not.
            if turn and name in {"pandas", "docx"}:
                continue
            run = _run(name, folder, beside)
            if run is None:
                continue
            seconds, memory, found[name] = run
            times[name].append(seconds)
            if name in {"ours", "whole"} and memory > MOST_MB:
                OVER.append(f"{name}: {memory:.0f} MB")
            if not turn:
                print(f"  {NAMES[name]:58} {seconds:7.3f} s {memory:5.0f} MB")
    if len(set(found.values())) > 1:
        sys.exit(f"They do not find the same: {found}")
    return {name: statistics.median(each) for name, each in times.items() if each}


def _run(name: str, folder: Path, beside: str) -> tuple[float, float, str] | None:
    path = os.pathsep.join(filter(None, (str(Path.cwd()), beside)))
    out = folder.parent / "found"
    with out.open("wb") as kept:
        command = [sys.executable, "-c", python_of(name), str(folder)]
        run = subprocess.Popen(
            command, stdout=kept, stderr=subprocess.PIPE, env={"PYTHONPATH": path}
        )
        _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    said = run.stderr.read().decode() if run.stderr else ""
    if run.returncode and "ModuleNotFoundError" in said:
        print(f"  {NAMES[name]:58} is not installed here")
        return None
    if run.returncode:
        sys.exit(f"{name} ended with {run.returncode}: {said}")
    found, spent = out.read_text().splitlines()
    return float(spent), used.ru_maxrss / 1024, found


def _goal(
    name: str, spent: dict[str, float], pair: tuple[str, str], most: float
) -> None:
    ours, peer = pair
    if peer in spent:
        _said(name, spent[ours] / spent[peer], most)
    else:
        print(f"  {name:58} not measured")
        MISSING.append(f"{name}: {NAMES[peer]} is not installed")


def _said(name: str, ratio: float, most: float) -> None:
    over = ratio > most
    OVER.extend([f"{name}: {ratio:.3f}"] * over)
    print(f"  {name:58} {ratio:7.3f}   (goal {most:.3f}){'   OVER' * over}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
