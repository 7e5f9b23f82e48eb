"""Copies that leave before a text is public: each of what was searched, and each marked
for who gets it and by whom it was taken."""

from datetime import datetime

from heed import clock
from heed.publications import queries
from heed.publications.facts import BODIES, Facts
from heed.publications.models import Paper, Publication
from heed.rulebook.words import in_words

MARKING = "ADVANCE COPY – NOT FOR PUBLICATION"


def marking_for(body: str, person, at: datetime) -> str:
    """What stands on each page of one copy: for whom it is, who took it, and when."""
    day, hour = in_words(clock.london_date(at)), clock.london_time(at)
    taken = f"taken by {person.name}, {day} at {hour:%H:%M}"
    return f"{MARKING} – for {BODIES[body]}, {taken}"


def copies_to_take(publication: Publication, facts: Facts) -> list[tuple[Paper, str]]:
    """The texts that go ahead, each with a sentence of why there is no copy of it yet;
    empty where there is."""
    known = {text.kind: text for text in facts.texts if text.exists}
    return [
        (paper, _why_not(known[paper.kind]))
        for paper in queries.papers_to_send(publication)
        if paper.kind in known
    ]


def why_no_copy(publication: Publication, kind: str, *, at: datetime) -> str:
    """A sentence of why no copy of a text may leave; empty where one may."""
    texts = queries.facts_of(publication, at=at).texts
    known = next((text for text in texts if text.kind == kind), None)
    return _why_not(known) if known else "There is no such text to send ahead."


def _why_not(text) -> str:
    if not text.searched:
        return "A copy is there once the text was searched as it stands."
    if text.open_findings:
        return "A copy is there once every confirmed finding is answered."
    return ""
