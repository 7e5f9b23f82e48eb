"""`heed read`: one JSON object, or one clear sentence."""

import io
import json
import sys
from types import SimpleNamespace

import pytest

from heed.papers.read_command import main
from tests.papers.factories_in import a_docx, an_email, an_ole, grid, para, run

FORM = a_docx(grid(["Name of referrer", "Ann"], ["Name of child", "Leo"], ["DOB", "?"]))


@pytest.fixture
def paper(tmp_path):
    def write(data: bytes, name: str = "form.docx") -> str:
        (tmp_path / name).write_bytes(data)
        return str(tmp_path / name)

    return write


def test_a_referral_is_printed_as_one_object(paper, capsys):
    assert main([paper(FORM), "--as", "referral", "--json"]) == 0

    made = json.loads(capsys.readouterr().out)
    assert made["kind"] == "referral"
    assert made["children"][0]["given"] == "Leo"


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("agency-summary", "agency_summary"),
        ("chronology", "chronology"),
        ("report", "report"),
    ],
)
def test_every_way_of_reading_names_its_kind(paper, capsys, way, kind):
    assert main([paper(FORM), "--as", way]) == 0

    assert json.loads(capsys.readouterr().out)["kind"] == kind


def test_the_plain_text_of_a_text_file_is_its_own(paper, capsys):
    assert main([paper(b"One\n\n  two", "note.txt"), "--text"]) == 0

    assert capsys.readouterr().out == "One\n\n  two\n"


def test_a_paper_is_read_from_standard_input(monkeypatch, capsys):
    stdin = SimpleNamespace(buffer=io.BytesIO(bytes(an_email("A baby is hurt."))))
    monkeypatch.setattr(sys, "stdin", stdin)

    assert main(["-", "--as", "referral"]) == 0
    assert json.loads(capsys.readouterr().out)["channel"] == "email"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (FORM[:200], "damaged"),
        (an_ole("EncryptedPackage"), "password"),
        (b"<html></html>", "web page"),
        (a_docx("x", main="macro"), "macros"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_two(paper, capsys, data, words):
    assert main([paper(data), "--as", "referral"]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert len(said.err.splitlines()) == 1


def test_a_file_that_is_not_there_is_said_so(capsys):
    assert main(["/nowhere/form.docx"]) == 2

    assert "No such file" in capsys.readouterr().err


def test_what_does_not_show_is_told_under_hidden_alone(paper, capsys):
    form = a_docx(
        para("Name of child: Leo", run("hit", "<w:vanish/>")),
        relations=[("attachedTemplate", "https://a.example/x")],
    )
    assert main([paper(form), "--as", "referral"]) == 0

    made = json.loads(capsys.readouterr().out)
    assert made["hidden"]["hidden_text"]
    assert made["hidden"]["active"]
    names = {flag["name"] for flag in made["flags"]}
    assert not names & {"hidden_text_present", "active_content"}
