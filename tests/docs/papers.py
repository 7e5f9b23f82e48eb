"""The documents of the repository, as their tests read them."""

import ast
import re
from functools import cache
from html import unescape
from pathlib import Path

from heed.config.written import DOCUMENTS

ROOT = Path(__file__).resolve().parents[2]
HEED = ROOT / "heed"
TEXTS = HEED / "config/written/texts"
TAGS = re.compile(
    r"{#.*?#}|{%.*?%}|{{.*?}}|</?(?!c-)[a-z][^>]*>|</?c-[^>]*>", re.DOTALL
)
SAID = re.compile(r"\b(?:label|title|summary|caption|words|hint)=\"([^\"]*)\"")


def pages(*under: str) -> list[Path]:
    """Every Markdown page of the repository's own; or those under some folders."""
    found = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    starts = tuple(str(ROOT / each) for each in under)
    return sorted(page for page in found if not under or str(page).startswith(starts))


def by_hand() -> list[Path]:
    """The pages that somebody wrote, and the prose of those that are printed."""
    printed = {ROOT / name for name in DOCUMENTS} | {ROOT / "docs/process.md"}
    return [*(p for p in pages() if p not in printed), *sorted(TEXTS.glob("*.md"))]


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def without_code(text: str) -> str:
    return re.sub(r"^ *```.*?^ *```$", "", text, flags=re.DOTALL | re.MULTILINE)


def code_blocks(text: str) -> list[str]:
    """What stands between fences, without the spaces of a list around it."""
    found = re.findall(r"^( *)```\w*\n(.*?)^\1```$", text, re.DOTALL | re.MULTILINE)
    return [re.sub(f"^{space}", "", code, flags=re.MULTILINE) for space, code in found]


def plain(words: str) -> str:
    """Words as they are compared: one kind of apostrophe, space and case."""
    alike = words.replace("’", "'").replace("‘", "'")
    return " ".join(alike.split()).casefold()


@cache
def said_on_screens() -> str:
    """All that templates and the strings of the code can say."""
    said = []
    for path in sorted(HEED.rglob("templates/**/*.html")):
        source = path.read_text()
        said += [TAGS.sub(" ", source), *SAID.findall(source)]
    for path in sorted(HEED.rglob("*.py")):
        if not {"migrations", "written"} & set(path.parts):
            said += _strings(path)
    return plain(unescape(" | ".join(said)))


def _strings(path: Path) -> list[str]:
    return [
        node.value
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
