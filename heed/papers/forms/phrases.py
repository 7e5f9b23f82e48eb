"""The phrases of a vocabulary, as its file lists them."""

import re
from itertools import product
from pathlib import Path


def phrases(file: str, *, freer: bool = False) -> list[tuple[str, str]]:
    """The phrases of a vocabulary, each with what it asks; `freer` gives those that
    stand there by a choice of words.

    What a phrase with choices in it stands for may stand elsewhere by itself, and is
    then meant there.
    """
    lines: list[str] = []
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines():
        if line.startswith(" "):
            lines[-1] += line
        elif line and not line.startswith("#"):
            lines.append(line)
    return [
        (key, each.strip())
        for key, _, phrases in (line.partition(":") for line in lines)
        for phrase in phrases.split(";")
        if freer == ("[" in phrase)
        for each in _ways(phrase)
        if each.strip()
    ]


_CHOICE = re.compile(r"\[([^\]]*)\]")


def _ways(phrase: str) -> list[str]:
    """The phrases that one with choices in it stands for: "[who/which] came to us"."""
    parts = _CHOICE.split(phrase)
    if len(parts) == 1:
        return parts
    choices = [p.split("/") if n % 2 else [p] for n, p in enumerate(parts)]
    return ["".join(each) for each in product(*choices)]
