"""The sentence that something was found in, by a mark that a later version keeps.

What was decided of a word was decided of it in its sentence: in another sentence the
same word may name somebody else. The mark is made of case words: keep it sealed."""

import hashlib
import re

from heed.deidentify.findings import Finding, form_of
from heed.papers.blocks import Document, leaves, plain_text

_ENDS = re.compile(r"[.!?…][\"'’”)\]]*\s+")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where in a paragraph the sentence begins and ends that this stretch is in."""
    ends = [each.end() for each in _ENDS.finditer(text)]
    first = max((place for place in ends if place <= start), default=0)
    last = min((place for place in ends if place >= end), default=len(text))
    return first, last


class Sentences:
    """The paragraphs of a document, in which its findings are placed."""

    def __init__(self, document: Document) -> None:
        plain = plain_text(document)
        self._spans = {each.anchor: each for each in plain.spans}
        self._beside = dict(leaves(document.margins))
        self._text = plain.text

    def mark(self, found: Finding) -> str:
        """The mark of a finding's sentence, and of which of the same words in it this
        is; the same as long as nobody changes a word of that sentence."""
        words, start = self._paragraph(found)
        first, last = sentence_at(words, start, start + len(found.text))
        before = form_of(words[first:start])
        nth = f" {before} ".count(f" {form_of(found.text)} ")
        said = f"{form_of(words[first:last])}|{nth}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def _paragraph(self, found: Finding) -> tuple[str, int]:
        span = self._spans.get(found.anchor)
        if span and found.start is not None:
            return self._text[span.start : span.end], found.start - span.start
        words = self._beside.get(found.anchor, found.text)
        return words, max(words.find(found.text), 0)
