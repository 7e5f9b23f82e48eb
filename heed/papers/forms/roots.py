"""What a label asks by the roots of its words: the vocabulary of `roots.txt`.

Only for words that surely stand where a label stands: in an answer the same words ask
nothing.
"""

from functools import cache
from pathlib import Path

from heed.papers.patterns import later

_MOST_WORDS = 18
_WORD = later(r"[a-z][a-z']*")
_HINTS = later(r"\([^)]*\)|\[[^\]]*\]")

Group = tuple[str, ...]


@cache
def _rules(kind: str) -> list[tuple[str, list[Group], Group]]:
    """The rules of one kind of paper: key, the roots it needs, the roots it forbids."""
    text = Path(__file__).with_name("roots.txt").read_text("utf-8")
    part = text.partition(f"[{kind}]\n")[2].partition("\n[")[0]
    found = []
    for line in part.splitlines():
        key, colon, said = line.partition(": ")
        if colon and not line.startswith("#"):
            words = said.split()
            needed = [tuple(w.split("/")) for w in words if not w.startswith("-")]
            found.append((key, needed, tuple(w[1:] for w in words if w[0] == "-")))
    return found


def by_roots(kind: str, label: str) -> str:
    """What a label asks, by the first rule that its words fit; "" where none does."""
    said = _HINTS.sub(" ", label.lower().replace("’", "'").replace("e-mail", "email"))
    words = tuple(_WORD.findall(said))
    if not 0 < len(words) <= _MOST_WORDS:
        return ""
    for key, needed, denied in _rules(kind):
        if any(_stands(each, words) for each in denied):
            continue
        if all(any(_stands(each, words) for each in group) for group in needed):
            return key
    return ""


def _stands(root: str, words: tuple[str, ...]) -> bool:
    if root.startswith("="):
        return root[1:] in words
    return any(word.startswith(root) for word in words)
