"""A few words of a passage, around those that were asked for, which are marked."""

import re
from collections.abc import Iterator, Mapping
from html import escape

from django.utils.safestring import SafeString

from heed.library.search.passages import WORD, Passage
from heed.papers.injuries import tells_of_injury

LENGTH = 240
"""Characters, at most."""

ENDS_OF_SENTENCES = (". ", "? ", "! ", "\n\n")
END_OF_A_SENTENCE = re.compile("|".join(map(re.escape, ENDS_OF_SENTENCES)))

Span = tuple[int, int]


def excerpt(passage: Passage, *, quotes_all: bool = False) -> SafeString:
    """Safe HTML with <mark>; only the beginning where just the heading answers. No
    sentence that tells of an injury is quoted, nor any part of one: the public sees
    what stands elsewhere in the passage, or nothing."""
    words, (start, end) = _quoted(passage, (0, len(passage.text)))
    if quotes_all or not _tells(passage.text, start, end):
        return words
    quiet = list(_quiet(passage.text))
    answering = [each for each in quiet if any(_in(each, at) for at in passage.marks)]
    if passage.marks and not answering:
        return SafeString()
    chosen = max(answering, key=lambda each: _told(passage, each), default=None)
    chosen = chosen or next(iter(quiet), None)
    return _quoted(passage, chosen)[0] if chosen else SafeString()


def _quoted(passage: Passage, within: Span) -> tuple[SafeString, Span]:
    """What is quoted of a stretch of the passage, and how far that reaches."""
    first, last = within
    text = passage.text[:last]
    spans = [_span(text, at) for at in sorted(passage.marks) if _in(within, at)]
    fit = _fullest(spans, passage.marks) if spans else []
    start = max(first, _start(text, fit[0][0], fit[-1][1])) if fit else first
    end = max(_end(text, start), fit[-1][1] if fit else 0)
    made, at = "", start
    for begin, stop in fit:
        made += f"{escape(text[at:begin])}<mark>{escape(text[begin:stop])}</mark>"
        at = stop
    before, after = passage.text[:start], passage.text[end:]
    return _whole(made + escape(text[at:end]), before, after), (start, end)


def _in(stretch: Span, at: int) -> bool:
    return stretch[0] <= at < stretch[1]


def _told(passage: Passage, stretch: Span) -> tuple[int, int]:
    meanings = [means for at, means in passage.marks.items() if _in(stretch, at)]
    return len(set(meanings)), len(meanings)


# Sentences that tell of an injury


def _tells(text: str, start: int, end: int) -> bool:
    """Whether any sentence tells of one of which a part stands in this stretch."""
    begins = [text.rfind(mark, 0, start + 1) for mark in ENDS_OF_SENTENCES]
    ends = [text.find(mark, max(0, end - 1)) for mark in ENDS_OF_SENTENCES]
    after = [place + 1 for place in ends if place >= 0]
    return tells_of_injury(text[max(0, *begins) : min(after, default=len(text))])


def _quiet(text: str) -> Iterator[Span]:
    """The stretches of a text between sentences that tell of one."""
    begin = end = 0
    for start, stop in _sentences(text):
        if tells_of_injury(text[start:stop]):
            if text[begin:end].strip():
                yield begin, end
            begin = stop
        end = stop
    if text[begin:end].strip():
        yield begin, end


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for found in END_OF_A_SENTENCE.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)


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
