"""Which of the hits in a text remain, and what is said of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from heed.deidentify.entries import Entry
from heed.deidentify.findings import BODY, Finding, Ids, Tier
from heed.deidentify.folding import words_of
from heed.deidentify.page import Hit, Page

Words = tuple[str, ...]
Span = tuple[int, int]
Whose = tuple[str | None, bool, bool]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text a part of the paper begins and ends. `class_` is the class of
    the container that the part is, such as a footnote; "" for the body."""

    start: int
    end: int
    anchor: str = ""
    part: str = BODY
    class_: str = ""


def not_allowed(page: Page, hits: list[Hit], allow: Iterable[str]) -> list[Hit]:
    """The hits without those that stand inside an allowed word or phrase; what the
    register calls critical is never allowed."""
    phrases = {words_of(phrase) for phrase in allow} - {()}
    return without_allowed(hits, allowed_spans(page, phrases))


def without_allowed(hits: list[Hit], spans: Sequence[Span]) -> list[Hit]:
    """The hits without those inside these spans; what is critical stays."""
    if not spans:
        return hits
    return [hit for hit in hits if hit.critical or not _is_within(hit, spans)]


def allowed_spans(page: Page, phrases: Iterable[Words]) -> list[Span]:
    """Where these words stand on a page."""
    return [
        page.span(number, number + len(phrase) - 1)
        for phrase in phrases
        for number in page.where.get(phrase[0], ())
        if page.begins(number, phrase)
    ]


def _is_within(hit: Hit, spans: Iterable[Span]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)


_SEVERAL = 2


def settled(hits: Iterable[Hit]) -> list[Hit]:
    """The hits without those that a longer one of at least their weight covers."""
    hits = list(hits)
    if len(hits) < _SEVERAL:
        return hits
    hits.sort(key=_place)
    if all(one.end <= other.start for one, other in pairwise(hits)):
        return hits
    kept: list[Hit] = []
    covering: list[Hit] = []
    for hit in sorted(hits, key=_longest_and_weightiest_first):
        covering = [other for other in covering if other.end > hit.start]
        if not any(_covers(other, hit) for other in covering):
            kept.append(hit)
            covering.append(hit)
    return kept


def _place(hit: Hit) -> int:
    return hit.start


def _weight(hit: Hit) -> tuple[bool, bool, bool]:
    """A critical hit is never hidden by another, nor a sure one by a guess."""
    return hit.critical, hit.tier is Tier.CONFIRMED, bool(hit.entries)


def _longest_and_weightiest_first(hit: Hit) -> tuple[int, int, tuple[bool, ...]]:
    return hit.start, -hit.end, tuple(not better for better in _weight(hit))


def _covers(other: Hit, hit: Hit) -> bool:
    return other.end >= hit.end and _weight(other) >= _weight(hit)


def findings_of(
    hits: Iterable[tuple[int, Hit]], text: str, places: Sequence[Place]
) -> Iterable[Finding]:
    """The findings that these hits are, each in its place of the paper; with each hit
    comes where its paragraph begins."""
    nowhere = Place(0, len(text))
    ids = Ids()
    people: dict[int, tuple[tuple[Entry, ...], Whose]] = {}
    at = 0
    for offset, hit in hits:
        start = hit.start + offset
        while at < len(places) and places[at].end <= start:
            at += 1
        here = at < len(places) and places[at].start <= start
        lines = hit.entries
        known = people.get(id(lines))
        if known is None:  # kept with the lines, so that no others get their number
            known = people[id(lines)] = lines, whose(lines)
        place = places[at] if here else nowhere
        yield finding_of(hit, text, place, ids, offset, known[1])


def whose(entries: Iterable[Entry]) -> Whose:
    """The first person of these lines of a register; whether any of them is there for
    another reason than their work; and whether any may on no account be found."""
    person = next((entry.person for entry in entries if entry.person), None)
    of_somebody = not all(entry.of_a_professional for entry in entries)
    return person, of_somebody, any(entry.critical for entry in entries)


def finding_of(
    hit: Hit,
    text: str,
    place: Place,
    ids: Ids,
    offset: int = 0,
    of: Whose | None = None,
) -> Finding:
    """One finding. In a container the place is the leak, so it gives the class."""
    person, of_somebody, critical = of or whose(hit.entries)
    start, end = hit.start + offset, hit.end + offset
    class_, found = place.class_ or hit.class_, text[start:end]
    return Finding(
        id=ids.next(place.anchor or place.part, found, class_),
        tier=hit.tier,
        class_=class_,
        holds=hit.class_,
        text=found,
        why=hit.why,
        person=person,
        start=start,
        end=end,
        anchor=place.anchor,
        part=place.part,
        suggest=hit.suggest,
        critical=critical,
        of_somebody=of_somebody,
    )
