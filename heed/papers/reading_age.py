"""How many years of school a text asks of its reader (Flesch and Kincaid)."""

import re


def grade(text: str) -> float:
    """The Flesch-Kincaid grade: at which school year somebody reads this with ease.
    ValueError for a text without words."""
    sentences = [s for s in re.split(r"[.!?:;]\s|\n", text) if re.search(r"\w", s)]
    words = re.findall(r"[A-Za-z’']+", text)
    if not words:
        raise ValueError("There are no words to read.")
    per_word = sum(map(_syllables, words)) / len(words)
    return 0.39 * len(words) / len(sentences) + 11.8 * per_word - 15.59


def _syllables(word: str) -> int:
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and len(groups) > 1
    return max(1, len(groups) - silent)
