import io
import json
import sys

import pytest

from heed.deidentify import CLASSES
from heed.deidentify.deidentify_command import main
from heed.demo.quillshire.whimbrel import FILE_NAME, the_draft
from tests.deidentify.quillshire import RECORDS

REGISTER = "person,role,pseudonym,kind,value,critical\n" + "".join(
    ",".join(
        f'"{record.get(column, "")}"'
        for column in ("person", "role", "pseudonym", "kind", "value", "critical")
    )
    + "\n"
    for record in RECORDS
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "register.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "clear.txt").write_text("People listened.", encoding="utf-8")
    (tmp_path / "leak.txt").write_text("Then\r\nElspeth ran.", encoding="utf-8")
    (tmp_path / FILE_NAME).write_bytes(the_draft())
    return tmp_path


def the_command(*words):
    return main([*words, "--register", "register.csv"])


def test_it_exits_with_one_while_a_confirmed_finding_is_open(folder, capsys):
    assert the_command("leak.txt", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    (finding,) = said["findings"]
    assert finding["class"] == "name"
    assert (finding["start"], finding["end"]) == (6, 13)
    assert finding["suggest"] == "Whimbrel"
    assert said["counts"] == {"name": 1}
    assert said["text_length"] == len("Then\r\nElspeth ran.")


def test_it_exits_with_nought_when_nothing_confirmed_is_open(folder, capsys):
    assert the_command("clear.txt", "--json") == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_a_word_file_reports_its_hidden_parts(folder, capsys):
    assert the_command(FILE_NAME, "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert set(said["counts"]) <= set(CLASSES)
    assert said["hidden"]["comments"][0]["text"] == "Is Elspeth happy with this?"
    needed = {"id", "tier", "class", "text", "why", "critical", "part"}
    assert all(needed <= set(finding) for finding in said["findings"])


def test_allowed_words_raise_nothing(folder, capsys):
    (folder / "words.txt").write_text("elspeth\n\n", encoding="utf-8")
    assert the_command("leak.txt", "--json", "--allow", "words.txt") == 0


def test_a_page_for_readers_shows_each_finding_in_its_sentence(folder):
    (folder / "leak.txt").write_text("Then <b>, Elspeth ran", encoding="utf-8")
    assert the_command("leak.txt", "--out", "report.html") == 1
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "Then &lt;b&gt;, <mark>Elspeth</mark> ran" in page
    assert "OFFICIAL-SENSITIVE" in page
    assert "<script" not in page


def test_the_paper_may_come_from_standard_input(folder, capsys, monkeypatch):
    typed = io.TextIOWrapper(io.BytesIO(b"It was Elspeth."))
    monkeypatch.setattr(sys, "stdin", typed)
    assert the_command("-", "--json") == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nothing.txt", "--json", "--register", "register.csv"], "nothing.txt"),
        (["leak.txt", "--json", "--register", "nothing.csv"], "nothing.csv"),
        (["leak.txt", "--json", "--register", "clear.txt"], "no column"),
        (["empty.txt", "--json", "--register", "register.csv"], "empty"),
        (["page.docx", "--json", "--register", "register.csv"], "."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(folder, capsys, words, sentence):
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "page.docx").write_bytes(b"PK\x03\x04 but no Word file")
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_one_way_of_showing_the_result_is_asked_for(folder, capsys):
    with pytest.raises(SystemExit) as stopped:
        the_command("leak.txt")
    assert stopped.value.code == 2
