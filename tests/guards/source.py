"""Heed's own source, as the guards read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEED = ROOT / "heed"
APPS = (
    "audit",
    "cases",
    "chronologies",
    "correspondence",
    "demo",
    "desk",
    "documents",
    "incidents",
    "learning",
    "library",
    "panel",
    "partnership",
    "publications",
    "rapid_reviews",
    "referrals",
    "reviews",
    "vault",
)


def python_files(*under: str) -> list[Path]:
    """Every Python file of Heed, migrations left out; or those under some folders."""
    roots = [HEED / name for name in under] if under else [HEED]
    return sorted(
        path
        for root in roots
        for path in root.rglob("*.py")
        if "migrations" not in path.parts and "node_modules" not in path.parts
    )


def templates() -> list[Path]:
    return sorted([*HEED.rglob("*.html"), *HEED.rglob("templates/**/*.txt")])


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


@cache
def nodes(path: Path) -> list[ast.AST]:
    """All that stands in a file: every guard looks at it, it is walked over once."""
    return list(ast.walk(tree(path)))


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


@cache
def calls(path: Path) -> list[tuple[str, ast.Call]]:
    """Each call in a file, with the name of what is called (its last part)."""
    return [
        (node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id, node)
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.Name)
    ]


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef):
            yield node


def is_action_file(path: Path) -> bool:
    return path.name == "actions.py" or "actions" in path.parent.parts
