"""Words of our own as a page begins with them. Two people may write at once: who saves
second sees what the first has written, and nothing is replaced unseen."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from heed.cases.steps import Seen, Stale
from heed.papers.blocks import from_json, plain_text
from heed.publications.models import Paper

MARKS = ("head_rows", "bold_headings", "left_out", "no_people")
LISTS = (
    *("distressing", "themes", "former_titles", "shown_by", "ages", "readers"),
    *MARKS,
)
AROUND = ("summary", "notice", *LISTS)
OWN = ("blocks", "typed", "hidden")


@dataclass(frozen=True)
class Written:
    """What was written, by the questions of its form. Its version follows from all that
    the form replaces: who writes another text meanwhile does not overtake it."""

    says: dict[str, Any]
    replaces: Any

    @property
    def version(self) -> int:
        said = json.dumps(self.replaces, sort_keys=True)
        return int.from_bytes(sha256(said.encode()).digest()[:6])


def around_now(paper: Paper | None) -> Written:
    """The summary, the notice and all that is said around a text, as they stand."""
    words = paper.words if paper else {}
    says = {name: words.get(name, []) for name in LISTS} | {
        "summary": words.get("summary", ""),
        "notice": words.get("notice", ""),
        "themes": "\n".join(words.get("themes", [])),
        "former_titles": "\n".join(words.get("former_titles", [])),
        "shown_by": [f"{theme}: “{said}”" for theme, _, said in _kept(words)],
        "no_people": [anchor for anchor, _ in words.get("no_people", [])],
    }
    return Written(says, [words.get(name) or None for name in AROUND])


def marks_now(paper: Paper) -> Written:
    """What is said of the tables and bold lines of a text, as it stands."""
    says = {name: paper.words.get(name, []) for name in MARKS}
    says["no_people"] = [anchor for anchor, _ in says["no_people"]]
    return Written(says, [paper.words.get(name) or None for name in MARKS])


def text_now(paper: Paper | None) -> Written:
    """The whole of a text of the partnership's own, as it stands."""
    words = paper.words if paper else {}
    blocks = words.get("blocks")
    read = plain_text(from_json(blocks)).text if blocks else ""
    text = words.get("typed") or read
    return Written({"text": text}, [words.get(name) or None for name in OWN])


def correction_now(paper: Paper) -> Written:
    """What is said to be corrected and is not out yet, as it stands."""
    said = paper.words.get("corrections", [])
    waits = said[len(paper.corrected_on) :]
    return Written({"words": waits[-1] if waits else ""}, [said, paper.corrected_on])


def once(seen: Seen | None) -> Seen:
    """Of what a page showed, what concerns the case: not the version of one text."""
    return Seen(once=seen.once if seen else "")


def must_be_as_seen(now: Written, seen: Seen | None) -> None:
    """Raise `Stale` where somebody wrote it anew after the page was shown."""
    if seen and seen.version not in {None, now.version}:
        raise Stale(now)


def _kept(words: dict[str, Any]) -> list[list[str]]:
    return words.get("shown_by", [])
