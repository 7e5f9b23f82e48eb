"""The word lists beside this file, which people of the field may read and amend."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


def lines_of(name: str) -> list[list[str]]:
    """The words of a list, line by line; a line that begins with # is a remark."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def word_list(name: str) -> frozenset[str]:
    """All words of a list, whatever line they stand on."""
    return frozenset(word for line in lines_of(name) for word in line)
