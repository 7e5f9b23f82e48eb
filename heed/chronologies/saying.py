"""Whether a row says what it said: what is marked on it stays, and says so where the
row has changed since. Nothing here reads a database."""

import hashlib
import json

from heed.chronologies.understanding import Json

SAYS = (
    *("event", "outcome", "comment", "source", "child", "child_voice", "present"),
    *("time_words", "child_seen", "seen_alone", "kind", "other"),
)


def print_of(words: Json) -> str:
    """A print of what a row says, by which it is known again. How its date is read is
    no part of it: a row that waited and was answered still says the same."""
    said = {name: words.get(name) or None for name in SAYS}
    said["date"] = words.get("date", {}).get("words") or None
    kept = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(kept.encode("utf-8", "surrogatepass")).hexdigest()
