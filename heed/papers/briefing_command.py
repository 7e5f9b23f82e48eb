"""`heed briefing`: a seven-minute briefing, from a report or written as YAML."""

import argparse
import sys
from pathlib import Path

from heed.papers.briefing import Briefing, box_lengths, whole_length
from heed.papers.briefing_data import briefing_in
from heed.papers.refusals import Refused

DONE, NOT_DONE = 0, 2
WRITTEN_AS_DATA = {".yaml", ".yml", ".json"}
FORMS = (".html", ".docx", ".pdf", ".txt")


class NotDone(Exception):
    """Why nothing was written, in one sentence."""


def main(argv: list[str]) -> int:
    """Write the briefing and print its boxes with their words and reading time.

    The answer is 0, or 2 with one sentence on standard error.
    """
    asked = _arguments().parse_args(argv)
    try:
        briefing = _briefing_from(asked.source)
        _write(briefing, Path(asked.out))
    except NotDone as wrong:
        print(f"heed briefing: {wrong}", file=sys.stderr)
        return NOT_DONE
    _say(briefing)
    return DONE


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="heed briefing",
        description="Makes a seven-minute briefing: seven headed boxes in their order.",
    )
    parser.add_argument(
        "source",
        metavar="REPORT|BRIEFING.yaml",
        help="a report (.docx, .odt, .pdf, .txt) to draft from, or a briefing as YAML",
    )
    parser.add_argument(
        "--out",
        required=True,
        metavar="FILE",
        help="ends in .html, .docx, .pdf or .txt",
    )
    return parser


def _briefing_from(source: str) -> Briefing:
    path = Path(source)
    try:
        data = path.read_bytes() if source != "-" else sys.stdin.buffer.read()
    except OSError as wrong:
        raise NotDone(f"{source} cannot be opened.") from wrong
    if source == "-" or path.suffix.lower() in WRITTEN_AS_DATA:
        return _written(data, source)
    return _drafted(data, path.name)


def _written(data: bytes, source: str) -> Briefing:
    try:
        return briefing_in(data.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise NotDone(f"{source} is not text.") from wrong
    except ValueError as wrong:
        raise NotDone(str(wrong)) from wrong


def _drafted(data: bytes, name: str) -> Briefing:
    from heed.papers.briefing_proposal import proposed
    from heed.papers.reading import read_blocks

    try:
        return proposed(read_blocks(data, name).document)
    except Refused as wrong:
        raise NotDone(wrong.sentence) from wrong


def _write(briefing: Briefing, out: Path) -> None:
    made = _made(briefing, out.suffix.lower())
    try:
        out.write_bytes(made)
    except OSError as wrong:
        raise NotDone(f"{out} cannot be written.") from wrong


def _made(briefing: Briefing, form: str) -> bytes:
    from heed.papers import briefing_paper as paper

    match form:
        case ".html":
            return paper.briefing_html_page(briefing).encode()
        case ".txt":
            return paper.briefing_text(briefing).encode()
        case ".docx":
            return paper.briefing_docx(briefing)
        case ".pdf":
            _warn_of_characters(briefing)
            return paper.briefing_pdf(briefing)
    raise NotDone(f"A briefing is written as {', '.join(FORMS)}.")


def _warn_of_characters(briefing: Briefing) -> None:
    from heed.papers.briefing_paper import briefing_document
    from heed.papers.glyphs import code_point, glyph_findings

    for each in glyph_findings(briefing_document(briefing)):
        where = f"{code_point(each.character)} in {each.anchor}"
        sentence = f"the PDF shows {each.shown_as} in place of {where}."
        print(f"heed briefing: {sentence}", file=sys.stderr)


def _say(briefing: Briefing) -> None:
    rows = zip(briefing.boxes, box_lengths(briefing), strict=True)
    for number, (box, length) in enumerate(rows, 1):
        print(f"{number}. {box.heading}: {length}")
        if box.remark:
            print(f"   {box.remark}", file=sys.stderr)
    print(f"In all: {whole_length(briefing)}")
