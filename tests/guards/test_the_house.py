"""The ground rules that a linter cannot see."""

import ast
import re
import subprocess

from tests.guards.source import (
    APPS,
    HEED,
    ROOT,
    calls,
    functions,
    is_action_file,
    nodes,
    python_files,
    templates,
    tree,
    where,
)

TIME = {"now", "today", "utcnow", "localdate", "localtime"}
FORBIDDEN_NAMES = {
    "core",
    "common",
    "utils",
    "helpers",
    "misc",
    "services",
    "managers",
}
WRITES = {"create", "bulk_create", "get_or_create", "update_or_create", "delete"}
MAY_WRITE = {
    "cases/steps.py",
    "cases/deadlines.py",
    "cases/gaps.py",
    "cases/sheets.py",
}


def test_only_the_clock_asks_what_time_it_is():
    found = [
        where(path, node)
        for path in python_files()
        if path != HEED / "clock.py"
        for name, node in calls(path)
        if name in TIME and not _is_the_clock(node)
    ]
    found += [
        where(path, node)
        for path in python_files()
        for node in nodes(path)
        if isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}
    ]
    assert found == []


def test_a_moment_falls_on_the_day_that_england_has():
    found = [
        where(path, node)
        for path in python_files()
        for name, node in calls(path)
        if name == "date"
        and not node.args
        and ast.unparse(node.func).endswith("at.date")
    ]
    assert found == []


def _is_the_clock(node):
    return (
        isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "clock"
    )


def test_no_view_reaches_for_rows_by_itself():
    found = [
        where(path, node)
        for path in python_files(*APPS)
        if path.name == "views.py" or path.parent.name == "views"
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_base_manager"}
    ]
    assert found == []


def test_views_are_short():
    found = [
        f"{where(path, function)} {function.name}"
        for path in python_files(*APPS)
        if path.name == "views.py" or path.parent.name == "views"
        for function in functions(path)
        if _lines(function) > 15
    ]
    assert found == []


def test_every_action_says_who_and_when():
    found = []
    for path in python_files(*APPS):
        if not is_action_file(path):
            continue
        for node in tree(path).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            keywords = {argument.arg for argument in node.args.kwonlyargs}
            if "at" not in keywords or not {"by"} <= keywords:
                found.append(f"{where(path, node)} {node.name}")
    assert found == []


def test_every_save_names_what_it_saves():
    found = [
        where(path, node)
        for path in python_files(*APPS)
        for name, node in calls(path)
        if name == "save"
        and isinstance(node.func, ast.Attribute)
        and not {"update_fields", "force_insert"} & {k.arg for k in node.keywords}
        and not _is_an_image_or_document(node)
    ]
    assert found == []


def _is_an_image_or_document(node):
    value = node.func.value
    name = getattr(value, "id", getattr(value, "attr", ""))
    return name in {"pdf", "word", "workbook", "image", "storage"}


def test_rows_are_written_in_actions_only():
    found = [
        where(path, node)
        for path in python_files(*APPS)
        if not is_action_file(path)
        and str(path.relative_to(HEED)) not in MAY_WRITE
        and "management" not in path.parts
        for name, node in calls(path)
        if name in WRITES and _on_a_manager(node)
    ]
    assert found == []


def _on_a_manager(node):
    value = node.func.value if isinstance(node.func, ast.Attribute) else None
    while isinstance(value, ast.Attribute | ast.Call):
        if isinstance(value, ast.Attribute) and value.attr == "objects":
            return True
        value = value.func if isinstance(value, ast.Call) else value.value
    return False


def test_there_are_no_signals_and_no_save_overrides():
    found = [
        where(path, node)
        for path in python_files()
        for node in nodes(path)
        if (isinstance(node, ast.FunctionDef) and node.name == "save")
        or (isinstance(node, ast.ImportFrom) and node.module == "django.dispatch")
    ]
    assert found == []


def test_no_page_streams_from_an_unfinished_read():
    found = [
        where(path, node)
        for path in python_files(*APPS)
        if "management" not in path.parts
        for name, node in calls(path)
        if name == "iterator"
    ]
    assert found == []


def test_files_functions_and_templates_stay_small():
    found = [
        f"{path.relative_to(ROOT)} has {count} lines"
        for path in [*python_files(), *(ROOT / "tests").rglob("*.py"), *templates()]
        if (count := len(path.read_text().splitlines())) > _limit(path)
    ]
    found += [
        f"{where(path, function)} {function.name} has {_lines(function)} lines"
        for path in python_files()
        for function in functions(path)
        if _lines(function) > 50
    ]
    assert found == []


def _limit(path):
    if path.suffix == ".html":
        return 150
    return 500 if "tests" in path.parts else 400


def _lines(function):
    return function.end_lineno - function.lineno + 1


def test_no_drawer_is_called_utils():
    found = [
        str(path.relative_to(ROOT))
        for path in HEED.rglob("*")
        if path.stem in FORBIDDEN_NAMES and "node_modules" not in path.parts
    ]
    assert found == []


def test_public_functions_say_what_they_do_in_the_fields_words():
    found = []
    for path in python_files("rulebook", "papers", "deidentify", *APPS):
        speaks = path.parts[len(HEED.parts)] in {"rulebook", "papers", "deidentify"}
        if not (speaks or is_action_file(path) or path.name == "queries.py"):
            continue
        found += [
            f"{where(path, node)} {node.name}"
            for node in tree(path).body
            if isinstance(node, ast.FunctionDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]
    assert found == []


def test_every_decision_record_has_its_own_number():
    numbers = [path.name[:4] for path in (ROOT / "docs/adr").glob("*.md")]
    assert len(numbers) == len(set(numbers))


def test_the_repository_names_no_machine_and_no_package_index():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    forbidden = re.compile(
        r"py"
        r"pi\.org|python"
        r"hosted|registry\.npm"
        r"js|/wo"
        r"rk/main|/ro"
        r"ot/"
    )
    found = [
        name
        for name in filter(None, listed.split("\0"))
        if (path := ROOT / name).is_file()
        and path.suffix not in {".ttf", ".otf", ".png", ".docx", ".pdf"}
        and forbidden.search(path.read_text(errors="replace"))
    ]
    assert found == []
