"""What somebody's own words say that a person must see: by the ways of `signals.txt`.

A sentence that denies it ("no media interest") raises nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from heed.papers.patterns import later

_DENIED = later(
    r"\b(no|none|nil|not aware of|not (yet )?any|nothing|without any|n/a|unlikely|"
    r"never any|there (is|has been|was) no|not currently|no known)\b",
    re.IGNORECASE,
)
_SENTENCE = later(r"(?<=[.!?;])\s+(?=[A-Z(“\"'])|\n(?![a-z])")
_CLIPPED = later(
    r"\b(do|does|did|is|are|was|were|has|have|had|wo|ca|would|could|should)nt\b",
    re.IGNORECASE,
)
_DENIABLE = frozenset(
    ("media_interest", "safe_address_present", "same_name_bystander", "dob_disputed")
)
_LONGEST_QUOTE = 120


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], str]]:
    """The pattern of every flag, and why it is raised."""
    return {
        name: (re.compile("|".join(ways), re.IGNORECASE), why)
        for name, why, ways in _rows()
    }


def _rows() -> Iterator[tuple[str, str, list[str]]]:
    text = Path(__file__).with_name("signals.txt").read_text("utf-8")
    for stretch in re.split(r"\n{2,}", text):
        lines = [line for line in stretch.split("\n") if not line.startswith("#")]
        if lines and lines[0]:
            name, _, why = lines[0].partition(": ")
            yield name, why, [line.strip() for line in lines[1:] if line.strip()]


def signals(texts: Iterable[str]) -> dict[str, str]:
    """The flags that these words raise, each with its reason and the sentence."""
    found: dict[str, str] = {}
    for sentence in (each for text in texts for each in sentences(text)):
        for name, (pattern, why) in _patterns().items():
            match = None if name in found else pattern.search(sentence)
            if match and not _is_denied(name, sentence, match):
                found[name] = f"{why} “{sentence[:_LONGEST_QUOTE]}”"
    return found


def sentences(text: str) -> list[str]:
    """A text in its sentences, with plain apostrophes."""
    plain = text.replace("’", "'").replace("‘", "'")
    plain = _CLIPPED.sub(r"\1n't", plain)
    found = (re.sub(r"\s+", " ", each).strip() for each in _SENTENCE.split(plain))
    return [each for each in found if each]


def _is_denied(name: str, sentence: str, match: re.Match[str]) -> bool:
    if name not in _DENIABLE or match[0].lower().startswith(("no ", "not ")):
        return False
    before = sentence[max(0, match.start() - 40) : match.start()]
    return _DENIED.search(before) is not None
