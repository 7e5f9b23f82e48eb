"""Papers read by `heed read`: time and memory of the whole process.

    .venv/bin/python -m bench.reading

Goals (issue "Intake", reference/performance.md §3a): a referral form in 0.3 s including
the start of the process, 50 pages of PDF in 3 s, never more than 256 MB. The peers are
python-docx for the form and, where they are installed, openpyxl and pandas for a sheet
of 5,000 rows; inflating and parsing the XML alone is the limit.
"""

import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from heed.papers.blocks import document, heading, paragraph
from heed.papers.referral_form import SentTo, fill_referral_form, referral_form
from heed.papers.write_pdf import write_pdf
from tests.papers.factories_in import a_workbook, an_email

SAVED = Path("tests/papers/saved")
TIMES, ROWS, SORTED_ROWS, PAGES = 3, 5_000, 1_000, 50
FORM_SECONDS, PDF_SECONDS, MOST_MB = 0.3, 3.0, 256
COMMAND = "import sys; from heed.config.command_line import main; main(sys.argv[1:])"


def our_form() -> bytes:
    sent_to = SentTo(partnership="Quillshire", mailbox="r@q.example")
    answers = {"child.1.given": "Marny", "child.1.family": "Oakbridge"}
    return fill_referral_form(referral_form(sent_to), answers)


def a_long_pdf() -> bytes:
    words = "She was seen at home by the health visitor and was well. " * 9
    blocks = [
        block
        for page in range(PAGES)
        for block in (heading(2, f"Part {page}"), *(paragraph(words),) * 7)
    ]
    return write_pdf(document(*blocks, title="A report"))


def a_long_sheet(count: int = ROWS) -> bytes:
    head = "".join(f"<c t='inlineStr'><is><t>{w}</t></is></c>" for w in HEADS)
    line = (
        "<c s='1'><v>{day}</v></c><c t='s'><v>0</v></c><c t='s'><v>1</v></c>"
        "<c t='inlineStr'><is><t>Seen at home, entry {day}</t></is></c>"
    )
    rows = [f"<row r='1'>{head}</row>"]
    rows += [f"<row>{line.format(day=40_000 + n)}</row>" for n in range(count)]
    return a_workbook("".join(rows), texts=["14:30", "Health visitor"])


HEADS = ("Date", "Time", "Source", "Event")


def measured(command: list[str]) -> tuple[float, float]:
    """The best time of several, and the most memory in MB."""
    best, most = float("inf"), 0.0
    for _ in range(TIMES):
        begun = time.perf_counter()
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        if run.returncode:
            sys.exit(f"{command} ended with {run.returncode}")
        best = min(best, time.perf_counter() - begun)
        most = max(most, used.ru_maxrss / 1024)
    return best, most


def python(code: str, *words: str) -> list[str]:
    return [sys.executable, "-c", code, *words]


OVER: list[str] = []


def row(name: str, file: Path, way: str, goal: float | None = None) -> float:
    seconds, memory = measured(python(COMMAND, "read", str(file), "--as", way))
    kept = "" if goal is None else f"   (goal {goal} s)"
    over = goal is not None and seconds > goal
    over |= memory > MOST_MB
    OVER.extend([name] * over)
    print(
        f"{name:32} {seconds:6.3f} s {memory:5.0f} MB{kept}{'   OVER' if over else ''}"
    )
    return seconds


def peer(name: str, module: str, code: str, file: Path, ours: float) -> None:
    if not find_spec(module):
        print(f"{name:32} is not installed here")
        return
    seconds, memory = measured(python(code, str(file)))
    ratio = f"ours is {ours / seconds:.2f} of it"
    print(f"{name:32} {seconds:6.3f} s {memory:5.0f} MB   {ratio}")


PEER_DOCX = """
import sys, docx
paper = docx.Document(sys.argv[1])
words = [p.text for p in paper.paragraphs]
words += [c.text for t in paper.tables for row in t.rows for c in row.cells]
"""
PEER_OPENPYXL = """
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
"""
PEER_PANDAS = "import sys, pandas; pandas.read_excel(sys.argv[1])"


def in_process(name: str, work: Callable[[], object]) -> None:
    begun = time.process_time()
    work()
    print(f"{name:32} {time.process_time() - begun:6.3f} s")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        rows(Path(folder))
    return int(bool(OVER))


def rows(folder: Path) -> None:
    def kept(name: str, data: bytes) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    form = kept("form.docx", our_form())
    ours = row("our referral form, .docx", form, "referral", FORM_SECONDS)
    peer("  python-docx, words only", "docx", PEER_DOCX, form, ours)
    for kind in ("docx", "doc", "rtf", "odt"):
        row(f"a form, .{kind}", SAVED / f"form.{kind}", "referral", FORM_SECONDS)
    for kind in ("xlsx", "ods"):
        row(f"a chronology, .{kind}", SAVED / f"chronology.{kind}", "chronology")
    mail = an_email("Please see the form.", attachments=[("f.docx", our_form())])
    row("an email with the form", kept("mail.eml", bytes(mail)), "referral")
    pdf = kept("report.pdf", a_long_pdf())
    row(f"a PDF of about {PAGES} pages", pdf, "report", PDF_SECONDS)
    sheet = kept("long.xlsx", a_long_sheet())
    ours = row(f"a sheet of {ROWS:,} rows, as blocks", sheet, "report")
    peer("  openpyxl, values only", "openpyxl", PEER_OPENPYXL, sheet, ours)
    peer("  pandas, values only", "pandas", PEER_PANDAS, sheet, ours)
    short = kept("short.xlsx", a_long_sheet(SORTED_ROWS))
    row(f"a chronology of {SORTED_ROWS:,} rows", short, "chronology")
    in_process("  limit: inflate and parse", lambda: bare(sheet.read_bytes()))


def bare(data: bytes) -> None:
    from xml.parsers import expat

    with zipfile.ZipFile(io.BytesIO(data)) as book:
        expat.ParserCreate().Parse(book.read("xl/worksheets/sheet1.xml"), True)


if __name__ == "__main__":
    sys.exit(main())
