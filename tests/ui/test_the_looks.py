"""What is compiled: nothing of GOV.UK's own letters, no address, no inline anything."""

import json
import re
from pathlib import Path

import pytest

import heed.ui
from heed.ui import build

ROOT = Path(__file__).resolve().parents[2]
UI = Path(heed.ui.__file__).parent


def test_the_lock_file_names_no_address():
    lock = (ROOT / "package-lock.json").read_text()
    assert "://" not in lock
    packages = json.loads(lock)["packages"]
    assert all(one.get("integrity") for name, one in packages.items() if name)


def test_the_lock_file_is_of_this_package():
    wanted = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert packages[""]["devDependencies"] == wanted
    for name, version in wanted.items():
        assert packages[f"node_modules/{name}"]["version"] == version


@pytest.mark.parametrize("name", ["app.css", "public.css"])
def test_the_compiled_looks_are_fit_to_be_served(name):
    build.refuse_unwanted(build.COMPILED / name)


def test_a_script_asks_for_no_source_map():
    script = (build.COMPILED / "govuk-frontend.min.js").read_text()
    assert "sourceMappingURL" not in script
    assert "export" in script


@pytest.mark.parametrize(
    "unwanted",
    ["url(data:image/svg+xml;base64,AA)", "@font-face{}", "GDS Transport", "@import x"],
)
def test_looks_that_break_our_policy_are_refused(tmp_path, unwanted):
    sheet = tmp_path / "app.css"
    sheet.write_text("a{}" * 5000 + unwanted)
    with pytest.raises(build.BuildError, match="which we do not serve"):
        build.refuse_unwanted(sheet)


@pytest.mark.parametrize("text", [None, "", "a{color:red}"])
def test_looks_that_came_out_empty_are_refused(tmp_path, text):
    sheet = tmp_path / "app.css"
    if text is not None:
        sheet.write_text(text)
    with pytest.raises(build.BuildError, match="empty or cut short"):
        build.refuse_unwanted(sheet)


def test_a_build_that_fails_says_why_and_leaves_no_half_built_looks(
    tmp_path, monkeypatch, capsys
):
    compiled = tmp_path / "compiled"
    compiled.mkdir()
    (compiled / "app.css").write_text("old")
    monkeypatch.setattr(build, "COMPILED", compiled)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(build.sys, "executable", str(tmp_path / "python"))
    assert build.main() == 1
    assert "No npm was found" in capsys.readouterr().err
    assert not compiled.exists()


def test_a_command_that_fails_is_quoted():
    with pytest.raises(build.BuildError, match="said:\nwhat went wrong"):
        build.run(
            ["sh", "-c", "echo what went wrong; exit 3"], {"PATH": "/usr/bin:/bin"}
        )


def test_pages_hold_no_script_and_no_style_of_their_own():
    for path in (UI / "templates").rglob("*.html"):
        source = path.read_text()
        assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=", source), path
        assert not re.search(r"\son[a-z]+=|javascript:", source), path


def test_our_scripts_write_no_markup_and_ask_no_other_host():
    for path in (UI / "static/ui").glob("*.js"):
        source = path.read_text()
        assert not re.search(r"innerHTML|outerHTML|eval\(|document\.write", source), (
            path
        )
        assert "://" not in source, path
