"""Words of what others made public that stand in a text of ours too: whoever types them
into a search engine finds the article, and the name beside them. However short a
quotation is, here it is known that it is one of something public."""

from collections.abc import Iterator

from heed.deidentify.folding import words_of
from heed.papers.blocks import Document, leaves

LEAST = 5
"""So many words in a row are the same words, and not only how all people talk."""


def said_in_both(public: str, document: Document) -> Iterator[tuple[str, str]]:
    """Each stretch of words that stands in both, with its anchor in the document."""
    told = words_of(public)
    known = {told[at : at + LEAST] for at in range(len(told) - LEAST + 1)}
    for anchor, said in leaves(document.blocks) if known else ():
        words, at = words_of(said), 0
        while at + LEAST <= len(words):
            end = at
            while words[end : end + LEAST] in known:
                end += 1
            if end > at:
                yield anchor, " ".join(words[at : end + LEAST - 1])
            at = max(at + 1, end + LEAST - 1 if end > at else 0)
