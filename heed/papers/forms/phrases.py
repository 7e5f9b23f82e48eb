"""The phrases of a vocabulary, as its file lists them."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from heed.papers.patterns import later

Spelling = Callable[[str], str]


def phrases(
    file: str, *, freer: bool = False, spelt: Spelling = str
) -> Iterator[tuple[str, str]]:
    """The phrases of a vocabulary, each with what it asks; `freer` gives those that
    stand there by a choice of words. `spelt` is applied to each of their parts.

    What a phrase with choices in it stands for may stand elsewhere by itself, and is
    then meant there.
    """
    lines: list[str] = []
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines():
        if line.startswith(" "):
            lines[-1] += line
        elif line and not line.startswith("#"):
            lines.append(line)
    for line in lines:
        key, _, said = line.partition(":")
        for phrase in said.split(";"):
            if freer == ("[" in phrase):
                yield from ((key, each) for each in _ways(phrase, spelt) if each)


_CHOICE = later(r"\[([^\]]*)\]")


def _ways(phrase: str, spelt: Spelling) -> Iterator[str]:
    """The phrases that one with choices in it stands for: "[who/which] came to us"."""
    parts = _CHOICE.split(phrase)
    if len(parts) == 1:
        yield spelt(phrase.strip())
        return
    choices = [
        [spelt(each.strip()) for each in (part.split("/") if number % 2 else [part])]
        for number, part in enumerate(parts)
    ]
    for each in product(*choices):
        yield " ".join(filter(None, each))
