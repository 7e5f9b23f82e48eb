"""A step that the table knows can be taken by somebody, or it is said why not yet."""

import ast
from functools import cache

from heed.config.ticks import TICKS
from heed.rulebook import process
from heed.rulebook.language import Step
from tests.guards.source import HEED, python_files, tree

NOT_YET = {
    "decide_on_national_review": "the national Panel's desk is not built",
    "plan_national_publication": "the national Panel's desk is not built",
    "send_national_report_ahead": "the national Panel's desk is not built",
    "step_in_for_a_leaver": "Heed takes it itself, when an account is closed",
    "return_to_a_case": "Heed takes it itself, when an account is opened again",
    "split_case": "children would have to move under another case's key",
}
OF_THE_TABLE = {
    name: step.slug for name, step in vars(process).items() if isinstance(step, Step)
}
# Where somebody, or Heed by a named rule, sets an action going.
DOORS = {"views", "pages", "tasks", "management", "worker", "understanding"}


def is_a_door(path):
    parts = {part.removesuffix(".py") for part in path.relative_to(HEED).parts}
    named = any(part.endswith("_views") or part in DOORS for part in parts)
    return named and "rulebook" not in parts and "demo" not in parts


def names_in(node):
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            yield each.id
        elif isinstance(each, ast.Attribute):
            yield each.attr
        elif isinstance(each, ast.alias):
            yield each.name


@cache
def casework():
    skipped = {"rulebook", "demo", "library", "papers", "deidentify", "ui", "vault"}
    return [
        path
        for path in python_files()
        if path.relative_to(HEED).parts[0] not in skipped
        and "migrations" not in path.parts
    ]


def parts_of(path):
    """Each function, class and table of a file, with the names that stand in it."""
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, set(names_in(node))
        elif isinstance(node, ast.Assign):
            for target in names_in(node.targets[0]):
                yield target, set(names_in(node.value))


@cache
def functions_naming():
    """For each name, the functions outside the doors in whose body it stands."""
    found: dict[str, set[str]] = {}
    for path in casework():
        for function, names in parts_of(path) if not is_a_door(path) else ():
            for name in names:
                found.setdefault(name, set()).add(function)
    return found


@cache
def named_at_a_door():
    by_the_worker = {tick.action.partition(":")[2] for tick in TICKS}
    return by_the_worker | {
        name for path in casework() if is_a_door(path) for name in names_in(tree(path))
    }


def has_a_page(constant):
    """Whether an action that takes the step is set going from a page or a task."""
    reached, waiting = set(), [constant]
    while waiting:
        name = waiting.pop()
        for function in functions_naming().get(name, set()) - reached:
            reached.add(function)
            waiting.append(function)
    return bool(reached & named_at_a_door()) or constant in named_at_a_door()


def test_every_step_has_a_page_or_a_reason_why_not():
    without = {slug for name, slug in OF_THE_TABLE.items() if not has_a_page(name)}
    assert without == set(NOT_YET)


def test_a_step_that_nobody_takes_is_found():
    assert not has_a_page("SPLIT_CASE")
    assert has_a_page("GRANT_ACCESS")
