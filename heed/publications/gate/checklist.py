"""The whole list before publication, in the order in which it is shown."""

from heed.publications.facts import Facts
from heed.publications.gate.ahead import comments, copies
from heed.publications.gate.deciding import day, decision, no_text
from heed.publications.gate.family import (
    family_day,
    family_draft,
    family_words,
    portrait,
)
from heed.publications.gate.items import HELD, Item
from heed.publications.gate.proceedings import proceedings
from heed.publications.gate.states import around, of_the_states
from heed.publications.gate.texts import of_a_text
from heed.publications.gate.trying import attempt, jigsaw_sheet


def checklist(facts: Facts, *, correction: bool = False) -> list[Item]:
    """Everything that must be so before it is published; for a correction, without the
    decision, the day and the copies sent ahead, which were settled before. Of a text
    that comes later it is asked anew what bodies say, and what stands around it."""
    items = [] if correction else [decision(facts), day(facts)]
    if not any(text.kind == facts.main for text in facts.texts):
        items.append(no_text(facts))
    for text in facts.texts:
        items += [] if text.only_ahead else of_a_text(text)
    items += [jigsaw_sheet(facts)]
    main = (t for t in facts.texts if t.kind == facts.main and not t.only_ahead)
    items += map(attempt, main)
    items += [family_draft(facts), family_day(facts), proceedings(facts)]
    items += [family_words(facts)] if facts.has_portrait else []
    items += [] if correction else [*copies(facts), comments(facts)]
    items += [] if correction else of_the_states(facts)
    if correction and facts.comes_anew:
        items += [comments(facts), *around(facts)]
    items += [HELD] if facts.is_held_back(correction=correction) else []
    return [*items, portrait(facts)]
