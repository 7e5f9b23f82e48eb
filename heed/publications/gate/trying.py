"""The gate: what is public already, and whether a second reader could tell who it
is."""

from heed.publications.facts import Facts, TextFacts
from heed.publications.gate.items import Item, day_words, listed
from heed.rulebook.trying import LEAST_MINUTES, LOOKED_IN, LOOKED_WITHIN

CHANGED = (
    "The text has changed since: it is tried anew, or partners of two bodies record of "
    "what changed after the copies that it is not material."
)
PLACES = {"media": "the media", "court": "courts", "inquest": "an inquest"}


def jigsaw_sheet(facts: Facts, *, correction: bool = False) -> Item:
    """Somebody has looked at what media, courts and an inquest made public, and not too
    long ago."""
    since, known = facts.counts_from(correction=correction), facts.looked_on
    missing = [PLACES[each] for each in LOOKED_IN if each not in known]
    old = [PLACES[e] for e in LOOKED_IN if e in known and known[e] < since]
    said = []
    if missing:
        said.append(f"It is not written down what {listed(missing)} made public.")
    if old:
        said.append(f"Nobody has looked since {day_words(since)} at {listed(old)}.")
    return Item(
        check="PG11",
        slug="jigsaw.sheet",
        label="What others have made public is written down",
        passed=not said,
        sentence=" ".join(said)
        or "It is written down what media, courts and inquest made public.",
        to_do="Look there, and write down what you found, or that it was nothing. It "
        f"counts for {LOOKED_WITHIN.days} days, and until proceedings are noted.",
        page="jigsaw",
    )


def attempt(text: TextFacts) -> Item:
    """A second reader has tried to find out who this very text is about, and could
    not."""
    found = [each for each in text.tried if each.is_open]
    is_tried = any(each.of_this for each in text.tried)
    return Item(
        check="PG11",
        slug=f"{text.kind}.attempt",
        label=f"{text.name}: a second reader tried to tell who it is about",
        passed=is_tried and not found,
        sentence=_said(text),
        to_do="Somebody else says what was done about it, or the text is changed and "
        "tried anew."
        if found
        else f"Somebody who did not write it tries for {LEAST_MINUTES} minutes.",
        page="jigsaw" if found else "try_to_identify",
    )


def _said(text: TextFacts) -> str:
    if not text.tried:
        return f"{text.name}: nobody has tried to tell who it is about."
    found = [each.by for each in text.tried if each.is_open]
    if found:
        return f"{text.name}: {found[-1]} came to somebody. It is not answered."
    of_this = [each for each in text.tried if each.of_this]
    last = (of_this or text.tried)[-1]
    said = f"{text.name}: {last.by} tried for {last.minutes} minutes."
    for each in text.tried:
        if each.answered_by:
            said += f" {each.by} came to somebody; {each.answered_by} answered it."
    return said if of_this else f"{said} {CHANGED}"
