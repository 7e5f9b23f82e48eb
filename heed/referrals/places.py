"""Where somebody lives who must not be found, as it is looked for in a paper: however
its letters, spaces and signs were written: whole, by its street, by its postcode."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from heed.deidentify import Kind, register_of, scan_text

LEFT_OUT = "[left out]"
OURS = "who must not be found"
TOO_SHORT = 3
CERTAIN = 6  # of fewer letters it may be a part of another word
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
NOT_WRITTEN = frozenset({"Mn", "Cf"})  # accents, soft hyphens, signs without a width


@dataclass(frozen=True)
class Place:
    """An address: its postcodes, what alone leads to a door, and its other lines; each
    in small letters and figures with nothing between."""

    postcodes: frozenset[str]
    telling: frozenset[str]
    lines: frozenset[str]

    def is_half_told(self, paper: str) -> bool:
        """Whether a paper names its postcode and the rest cannot be found in it."""
        named = any(code in paper for code in self.postcodes)
        return named and bool(self.telling) and not self._stands(self.telling, paper)

    def is_told(self, paper: str) -> bool:
        """Whether it still stands in a paper from which it was cut."""
        certain = {each for each in self.telling if len(each) >= CERTAIN}
        return self._stands(certain | self.postcodes, paper)

    def _stands(self, wanted: Iterable[str], paper: str) -> bool:
        return any(each in paper for each in wanted)


class Places:
    """The addresses that must not be read in a paper."""

    def __init__(self, addresses: Iterable[str]):
        told = sorted({each for each in addresses if each})
        self.places = [_place(each) for each in told]
        self.register = register_of(
            {"kind": Kind.ADDRESS, "role": OURS, "person": OURS, "value": each}
            for each in told
        )
        self.pattern = _pattern(self.places)

    def __bool__(self) -> bool:
        return bool(self.places)

    def cut(self, words: str) -> str:
        """Words without the addresses. A town, in which others live too, may stay."""
        if self.pattern is None:
            return words
        words = self._without_streets(words)
        folded, at = _folded(words)
        for found in reversed([*self.pattern.finditer(folded)]):
            end = at[found.end() - 1] + 1
            words = words[: at[found.start()]] + LEFT_OUT + words[end:]
        return words

    def _without_streets(self, words: str) -> str:
        for found in reversed(scan_text(words, self.register)) if words else ():
            ours = found.person == OURS and found.class_ in {"address", "postcode"}
            if ours and found.start is not None:
                words = words[: found.start] + LEFT_OUT + words[found.end :]
        return words

    def may_be_told(self, before: str, after: str) -> bool:
        """Whether somebody might still learn one from a paper, of which these were the
        words before they were cut, and these are the words after."""
        before, after = squeezed(before), squeezed(after)
        return any(p.is_half_told(before) or p.is_told(after) for p in self.places)


def squeezed(words: str) -> str:
    """Words as small letters and figures with nothing between."""
    return _folded(words)[0].replace(" ", "")


def _folded(words: str) -> tuple[str, list[int]]:
    """Words in small plain letters and figures, all else a space; and of each letter
    the place from which it came: “ß” and “ﬁ” are two."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(words):
        for each in unicodedata.normalize("NFKD", letter).casefold():
            if unicodedata.category(each) not in NOT_WRITTEN:
                letters.append(each if each.isalnum() else " ")
                places.append(place)
    return "".join(letters), places


def _place(address: str) -> Place:
    whole = unicodedata.normalize("NFKC", address)
    bare = POSTCODE.sub("", whole)
    parts = [part for part in map(squeezed, re.split(r"[,;\n]", bare)) if part]
    return Place(
        postcodes=frozenset(map(squeezed, POSTCODE.findall(whole))),
        telling=_long(
            part for n, part in enumerate(parts) if not n or re.search(r"\d", part)
        ),
        lines=_long(
            [squeezed(whole), squeezed(bare), *map(squeezed, whole.split("\n"))]
        ),
    )


def _long(found: Iterable[str]) -> frozenset[str]:
    return frozenset(each for each in found if len(each) >= TOO_SHORT)


def _pattern(places: list[Place]) -> re.Pattern[str] | None:
    """All of them, the longest first, with spaces wherever a writer might put one."""
    wanted = {w for p in places for w in p.postcodes | p.telling | p.lines}
    if not wanted:
        return None
    ways = sorted(wanted, key=lambda each: (-len(each), each))
    said = "|".join(" *".join(map(re.escape, each)) for each in ways)
    return re.compile(f"(?<![^ ])(?:{said})(?![^ ])")
