"""`heed chronology merge`: chronologies of several agencies in one order.

It runs on a laptop: no database, no network.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from heed.papers.chronologies.merging import Composite
    from heed.papers.chronologies.reading import Chronology, Scope

DONE, COULD_NOT = 0, 2
TITLE = "Merged chronology"
OUT = (".docx", ".xlsx", ".csv", ".html")


class CouldNotError(Exception):
    """Why nothing was merged, in one sentence."""


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CouldNotError(f"{message[:1].upper()}{message[1:]}.")


def main(argv: list[str]) -> int:
    """Merge chronologies: 0 when done, else 2 and one sentence that says why not."""
    try:
        _merge(_asked(argv))
    except CouldNotError as wrong:
        return _sorry(str(wrong))
    except OSError as wrong:
        name = wrong.filename or "The output"
        return _sorry(f"{name}: {wrong.strerror or 'cannot be used'}.")
    except Exception as wrong:  # noqa: BLE001
        # Whatever a hostile file leads a parser to, the caller gets one sentence.
        return _sorry(f"The files could not be merged ({type(wrong).__name__}).")
    return DONE


def _asked(argv: list[str]) -> Namespace:
    if argv[:1] != ["merge"]:
        raise CouldNotError("Say what to do: heed chronology merge FILE… --json.")
    return _parser().parse_intermixed_args(argv[1:])


def _parser() -> ArgumentParser:
    parser = _Parser(prog="heed chronology merge", description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE", help="or - to read one in")
    parser.add_argument(
        "--agency",
        action="append",
        default=[],
        metavar="NAME=FILE",
        help="a file, and the agency that sent it",
    )
    parser.add_argument("--scope", metavar="FROM..TO", help="such as 2024-01-01..2025")
    shown = parser.add_mutually_exclusive_group(required=True)
    shown.add_argument("--json", action="store_true", help="print one JSON object")
    shown.add_argument("--out", metavar="FILE", help="FILE.docx, .xlsx, .csv or .html")
    return parser


def _merge(asked: Namespace) -> None:
    from heed.papers.chronologies.merging import merged

    scope = _scope(asked.scope) if asked.scope else None
    if asked.out and Path(asked.out).suffix.lower() not in OUT:
        raise CouldNotError(f"{asked.out}: the output is one of {', '.join(OUT)}.")
    if asked.out and Path(asked.out).exists():  # it may be one of those that are merged
        raise CouldNotError(f"{asked.out}: there is such a file. Name a new one.")
    composite = merged(list(_read(asked)), scope=scope)
    if asked.json:
        from heed.papers.chronologies.as_json import to_json

        print(json.dumps(to_json(composite), ensure_ascii=False, indent=2))
    else:
        _write(composite, Path(asked.out))


def _write(composite: "Composite", out: Path) -> None:
    """The composite as a file, each entry under its place in the order of time."""
    from heed.papers.chronologies.writing import Copy, written

    beside = _links(composite)
    rows = [
        (str(e.n), replace(e, other=(*e.other, *beside.get(e.n, ()))))
        for e in composite.entries
    ]
    files = len({entry.file for entry in composite.entries})
    about = f"{len(rows)} entries of {files} file{'s' * (files != 1)}, merged."
    copy = Copy(title=TITLE, about=(about,), restricted=True, files=True)
    made = written(out.suffix.lower().removeprefix("."), rows, copy)
    with out.open("xb") as file:
        file.write(made)


def _links(composite: "Composite") -> dict[int, list[tuple[str, str]]]:
    """Beside each entry the numbers of other accounts of its event, and of its like."""
    found: dict[int, list[tuple[str, str]]] = {}
    for label, groups in (
        ("May be the event of", composite.tellings),
        ("Says the same as", composite.duplicates),
    ):
        for group in groups:
            for n in group.entries:
                others = ", ".join(str(m) for m in group.entries if m != n)
                found.setdefault(n, []).append((label, others))
    return found


def _read(asked: Namespace) -> "Iterator[Chronology]":
    given = [("", file) for file in asked.files]
    given += [_agency_and_file(words) for words in asked.agency]
    if not given:
        raise CouldNotError("Name at least one file.")
    names = Counter(Path(file).name for _, file in given)
    for agency, file in given:
        shown = Path(file).name if names[Path(file).name] == 1 else file
        yield _of_agency(_chronology(file, shown), agency)


def _agency_and_file(words: str) -> tuple[str, str]:
    agency, sign, file = words.partition("=")
    if not (sign and agency.strip() and file):
        raise CouldNotError(f"--agency {words}: say NAME=FILE.")
    return agency.strip(), file


def _chronology(file: str, shown: str) -> "Chronology":
    from heed.papers.chronologies.reading import read
    from heed.papers.refusals import Refused

    stdin = file == "-"
    data = sys.stdin.buffer.read() if stdin else Path(file).read_bytes()
    try:
        found = read(data, "standard input.csv" if stdin else shown)
    except Refused as refused:
        raise CouldNotError(f"{shown}: {refused.sentence}") from refused
    if not found.entries:
        raise CouldNotError(f"{shown}: no table with dates and events was found.")
    return found


def _of_agency(found: "Chronology", agency: str) -> "Chronology":
    """The chronology under the name that the caller gives its agency."""
    if not agency:
        return found
    own = {"", found.agency}
    entries = (
        replace(e, agency=agency if e.agency in own else e.agency)
        for e in found.entries
    )
    return replace(found, agency=agency, entries=tuple(entries))


def _scope(words: str) -> "Scope":
    first, dots, last = words.partition("..")
    if not dots:
        raise CouldNotError(f"--scope {words}: say FROM..TO, such as 2024-01-01..2025.")
    begins, ends = _day(first, words, 0), _day(last, words, 1)
    if begins and ends and begins > ends:
        raise CouldNotError(f"--scope {words}: it ends before it begins.")
    return begins, ends


def _day(said: str, words: str, side: int) -> date | None:
    """The first or the last day of what was written on one side of the scope."""
    from heed.papers.chronologies.entries import dated
    from heed.papers.dates import read_date

    if not said.strip():
        return None
    found = dated(read_date(said))
    day = (found.earliest, found.latest)[side]
    if day is None:
        raise CouldNotError(f"--scope {words}: “{said}” is not a date.")
    return day


def _sorry(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return COULD_NOT
