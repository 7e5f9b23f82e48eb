"""`heed read FILE --as referral|agency-summary|chronology|report [--json|--text]`."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from heed.papers.paper import WAYS, read_paper
from heed.papers.refusals import Refused

DONE, COULD_NOT = 0, 2


def main(argv: list[str]) -> int:
    """Read a file and print what it says: 0 when it could be read at all, else 2."""
    asked = _parser().parse_args(argv)
    try:
        print(_read(asked))
    except Refused as refused:
        return _sorry(refused.sentence)
    except OSError as wrong:
        return _sorry(f"{asked.file}: {wrong.strerror or 'cannot be opened'}.")
    except Exception as wrong:  # noqa: BLE001
        # Whatever a hostile file leads a parser to, the caller gets one sentence.
        return _sorry(f"The file could not be read ({type(wrong).__name__}).")
    return DONE


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="heed read", description="Read a paper.")
    parser.add_argument("file", help="the paper, or - for standard input")
    parser.add_argument("--as", dest="way", choices=tuple(WAYS), default="report")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object (usual)")
    shape.add_argument("--text", action="store_true", help="the plain text")
    return parser


def _read(asked: Namespace) -> str:
    stdin = asked.file == "-"
    data = sys.stdin.buffer.read() if stdin else Path(asked.file).read_bytes()
    name = "" if stdin else Path(asked.file).name
    if asked.text:
        from heed.papers.blocks import plain_text
        from heed.papers.reading import read_blocks

        return plain_text(read_blocks(data, name).document).text
    made = read_paper(data, name, asked.way)
    for name in ("places", "copy_of"):  # for the desk, and no answers
        made.pop(name, None)
    if "flags" in made:
        from heed.papers.forms.paper_flags import OF_THE_DESK

        kept = [flag for flag in made["flags"] if flag["name"] not in OF_THE_DESK]
        made = {**made, "flags": kept}
    return json.dumps(made, ensure_ascii=False, indent=2)


def _sorry(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return COULD_NOT
