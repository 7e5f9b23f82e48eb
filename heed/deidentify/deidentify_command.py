"""`heed deidentify`: a paper and a register in, what could identify a person out."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

FOUND, CANNOT = 1, 2


def main(argv: list[str]) -> int:
    """Check one paper: 0 when nothing confirmed is open, 1 while something is, 2 with
    one sentence when the paper or the register cannot be read."""
    asked = _parser().parse_args(argv)
    try:
        return _checked(asked)
    except OSError as wrong:
        return _cannot(f"{wrong.filename or asked.file}: {wrong.strerror}.")
    except ValueError as wrong:
        return _cannot(str(wrong))


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="heed deidentify", description=__doc__)
    parser.add_argument("file", metavar="FILE", help="the paper, or - to read it in")
    parser.add_argument("--register", required=True, metavar="REGISTER.csv")
    parser.add_argument("--allow", metavar="WORDS.txt", help="a word or phrase a line")
    shown = parser.add_mutually_exclusive_group(required=True)
    shown.add_argument("--json", action="store_true", help="print findings as JSON")
    shown.add_argument("--out", metavar="REPORT.html", help="write a page to read")
    return parser


def _checked(asked: Namespace) -> int:
    from heed.deidentify.exceptions import open_findings
    from heed.deidentify.paper import scan_paper
    from heed.deidentify.register import read_register
    from heed.papers.blocks import plain_text
    from heed.papers.read_text import decoded
    from heed.papers.reading import read_blocks
    from heed.papers.refusals import Refused

    register = read_register(decoded(Path(asked.register).read_bytes()))
    allow = decoded(Path(asked.allow).read_bytes()).splitlines() if asked.allow else ()
    name = "" if asked.file == "-" else Path(asked.file).name
    try:
        reading = read_blocks(_bytes_of(asked.file), name or "paper.txt")
    except Refused as refused:
        return _cannot(refused.sentence)
    findings = scan_paper(reading, register, name, allow)
    text = plain_text(reading.document).text
    _show(asked, findings, reading.hidden.to_json(), text)
    return FOUND if open_findings(findings, ()) else 0


def _bytes_of(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def _show(
    asked: Namespace, findings: Any, hidden: dict[str, object], text: str
) -> None:
    from heed.deidentify.findings import counts
    from heed.deidentify.report_page import report_page

    if asked.out:
        Path(asked.out).write_text(report_page(findings, text), encoding="utf-8")
        return
    said = {
        "findings": [finding.as_json() for finding in findings],
        "counts": counts(findings),
        "hidden": hidden,
        "text_length": len(text),
    }
    print(json.dumps(said, ensure_ascii=False, indent=2))


def _cannot(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return CANNOT
