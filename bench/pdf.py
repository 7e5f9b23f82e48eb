"""A report of 40,000 words as an accessible PDF, beside WeasyPrint (row 6b).

    .venv/bin/python -m bench.pdf [an interpreter that has WeasyPrint]

WeasyPrint is no dependency of Heed: it is installed into an environment of its own,
whose interpreter is named. Both make a tagged PDF/UA-1 of the same words, headings,
lists and tables; ours also clears its metadata. Neither makes a list of contents. Each
run is a process of its own, since the typesetter keeps what it has set; imports are not
counted, and a short paper is set first, so that the fonts are warm. The two take turns;
the medians of the processor time are compared. It fails where WeasyPrint is not there,
where either makes no whole PDF, or where ours costs more than a tenth.
"""

import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SEED, WORDS, ROUNDS = 20260311, 40_000, 3
GOAL = 1 / 10
SHORT = 100
STYLE = (
    '@font-face{{font-family:Sans;src:url("file://{fonts}/NotoSans-Regular.ttf")}}'
    "@page{{size:A4;margin:26mm 25mm}}body{{font:11pt/1.5 Sans}}"
    "table{{border-collapse:collapse}}td,th{{border:.5pt solid;padding:2mm}}"
)
COMMON = (
    "the of and to a in was that for on with as at by had were her his they not "
    "be this which child mother social worker health visitor school family partners "
    "agencies information assessment risk home care police meeting visit plan"
)


def main(interpreter: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text(as_page(WORDS))
        page.with_name("short.html").write_text(as_page(SHORT))
        ours: list[float] = []
        peer: list[float] = []
        for _ in range(ROUNDS):
            ours.append(asked(sys.executable, "ours"))
            peer.append(asked(interpreter, "weasyprint", str(page)))
    mine, theirs = statistics.median(ours), statistics.median(peer)
    ratio = mine / theirs
    print(f"{WORDS:,} words, PDF/UA-1, {ROUNDS} processes each, medians of CPU")
    print(f"ours        {mine:7.3f} s   ({', '.join(f'{s:.3f}' for s in ours)})")
    print(f"WeasyPrint  {theirs:7.3f} s   ({', '.join(f'{s:.3f}' for s in peer)})")
    print(f"ours / WeasyPrint {ratio:.3f}   (goal {GOAL:.3f})")
    return int(ratio > GOAL)


def asked(interpreter: str, *what: str) -> float:
    """The processor seconds of one run in a process of its own."""
    words = [interpreter, str(Path(__file__)), *what]
    root = str(Path(__file__).resolve().parents[1])
    run = subprocess.run(
        words,
        check=False,
        capture_output=True,
        text=True,
        cwd=root,
        env={"PYTHONPATH": root},
    )
    if run.returncode:
        sys.exit(f"{what[0]} could not be run:\n{run.stderr[-400:]}")
    return float(run.stdout)


# One run


def set_by_us() -> float:
    from heed.papers.write_pdf import write_pdf

    report, short = a_report(WORDS), a_report(SHORT)
    write_pdf(short)
    return seconds(lambda: write_pdf(report, publisher="Quillshire"))


def set_by_weasyprint(page: str) -> float:
    import weasyprint

    def made(file: Path) -> bytes:
        html = weasyprint.HTML(filename=str(file))
        return bytes(html.write_pdf(pdf_variant="pdf/ua-1") or b"")

    made(Path(page).with_name("short.html"))
    return seconds(lambda: made(Path(page)))


def seconds(work: Callable[[], bytes]) -> float:
    begun = time.process_time()
    made = work()
    spent = time.process_time() - begun
    if not made.startswith(b"%PDF-") or b"%%EOF" not in made[-32:]:
        sys.exit("That is no whole PDF.")
    return spent


# The same words for both


def a_report(words: int):
    """A report of so many words: chapters, paragraphs, a list and a table in each."""
    from heed.papers.blocks import document, heading, listing, paragraph, table

    chance = random.Random(SEED)
    vocabulary = COMMON.split() + [a_word(chance) for _ in range(8_000)]
    weights = [1 / (rank + 2) for rank in range(len(vocabulary))]

    def said(count: int) -> str:
        return " ".join(chance.choices(vocabulary, weights, k=count)).capitalize() + "."

    blocks = [heading(1, "A report")]
    left = words
    while left > 0:
        blocks.append(heading(2, said(5)))
        for _ in range(4):
            blocks += [heading(3, said(4)), *(paragraph(said(90)) for _ in range(4))]
        blocks.append(listing(*(said(20) for _ in range(4))))
        rows = [[said(6), said(6), said(6)] for _ in range(6)]
        blocks.append(table(rows, header=["What", "Who", "When"]))
        left -= 4 * 4 * 91 + 80 + 108
    return document(*blocks, title="A report")


SYLLABLES = ("bra", "ken", "mar", "win", "ter", "lop", "ost", "vel", "dun", "hol")


def a_word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3))


def as_page(words: int) -> str:
    from heed.papers.glyphs import FONT_FOLDER
    from heed.papers.write_html import write_html

    body = write_html(a_report(words))
    style = STYLE.format(fonts=FONT_FOLDER)
    assert len(re.findall(r"\w+", body)) > words, "the page holds all its words"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>A report</title><style>{style}</style></head>"
        f"<body>{body}</body></html>"
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["ours"]:
            print(set_by_us())
        case ["weasyprint", page]:
            print(set_by_weasyprint(page))
        case [interpreter]:
            sys.exit(main(interpreter))
        case _:
            sys.exit(main(sys.executable))
