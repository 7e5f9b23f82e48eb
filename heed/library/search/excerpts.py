"""A few words of a passage, around those that were asked for, which are marked."""

from collections.abc import Mapping
from html import escape

from django.utils.safestring import SafeString

from heed.library.search.passages import WORD, Passage

LENGTH = 240
"""Characters, at most."""

ENDS_OF_SENTENCES = (". ", "? ", "! ", "\n\n")

Span = tuple[int, int]


def excerpt(passage: Passage) -> SafeString:
    """Safe HTML with <mark>; only the beginning where just the heading answers."""
    text = passage.text
    spans = [_span(text, start) for start in sorted(passage.marks)]
    if not spans:
        return shortened(text)
    fit = _fullest(spans, passage.marks)
    start = _start(text, fit[0][0], fit[-1][1])
    end = max(_end(text, start), fit[-1][1])
    made, at = "", start
    for begin, stop in fit:
        made += f"{escape(text[at:begin])}<mark>{escape(text[begin:stop])}</mark>"
        at = stop
    return _whole(made + escape(text[at:end]), text[:start], text[end:])


def _span(text: str, start: int) -> Span:
    found = WORD.match(text, start)
    return found.span() if found else (start, start)


def shortened(text: str) -> SafeString:
    """The beginning of a text, as safe HTML."""
    end = _end(text, 0)
    return _whole(escape(text[:end]), "", text[end:])


def _whole(words: str, before: str, after: str) -> SafeString:
    opened = "…\u00a0" if before.strip() else ""
    closed = "\u00a0…" if after.strip(". \n") else ""
    return SafeString(f"{opened}{' '.join(words.split())}{closed}")


def _fullest(spans: list[Span], marks: Mapping[int, int]) -> list[Span]:
    """The marked words that fit into one excerpt and tell most."""
    best, told = spans[:1], (0, 0)
    for n, (start, _) in enumerate(spans):
        fit = [span for span in spans[n:] if span[1] - start <= LENGTH]
        tells = len({marks[begin] for begin, _ in fit}), len(fit)
        if tells > told:
            best, told = fit, tells
    return best


def _start(text: str, first: int, last: int) -> int:
    """Where the sentence of the first word begins, or as near as there is room for."""
    earliest = max(0, last - LENGTH)
    sentence = max(text.rfind(end, earliest, first) for end in ENDS_OF_SENTENCES)
    if sentence >= 0:
        return sentence + 2
    return earliest and (text.find(" ", earliest, first) + 1 or first)


def _end(text: str, start: int) -> int:
    """Where the last word ends for which there is room."""
    latest = start + LENGTH
    if latest >= len(text):
        return len(text)
    space = text.rfind(" ", start, latest + 1)
    return latest if space < 0 else space
