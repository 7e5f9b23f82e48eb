"""The whole list before publication, in the order in which it is shown."""

from dataclasses import replace

from heed.publications.facts import Facts
from heed.publications.gate.ahead import comments, copies
from heed.publications.gate.deciding import day, decision, no_text
from heed.publications.gate.family import (
    family_day,
    family_draft,
    family_words,
    portrait,
)
from heed.publications.gate.items import HELD, Item, what_bars
from heed.publications.gate.making import how_it_was_made
from heed.publications.gate.proceedings import proceedings
from heed.publications.gate.states import around, of_the_states
from heed.publications.gate.texts import of_a_text
from heed.publications.gate.trying import attempt, jigsaw_sheet


def checklist(facts: Facts, *, correction: bool = False) -> list[Item]:
    """Everything that must be so before it is published; for a correction, without the
    decision, the day and the copies sent ahead, which were settled before. A text that
    comes later goes ahead itself, and it is asked anew what stands around it."""
    items = [] if correction else [decision(facts), day(facts)]
    if not any(text.kind == facts.main for text in facts.texts):
        items.append(no_text(facts))
    for text in facts.texts:
        items += [] if text.only_ahead else of_a_text(text)
    items += [jigsaw_sheet(facts, correction=correction)]
    items += [attempt(text) for text in facts.texts if facts.is_read_by_another(text)]
    items += [family_draft(facts), family_day(facts), proceedings(facts)]
    items += [] if correction else map(attempt, facts.alone)
    items += [family_words(facts)] if facts.has_portrait else []
    items += [] if correction else [*copies(facts, facts.texts), comments(facts)]
    items += [] if correction else of_the_states(facts)
    if correction and (later := facts.come_anew):
        items += [*copies(facts, later), comments(facts), *around(facts)]
    items += [] if correction else how_it_was_made(facts)
    items += [HELD] if facts.is_held_back(correction=correction) else []
    return [*items, portrait(facts)]


def without_what_waits(facts: Facts) -> Facts:
    """The facts of a correction without the texts that were never public and lack
    something of their own, where another text is put right or comes back."""
    public = (text for text in facts.texts if text.was_public)
    if not any(text.is_corrected or facts.is_away for text in public):
        return facts
    waits = [
        text
        for text in facts.come_anew
        if what_bars([*of_a_text(text), attempt(text), *copies(facts, [text])])
    ]
    return replace(facts, texts=[text for text in facts.texts if text not in waits])
