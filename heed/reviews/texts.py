"""The words of a report's blocks: hashed as a whole, read and changed by anchor."""

import copy
import hashlib
import json
from collections.abc import Iterator

from heed.papers.blocks import from_json
from heed.papers.places import places_in


def content_hash(blocks: dict) -> str:
    """The hash of exactly these blocks: what an approval is bound to."""
    said = json.dumps(blocks, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def paragraphs(blocks: dict) -> Iterator[tuple[str, str]]:
    """Each block that has words of its own, with its anchor, in reading order."""
    for block in _with_words(blocks):
        words = _words(block)
        # A picture that nobody has described waits for words.
        if block.get("anchor") and (words.strip() or block.get("kind") == "figure"):
            yield block["anchor"], words


def places_of(blocks: dict) -> dict[str, str]:
    """Where each of its paragraphs stands, by anchor, as a page says it."""
    return places_in(from_json(blocks))


def words_at(blocks: dict, anchor: str) -> str | None:
    """The words of the block at an anchor, perhaps none yet, as of a picture that
    nobody has described; None where there is no such block."""
    for block in _with_words(blocks):
        if block.get("anchor") == anchor:
            return _words(block)
    return None


def with_words(blocks: dict, anchor: str, words: str) -> dict:
    """The same blocks with other words at an anchor; everything else is untouched."""
    changed = copy.deepcopy(blocks)
    for block in _with_words(changed):
        if block.get("anchor") == anchor:
            _put(block, words)
    return changed


def _put(block: dict, words: str) -> None:
    if block.get("kind") == "table":
        block["caption"] = words
    elif block.get("kind") == "figure":
        block["alt"], _, block["caption"] = words.partition("\n")
    else:
        block["runs"] = [{"text": words}]


def _words(block: dict) -> str:
    if block.get("kind") == "table":
        return block.get("caption", "")
    if block.get("kind") == "figure":
        # The description first; what stands under the picture on a line of its own.
        said = (block.get("alt", ""), block.get("caption", ""))
        return "\n".join(said) if said[1] else said[0]
    return "".join(
        run if isinstance(run, str) else run.get("text", "") for run in block["runs"]
    )


def _with_words(within) -> Iterator[dict]:
    if isinstance(within, dict):
        has_runs = isinstance(within.get("runs"), list)
        if has_runs or within.get("kind") in {"table", "figure"}:
            yield within
        for value in within.values():
            yield from _with_words(value)
    elif isinstance(within, list):
        for value in within:
            yield from _with_words(value)
