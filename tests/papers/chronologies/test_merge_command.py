"""`heed chronology merge`: one JSON object, or one clear sentence."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from heed.demo.chronologies import FILES, FOLDER
from heed.papers.chronologies.merge_command import main
from heed.papers.chronologies.merging import merged as composite_of
from heed.papers.chronologies.reading import read

WORDS = "Date,Event\n1/5/2025,Seen at home\n"


@pytest.fixture
def a_file(tmp_path):
    made = tmp_path / "Health.csv"
    made.write_text(WORDS, encoding="utf-8")
    return str(made)


def merged(capsys, *words: str) -> dict:
    assert main(["merge", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_files_of_quillshire_as_somebody_on_a_laptop_merges_them(capsys):
    first, second, *others = (str(FOLDER / name) for name in FILES)
    told = merged(
        capsys, first, "--agency", f"Quillshire Constabulary={second}", *others
    )

    assert {"entries", "tellings", "duplicates", "conflicts", "gaps"} < told.keys()
    assert told["counts"]["events"] == 57
    police = {e["agency"] for e in told["entries"] if e["file"] == "QCO.csv"}
    assert police == {"Quillshire Constabulary"}
    assert [e["n"] for e in told["entries"]] == list(range(1, 62))
    both = told["tellings"][0]["entries"]
    assert told["entries"][both[0] - 1]["tellings"] == [both[1]]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "html"])
def test_the_five_files_of_quillshire_as_one_that_is_read_again(ending, tmp_path):
    out = tmp_path / f"merged.{ending}"
    files = [str(FOLDER / name) for name in FILES]

    assert main(["merge", *files, "--out", str(out)]) == 0

    if ending == "html":
        assert out.read_text("utf-8").count('<tr id="entry-') == 61
        return
    before = composite_of([read(file) for file in files]).entries
    after = read(out).entries
    assert [entry.date for entry in after] == [entry.date for entry in before]
    assert [entry.event for entry in after] == [entry.event for entry in before]
    assert [dict(entry.other)["No."] for entry in after] == [
        str(entry.n) for entry in before
    ]
    assert sum("May be the event of" in dict(entry.other) for entry in after) == 8


def test_it_needs_neither_django_nor_a_database(a_file):
    code = (
        "import sys; from heed.config.command_line import main\n"
        "try: main(sys.argv[1:])\n"
        "finally: sys.exit(40 if 'django' in sys.modules else 0)"
    )
    words = ["chronology", "merge", a_file, "--json"]
    run = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, check=False
    )

    assert run.returncode == 0
    assert json.loads(run.stdout)["entries"][0]["agency"] == "Health"


def test_the_scope_marks_what_lies_outside(capsys, a_file):
    told = merged(capsys, a_file, "--scope", "2026-01..2026")

    assert told["entries"][0]["outside_scope"]
    assert told["counts"]["outside_scope"] == 1


def test_a_file_is_read_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WORDS.encode())))

    assert merged(capsys, "--agency", "Health=-")["entries"][0]["agency"] == "Health"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Say what to do: heed chronology merge FILE… --json."),
        (["merge", "--json"], "Name at least one file."),
        (["merge", "{file}"], "One of the arguments --json --out is required."),
        (["merge", "nowhere.csv", "--json"], "nowhere.csv: No such file or directory."),
        (["merge", "--agency", "Health", "--json"], "--agency Health: say NAME=FILE."),
        (
            ["merge", "{file}", "--scope", "2025", "--json"],
            "--scope 2025: say FROM..TO, such as 2024-01-01..2025.",
        ),
        (
            ["merge", "{file}", "--scope", "2025..2024", "--json"],
            "--scope 2025..2024: it ends before it begins.",
        ),
        (
            ["merge", "{file}", "--scope", "soon..2024", "--json"],
            "--scope soon..2024: “soon” is not a date.",
        ),
        (
            ["merge", "{file}", "--out", "made.pdf"],
            "made.pdf: the output is one of .docx, .xlsx, .csv, .html.",
        ),
        (
            ["merge", "{file}", "--out", "{file}"],
            "{file}: there is such a file. Name a new one.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(capsys, a_file, words, sentence):
    assert main([word.format(file=a_file) for word in words]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"{sentence.format(file=a_file)}\n")
    assert Path(a_file).read_text("utf-8") == WORDS


def test_a_paper_without_a_chronology_is_said_not_merged(capsys, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all", encoding="utf-8")

    assert main(["merge", str(letter), "--json"]) == 2
    assert "letter.txt: no table with dates and events" in capsys.readouterr().err
