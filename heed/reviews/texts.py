"""The words of a report's blocks: hashed as a whole, read and changed by anchor."""

import copy
import hashlib
import json
from collections.abc import Iterator


def content_hash(blocks: dict) -> str:
    """The hash of exactly these blocks: what an approval is bound to."""
    said = json.dumps(blocks, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def paragraphs(blocks: dict) -> Iterator[tuple[str, str]]:
    """Each block that has words of its own, with its anchor, in reading order."""
    for block in _with_runs(blocks):
        words = _words(block)
        if block.get("anchor") and words.strip():
            yield block["anchor"], words


def words_at(blocks: dict, anchor: str) -> str | None:
    """The words of the block at an anchor; None where there is none."""
    return dict(paragraphs(blocks)).get(anchor)


def with_words(blocks: dict, anchor: str, words: str) -> dict:
    """The same blocks with other words at an anchor; everything else is untouched."""
    changed = copy.deepcopy(blocks)
    for block in _with_runs(changed):
        if block.get("anchor") == anchor:
            block["runs"] = [{"text": words}]
    return changed


def _words(block: dict) -> str:
    return "".join(
        run if isinstance(run, str) else run.get("text", "") for run in block["runs"]
    )


def _with_runs(within) -> Iterator[dict]:
    if isinstance(within, dict):
        if isinstance(within.get("runs"), list):
            yield within
        for value in within.values():
            yield from _with_runs(value)
    elif isinstance(within, list):
        for value in within:
            yield from _with_runs(value)
