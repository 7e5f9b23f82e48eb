"""The gate: what the family was told and asked, and who the child was."""

from heed.publications.facts import TWO, Facts
from heed.publications.gate.items import Item


def family_draft(facts: Facts) -> Item:
    return _family(
        "draft",
        label="The family was offered the draft",
        told=facts.draft_offered,
        excused=facts.draft_excused_by,
        done="offered the draft report",
    )


def family_day(facts: Facts) -> Item:
    return _family(
        "day",
        label="The family was told the day",
        told=facts.day_told,
        excused=facts.day_excused_by,
        done="told the planned day",
    )


def _family(slug: str, *, label: str, told: bool, excused: int, done: str) -> Item:
    if told:
        sentence = f"The family was {done}."
    elif excused >= TWO:
        sentence = f"Two people have accepted why the family was not {done}."
    else:
        sentence = f"It is not recorded that the family was {done}."
    return Item(
        slug=f"family.{slug}",
        label=label,
        passed=told or excused >= TWO,
        sentence=sentence,
        to_do="Record the contact, or two people accept why not.",
        page="family",
    )


def family_words(facts: Facts) -> Item:
    if facts.words_agreed:
        sentence = "The family agreed to the words on who the child is."
    elif facts.words_excused_by >= TWO:
        sentence = (
            "Two people have accepted why the family was not asked about the words on "
            "who the child is."
        )
    else:
        sentence = (
            "It is not recorded that the family agreed to the words on who the child "
            "is."
        )
    return Item(
        slug="family.words",
        label="The family agreed to the words on who the child is",
        passed=facts.words_agreed or facts.words_excused_by >= TWO,
        sentence=sentence,
        to_do="Agree them with the family, or two people accept why they were not "
        "asked.",
        page="write_portrait",
    )


def portrait(facts: Facts) -> Item:
    return Item(
        slug="portrait",
        label="It begins with who the child is or was",
        passed=facts.has_portrait,
        sentence="It begins with who the child is or was."
        if facts.has_portrait
        else "Nobody has written who the child is or was.",
        to_do="Write it with the family, if they wish.",
        page="write_portrait",
        bars=False,
    )
